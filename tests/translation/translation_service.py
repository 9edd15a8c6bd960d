"""A little translation service that speaks as LibreTranslate and DeepL do, and can have every kind of trouble."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs

FRENCH = {
    "Über uns": "À propos",
    "Wer wir sind.": "Qui nous sommes.",
    "Partnerschaft": "Partenariat",
    "Die Welt ist unser Partner.": "Le monde est notre partenaire.",
    "Wir haben <b>neunzehn</b> Partnerstädte.": "Nous avons <b>dix-neuf</b> villes partenaires.",
}


@dataclass
class TranslationService:
    """What the service does and what it was asked. `hangs` lets it answer only when the test is over."""

    port: int = 0
    status: int = 200
    body: bytes | None = None
    hangs: bool = False
    over: Event = field(default_factory=Event)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Return where it is."""
        return f"http://127.0.0.1:{self.port}"

    def answer(self, path: str, data: bytes) -> bytes:
        """Return the body of the answer."""
        if self.body is not None:
            return self.body
        if path == "/translate":
            question = json.loads(data)
            self.asked.append(question)
            return json.dumps({"translatedText": [translated(text) for text in question["q"]]}).encode()
        form = parse_qs(data.decode())
        self.asked.append(form)
        return json.dumps({"translations": [{"text": translated(text)} for text in form["text"]]}).encode()


def translated(text: str) -> str:
    return FRENCH.get(text, f"({text})")


@contextmanager
def translation_service() -> Iterator[TranslationService]:
    """Run the service until the block ends."""
    service = TranslationService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            service.headers.append(dict(self.headers))
            if service.hangs:
                service.over.wait(30)
                return
            body = service.answer(self.path, data)
            self.send_response(service.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
