"""Each trouble of each kind of source: listed from the kept copy, with its date; refused in words when added."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.connectors.catalogue.service_reader import listing_address
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.operations.add_source import make_layers
from smica_qgis.operations.open_catalogue import Catalogue
from tests.qgis.connectors import service_answers
from tests.unit.core.source_profile.made_profile import profile

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
PATIENCE_MS = 700
ANSWERS = {
    "wms": service_answers.WMS,
    "wmts": service_answers.WMTS,
    "wfs": service_answers.WFS,
    "ogc_api_features": service_answers.COLLECTIONS,
    "csw": service_answers.RECORDS,
}
LAYERS = {
    "wms": {"layer": "zone", "crs": "EPSG:2154"},
    "wmts": {"layer": "PLAN", "crs": "EPSG:3857", "tile_matrix_set": "PM"},
    "wfs": {"layer": "du:zone", "crs": "EPSG:2154"},
    "ogc_api_features": {"layer": "zone"},
    "vector_tiles": {},
}


def slowly(_request: Request) -> Response:
    time.sleep(2 * PATIENCE_MS / 1000)
    return Response(b"")


def status(code: int) -> Callable[[Request], Response]:
    return lambda _request: Response(b"non", status=code, headers={"Retry-After": "600"})


FAULTS: dict[str, tuple[Callable[[Request], Response], str]] = {
    "401": (status(401), "demande de s'identifier"),
    "429": (status(429), "trop de demandes"),
    "500": (status(500), "est en panne"),
    "html": (lambda _request: Response(service_answers.PAGE), "une page web"),
    "slow": (slowly, "n'a pas répondu dans le délai"),
}


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    with HTTPServer(threaded=True) as server:
        yield server


def catalogue_of(folder: Path, **source: Any) -> tuple[Catalogue, Source]:  # noqa: ANN401
    seen = profile(sources=[{"id": "s", "title": "Zonage", "group": "cadastre", **source}])
    copies = KeptCopies(folder / "copies")
    return Catalogue(LoadedProfiles(seen, ()), {}, copies, PATIENCE_MS), seen.sources["s"]


def answer_well_then(server: HTTPServer, answer: bytes, fault: Callable[[Request], Response]) -> None:
    calls: list[Request] = []

    def respond(request: Request) -> Response:
        calls.append(request)
        return Response(answer) if len(calls) == 1 else fault(request)

    server.expect_request("/s").respond_with_handler(respond)
    server.expect_request("/s/collections").respond_with_handler(respond)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", ANSWERS)
def test_the_list_is_the_copy_that_is_kept(httpserver: HTTPServer, tmp_path: Path, kind: str, fault: str) -> None:
    respond, words = FAULTS[fault]
    answer_well_then(httpserver, ANSWERS[kind], respond)
    catalogue, service = catalogue_of(tmp_path, kind=kind, url=httpserver.url_for("/s"))
    first = catalogue.list_service(service)
    assert first.trouble is None
    again = catalogue.list_service(service)
    assert again.trouble is not None
    assert words in again.trouble.message
    assert (again.listing, again.date) == (first.listing, first.date)


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_list_of_a_server_that_is_down(tmp_path: Path, kind: str) -> None:
    with HTTPServer() as server:
        server.expect_request("/s").respond_with_data(ANSWERS[kind])
        server.expect_request("/s/collections").respond_with_data(ANSWERS[kind])
        catalogue, service = catalogue_of(tmp_path, kind=kind, url=server.url_for("/s"))
        first = catalogue.list_service(service)
    again = catalogue.list_service(service)
    assert again.trouble is not None
    assert "ne répond pas" in again.trouble.message
    assert (again.listing, again.date) == (first.listing, first.date)


def refusal(catalogue: Catalogue, source: Source) -> str:
    with pytest.raises(SmicaError) as refused:
        make_layers(catalogue, source)
    return refused.value.message


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", LAYERS)
def test_a_layer_that_cannot_be_added_says_why(httpserver: HTTPServer, tmp_path: Path, kind: str, fault: str) -> None:
    respond, words = FAULTS[fault]
    httpserver.expect_request("/s").respond_with_handler(respond)
    for path in ("/s/collections", "/s/api", "/s/0/0/0.pbf"):
        httpserver.expect_request(path).respond_with_handler(respond)
    url = httpserver.url_for("/s") + ("/{z}/{x}/{y}.pbf" if kind == "vector_tiles" else "")
    catalogue, source = catalogue_of(tmp_path, kind=kind, url=url, **LAYERS[kind])
    assert words in refusal(catalogue, source)


@pytest.mark.parametrize("kind", LAYERS)
def test_a_layer_of_a_server_that_is_down(tmp_path: Path, kind: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/s" + ("/{z}/{x}/{y}.pbf" if kind == "vector_tiles" else "")
    catalogue, source = catalogue_of(tmp_path, kind=kind, url=url, **LAYERS[kind])
    assert "ne répond pas" in refusal(catalogue, source)


def test_the_refusal_gives_the_date_of_the_copy(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    catalogue, source = catalogue_of(tmp_path, kind="wms", url=f"http://127.0.0.1:{port}/s", **LAYERS["wms"])
    service = Source("x", "x", SourceKind.WMS, "", "", url=source.url)
    date = catalogue.copies.keep(listing_address(service), service_answers.WMS).date
    assert f"Dernière bonne liste : {date[:10]}" in refusal(catalogue, source)


def test_a_layer_that_the_service_does_not_name(httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/s").respond_with_data(service_answers.WMS)
    catalogue, source = catalogue_of(
        tmp_path, kind="wms", url=httpserver.url_for("/s"), layer="absente", crs="EPSG:2154"
    )
    assert "ne connaît pas (plus) la couche absente" in refusal(catalogue, source)


@pytest.fixture
def self_signed(tmp_path: Path) -> Iterator[HTTPServer]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here to sign a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = ["-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1"]
    command = ["openssl", "req", "-x509", *asked, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with HTTPServer(host="localhost", ssl_context=context, threaded=True) as server:
        yield server


@pytest.mark.parametrize("kind", LAYERS)
def test_a_certificate_that_is_not_accepted(self_signed: HTTPServer, tmp_path: Path, kind: str) -> None:
    url = self_signed.url_for("/s") + ("/{z}/{x}/{y}.pbf" if kind == "vector_tiles" else "")
    catalogue, source = catalogue_of(tmp_path, kind=kind, url=url, **LAYERS[kind])
    assert "Le certificat de localhost" in refusal(catalogue, source)


@pytest.mark.parametrize(
    "source",
    [
        {"kind": "geopackage", "path": "/absent/zones.gpkg", "layer": "zone"},
        {"kind": "file", "path": "/absent/scan.tif"},
        {"kind": "qgis_project", "path": "/absent/plan.qgz"},
    ],
)
def test_a_file_that_is_not_there(tmp_path: Path, source: dict[str, Any]) -> None:
    catalogue, wanted = catalogue_of(tmp_path, **source)
    message = refusal(catalogue, wanted)
    assert source["path"] in message
    assert "n'est pas accessible" in message


def test_a_database_that_does_not_answer(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    connection = {"host": "127.0.0.1", "port": port, "database": "smica"}
    catalogue, source = catalogue_of(tmp_path, kind="postgis", connection=connection, table="a.b", geometry="geom")
    message = refusal(catalogue, source)
    assert f"La base 127.0.0.1:{port}/smica ne s'ouvre pas" in message
