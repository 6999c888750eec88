"""What a form knows of the columns of every bundled standard."""

from __future__ import annotations

import re

import pytest

from smica_qgis.core.document_model.model import FileModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.planning.document_name import DocumentName, parse_document_name
from smica_qgis.core.planning.form_tabs import FEW_COLUMNS, known_tabs, tabs_of
from smica_qgis.core.planning.template_fields import TemplateField, identifier_prefix, template_fields, text_literal

REGISTRY = bundled_registry()
DOCUMENTS = {
    "cnig_PLU_2014": "12202_PLU_20260301",
    "cnig_PLU_2025": "12202_PLU_20260301",
    "cnig_PLUi_2025": "248000747_PLUi_20260301",
    "cnig_CC_2025": "12202_CC_20260301",
    "cnig_SUP_AC1_2016": "172014607_AC1_012_20260301",
}


def named(text: str) -> DocumentName:
    name = parse_document_name(text)
    assert name is not None
    return name


def fields(standard: str, table: str) -> dict[str, TemplateField]:
    model = REGISTRY.load(standard)
    file = model.file(table)
    assert isinstance(file, FileModel)
    assert file.table is not None
    found = template_fields(file.table, model, named(DOCUMENTS[standard]))
    return {field.name: field for field in found}


def test_every_column_of_every_standard_has_its_field_and_its_place() -> None:
    for name in REGISTRY.names():
        model = REGISTRY.load(name)
        for file in model.tables:
            assert file.table is not None
            wanted = [column.name for column in file.table.columns if not column.type.is_geometry]
            made = template_fields(file.table, model, named("12202_PLU_20260301"))
            assert [field.name for field in made] == wanted
            placed = [column for tab in tabs_of(wanted) for column in tab.columns]
            assert sorted(placed) == sorted(wanted), (name, file.name)
            assert len(tabs_of(wanted)) == 1 or len(wanted) > FEW_COLUMNS


def test_a_column_is_under_one_heading() -> None:
    columns = [column for tab in known_tabs() for column in tab.columns]
    assert len(columns) == len(set(columns))


def test_defaults_come_from_the_name_of_the_document() -> None:
    document = fields("cnig_PLUi_2025", "DOC_URBA")
    assert document["IDURBA"].default == "'248000747_PLUI_20260301'"
    assert document["TYPEDOC"].default == "'PLUI'"
    assert document["SIREN"].default == "'248000747'"
    assert document["DATAPPRO"].default == "'20260301'"
    assert document["NOMPROC"].default == ""
    assert fields("cnig_PLU_2014", "DOC_URBA")["IDURBA"].default == "'1220220260301'"
    assert fields("cnig_PLU_2014", "ZONE_URBA")["INSEE"].default == "'12202'"
    assert fields("cnig_SUP_AC1_2016", "SERVITUDE")["IDGEST"].default == "'172014607'"


@pytest.mark.parametrize(
    ("standard", "prefix"),
    [("cnig_PLU_2025", "12202_PLU_20260301_ZO"), ("cnig_PLUi_2025", "248000747_PLUi_20260301_ZO")],
)
def test_identifiers_of_objects_are_those_that_the_pattern_wants(standard: str, prefix: str) -> None:
    model = REGISTRY.load(standard)
    file = model.file("ZONE_URBA")
    assert file is not None
    assert file.table is not None
    column = next(column for column in file.table.columns if column.name == "LIB_IDZONE")
    assert identifier_prefix(column, named(DOCUMENTS[standard]).text.upper()) == prefix
    assert re.fullmatch(column.pattern or "", f"{prefix}12")
    assert fields(standard, "ZONE_URBA")["LIB_IDZONE"].default.startswith(f"'{prefix}' || ")


def test_lists_and_what_depends_on_another_column() -> None:
    zone, psc = fields("cnig_PLU_2025", "ZONE_URBA"), fields("cnig_PLU_2025", "PRESCRIPTION_SURF")
    assert list(zone["TYPEZONE"].values) == ["U", "AUc", "AUs", "A", "N"]
    assert zone["TYPEZONE"].values["U"].startswith("U — ")
    assert psc["TYPEPSC"].values["01"] == "01 — Espace boisé classé"
    assert psc["STYPEPSC"].values == {}
    dependent = psc["STYPEPSC"].dependent
    assert dependent is not None
    assert (dependent.table, dependent.key, dependent.parent) == ("liste_PrescriptionSUrbaType", "STYPEPSC", "TYPEPSC")


def test_constraints_say_what_they_ask() -> None:
    zone = fields("cnig_PLU_2025", "ZONE_URBA")["LIBELLE"]
    assert zone.asks == "valeur obligatoire ; 12 caractères au plus"
    assert 'length("LIBELLE") <= 12' in zone.constraint
    fichier = fields("cnig_PLU_2025", "INFO_SURF")["NOMFIC"]
    assert "NOMFIC IS NOT NULL OR TYPEINF NOT LIKE '97'" in fichier.constraint  # written NOMFIC NOT NULL in the model


def test_a_text_in_an_expression() -> None:
    assert text_literal("l'a\\b") == "'l''a\\\\b'"
