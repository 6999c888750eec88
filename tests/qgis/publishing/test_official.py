"""The counter-check by the official tool: its contract, followed against a server that answers as it does."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import QgsApplication, QgsAuthMethodConfig

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Proof
from smica_qgis.core.validation.official_comparison import FindingKey, key_of
from smica_qgis.publishing.official.api import read_results
from smica_qgis.publishing.official.settings import read
from smica_qgis.publishing.official.target import OfficialTarget, make_target
from tests.qgis.deliveries import ConformantDelivery, conformant, validated
from tests.qgis.publishing.documents import content_of, published, withdrawn
from tests.qgis.publishing.validation_service import ValidationService, results_csv

pytestmark = pytest.mark.usefixtures("qgis_app")
PLU = "cnig_PLU_2024"


@pytest.fixture
def delivery(tmp_path: Path) -> ConformantDelivery:
    return conformant(PLU, tmp_path, objects=10)


@pytest.fixture
def content(delivery: ConformantDelivery) -> Iterator[DocumentContent]:
    with content_of(delivery, PLU) as found:
        yield found


def target_at(url: str, **more: object) -> OfficialTarget:
    return make_target({"url": url, "poll_seconds": 0, **more}, None)


def checked(target: OfficialTarget, content: DocumentContent) -> list[Proof]:
    plan = target.plan(published(content), SilentProgress())
    assert not plan.is_empty
    target.apply(published(content), plan, SilentProgress())
    return target.read_back(published(content), SilentProgress())


def our_keys(delivery: ConformantDelivery) -> list[FindingKey]:
    report = validated(delivery.root, PLU, families=("official",))
    return [key_of(finding) for finding in report.findings]


def test_the_contract_is_followed_and_both_agree(
    httpserver: HTTPServer, delivery: ConformantDelivery, content: DocumentContent
) -> None:
    service = ValidationService(results=results_csv(our_keys(delivery)))
    proofs = checked(target_at(service.serve(httpserver)), content)
    assert all(proof.agrees for proof in proofs), proofs
    assert service.seen[:2] == [("POST", ""), ("PATCH", "abc")]
    assert service.seen[2:5] == [("GET", "abc")] * 3
    assert service.seen[5:] == [("GET", "abc/results.csv")]
    assert service.arguments == {
        "model": "https://www.geoportail-urbanisme.gouv.fr/standard/cnig_PLU_2024.json",
        "srs": "EPSG:2154",
        "max-errors": 100000,
        "normalize": False,
        "plugins": "CNIG",
    }
    with zipfile.ZipFile(io.BytesIO(service.archive)) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {content.idurba}


def test_each_difference_is_shown(
    httpserver: HTTPServer, delivery: ConformantDelivery, content: DocumentContent
) -> None:
    keys = our_keys(delivery)
    theirs = FindingKey("ATTRIBUTE_UNEXPECTED_NULL", "ERROR", "ZONE_URBA", "LIBELLE", "z.dbf", "12")
    service = ValidationService(results=results_csv([*keys[1:], theirs, theirs]))
    proofs = checked(target_at(service.serve(httpserver)), content)
    wrong = {proof.what: (proof.expected, proof.found) for proof in proofs if not proof.agrees}
    assert wrong["Verdict (le nôtre, puis l'officiel)"] == ("valide", "invalide")
    assert wrong["ATTRIBUTE_UNEXPECTED_NULL · z.dbf · LIBELLE · ligne 12"] == ("0 (les nôtres)", "2 (outil officiel)")
    if keys[0].code != "VALIDATOR_INFO":
        assert len(wrong) == 3


def test_a_report_of_an_unknown_form_falls_back_on_the_log(httpserver: HTTPServer, content: DocumentContent) -> None:
    service = ValidationService(results="gravite;texte\n1;x\n", logs="INFO fin\n")
    (proof,) = checked(target_at(service.serve(httpserver)), content)
    assert not proof.agrees
    assert "INFO fin" in proof.found


def test_a_tool_that_stops_is_said(httpserver: HTTPServer, content: DocumentContent) -> None:
    service = ValidationService(states=["progress", "failure"], logs="OutOfMemory")
    with pytest.raises(SmicaError, match="état « failure »") as raised:
        checked(target_at(service.serve(httpserver)), content)
    assert "OutOfMemory" in raised.value.details


def test_a_validation_that_takes_too_long_is_stopped_there(httpserver: HTTPServer, content: DocumentContent) -> None:
    service = ValidationService(states=["progress"])
    with pytest.raises(SmicaError, match="wait_seconds"):
        checked(target_at(service.serve(httpserver), wait_seconds=1), content)
    assert service.seen[-1] == ("POST", "abc/abort")


def test_one_may_stop_while_it_waits(httpserver: HTTPServer, content: DocumentContent) -> None:
    class Stopping(SilentProgress):
        def __init__(self) -> None:
            self.end = time.monotonic() + 3600

        def phase(self, text: str, total: int = 0) -> None:  # noqa: ARG002
            if text.startswith("Contrôle par"):
                self.end = time.monotonic() + 0.5

        def cancelled(self) -> bool:
            return time.monotonic() > self.end

    service = ValidationService(states=["progress"])
    target = target_at(service.serve(httpserver), poll_seconds=5)
    plan = target.plan(published(content), SilentProgress())
    started = time.monotonic()
    with pytest.raises(CancelledError):
        target.apply(published(content), plan, Stopping())
    assert time.monotonic() - started < 20
    assert service.seen[-1] == ("POST", "abc/abort")


@pytest.mark.parametrize(
    ("method", "status", "said"),
    [("POST", 401, "demande de s'identifier"), ("PATCH", 400, "réponse 400"), ("POST", 413, "réponse 413")],
)
def test_a_refusal_is_said(
    httpserver: HTTPServer, content: DocumentContent, method: str, status: int, said: str
) -> None:
    service = ValidationService(refusals={method: status})
    with pytest.raises(SmicaError, match=said) as raised:
        checked(target_at(service.serve(httpserver)), content)
    assert "non" in raised.value.details


def test_a_page_is_no_answer(httpserver: HTTPServer, content: DocumentContent) -> None:
    httpserver.expect_request("/api/validations").respond_with_data("<html>Connexion</html>")
    with pytest.raises(SmicaError, match="autre chose que du JSON"):
        checked(target_at(httpserver.url_for("/api")), content)


def test_a_bearer_of_qgis_is_sent(
    httpserver: HTTPServer, delivery: ConformantDelivery, content: DocumentContent
) -> None:
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("maitre", True)
    config = QgsAuthMethodConfig("APIHeader")
    config.setName("géoplateforme")
    config.setConfig("Authorization", "Bearer invented-for-tests")
    stored, config = manager.storeAuthenticationConfig(config)
    assert stored
    try:
        service = ValidationService(results=results_csv(our_keys(delivery)))
        checked(target_at(service.serve(httpserver), authcfg=config.id()), content)
        assert service.login == "Bearer invented-for-tests"
    finally:
        manager.removeAuthenticationConfig(config.id())


def test_nothing_is_sent_for_a_withdrawal(content: DocumentContent) -> None:
    assert target_at("http://127.0.0.1:9").plan(withdrawn(content), SilentProgress()).is_empty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code,level,file,id\nA,error,f.dbf,3\n", [FindingKey("A", "ERROR", file="f.dbf", id="3")]),
        ("code;level;file_model\nA;INFO;Z\n", [FindingKey("A", "INFO", "Z")]),
        ('code,level,message\nA,INFO,"deux\nlignes, une virgule"\n', [FindingKey("A", "INFO")]),
        ("", None),
        ("erreur interne", None),
        ("code,message\nA,x\n", None),
    ],
)
def test_the_report_is_read_by_its_header(text: str, expected: list[FindingKey] | None) -> None:
    assert read_results(text) == expected


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"url": "x"}, "url"),
        ({"model_url": "https://x.example.org/files.json"}, "model_url"),
        ({"wait_seconds": 0}, "wait_seconds"),
        ({"token": "x"}, "token"),
    ],
)
def test_settings_that_are_wrong_name_the_key(given: object, named: str) -> None:
    with pytest.raises(InvalidParameterError, match=named):
        read(given)


def test_the_service_of_the_geoplateforme_is_the_default() -> None:
    assert read({}).url == "https://data.geopf.fr/validation/api"
