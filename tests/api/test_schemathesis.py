"""Schemathesis: whatever the description allows is answered as it says, and everything else is refused."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from cms.api.api import api
from cms.wsgi import application

pytestmark = pytest.mark.usefixtures("demo_content", "open_connection")

SEED = 4
REQUESTS = {"max-examples": 12, "deterministic": True}
"""How many requests are made up for each operation, beside its examples and the limits of every parameter."""

described = schemathesis.openapi.from_dict(
    deepcopy(api.get_openapi_schema()), config=SchemathesisConfig.from_dict({"seed": SEED, "generation": REQUESTS})
)
described.app = application


@pytest.fixture
def open_connection() -> Iterator[None]:
    """Let requests leave the connection open in whose transaction the test is, as those of Django's client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@described.parametrize()
@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_operation_keeps_to_its_description(case: schemathesis.Case) -> None:
    case.call_and_validate()


def test_what_an_answer_leads_to_is_there() -> None:
    machine = described.as_state_machine()
    machine.run(settings=settings(max_examples=20, stateful_step_count=4, deadline=None, derandomize=True))
