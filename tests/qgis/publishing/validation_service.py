"""A service of validation that follows the contract of the Géoplateforme's, with answers that a test says."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.core.validation.official_comparison import FindingKey

HEADER = ["code", "level", "message", "standard", "fileModel", "attribute", "file", "id", "feat_bbox", "WKT", "feat_id"]
HEADER += ["xsd_code", "xsd_msg", "xsd_path"]


def results_csv(keys: Sequence[FindingKey]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER)
    writer.writeheader()
    for key in keys:
        row = {"code": key.code, "level": key.level, "message": "…", "fileModel": key.file_model}
        writer.writerow({**row, "attribute": key.attribute, "file": key.file, "id": key.id, "feat_bbox": "1,2,3,4"})
    return text.getvalue()


@dataclass
class ValidationService:
    """states: what it says at each look, the last one for ever. results: of results.csv. seen: what it was asked."""

    states: list[str] = field(default_factory=lambda: ["created", "progress", "success"])
    results: str = ""
    logs: str = ""
    seen: list[tuple[str, str]] = field(default_factory=list)
    archive: bytes = b""
    arguments: dict[str, object] = field(default_factory=dict)
    login: str = ""
    refusals: dict[str, int] = field(default_factory=dict)

    def serve(self, server: HTTPServer) -> str:
        server.expect_request(re.compile("/api/.*")).respond_with_handler(self)
        return server.url_for("/api")

    def __call__(self, request: Request) -> Response:
        path = request.path.removeprefix("/api/validations").strip("/")
        self.seen.append((request.method, path))
        self.login = request.headers.get("Authorization", "")
        if request.method in self.refusals:
            return Response("non", status=self.refusals[request.method])
        if (request.method, path) == ("POST", ""):
            self.archive = request.files["archive"].read()
            return self.json({"_id": "abc", "status": "created"}, 201)
        if (request.method, path) == ("PATCH", "abc"):
            self.arguments = json.loads(request.get_data())
            return self.json({"_id": "abc"}, 200)
        if (request.method, path) == ("GET", "abc"):
            state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
            return self.json({"_id": "abc", "status": state}, 200)
        texts = {"abc/results.csv": self.results, "abc/logs": self.logs, "abc/abort": ""}
        return Response(texts[path], status=200) if path in texts else Response(status=404)

    @staticmethod
    def json(content: object, status: int) -> Response:
        return Response(json.dumps(content), status=status, content_type="application/json")
