"""The port the web server listens on."""

import errno
import http.client
import socket
import threading
import time

from cms.settings.errors import OperatorError

PATIENCE = 1.5
"""Seconds for a server that was just killed to give its port back."""


def check_free(host: str, port: int) -> None:
    """End with one sentence if the web server could not listen there."""
    deadline = time.monotonic() + PATIENCE
    while (reason := _why_not(host, port)) == errno.EADDRINUSE and time.monotonic() < deadline:
        threading.Event().wait(0.1)
    if reason == errno.EADDRINUSE:
        raise OperatorError(
            f"Port {port} is used by another program: choose a free one, such as "
            f"PORT={port + 1 if port < 65535 else 8000}."
        )
    if reason == errno.EACCES:
        raise OperatorError(f"Port {port} needs more rights than you have: choose one above 1023, such as PORT=8000.")
    if reason:
        raise OperatorError(f"BIND must be an address of this machine, such as 127.0.0.1, not {host}.")


def answers(host: str, port: int, name: str) -> bool:
    """Whether a web server there answers a request for the named host."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("HEAD", "/", headers={"Host": name})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _why_not(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except socket.gaierror:
            return errno.EADDRNOTAVAIL
        except OSError as error:
            return error.errno or errno.EADDRNOTAVAIL
    return 0
