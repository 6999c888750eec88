"""Cells as people fill them, and what is said of those that cannot be read: never a name."""

from __future__ import annotations

import pytest

from smica_qgis.core.anc.fields import CONTROL_FIELDS, INSTALLATION_FIELDS
from smica_qgis.core.field_mapping.cells import RefusedCellError, read_cell
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.field_mapping.personal_text import REMOVED, quoted, without_names, without_people

DATE = Field("jour", "Jour", FieldKind.DATE)
BY_NAME = {item.name: item for item in (*INSTALLATION_FIELDS, *CONTROL_FIELDS)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/01/2024", "2024-01-31"),
        ("31-01-24", "2024-01-31"),
        ("31.01.1998", "1998-01-31"),
        ("31/01/98", "1998-01-31"),
        ("2024-01-31", "2024-01-31"),
        ("2024/01/31 00:00:00", "2024-01-31"),
        ("2024-01-31T00:00:00", "2024-01-31"),
        ("20240131", "2024-01-31"),
        ("45322", "2024-01-31"),
        ("45322.0", "2024-01-31"),
        *((nothing, None) for nothing in ("", " ", "-", "NC", "0000-00-00", "00/00/0000", "01/01/1900")),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert read_cell(DATE, text) == expected


@pytest.mark.parametrize("text", ["31/02/2024", "2024-13-01", "vu avec Zolmardier", "12", "31/01/1850"])
def test_what_is_no_date_is_refused_without_a_word_of_it(text: str) -> None:
    with pytest.raises(RefusedCellError) as refused:
        read_cell(DATE, text)
    assert "Zolmardier" not in refused.value.message


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("insee", "12202", "12202"),
        ("insee", "1004", "01004"),
        ("insee", "12202.0", "12202"),
        ("insee", "2a004", "2A004"),
        ("code_postal", "12 000", "12000"),
        ("adresse_ban_id", "12202_0010_00004", "12202_0010_00004"),
        ("eh_calc", "5,5", 5.5),
        ("eh_calc", "1 200", 1200.0),
        ("nb_pieces", "6.0", 6),
        ("etat", "Raccordée", "RACC"),
        ("etat", "ACT", "ACT"),
        ("nature", "CONTRÔLE DE BON FONCTIONNEMENT", "PER"),
        ("constats", "INC + SAN1", "SAN1,INC"),
        ("constats", "Aucun", ""),
        ("constats", "", None),
        ("classe_saisie", "Non conforme - cas c)", "C"),
        ("zone_san", "X", True),
        ("zone_san", "N", False),
        ("filieres", "Fosse toutes eaux, épandage", "101,201"),
        ("numero_dossier", "ANC-2024-0001", "ANC-2024-0001"),
        ("numero_dossier", "12.0", "12"),
        ("adresse_txt", "3 rue du Lavoir, chez M. Zolmardier", f"3 rue du Lavoir, {REMOVED}"),
    ],
)
def test_other_kinds(name: str, text: str, expected: object) -> None:
    assert read_cell(BY_NAME[name], text, ("ANC",)) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("insee", "99999"),
        ("insee", "Rodez"),
        ("code_postal", "Zolmardier"),
        ("etat", "vendu"),
        ("constats", "INC + fissure"),
        ("nb_pieces", "5,5"),
        ("numero_dossier", "Zolmardier 12"),
        ("numero_dossier", "1" * 41),
        ("zone_san", "peut-être"),
    ],
)
def test_refusals(name: str, text: str) -> None:
    with pytest.raises(RefusedCellError):
        read_cell(BY_NAME[name], text, ("ANC",))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "chez M. Zolmardier",
            "Mme Ysoline Zolmardier, 3 rue du Bac",
            "M. et Mme ZOLMARDIER",
            "Monsieur de Zolmardier",
        ),
        *(
            "Famille Zolmardier",
            "Indivision Zolmardier-Pirolibeau",
            "propriétaire : Zolmardier",
            "M ZOLMARDIER Ysoline",
        ),
        *("zolmardier.y@exemple.fr", "Consorts Zolmardier et Pirolibeau"),
    ],
)
def test_names_that_something_announces_are_removed(text: str) -> None:
    cleaned = without_people(text)
    assert "olmardier" not in cleaned.casefold()
    assert "pirolibeau" not in cleaned.casefold()


@pytest.mark.parametrize("text", ["12 rue de la Mairie", "Construction d'une maison de 120 m²", "Le Mas, lot 3"])
def test_other_texts_stay(text: str) -> None:
    assert without_people(text) == text


def test_telephones_go() -> None:
    assert without_people("tél. 06 12 34 56 78 ou +33 5.65.12.34.56") == f"tél. {REMOVED} ou {REMOVED}"


def test_the_names_of_other_columns_are_removed_a_street_keeping_its_first_name() -> None:
    assert without_names("Maison ZOLMARDIER", ["Zolmardier Jean"], place=False) == f"Maison {REMOVED}"
    assert without_names("3 rue Jean Jaurès", ["Zolmardier Jean"], place=True) == "3 rue Jean Jaurès"
    assert without_names("Jean Zolmardier, le Mas", ["Zolmardier Jean"], place=True) == f"{REMOVED}, le Mas"


@pytest.mark.parametrize(("text", "shown"), [("AB 12", "« AB 12 »"), ("Roy", "un texte de 3 caractères"), ("", "vide")])
def test_what_a_report_quotes(text: str, shown: str) -> None:
    assert quoted(text) == shown
