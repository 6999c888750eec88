"""Reading all the objects of a WFS, and refusing to believe that a part is all."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.connectors.catalogue.wfs_pages import IncompleteError, WfsRead
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.host.authenticated_session import AuthenticatedSession
from tests.qgis.connectors import service_answers

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]

COLLECTION = (
    b'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="%s" numberReturned="0"/>'
)


class Server:
    """A WFS with so many objects, that never gives more than its cap."""

    def __init__(self, objects: int, cap: int, announced: str = "") -> None:
        self.ids = [f"zone.{i}" for i in range(objects)]
        self.cap = cap
        self.announced = announced or str(objects)
        self.pages: list[tuple[int, int]] = []
        self.broken: Callable[[int], Response | None] = lambda _start: None

    def answer(self, request: Request) -> Response:
        asked = {key.upper(): value for key, value in request.args.items()}
        if asked["REQUEST"] == "GetCapabilities":
            return Response(service_answers.WFS)
        if asked.get("RESULTTYPE") == "hits":
            return Response(COLLECTION % self.announced.encode())
        start, count = int(asked["STARTINDEX"]), int(asked["COUNT"])
        self.pages.append((start, count))
        assert asked["OUTPUTFORMAT"] == "application/json; subtype=geojson"
        broken = self.broken(start)
        if broken is not None:
            return broken
        ids = self.ids[start : start + min(count, self.cap)]
        features = [{"type": "Feature", "id": i, "properties": {}, "geometry": None} for i in ids]
        return Response(json.dumps({"type": "FeatureCollection", "features": features}))


def reading(httpserver: HTTPServer, server: Server, session: AuthenticatedSession, page: int = 100) -> WfsRead:
    httpserver.expect_request("/wfs").respond_with_handler(server.answer)
    url = httpserver.url_for("/wfs")
    return WfsRead(Source("z", "Zones", SourceKind.WFS, "", "", url=url, layer="du:zone", page_size=page), session)


def test_all_the_pages(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = Server(250, 1000)
    read = reading(httpserver, server, session)
    ids = [feature["id"] for page in read.pages() for feature in page.features]
    assert ids == server.ids
    assert server.pages == [(0, 100), (100, 100), (200, 100), (250, 1)]
    assert (read.expected, read.received) == (250, 250)


def test_a_capped_server_does_not_look_like_the_end(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = Server(250, 60)
    pages = list(reading(httpserver, server, session).pages())
    assert [len(page.features) for page in pages] == [60, 60, 60, 60, 10]
    assert [page.capped for page in pages] == [True, False, False, False, False]


def test_without_a_count_only_an_empty_page_is_the_end(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = Server(130, 60, "unknown")
    pages = list(reading(httpserver, server, session).pages())
    assert sum(len(page.features) for page in pages) == 130
    assert server.pages[-1][0] == 130


def test_fewer_than_announced_is_an_error(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    with pytest.raises(IncompleteError, match="90 objets reçus sur 250 annoncés"):
        list(reading(httpserver, Server(90, 1000, "250"), session).pages())


def test_more_than_announced_is_an_error(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    with pytest.raises(IncompleteError, match="100 objets reçus sur 90"):
        list(reading(httpserver, Server(100, 1000, "90"), session).pages())


def test_a_count_that_is_capped_too_does_not_look_like_all(
    httpserver: HTTPServer, session: AuthenticatedSession
) -> None:
    server = Server(250, 60, "60")
    pages = list(reading(httpserver, server, session).pages())
    assert sum(len(page.features) for page in pages) == 250
    assert pages[0].capped


def test_pages_that_repeat_are_an_error(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    server = Server(250, 1000)
    server.ids[100:200] = server.ids[:100]
    with pytest.raises(IncompleteError, match="deux fois"):
        list(reading(httpserver, server, session).pages())


def test_an_empty_layer_is_empty(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    read = reading(httpserver, Server(0, 1000), session)
    assert list(read.pages()) == []
    assert read.expected == 0


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (service_answers.EXCEPTION, Trouble.REFUSED),
        (service_answers.PAGE, Trouble.NOT_A_SERVICE),
        (b'{"features": [{"id"', Trouble.UNREADABLE),
        (b'{"features": 3}', Trouble.UNREADABLE),
    ],
)
def test_a_page_that_is_no_page(
    httpserver: HTTPServer, session: AuthenticatedSession, body: bytes, trouble: Trouble
) -> None:
    server = Server(250, 1000)
    server.broken = lambda start: Response(body) if start else None
    read = reading(httpserver, server, session)
    pages = read.pages()
    next(pages)
    with pytest.raises(ServiceError) as raised:
        next(pages)
    assert raised.value.trouble is trouble


def test_a_sort_key_is_asked_for(httpserver: HTTPServer, session: AuthenticatedSession) -> None:
    seen: list[str] = []
    server = Server(10, 100)

    def answer(request: Request) -> Response:
        seen.append(request.args.get("SORTBY", ""))
        return server.answer(request)

    httpserver.expect_request("/wfs").respond_with_handler(answer)
    source = Source("z", "Z", SourceKind.WFS, "", "", url=httpserver.url_for("/wfs"), layer="du:zone", key="gid")
    assert len(list(WfsRead(source, session).pages())) == 1
    assert seen[-1] == "gid"
