"""The port the web server listens on."""

import errno
import socket
from collections.abc import Iterator

import pytest

from cms.operations import ports
from cms.settings.errors import OperatorError


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_port_of_another_program_is_named(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "PATIENCE", 0)
    with pytest.raises(OperatorError, match=rf"Port {taken} is used .* such as PORT=\d+"):
        ports.check_free("127.0.0.1", taken)


def test_free_port_passes(taken: int) -> None:
    ports.check_free("127.0.0.2", taken)


def test_address_of_another_machine_is_refused() -> None:
    with pytest.raises(OperatorError, match="BIND must be an address of this machine"):
        ports.check_free("192.0.2.1", 8000)


def test_port_for_the_system_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_why_not", lambda *_: errno.EACCES)  # root may use every port
    with pytest.raises(OperatorError, match="Port 80 needs more rights than you have: choose one above 1023"):
        ports.check_free("127.0.0.1", 80)


def test_silence_is_no_answer() -> None:
    assert not ports.answers("127.0.0.1", 1, "localhost")
