"""What a WebDAV server may answer that the real one of the tests does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.publishing.feed.atom import FeedHeading, entries_of, read_feed
from smica_qgis.publishing.feed.main_feed import MainFeed
from smica_qgis.publishing.feed.place import FeedConflictError
from smica_qgis.publishing.feed.webdav_place import WebDavPlace
from tests.qgis.publishing.feed_entries import entry_of


class EtagServer:
    """A folder whose feed is changed by somebody else `others` times, between our reading and our writing."""

    def __init__(self, others: int, moves: bool = True) -> None:  # noqa: FBT001, FBT002
        self.files: dict[str, bytes] = {}
        self.version = 0
        self.others = others
        self.moves = moves

    def __call__(self, request: Request) -> Response:
        path = request.path.removeprefix("/dav/")
        method = request.method
        if method == "MKCOL":
            return Response(status=201)
        if method == "GET":
            return self.get(path)
        if method == "PUT":
            return self.put(path, request)
        if method == "MOVE":
            return self.move(path, request)
        self.files.pop(path, None)
        return Response(status=204)

    def get(self, path: str) -> Response:
        if path not in self.files:
            return Response(status=404)
        answer = Response(self.files[path], headers={"ETag": f'"{self.version}"'})
        if path == "feed.xml" and self.others > 0:
            self.others -= 1
            self.version += 1
            root = read_feed(self.files[path], "")
            root.append(entry_of(f"theirs-{self.others}"))

            self.files[path] = etree.tostring(root)
        return answer

    def put(self, path: str, request: Request) -> Response:
        wanted = request.headers.get("If-Match")
        if wanted is not None and wanted != f'"{self.version}"':
            return Response(status=412)
        self.files[path] = request.get_data()
        self.version += 1
        return Response(status=201)

    def move(self, path: str, request: Request) -> Response:
        if not self.moves:
            return Response(status=501)
        self.files[request.headers["Destination"].rpartition("/dav/")[2]] = self.files.pop(path)
        return Response(status=201)


@pytest.fixture
def session(qgis_app: object) -> Iterator[AuthenticatedSession]:  # noqa: ARG001
    with AuthenticatedSession(timeout_ms=5000) as opened:
        yield opened


def place_of(httpserver: HTTPServer, server: EtagServer, session: AuthenticatedSession) -> WebDavPlace:
    httpserver.expect_request(re.compile("/dav/.*")).respond_with_handler(server)
    return WebDavPlace(httpserver.url_for("/dav"), session)


def add(place: WebDavPlace, name: str) -> None:
    feed = MainFeed(place, "https://e.org", FeedHeading("https://e.org/feed.xml", "t", "a"), 100)
    feed.change(lambda entries: [*entries, entry_of(name)], "2026-01-01T00:00:00Z", SilentProgress())


def test_a_feed_that_changed_meanwhile_is_read_again(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = EtagServer(others=0)
    place = place_of(httpserver, server, session)
    add(place, "first")
    server.others = 2
    add(place, "ours")
    assert len(entries_of(read_feed(server.files["feed.xml"], ""))) == 4


def test_a_feed_that_never_stops_changing_is_said(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = EtagServer(others=0)
    place = place_of(httpserver, server, session)
    add(place, "first")
    server.others = 100
    with pytest.raises(FeedConflictError, match="changé par quelqu'un d'autre"):
        add(place, "ours")


def test_a_server_that_cannot_rename_gets_the_file_as_it_is(
    httpserver: HTTPServer, session: AuthenticatedSession, tmp_path: Path
) -> None:
    server = EtagServer(others=0, moves=False)
    place = place_of(httpserver, server, session)
    (tmp_path / "a.zip").write_bytes(b"zip")
    place.upload("archives/a.zip", tmp_path / "a.zip")
    assert server.files == {"archives/a.zip": b"zip"}


def test_a_page_of_a_portal_is_no_success(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    """Behind a portal every address answers 200: what is read back is no feed, and is not written over."""
    httpserver.expect_request(re.compile("/dav/.*")).respond_with_data("<html>Connexion</html>")
    with pytest.raises(SmicaError, match="n'est pas un flux ATOM"):
        add(WebDavPlace(httpserver.url_for("/dav"), session), "ours")
