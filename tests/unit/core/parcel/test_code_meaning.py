"""What the bundled standards say of codes."""

from __future__ import annotations

import csv

import pytest

from smica_qgis.core.document_model.registry import STANDARDS_FOLDER
from smica_qgis.core.parcel.code_meaning import code_meaning
from smica_qgis.core.parcel.field_mapping import TableOrigin, recognise
from smica_qgis.core.parcel.rules import RuleDocument, Shape, Theme


def listed(folder: str, name: str) -> dict[tuple[str, str], str]:
    with (STANDARDS_FOLDER / folder / "codes" / name).open(encoding="utf-8", newline="") as stream:
        return {(row[0], row[1]): row[2] for row in list(csv.reader(stream))[1:]}


def plain(label: str) -> str:
    """Return a label without what it says to who draws the plan."""
    return label.partition(" (depuis 2017")[0].partition(" (information facultative")[0]


@pytest.mark.parametrize("standard", ["cnig_PLU_2017", "cnig_PLUi_2022", "cnig_PLU_2024"])
def test_every_code_of_a_standard_has_its_label(standard: str) -> None:
    for theme, name in (
        (Theme.PRESCRIPTION, "PrescriptionUrbaType.csv"),
        (Theme.INFORMATION, "InformationUrbaType.csv"),
    ):
        for (code, subcode), label in listed(standard, name).items():
            assert code_meaning(theme, Shape.SURFACE, code, subcode, standard) == plain(label)


def test_the_shape_has_its_own_list_since_2025() -> None:
    surfaces = listed("cnig_PLU_2025", "PrescriptionSUrbaType.csv")
    points = listed("cnig_PLU_2025", "PrescriptionPUrbaType.csv")
    for key, label in surfaces.items():
        assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, *key, "cnig_PLU_2025") == plain(label)
    for key, label in points.items():
        assert code_meaning(Theme.PRESCRIPTION, Shape.POINT, *key, "cnig_PLU_2025") == plain(label)


def test_a_code_that_the_standard_of_the_document_lacks_is_asked_to_the_latest() -> None:
    older, newer = (listed(f"cnig_PLU_{year}", "PrescriptionUrbaType.csv") for year in (2017, 2024))
    added = sorted(set(newer) - set(older))
    assert added, "the standards differ"
    for key in added:
        assert code_meaning(Theme.PRESCRIPTION, Shape.LINE, *key, "cnig_PLU_2017")
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "01", "00", "cnig_PLU_2013") == "Espace boisé classé"


def test_without_a_standard_and_with_what_is_not_known() -> None:
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "01", "00") == "Espace boisé classé"
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "1") == "Espace boisé classé"
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "01", "98") == "Espace boisé classé", "its family, at least"
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "ZZ", "00") == ""
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "") == ""
    assert code_meaning(Theme.PERMIT, Shape.RECORD, "PC") == ""
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "01", "00", "../../x") == "Espace boisé classé"


def test_notes_for_who_draws_the_plan_are_left_out() -> None:
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "05", "00") == "Emplacement réservé"
    assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, "18", "00").endswith("(OAP)"), "other brackets stay"


def test_a_psmv_has_codes_of_its_own() -> None:
    own = listed("cnig_PSMV_2022", "PrescriptionPSMVType.csv")
    for key, label in own.items():
        assert code_meaning(Theme.PRESCRIPTION, Shape.SURFACE, *key, "cnig_PSMV_2022") == plain(label)


def test_categories_and_zones() -> None:
    assert code_meaning(Theme.EASEMENT, Shape.SURFACE, "AC1") == "Monuments historiques et leurs abords"
    assert code_meaning(Theme.ZONING, Shape.SURFACE, "AUc") == "À urbaniser"


def test_a_rule_is_read_with_its_meaning_and_its_piece() -> None:
    mapping = recognise(["typepsc", "stypepsc", "libelle"], Shape.SURFACE)
    assert mapping is not None
    values = {
        "typepsc": "01", "stypepsc": "00", "libelle": "EBC", "idurba": "d",
        "nomfic": "a.pdf#page=7", "urlfic": "https://exemple.fr/a.pdf",
    }  # fmt: skip
    rule = mapping.rule(values, TableOrigin("couche", "x"), {"d": RuleDocument("d", "D", standard="cnig_PLU_2022")})
    assert rule.meaning == "Espace boisé classé"
    assert rule.piece == "https://exemple.fr/a.pdf#page=7"
    easement = recognise(["suptype"], Shape.SURFACE)
    assert easement is not None
    assert easement.rule({"suptype": "ac1"}, TableOrigin("c", "x"), {}).code == "AC1"
