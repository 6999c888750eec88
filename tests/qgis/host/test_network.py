"""The network session: what it accepts, refuses, bounds; how long it waits."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from pytest_httpserver import HTTPServer
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings, QgsTask
from werkzeug import Request, Response

from smica_qgis.core.errors import CancelledError
from smica_qgis.host.network import NetworkError, NetworkSession, download

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    """Return a server of this test alone, that answers several at once."""
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def session() -> Iterator[NetworkSession]:
    with NetworkSession(timeout_ms=800, most_octets=10_000) as opened:
        yield opened


def test_what_is_at_an_address(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(b"content")
    assert download(httpserver.url_for("/a")) == b"content"


def test_it_is_a_session_of_requests(httpserver: HTTPServer, session: NetworkSession) -> None:
    httpserver.expect_request("/j", query_string="a=1", headers={"X-Mine": "yes"}).respond_with_json({"b": 2})
    response = session.get(httpserver.url_for("/j"), params={"a": "1"}, headers={"X-Mine": "yes"})
    assert response.json() == {"b": 2}
    assert response.headers["content-type"] == "application/json"
    httpserver.expect_request("/p", method="POST", data="body").respond_with_data("posted", status=201)
    posted = session.post(httpserver.url_for("/p"), data="body")
    assert (posted.status_code, posted.text) == (201, "posted")


def test_the_date_of_what_is_there(httpserver: HTTPServer, session: NetworkSession) -> None:
    dated = {"Last-Modified": "Wed, 21 Oct 2015 07:28:00 GMT"}
    httpserver.expect_request("/a").respond_with_data(b"x", headers=dated)
    httpserver.expect_request("/b").respond_with_data(b"x", headers={"Last-Modified": "yesterday"})
    assert session.answer(httpserver.url_for("/a")).last_modified == "2015-10-21T07:28:00+00:00"
    assert session.answer(httpserver.url_for("/b")).last_modified == ""


@pytest.mark.parametrize(
    ("status", "words"), [(404, "n'existe pas"), (403, "refuse l'accès"), (401, "s'identifier"), (418, "réponse 418")]
)
def test_a_refusal_is_said(httpserver: HTTPServer, session: NetworkSession, status: int, words: str) -> None:
    httpserver.expect_request("/a").respond_with_data(b"no", status=status)
    with pytest.raises(NetworkError, match=words) as raised:
        session.answer(httpserver.url_for("/a"))
    assert raised.value.status == status
    assert httpserver.url_for("/a") in raised.value.message


@pytest.mark.parametrize("zipped", [False, True])
def test_too_long_an_answer_is_cut(httpserver: HTTPServer, session: NetworkSession, zipped: bool) -> None:  # noqa: FBT001
    body = b"0" * 1_000_000
    headers = {"Content-Encoding": "gzip"} if zipped else {}
    httpserver.expect_request("/a").respond_with_data(gzip.compress(body) if zipped else body, headers=headers)
    with pytest.raises(NetworkError, match="trop grosse"):
        session.answer(httpserver.url_for("/a"))


def test_silence_is_given_up(httpserver: HTTPServer, session: NetworkSession) -> None:
    httpserver.expect_request("/a").respond_with_handler(lambda _request: time.sleep(3) or Response("late"))  # type: ignore[func-returns-value]
    start = time.monotonic()
    with pytest.raises(NetworkError, match="dans le délai") as raised:
        session.answer(httpserver.url_for("/a"))
    assert raised.value.status is None
    assert time.monotonic() - start < 2.5


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x"])
def test_a_redirection_leads_nowhere_but_the_network(
    httpserver: HTTPServer, session: NetworkSession, target: str
) -> None:
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": target})
    with pytest.raises(NetworkError, match="n'est pas suivie"):
        session.answer(httpserver.url_for("/a"))


def test_never_from_https_to_http(session: NetworkSession) -> None:
    response = requests.Response()
    response.status_code, response.url = 302, "https://a.example/x"
    response.headers["Location"] = "http://a.example/x"
    with pytest.raises(requests.exceptions.InvalidSchema):
        session.get_redirect_target(response)
    response.headers["Location"] = "/y"
    assert session.get_redirect_target(response) == "/y"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "ftp://a/b", "", "http://"])
def test_what_is_no_address(session: NetworkSession, address: str) -> None:
    with pytest.raises(NetworkError):
        session.answer(address)


def test_a_busy_server_is_left_in_peace(httpserver: HTTPServer, session: NetworkSession) -> None:
    asked: list[float] = []

    def busy(_request: Request) -> Response:
        asked.append(time.monotonic())
        return Response("ok") if len(asked) == 3 else Response(status=429, headers={"Retry-After": "1"})

    httpserver.expect_request("/a").respond_with_handler(busy)
    assert session.answer(httpserver.url_for("/a")).content == b"ok"
    assert all(later - sooner >= 1.0 for sooner, later in zip(asked, asked[1:]))


def test_one_that_asks_for_too_much_patience_is_said(httpserver: HTTPServer, session: NetworkSession) -> None:
    httpserver.expect_request("/a").respond_with_data(status=429, headers={"Retry-After": "7200"})
    with pytest.raises(NetworkError, match="réessayez dans 7200 secondes"):
        session.answer(httpserver.url_for("/a"))


def test_several_at_once_are_quicker_and_asked_for_once(httpserver: HTTPServer, session: NetworkSession) -> None:
    for number in range(8):
        httpserver.expect_request(f"/{number}").respond_with_handler(
            lambda _request, n=number: time.sleep(0.2) or Response(str(n))
        )
    addresses = [httpserver.url_for(f"/{number}") for number in range(8)]
    start = time.monotonic()
    session.prefetch(addresses)
    assert [session.answer(address).content for address in addresses] == [b"%d" % n for n in range(8)]
    assert time.monotonic() - start < 1.2
    assert len(httpserver.log) == 8


def test_one_can_stop(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_handler(lambda _request: time.sleep(5) or Response("late"))
    stopped = threading.Event()
    session = NetworkSession(stopped.is_set)
    threading.Timer(0.3, stopped.set).start()
    start = time.monotonic()
    with pytest.raises(CancelledError):
        session.answer(httpserver.url_for("/a"))
    assert time.monotonic() - start < 2.0


def test_in_the_thread_of_a_task(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(b"content")
    address, found = httpserver.url_for("/a"), []
    task = QgsTask.fromFunction("network", lambda _task: found.append(download(address)))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 10
    while not found and time.monotonic() < end:
        QgsApplication.processEvents()
    assert found == [b"content"]


def test_the_proxy_of_qgis_is_used(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/x").respond_with_data(b"through the proxy")
    settings = QgsSettings()
    proxy = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1", "proxyPort": httpserver.port}
    try:
        for name, value in proxy.items():
            settings.setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        assert download("http://models.invalid/x") == b"through the proxy"
    finally:
        settings.remove("proxy")
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_a_file_is_sent_as_it_is_read(httpserver: HTTPServer, session: NetworkSession, tmp_path: Path) -> None:
    path = tmp_path / "été.zip"
    path.write_bytes(bytes(range(256)) * 400)
    got: list[bytes] = []

    def keep(request: Request) -> Response:
        got.append(request.get_data())
        return Response(status=201)

    httpserver.expect_request("/p", method="PUT").respond_with_handler(keep)
    assert session.ask(httpserver.url_for("/p"), method="PUT", body=path).status_code == 201
    assert got == [path.read_bytes()]


def test_what_writes_follows_no_redirection(httpserver: HTTPServer, session: NetworkSession) -> None:
    """Followed, a POST would become a GET that seems to succeed."""
    httpserver.expect_request("/p").respond_with_data(status=302, headers={"Location": "/elsewhere"})
    httpserver.expect_request("/elsewhere").respond_with_data("fine")
    assert session.ask(httpserver.url_for("/p"), method="POST", body=b"x").status_code == 302
    assert session.ask(httpserver.url_for("/p")).content == b"fine"


@pytest.mark.parametrize(("method", "status", "asked"), [("POST", 503, 1), ("POST", 429, 2), ("PUT", 503, 2)])
def test_what_might_be_done_twice_is_not_sent_again(
    httpserver: HTTPServer, session: NetworkSession, method: str, status: int, asked: int
) -> None:
    answers = iter([Response(status=status, headers={"Retry-After": "0"})])
    seen: list[str] = []

    def answer(request: Request) -> Response:
        seen.append(request.method)
        return next(answers, Response(status=201))

    httpserver.expect_request("/p").respond_with_handler(answer)
    session.ask(httpserver.url_for("/p"), method=method, body=b"x")
    assert len(seen) == asked
