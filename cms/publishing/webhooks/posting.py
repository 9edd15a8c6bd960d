"""One HTTP request to a target that is not trusted: it may hang, redirect, or answer without end."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

from cms.publishing.webhooks.problem import Problem
from cms.publishing.webhooks.targets import Target, TargetRefused, checked_target

CONNECT_SECONDS = 5
ALL_SECONDS = 10
"""For everything after the connection: the handshake, the request and the answer."""
MOST_ADDRESSES = 3
MOST_READ = 1000
"""Bytes of an answer that are read, for the log."""


@dataclass(frozen=True)
class Answer:
    """What came back: a status code, or why none did. `text` is the beginning of the answer, or of the error."""

    problem: Problem | None
    status: int | None = None
    text: str = ""


def post(url: str, headers: Mapping[str, str], body: bytes) -> Answer:
    """Send `body` to the address and return what came back. Never raises for what the target does.

    The host's addresses are checked, and one of those checked is connected to: asking again could give another.
    """
    try:
        target = checked_target(url)
        return _exchange(target, headers, body)
    except TargetRefused as refused:
        return Answer(refused.problem)
    except TimeoutError:
        return Answer(Problem.TIMEOUT)
    except ssl.SSLCertVerificationError as error:
        return Answer(Problem.CERTIFICATE, text=str(error))
    except (OSError, http.client.HTTPException) as error:
        return Answer(Problem.CONNECTION, text=str(error)[:MOST_READ])


def _exchange(target: Target, headers: Mapping[str, str], body: bytes) -> Answer:
    channel = http.client.HTTPConnection(target.host, target.port)
    with closing(_connect(target)) as connection, _time_limit(connection), closing(channel):
        channel.sock = _encrypted(connection, target) if target.is_https else connection
        channel.request("POST", target.path, body, {**headers, "Host": target.host_header, "Connection": "close"})
        with closing(channel.getresponse()) as response:
            text = response.read(MOST_READ).decode(errors="replace").replace("\0", "")
            return Answer(_problem(response.status), response.status, text)


def _problem(status: int) -> Problem | None:
    if 200 <= status < 300:
        return None
    return Problem.REDIRECT if 300 <= status < 400 else Problem.STATUS


@contextmanager
def _time_limit(connection: socket.socket) -> Iterator[None]:
    """Break the connection after a while: a timeout of the socket begins anew with every byte that trickles in."""
    other_end = connection.dup()
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        with suppress(OSError):
            other_end.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(ALL_SECONDS, end)
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if is_over.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
        timer.join()
        other_end.close()


def _connect(target: Target) -> socket.socket:
    """Return a connection to the first of the checked addresses that takes one."""
    failure: OSError = ConnectionError(target.host)
    for address in target.addresses[:MOST_ADDRESSES]:
        try:
            return socket.create_connection((address, target.port), timeout=CONNECT_SECONDS)
        except OSError as error:
            failure = error
    raise failure


def _encrypted(connection: socket.socket, target: Target) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    return context.wrap_socket(connection, server_hostname=target.host)
