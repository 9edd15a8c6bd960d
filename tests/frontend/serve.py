"""Serve the example front end: its files, and `index.html` for every other address.

Usage: serve.py API [PORT], such as `serve.py http://localhost:8000 8100`. Standard library only.
"""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PLACE = '<meta name="content-api" content="">'


class FrontEnd(SimpleHTTPRequestHandler):
    """Answers with a file, or with the front page, whose script finds out what stands at the address."""

    def __init__(self, *args: object, api: str, **kwargs: object) -> None:
        self.api = api
        super().__init__(*args, directory=str(FOLDER), **kwargs)

    def do_GET(self) -> None:
        """Answer a GET request."""
        asked = self.path.split("?")[0]
        if asked == "/styles.css" or (asked.startswith("/js/") and asked.endswith(".js")):
            super().do_GET()
            return
        page = (FOLDER / "index.html").read_text(encoding="utf-8")
        body = page.replace(PLACE, PLACE.replace('content=""', f'content="{self.api}"')).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if asked == "/preview":  # its address holds a secret
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Robots-Tag", "noindex")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def server(api: str, port: int = 0) -> ThreadingHTTPServer:
    """Return a server on this machine that tells the front end where the API is; port 0 is any free one."""
    return ThreadingHTTPServer(("localhost", port), partial(FrontEnd, api=api))


if __name__ == "__main__":
    made = server(sys.argv[1].rstrip("/"), int(sys.argv[2]) if len(sys.argv) > 2 else 8100)
    print(f"The example front end is at http://localhost:{made.server_address[1]}/")
    made.serve_forever()
