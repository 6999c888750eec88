"""Two rounds sent back, the third accepted with exceptions: the whole life of a delivery, in a GeoPackage."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.workflow.certificate import CertificateState, certificate_text
from smica_qgis.core.workflow.checklist import ChecklistAnswer, ChecklistItem
from smica_qgis.core.workflow.finding_states import FindingState, justify
from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import Answer, Decision, ProcedureKind, RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery, zip_folder
from smica_qgis.operations.compare_rounds import RoundComparison, compare_rounds, write_comparison
from smica_qgis.operations.decide_round import (
    DecisionRequest,
    certificate_of,
    decide_round,
    register,
    round_file,
    what_blocks,
)
from smica_qgis.operations.instruction.kept_rounds import keep_exceptions, kept_round
from smica_qgis.operations.instruction.procedures import add_procedure, moves_of, the_procedure, the_round
from smica_qgis.operations.instruction.remarks import answer_item, ask
from smica_qgis.operations.receive_round import RoundRequest, receive_round
from smica_qgis.operations.verify_certificate import verify_certificate
from smica_qgis.operations.write_decision import DecisionPapers, write_decision

pytestmark = pytest.mark.usefixtures("qgis_app")
AT = "2026-11-24T10:00:00Z"
TECHNICIAN = Actor("tech", frozenset({Role.TECHNICIAN}))
OFFICER = Actor("ddt", frozenset({Role.OFFICER}))
CHECKLIST = (ChecklistItem("zonage", "Plan", "Le plan est-il le plan approuvé ?", blocking=True),)
ZONES, PRESCRIPTIONS = "ZONE_URBA", "PRESCRIPTION_SURF"


def invented() -> InventedDelivery:
    return invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=60))


def delivery(folder: Path, *, faults: int = 0, shuffled: bool = False) -> Path:
    made = invented()
    zones = made.tables[ZONES]
    for row in range(faults):
        zones.columns["TYPEZONE"][row] = "ZZZ"
    if shuffled:
        order = list(reversed(range(zones.rows)))
        zones.columns = {name: [values[row] for row in order] for name, values in zones.columns.items()}
        zones.geometries = [(zones.geometries or [])[row] for row in order]
    folder.mkdir()
    return made.write(folder)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(str(tmp_path / "base.gpkg"))
    territory = invented().document.folder.split("_")[0]
    procedure = Procedure("rev1", territory, invented().name, ProcedureKind.REVISION, deadline="2027-01-31")
    add_procedure(opened, procedure, TECHNICIAN, AT)
    return opened


def receive(store: Store, path: Path) -> int:
    received = receive_round(store, RoundRequest("rev1", str(path)), TECHNICIAN, AT)
    received.report.geometries.close()
    return received.number


def decide(store: Store, decision: Decision, reason: str = "") -> str:
    request = DecisionRequest("rev1", decision, "Mme la cheffe de service", reason)
    return certificate_text(decide_round(store, request, OFFICER, AT, CHECKLIST))


def test_the_whole_story(store: Store, tmp_path: Path) -> None:
    first = delivery(tmp_path / "1", faults=4)
    assert receive(store, first) == 1
    assert the_round(store, "rev1").round.state is RoundState.CHECKED
    assert the_procedure(store, "rev1").whose_turn == "DDT"
    with pytest.raises(ForbiddenMoveError, match="4 constat"):
        decide(store, Decision.ACCEPTED)
    with pytest.raises(ForbiddenMoveError, match="pourquoi"):
        decide(store, Decision.SENT_BACK)
    assert register(store) == []
    decide(store, Decision.SENT_BACK, "quatre zones sans type")

    second = delivery(tmp_path / "2", faults=2, shuffled=True)
    assert receive(store, second) == 2
    compared = compare_rounds(store, "rev1")
    assert Counter(one.fate for one in compared.findings if one.finding.level.blocks) == {Fate.FIXED: 2, Fate.STILL: 2}
    counts = compared.tables["zone_urba"].counts()
    assert (counts[ObjectFate.ADDED], counts[ObjectFate.REMOVED], counts[ObjectFate.MOVED]) == (0, 0, 0)
    assert counts[ObjectFate.CHANGED] == 2
    assert {pair for pair in compared.zones.areas if "ZZZ" in pair}
    _write(compared, tmp_path)
    decide(store, Decision.SENT_BACK, "encore deux")

    third = zip_folder(delivery(tmp_path / "3", faults=1, shuffled=True), tmp_path / f"{second.name}.zip")
    assert receive(store, third) == 3
    assert compare_rounds(store, "rev1").count(Fate.STILL) >= 1
    file = round_file(store, "rev1", CHECKLIST)
    (bad,) = file.to_mend
    keep_exceptions(store, "rev1", [justify(bad.key, "zone jugée", OFFICER, AT, 3)])
    assert [text for text in what_blocks(store, round_file(store, "rev1", CHECKLIST)) if "constat" in text] == []
    with pytest.raises(ForbiddenMoveError, match="plan approuvé"):
        decide(store, Decision.ACCEPTED)
    answer_item(store, the_round(store, "rev1"), ChecklistAnswer("zonage", Answer.YES, "vu", "ddt", AT))
    text = decide(store, Decision.ACCEPTED)
    assert json.loads(text)["exceptions"][0]["reason"] == "zone jugée"
    assert text == certificate_of(store, the_round(store, "rev1"))
    assert [one.after for one in moves_of(store, the_round(store, "rev1"))] == [RoundState.CHECKED, RoundState.ACCEPTED]
    assert [entry.signatory for entry in register(store)] == ["Mme la cheffe de service"] * 3
    _verify(store, text, tmp_path, second, third)


def _write(compared: RoundComparison, tmp_path: Path) -> None:
    write_comparison(compared, tmp_path / "comparaison.json", tmp_path / "comparaison.gpkg")
    written = json.loads((tmp_path / "comparaison.json").read_text(encoding="utf-8"))
    assert written["objets"]["zone_urba"]["attributs changés"] == 2
    assert written["memes_regles"] is True
    layers = ogr.Open(str(tmp_path / "comparaison.gpkg"))
    assert layers.GetLayer("objets_surfaces").GetFeatureCount() == 2
    assert layers.GetLayer("zonage_change").GetFeatureCount() == 2
    assert layers.GetLayer("constats").GetFeatureCount() == len(compared.findings)


def _verify(store: Store, text: str, tmp_path: Path, other: Path, same: Path) -> None:
    path = tmp_path / "certificat.json"
    path.write_text(text, encoding="utf-8")
    assert verify_certificate(path, store, str(same)).state is CertificateState.REGISTERED
    assert verify_certificate(path, store, str(same.parent / "3" / other.name)).state is CertificateState.REGISTERED
    assert verify_certificate(path, store, str(other)).state is CertificateState.OTHER_DELIVERY
    assert verify_certificate(path, None, str(same)).state is CertificateState.UNALTERED
    path.write_text(text.replace("zone jugée", "zone jugee"), encoding="utf-8")
    assert verify_certificate(path, store).state is CertificateState.ALTERED
    forgery = "UPDATE inst_certificat SET signataire = 'moi' WHERE fid = 1"
    with pytest.raises(SmicaError):
        store.execute(forgery)
    store.execute("DROP TRIGGER inst_certificat_update_refuse")  # what who holds the file may always do
    store.execute(forgery)
    path.write_text(text, encoding="utf-8")
    forged = verify_certificate(path, store, str(same))
    assert forged.state is CertificateState.UNALTERED
    assert any("modifié à la main" in sentence for sentence in forged.sentences)


def test_the_report_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    received = receive_round(store, RoundRequest("rev1", str(delivery(tmp_path / "1", faults=3))), TECHNICIAN, AT)
    kept = kept_round(store, the_round(store, "rev1"))
    assert [one.key for one in kept.report.findings] == [one.key for one in received.report.findings]
    assert kept.report.counts == received.report.counts
    assert kept.report.verdict is received.report.verdict
    received.report.geometries.close()


def test_what_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="n'a encore reçu"):
        the_round(store, "rev1")
    first = delivery(tmp_path / "1", faults=1)
    with pytest.raises(ForbiddenMoveError, match="technicien"):
        receive_round(store, RoundRequest("rev1", str(first)), OFFICER, AT)
    with pytest.raises(InvalidParameterError, match="connues : rev1"):
        receive_round(store, RoundRequest("rev9", str(first)), TECHNICIAN, AT)
    receive(store, first)
    with pytest.raises(InvalidParameterError, match="attend encore"):
        receive(store, first)
    with pytest.raises(InvalidParameterError, match="qu'un tour"):
        compare_rounds(store, "rev1")
    decide(store, Decision.SENT_BACK, "à revoir")
    with pytest.raises(InvalidParameterError, match="déjà le tour 1"):
        receive(store, first)
    with pytest.raises(ForbiddenMoveError, match="ne devient pas"):
        decide(store, Decision.SENT_BACK, "encore")


def test_an_archive_that_does_not_open_is_a_round_too(store: Store, tmp_path: Path) -> None:
    broken = tmp_path / f"{invented().name}.zip"
    broken.write_bytes(b"PK\x03\x04 coupe")
    assert receive(store, broken) == 1
    assert what_blocks(store, round_file(store, "rev1", ()))
    decide(store, Decision.SENT_BACK, "illisible")


def test_a_question_is_open_until_it_is_answered(store: Store, tmp_path: Path) -> None:
    receive(store, delivery(tmp_path / "1", faults=1))
    (bad,) = round_file(store, "rev1", ()).to_mend
    ask(store, "rev1", bad.key, "Quel type ?", TECHNICIAN, AT)
    file = round_file(store, "rev1", ())
    assert file.states[file.kept.report.findings.index(bad)] is FindingState.QUESTION
    ask(store, "rev1", bad.key, "U", OFFICER, AT)
    file = round_file(store, "rev1", ())
    assert file.states[file.kept.report.findings.index(bad)] is FindingState.TO_MEND
    with pytest.raises(SmicaError, match="pas de ce tour"):
        ask(store, "rev1", "nulle part", "?", OFFICER, AT)


def test_the_papers_of_two_decisions(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    receive(store, delivery(tmp_path / "1", faults=4))
    decide(store, Decision.SENT_BACK, "quatre zones sans type")
    receive(store, delivery(tmp_path / "2", faults=2, shuffled=True))
    stored = the_round(store, "rev1")
    answer_item(store, stored, ChecklistAnswer("zonage", Answer.NO, "la zone du bourg manque", "ddt", AT))
    decide(store, Decision.SENT_BACK, "encore deux zones")
    papers = DecisionPapers(*(tmp_path / name for name in ("c.json", "c.pdf", "l.pdf", "f.gpkg", "f.xlsx")))
    read = write_decision(store, "rev1", 0, papers)
    assert read.intact
    assert (tmp_path / "c.json").read_text(encoding="utf-8") == certificate_of(store, stored)
    assert {path.read_bytes()[:5] for path in (tmp_path / "c.pdf", tmp_path / "l.pdf")} == {b"%PDF-"}
    monkeypatch.setenv("OGR_XLSX_HEADERS", "FORCE")  # GDAL takes a sheet of texts for one without headings
    sheet = ogr.Open(str(tmp_path / "f.xlsx"))
    rows = [feature.items() for feature in sheet.GetLayer(0)]
    blocking = [row for row in rows if row["Niveau"] == "erreur"]
    assert [row["Depuis"] for row in blocking] == ["tour précédent"] * 2
    assert all(row["Comment corriger"] for row in blocking)
    drawn = ogr.Open(str(tmp_path / "f.gpkg"))
    assert drawn.GetLayer("constats_surfaces").GetFeatureCount() >= 2


def test_papers_want_a_decision_and_a_letter_a_refusal(store: Store, tmp_path: Path) -> None:
    receive(store, delivery(tmp_path / "1"))
    with pytest.raises(SmicaError, match="pas encore de décision"):
        write_decision(store, "rev1", 0, DecisionPapers())
    answer_item(store, the_round(store, "rev1"), ChecklistAnswer("zonage", Answer.YES, "", "ddt", AT))
    decide(store, Decision.ACCEPTED)
    with pytest.raises(InvalidParameterError, match="a été accepté"):
        write_decision(store, "rev1", 0, DecisionPapers(letter_pdf=tmp_path / "l.pdf"))


def test_a_delivery_of_another_territory_is_refused(store: Store, tmp_path: Path) -> None:
    add_procedure(store, Procedure("rev2", "12345", "12345_PLU_20260101", ProcedureKind.REVISION), TECHNICIAN, AT)
    with pytest.raises(InvalidParameterError, match="territoire"):
        receive_round(store, RoundRequest("rev2", str(delivery(tmp_path / "1"))), TECHNICIAN, AT)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inst_constat SET code = 'AUTRE'",
        "DELETE FROM inst_constat",
        "DELETE FROM inst_tour",
        "UPDATE inst_tour SET manifeste_sha256 = 'autre'",
        "UPDATE inst_mouvement SET par = 'moi'",
        "DELETE FROM inst_fichier",
        "UPDATE inst_table SET lignes = 0",
    ],
)
def test_what_was_received_is_not_changed_afterwards(store: Store, tmp_path: Path, statement: str) -> None:
    receive(store, delivery(tmp_path / "1", faults=1))
    with pytest.raises(SmicaError):
        store.execute(statement)


def test_a_delivery_of_another_date_is_received_and_said(store: Store, tmp_path: Path) -> None:
    path = delivery(tmp_path / "1")
    territory = path.name.split("_")[0]
    expected = Procedure("rev2", territory, f"{territory}_PLU_20300101", ProcedureKind.REVISION)
    add_procedure(store, expected, TECHNICIAN, AT)
    received = receive_round(store, RoundRequest("rev2", str(path)), TECHNICIAN, AT)
    received.report.geometries.close()
    assert received.notes == (f"La livraison s'appelle {path.name} ; la procédure attend {territory}_PLU_20300101.",)
