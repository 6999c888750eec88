"""A server of document models in a process of its own, whose answers may be made to go wrong.

    python standards_server.py FOLDER PORT_FILE

Serves FOLDER. A file `trouble.json` in it says, by path, what goes wrong instead:
{"status": 429, "times": 2, "headers": {"Retry-After": "1"}, "body": "…", "delay": 5, "cut": true}.
Each request is a line of `requests.log`.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

FOLDER = Path(sys.argv[1])
SEEN: Counter[str] = Counter()
LOCK = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """Answers GET."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, or with its trouble."""
        with LOCK:
            SEEN[self.path] += 1
            seen = SEEN[self.path]
            with (FOLDER / "requests.log").open("a", encoding="utf-8") as log:
                log.write(f"{self.path}\n")
        troubles = FOLDER / "trouble.json"
        trouble = json.loads(troubles.read_text()).get(self.path) if troubles.exists() else None
        if trouble and seen <= trouble.get("times", 1_000_000):
            self.answer_wrongly(trouble)
            return
        path = FOLDER / self.path.lstrip("/")
        if path.is_file():
            self.answer(200, path.read_bytes(), {"Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"})
        else:
            self.answer(404, b"<html>not here</html>", {})

    def answer_wrongly(self, trouble: dict[str, Any]) -> None:
        time.sleep(trouble.get("delay", 0))
        body = trouble.get("body", "").encode()
        headers = dict(trouble.get("headers", {}))
        if trouble.get("cut"):
            headers["Content-Length"] = str(len(body) + 1000)
            self.close_connection = True
        self.answer(trouble.get("status", 200), body, headers)

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client has gone

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    aside = Path(f"{sys.argv[2]}.aside")
    aside.write_text(str(server.server_port))
    aside.rename(sys.argv[2])
    server.serve_forever()
