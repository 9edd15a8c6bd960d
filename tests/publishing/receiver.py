"""A system that receives webhooks, checks them by the specification alone, and can have every kind of trouble."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class Received:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def message(self) -> Any:
        """Return the message."""
        return json.loads(self.body)

    def is_signed_with(self, secret: str) -> bool:
        """Verify as Standard Webhooks 1.0 says: base64 of HMAC-SHA256 over id, timestamp and body, with dots."""
        kind, _underscore, key = secret.partition("_")
        assert kind == "whsec"
        signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + self.body
        digest = hmac.new(base64.b64decode(key), signed, hashlib.sha256).digest()
        return f"v1,{base64.b64encode(digest).decode()}" in self.headers["webhook-signature"].split(" ")


@dataclass
class Receiver:
    """What it does and what it got. `hangs` lets it answer only when the test is over, `trickles` byte by byte."""

    port: int = 0
    status: int = 204
    location: str = ""
    body: bytes = b""
    hangs: bool = False
    trickles: bool = False
    over: Event = field(default_factory=Event)
    received: list[Received] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}/hook"


class _Handler(BaseHTTPRequestHandler):
    """Answers as its receiver says."""

    one: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.one.received.append(Received(self.path, dict(self.headers), body))
        if self.one.hangs:
            self.one.over.wait(60)
        elif self.one.trickles:
            self._trickle()
        else:
            self._answer()

    def _answer(self) -> None:
        self.send_response(self.one.status)
        if self.one.location:
            self.send_header("Location", self.one.location)
        self.send_header("Content-Length", str(len(self.one.body)))
        self.end_headers()
        self._write(self.one.body)

    def _trickle(self) -> None:
        while not self.one.over.wait(0.05) and self._write(b"H"):
            pass

    def _write(self, data: bytes) -> bool:
        try:
            self.wfile.write(data)
        except OSError:
            return False
        return True

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def receiver(**trouble: Any) -> Iterator[Receiver]:
    """Run one until the block ends."""
    one = Receiver(**trouble)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"one": one}))
    one.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield one
    finally:
        one.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
