"""Large files: by pieces, taken up where they stopped, left alone when they did not change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import QgsApplication
from werkzeug import Request, Response

from smica_qgis.core.errors import CancelledError
from smica_qgis.host.network import NetworkError, NetworkSession
from smica_qgis.host.network_file import FetchedFile, fetch_file, forget_file

PIECE = 100
ISSUED = "Mon, 01 Sep 2025 10:00:00 GMT"

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


class Depot:
    """What a server has. stops_after: pieces that it gives before it breaks; ranges: whether it gives pieces."""

    def __init__(self, server: HTTPServer) -> None:
        self.content = bytes(range(256)) * 2
        self.headers = {"ETag": '"one"', "Last-Modified": ISSUED}
        self.ranges = True
        self.stops_after = 1000
        self.asked: list[str] = []
        self.address = server.url_for("/file.bin")
        server.expect_request("/file.bin").respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        asked = request.headers.get("Range", "")
        self.asked.append(asked or "whole")
        same = request.headers.get("If-None-Match") == self.headers.get("ETag", "none")
        if same or request.headers.get("If-Modified-Since") == self.headers.get("Last-Modified", "none"):
            return Response(status=304)
        if len(self.asked) > self.stops_after:
            return Response("down", status=500)
        match = re.fullmatch(r"bytes=(\d+)-(\d+)", asked)
        current = request.headers.get("If-Range") in (None, *self.headers.values())
        if match is None or not self.ranges or not current:
            return Response(self.content, headers=self.headers)
        start, end = int(match[1]), int(match[2])
        if start >= len(self.content):
            return Response(status=416)
        piece = self.content[start : end + 1]
        span = f"bytes {start}-{start + len(piece) - 1}/{len(self.content)}"
        return Response(piece, status=206, headers={**self.headers, "Content-Range": span})


@pytest.fixture
def depot(httpserver: HTTPServer, qgis_app: QgsApplication) -> Iterator[Depot]:
    del qgis_app
    yield Depot(httpserver)
    httpserver.clear()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "file.bin"


def fetch(depot: Depot, path: Path, most: int = 10_000) -> FetchedFile:
    with NetworkSession(timeout_ms=2000) as session:
        return fetch_file(session, depot.address, path, most, piece=PIECE)


def test_by_pieces(depot: Depot, path: Path) -> None:
    told: list[int] = []
    with NetworkSession(timeout_ms=2000) as session:
        fetched = fetch_file(session, depot.address, path, 10_000, told.append, PIECE)
    assert path.read_bytes() == depot.content
    assert fetched == FetchedFile(path, unchanged=False, last_modified="2025-09-01T10:00:00+00:00")
    assert told == [100, 200, 300, 400, 500]
    assert len(depot.asked) == 6
    assert sorted(item.name for item in path.parent.iterdir()) == ["file.bin", "file.bin.json"]


@pytest.mark.parametrize("headers", [{"ETag": '"one"'}, {"Last-Modified": ISSUED}])
def test_what_did_not_change_is_not_fetched_again(depot: Depot, path: Path, headers: dict[str, str]) -> None:
    depot.headers = headers
    fetch(depot, path)
    depot.asked.clear()
    assert fetch(depot, path).unchanged
    assert len(depot.asked) == 1


def test_a_new_version_takes_its_place(depot: Depot, path: Path) -> None:
    fetch(depot, path)
    depot.content, depot.headers = b"new" * 100, {"ETag": '"two"'}
    assert not fetch(depot, path).unchanged
    assert path.read_bytes() == depot.content


def test_it_is_taken_up_where_it_stopped(depot: Depot, path: Path) -> None:
    depot.stops_after = 2
    with pytest.raises(NetworkError, match="500"):
        fetch(depot, path)
    assert not path.exists()
    depot.stops_after = 1000
    depot.asked.clear()
    fetch(depot, path)
    assert depot.asked[0] == "bytes=200-299"
    assert path.read_bytes() == depot.content


def test_it_is_begun_again_when_it_changed_meanwhile(depot: Depot, path: Path) -> None:
    depot.stops_after = 2
    with pytest.raises(NetworkError):
        fetch(depot, path)
    depot.stops_after, depot.headers, depot.content = 1000, {"ETag": '"two"'}, b"other" * 90
    fetch(depot, path)
    assert path.read_bytes() == depot.content


def test_shorter_than_what_was_there(depot: Depot, path: Path) -> None:
    depot.stops_after = 3
    with pytest.raises(NetworkError):
        fetch(depot, path)
    depot.stops_after, depot.content = 1000, depot.content[:50]  # a server that does not change its ETag
    fetch(depot, path)
    assert path.read_bytes() == depot.content


@pytest.mark.parametrize("ranges", [True, False])
def test_a_server_that_says_nothing_of_its_files(depot: Depot, path: Path, *, ranges: bool) -> None:
    depot.headers, depot.ranges = {}, ranges
    fetch(depot, path)
    assert path.read_bytes() == depot.content
    assert not fetch(depot, path).unchanged


def test_a_file_cut_on_the_disk_is_fetched_again(depot: Depot, path: Path) -> None:
    fetch(depot, path)
    path.write_bytes(path.read_bytes()[:200])
    assert not fetch(depot, path).unchanged
    assert path.read_bytes() == depot.content
    forget_file(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("ranges", [True, False])
def test_too_large(depot: Depot, path: Path, *, ranges: bool) -> None:
    depot.ranges = ranges
    with pytest.raises(NetworkError, match="trop grosse"):
        fetch(depot, path, most=300)
    assert list(path.parent.iterdir()) == []


def test_what_is_not_there(httpserver: HTTPServer, path: Path) -> None:
    httpserver.expect_request("/none").respond_with_data(status=404)
    with NetworkSession() as session, pytest.raises(NetworkError, match="n'existe pas") as raised:
        fetch_file(session, httpserver.url_for("/none"), path, 1000)
    assert raised.value.status == 404


def test_stopped(depot: Depot, path: Path) -> None:
    with NetworkSession(lambda: len(depot.asked) >= 2) as session, pytest.raises(CancelledError):
        fetch_file(session, depot.address, path, 10_000, piece=PIECE)
    assert not path.exists()
    fetch(depot, path)
    assert path.read_bytes() == depot.content
