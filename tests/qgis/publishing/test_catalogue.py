"""What may go wrong with a catalogue, said in French; settings. The real one is in tests/integration."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.host.network import NetworkError
from smica_qgis.publishing.catalogue.settings import read
from smica_qgis.publishing.catalogue.target import make_target
from tests.qgis.publishing.documents import conformant_content, published

pytestmark = pytest.mark.usefixtures("qgis_app")
EXCEPTION = """<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" version="1.2.0">
<ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>Base en panne</ows:ExceptionText></ows:Exception>
</ows:ExceptionReport>"""
BOMB = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]><a>&x;</a>'


@pytest.fixture
def content(tmp_path: Path) -> Iterator[DocumentContent]:
    with conformant_content("cnig_PLU_2024", tmp_path, objects=10) as found:
        yield found


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        (401, "Authorization Required", "demande de s'identifier"),
        (403, "Forbidden", "refuse l'accès"),
        (200, EXCEPTION, "Base en panne"),
        (400, EXCEPTION, "Base en panne"),
        (200, "<html><body>Connexion</body></html>", "page de connexion"),
        (200, "", "page de connexion"),
        (200, BOMB, "page de connexion"),
        (500, "Internal Server Error", "réponse 500"),
        (302, "", "réponse 302"),
    ],
)
def test_an_answer_that_is_none_is_said(
    httpserver: HTTPServer, content: DocumentContent, status: int, answer: str, said: str
) -> None:
    httpserver.expect_request("/csw").respond_with_data(answer, status, content_type="text/xml")
    target = make_target({"url": httpserver.url_for("/csw")}, None)
    with pytest.raises(SmicaError, match=said):
        target.plan(published(content), SilentProgress())


def test_a_server_that_is_down_is_said(content: DocumentContent) -> None:
    target = make_target({"url": "http://127.0.0.1:9/csw"}, None)
    with pytest.raises(NetworkError, match="ne peut être jointe"):
        target.plan(published(content), SilentProgress())


def test_a_server_that_says_nothing_is_given_up(httpserver: HTTPServer, content: DocumentContent) -> None:
    httpserver.expect_request("/csw").respond_with_handler(lambda _request: time.sleep(3))  # type: ignore[arg-type,return-value]
    target = make_target({"url": httpserver.url_for("/csw"), "timeout": 1}, None)
    with pytest.raises(NetworkError, match="délai"):
        target.plan(published(content), SilentProgress())


def test_one_may_stop(httpserver: HTTPServer, content: DocumentContent) -> None:
    class Stopping(SilentProgress):
        def cancelled(self) -> bool:
            return True

    target = make_target({"url": httpserver.url_for("/csw")}, None)
    with pytest.raises(CancelledError):
        target.plan(published(content), Stopping())


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "url"),
        ({"url": "https://x.example.org/csw?token=abc"}, "authcfg"),
        ({"url": "https://x.example.org/csw", "login": "moi"}, "login"),
        ({"url": "https://x.example.org/csw", "timeout": "30"}, "timeout"),
        ({"url": "https://x.example.org/csw", "publication_url": "x"}, "publication_url"),
    ],
)
def test_settings_that_are_wrong_name_the_key(given: object, named: str) -> None:
    with pytest.raises(InvalidParameterError, match=named) as raised:
        read(given)
    assert "abc" not in raised.value.message
