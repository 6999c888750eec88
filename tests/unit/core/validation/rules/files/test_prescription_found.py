"""CNIG_PRESCRIPTION_NOT_FOUND"""

from __future__ import annotations

from smica_qgis.core.document_model.model import FileModel
from tests.unit.made_delivery import (
    MadeDelivery,
    Said,
    delivery,
    document_model,
    file_model,
    made_table,
    said,
    table_model,
)

CODE = "CNIG_PRESCRIPTION_NOT_FOUND"
SURF = table_model("PRESCRIPTION_SURF", "LIBELLE")
LIN = table_model("PRESCRIPTION_LIN", "LIBELLE")
PIECE = file_model("LISTE_PRESCRIPTION", "pdf", "prescription")


def faults(made: MadeDelivery, *models: FileModel) -> list[Said]:
    return said([CODE], made, document_model(*models))


def test_one_table_is_enough() -> None:
    made = delivery(tables=[made_table("PRESCRIPTION_LIN.csv", "LIBELLE")])
    assert faults(made, SURF, LIN) == []


def test_none() -> None:
    assert faults(delivery(), SURF, LIN) == [(CODE, {})]


def test_a_written_piece_makes_the_question_and_does_not_answer_it() -> None:
    assert faults(delivery("prescription.pdf"), PIECE) == [(CODE, {})]


def test_a_model_without_prescriptions() -> None:
    assert faults(delivery(), table_model("ZONE_URBA", "LIBELLE")) == []
