"""Story 11 through Processing alone, as an operator at night would run it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery
from smica_qgis.processing.annotate_round import AnnotateRound
from smica_qgis.processing.compare_rounds import CompareRounds
from smica_qgis.processing.decide_round import DecideRound
from smica_qgis.processing.list_procedures import ListProcedures
from smica_qgis.processing.open_procedure import OpenProcedure
from smica_qgis.processing.receive_round import ReceiveRound
from smica_qgis.processing.verify_certificate import VerifyCertificate

pytestmark = pytest.mark.usefixtures("qgis_app")


def invented() -> InventedDelivery:
    return invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=40))


def delivery(folder: Path, faults: int) -> str:
    made = invented()
    made.tables["ZONE_URBA"].columns["TYPEZONE"][:faults] = ["ZZZ"] * faults
    folder.mkdir()
    return str(made.write(folder))


def run(algorithm: Any, **parameters: object) -> dict[str, Any]:  # noqa: ANN401 - one of several classes
    algorithm = algorithm.create()
    results, ok = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert ok
    return dict(results)


def test_the_story_without_a_screen(tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    opened = run(OpenProcedure(), STORE=store, DOCUMENT=invented().name, KIND="R", DEADLINE="2020-01-31")
    procedure = opened["IDENTIFIER"]
    first = run(ReceiveRound(), STORE=store, PROCEDURE=procedure, INPUT=delivery(tmp_path / "1", 3))
    assert (first["ROUND"], first["VERDICT"], first["ERRORS"]) == (1, "invalid", 3)
    with pytest.raises(QgsProcessingException, match="ne peut pas être accepté"):
        run(DecideRound(), STORE=store, PROCEDURE=procedure, DECISION="accepted", SIGNATORY="DDT")
    letter = str(tmp_path / "lettre.pdf")
    run(DecideRound(), STORE=store, PROCEDURE=procedure, DECISION="sent_back", SIGNATORY="DDT", REASON="à revoir",
        LETTER_PDF=letter)  # fmt: skip
    assert Path(letter).read_bytes().startswith(b"%PDF")
    good = delivery(tmp_path / "2", 0)
    second = run(ReceiveRound(), STORE=store, PROCEDURE=procedure, INPUT=good)
    assert (second["ROUND"], second["VERDICT"]) == (2, "valid")
    gpkg = str(tmp_path / "c.gpkg")
    compared = run(CompareRounds(), STORE=store, PROCEDURE=procedure, OUTPUT_GPKG=gpkg)
    assert compared["FIXED"] == 3
    assert Path(gpkg).is_file()
    from smica_qgis.operations.instruction.checklists import the_checklist

    for item in the_checklist():
        run(AnnotateRound(), STORE=store, PROCEDURE=procedure, ACTION="checklist", KEY=item.code, ANSWER="yes")
    certificate = str(tmp_path / "certificat.json")
    decided = run(DecideRound(), STORE=store, PROCEDURE=procedure, DECISION="accepted", SIGNATORY="DDT",
                  CERTIFICATE_JSON=certificate)  # fmt: skip
    assert len(decided["SEAL"]) == 64
    verified = run(VerifyCertificate(), STORE=store, CERTIFICATE=certificate, INPUT=good)
    assert verified["STATE"] == "registered"
    assert run(VerifyCertificate(), CERTIFICATE=certificate, INPUT=good)["STATE"] == "unaltered"
    table, on_map = str(tmp_path / "p.csv"), str(tmp_path / "p.gpkg")
    listed = run(ListProcedures(), STORE=store, OUTPUT_CSV=table, OUTPUT_GPKG=on_map)
    assert (listed["PROCEDURES"], listed["LATE_COUNT"]) == (1, 1)
    assert "accepté" in Path(table).read_text(encoding="utf-8-sig")
    assert run(ListProcedures(), STORE=store, STATES=["received"])["PROCEDURES"] == 0


@pytest.mark.parametrize(
    ("algorithm", "parameters", "said"),
    [
        (OpenProcedure(), {"DOCUMENT": "n'importe"}, "n'est pas le nom"),
        (OpenProcedure(), {"DOCUMENT": "12202_PLU_20260301", "DEADLINE": "demain"}, "n'est pas une date"),
        (OpenProcedure(), {"DOCUMENT": "12202_PLU_20260301", "STANDARD": "cnig_PLU_1999"}, "n'est pas connu"),
        (ReceiveRound(), {"PROCEDURE": "rien", "INPUT": "ailleurs"}, "n'existe pas"),
        (CompareRounds(), {"PROCEDURE": "rien"}, "n'existe pas|plus ancienne"),
        (AnnotateRound(), {"PROCEDURE": "rien", "ACTION": "question", "KEY": "K", "TEXT": "?"}, "n'existe pas"),
        (DecideRound(), {"PROCEDURE": "rien", "DECISION": "accepted", "SIGNATORY": " "}, "signataire"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_french(
    algorithm: object, parameters: dict[str, object], said: str, tmp_path: Path
) -> None:
    from smica_qgis.database.open_store import open_store

    store = str(tmp_path / "base.gpkg")
    open_store(store).close()
    with pytest.raises(QgsProcessingException, match=said):
        run(algorithm, STORE=store, **parameters)


def test_a_file_that_is_no_certificate_is_said(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="n'est pas un certificat"):
        run(VerifyCertificate(), CERTIFICATE=str(path))
