"""Asking the content API as a front end does."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

API = "/api/v1/"


def ask(address: str, client: Client | None = None, **parameters: Any) -> Any:
    """Return the content of the answer at an address below `/api/v1/`, which has to be there."""
    answer = get(address, client, **parameters)
    assert answer.status_code == 200, answer.content
    return answer.json()


def get(address: str, client: Client | None = None, headers: dict[str, str] | None = None, **parameters: Any) -> Any:
    """Return the answer at an address below `/api/v1/`."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    return (client or Client()).get(API + address + query, headers=headers)


def wrong(address: str, **parameters: Any) -> tuple[int, list[str]]:
    """Return the status of a problem and the names of the parameters it finds wrong."""
    answer = get(address, **parameters)
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, [one["name"] for one in answer.json()["parameters"]]


def titles(address: str, **parameters: Any) -> list[str]:
    """Return the titles of a list."""
    return [one["title"] for one in ask(address, **parameters)["results"]]


def queries(address: str, **parameters: Any) -> list[str]:
    """Return the SQL that an answer costs once what is looked up once per process is known."""
    ask(address, **parameters)
    with CaptureQueriesContext(connection) as captured:
        ask(address, **parameters)
    return [query["sql"] for query in captured]
