"""CNIG_DOCUMENT_NO_PDF"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import Said, delivery, document_model, file_model, said

CODE = "CNIG_DOCUMENT_NO_PDF"


def faults(*paths: str, standard: str = "cnig_PLU_2017", **options: object) -> list[Said]:
    model = document_model(file_model("REGLEMENT", "pdf", "Pieces_ecrites/reglement"), name=standard)
    return said([CODE], delivery(*paths), model, **options)


def test_a_written_piece() -> None:
    assert faults("Pieces_ecrites/reglement.pdf") == []


@pytest.mark.parametrize("paths", [(), ("Pieces_ecrites/reglement.docx",), ("Pieces_ecrites/autre.pdf",)])
def test_none(paths: tuple[str, ...]) -> None:
    assert faults(*paths) == [(CODE, {})]


def test_a_misplaced_one_counts_only_in_the_flat_layout() -> None:
    assert faults("reglement.pdf") == [(CODE, {})]
    assert faults("reglement.pdf", flat=True) == []


@pytest.mark.parametrize("standard", ["cnig_SUP_AC1_2016", "cnig_SCOT_2018", "essai"])
def test_whatever_the_model(standard: str) -> None:
    assert faults(standard=standard) == [(CODE, {})]
