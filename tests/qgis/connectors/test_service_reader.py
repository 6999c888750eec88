"""Listing services: what they hold, each trouble with its message, the last good copy with its date."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import QgsApplication, QgsAuthMethodConfig
from werkzeug import Request, Response

from smica_qgis.connectors.catalogue.capabilities import crs_code, read_listing
from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.service_listing import source_of_layer
from smica_qgis.connectors.catalogue.service_reader import kept_listing, listing_address, read_service, with_query
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.host.authenticated_session import AuthenticatedSession, LoginError
from tests.qgis.connectors import service_answers

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


def service(url: str, kind: SourceKind = SourceKind.WMS) -> Source:
    return Source("s", "Service", kind, "", "urbanisme", url=url)


ANSWERS = [
    (SourceKind.WMS, service_answers.WMS, "Cartes", ["zone", "info"]),
    (SourceKind.WMTS, service_answers.WMTS, "Tuiles", ["PLAN"]),
    (SourceKind.WFS, service_answers.WFS, "Objets", ["du:zone"]),
    (SourceKind.OGC_API_FEATURES, service_answers.COLLECTIONS, "Données", ["zone"]),
    (SourceKind.CSW, service_answers.RECORDS, "", ["fr-1"]),
]


@pytest.mark.parametrize(("kind", "answer", "title", "names"), ANSWERS)
def test_what_a_service_holds(  # noqa: PLR0917, PLR0913
    httpserver: HTTPServer,
    session: AuthenticatedSession,
    copies: KeptCopies,
    kind: SourceKind,
    answer: bytes,
    title: str,
    names: list[str],
) -> None:
    httpserver.expect_request("/s").respond_with_data(answer)
    httpserver.expect_request("/s/collections").respond_with_data(answer)
    reading = read_service(service(httpserver.url_for("/s"), kind), session, copies)
    assert reading.listing.title == title
    assert [layer.name for layer in reading.listing.layers] == names
    assert reading.trouble is None
    assert reading.date


def test_a_layer_of_a_service_becomes_a_source() -> None:
    wms = read_listing(SourceKind.WMS, service_answers.WMS, "http://h")
    made = source_of_layer(service("http://h"), wms.layers[0])
    assert made is not None
    assert (made.title, made.layer, made.crs, made.style) == ("Zonage écrit", "zone", "EPSG:2154", "gris")
    assert not made.is_service


def test_tiles_are_taken_in_the_legal_projection_with_the_default_style() -> None:
    wmts = read_listing(SourceKind.WMTS, service_answers.WMTS, "http://h")
    made = source_of_layer(service("http://h", SourceKind.WMTS), wms_layer := wmts.layers[0])
    assert made is not None
    assert (made.tile_matrix_set, made.crs, made.style) == ("2154_10cm", "EPSG:2154", "normal")
    assert wms_layer.formats == ("image/jpeg",)


def test_the_formats_of_a_wfs_are_known() -> None:
    assert "application/json; subtype=geojson" in read_listing(SourceKind.WFS, service_answers.WFS, "http://h").formats


def test_a_record_leads_to_its_service() -> None:
    records = read_listing(SourceKind.CSW, service_answers.RECORDS, "http://h/csw")
    made = source_of_layer(service("http://h/csw", SourceKind.CSW), records.layers[0])
    assert made is not None
    assert (made.kind, made.url, made.layer) == (SourceKind.WMS, "https://example.org/wms", "zone")
    assert "GetRecordById" in made.metadata


@pytest.mark.parametrize(
    "text", ["EPSG:2154", "urn:ogc:def:crs:EPSG::2154", "http://www.opengis.net/def/crs/EPSG/0/2154", "2154"]
)
def test_codes_of_projections(text: str) -> None:
    assert crs_code(text) == "EPSG:2154"


def test_the_words_of_a_catalogue_are_quoted() -> None:
    address = listing_address(service("http://h/csw", SourceKind.CSW), "l'eau & ça")
    assert "&constraint=csw%3AAnyText%20like%20%27%25l%27%27eau" in address
    assert "& " not in address
    assert with_query("http://h/?map=a", "b=1") == "http://h/?map=a&b=1"


# ------------------------------------------------------------------------------------------------ troubles


def answers_slowly(_request: Request) -> Response:
    time.sleep(2)
    return Response(service_answers.WMS)


def trouble_of(source: Source, session: AuthenticatedSession, copies: KeptCopies) -> ServiceError:
    with pytest.raises(ServiceError) as raised:
        read_service(source, session, copies)
    return raised.value


@pytest.mark.parametrize(
    ("status", "trouble", "words"),
    [
        (401, Trouble.LOGIN_WANTED, "demande de s'identifier"),
        (403, Trouble.FORBIDDEN, "refuse l'accès"),
        (404, Trouble.NOT_FOUND, "déplacé ou retiré"),
        (429, Trouble.BUSY, "trop de demandes"),
        (500, Trouble.SERVER_ERROR, "en panne"),
        (400, Trouble.REFUSED, "refuse la demande"),
    ],
)
def test_a_status(
    httpserver: HTTPServer,
    session: AuthenticatedSession,
    copies: KeptCopies,
    status: int,
    trouble: Trouble,
    words: str,
) -> None:
    # a server that asks for more patience than we have: it is told at once
    httpserver.expect_request("/s").respond_with_data("non", status=status, headers={"Retry-After": "600"})
    error = trouble_of(service(httpserver.url_for("/s")), session, copies)
    assert (error.trouble, str(status) in error.message, words in error.message) == (trouble, True, True)
    assert f"localhost:{httpserver.port}" in error.message


@pytest.mark.parametrize(
    ("body", "trouble", "words"),
    [
        (service_answers.PAGE, Trouble.NOT_A_SERVICE, "page web"),
        (service_answers.EXCEPTION, Trouble.REFUSED, "Type inconnu : zone"),
        (b"", Trouble.UNREADABLE, "réponse vide"),
        (b"<a><b></a>", Trouble.UNREADABLE, "XML incorrect"),
        (b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>", Trouble.UNREADABLE, "DTD"),
        (b"<autre/>", Trouble.UNREADABLE, "ne peut"),
        (service_answers.WMTS, Trouble.UNREADABLE, "ne peut"),
    ],
)
def test_a_body_that_is_no_listing(
    httpserver: HTTPServer,
    session: AuthenticatedSession,
    copies: KeptCopies,
    body: bytes,
    trouble: Trouble,
    words: str,
) -> None:
    httpserver.expect_request("/s").respond_with_data(body)
    error = trouble_of(service(httpserver.url_for("/s")), session, copies)
    assert (error.trouble, words in error.message) == (trouble, True), error.message


def test_a_timeout_is_not_an_empty_list(
    httpserver: HTTPServer, session: AuthenticatedSession, copies: KeptCopies
) -> None:
    httpserver.expect_request("/s").respond_with_handler(answers_slowly)
    error = trouble_of(service(httpserver.url_for("/s")), session, copies)
    assert error.trouble is Trouble.SLOW
    assert "pas une liste vide" in error.message


def test_a_server_that_is_down(session: AuthenticatedSession, copies: KeptCopies) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert trouble_of(service(f"http://127.0.0.1:{port}/s"), session, copies).trouble is Trouble.DOWN


def test_a_name_that_nobody_knows(session: AuthenticatedSession, copies: KeptCopies) -> None:
    error = trouble_of(service("http://absent.invalid/s"), session, copies)
    assert error.trouble in (Trouble.UNKNOWN_HOST, Trouble.SLOW)


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
    with HTTPServer(host="localhost", ssl_context=context) as server:
        yield server


def test_a_certificate_of_an_unknown_authority(
    self_signed: HTTPServer, session: AuthenticatedSession, copies: KeptCopies
) -> None:
    self_signed.expect_request("/s").respond_with_data(service_answers.WMS)
    error = trouble_of(service(self_signed.url_for("/s")), session, copies)
    assert error.trouble is Trouble.BAD_CERTIFICATE
    assert "ne contournez pas" in error.message


# ------------------------------------------------------------------------------------------------ copies


def test_the_last_good_copy_is_shown_with_its_date(
    httpserver: HTTPServer, session: AuthenticatedSession, copies: KeptCopies
) -> None:
    httpserver.expect_ordered_request("/s").respond_with_data(service_answers.WMS)
    source = service(httpserver.url_for("/s"))
    first = read_service(source, session, copies)
    httpserver.expect_ordered_request("/s").respond_with_data(service_answers.PAGE)
    again = read_service(source, session, copies)
    assert again.listing == first.listing
    assert again.date == first.date
    assert again.trouble is not None
    assert again.trouble.trouble is Trouble.NOT_A_SERVICE
    kept = kept_listing(source, copies)
    assert kept is not None
    assert kept.listing == first.listing


def test_a_copy_is_of_one_login(copies: KeptCopies) -> None:
    copies.keep("http://h", b"secret", "abc1234")
    assert copies.last("http://h") is None
    assert copies.date_of("http://h", "abc1234")


def test_a_damaged_copy_counts_for_nothing(copies: KeptCopies) -> None:
    kept = copies.keep("http://h", b"whole")
    kept.path.write_bytes(b"half")
    assert copies.last("http://h") is None


def test_a_copy_does_not_tell_secrets(copies: KeptCopies) -> None:
    kept = copies.keep("http://u:p@h/?apikey=zz", b"x")
    assert "zz" not in kept.path.with_suffix(".json").read_text(encoding="utf-8")


# ------------------------------------------------------------------------------------------------ logins


@pytest.fixture
def authcfg(qgis_app: QgsApplication, tmp_path: Path) -> Iterator[str]:  # noqa: ARG001
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        pytest.skip("QGIS' authentication system is disabled here")
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("maitre", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("openig")
    config.setConfig("username", "agent")
    config.setConfig("password", "agent-pw")
    stored, config = manager.storeAuthenticationConfig(config)
    assert stored
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def test_a_login_of_qgis(httpserver: HTTPServer, authcfg: str, copies: KeptCopies) -> None:
    httpserver.expect_request("/s", headers={"Authorization": "Basic YWdlbnQ6YWdlbnQtcHc="}).respond_with_data(
        service_answers.WMS
    )
    with AuthenticatedSession(authcfg) as session:
        assert read_service(service(httpserver.url_for("/s")), session, copies, authcfg).trouble is None


def test_a_login_does_not_follow_to_another_host(httpserver: HTTPServer, authcfg: str) -> None:
    with HTTPServer() as other:
        seen: list[str | None] = []

        def note(request: Request) -> Response:
            seen.append(request.headers.get("Authorization"))
            return Response("ok")

        other.expect_request("/t").respond_with_handler(note)
        httpserver.expect_request("/s").respond_with_data("", status=302, headers={"Location": other.url_for("/t")})
        with AuthenticatedSession(authcfg) as session:
            session.answer(httpserver.url_for("/s"))
    assert seen == [None]


def test_a_login_that_qgis_does_not_have(httpserver: HTTPServer) -> None:
    with AuthenticatedSession("absent0") as session, pytest.raises(LoginError, match="absent0"):
        session.answer(httpserver.url_for("/s"))


def test_it_works_in_a_thread(httpserver: HTTPServer, copies: KeptCopies) -> None:
    httpserver.expect_request("/s").respond_with_data(service_answers.WMS)
    found: list[int] = []

    def work() -> None:
        with AuthenticatedSession() as session:
            found.append(len(read_service(service(httpserver.url_for("/s")), session, copies).listing.layers))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert found == [2]
