"""Saved mappings of planning layers: read, proposed, and applied row by row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.field_mapping.mapping import FieldMapping, InvalidMappingError, row_reader
from smica_qgis.core.planning.local_mapping import read_local_mapping
from smica_qgis.core.planning.mapping_fields import mapping_fields, propose_columns, propose_table
from smica_qgis.core.planning.row_mapping import MappedTable, row_mapping

MODEL = bundled_registry().load("cnig_PLU_2025")


def zone_fields() -> Any:  # noqa: ANN401
    file = MODEL.file("ZONE_URBA")
    assert file is not None
    assert file.table is not None
    return mapping_fields(file.table, MODEL)


def mapped(
    header: tuple[str, ...],
    row: tuple[str | None, ...],
    **parts: Any,  # noqa: ANN401
) -> tuple[dict[str, str | None], MappedTable]:
    mapping = FieldMapping("m", "ZONE_URBA", **parts)
    account = MappedTable("zones", "ZONE_URBA")
    reading = row_mapping(row_reader(mapping, zone_fields(), header), mapping.valeurs, frozenset({"LIBELLE", "NOMFIC"}))
    return reading.cells(2, row, account), account


def test_a_mapping_is_read_as_it_is_saved() -> None:
    text = json.dumps(
        {
            "version": 1,
            "nom": "n",
            "standard": "cnig_PLU_2025",
            "tables": [
                {
                    "source": "zonage",
                    "table": "zone_urba",
                    "champs": {"LIBELLE": "nom"},
                    "valeurs": {"TYPEZONE": {"x": "U"}},
                },
                {"table": "DOC_URBA", "constantes": {"ETAT": "03"}},
            ],
        }
    )
    mapping = read_local_mapping(text)
    assert [(table.source, table.table) for table in mapping.tables] == [("zonage", "ZONE_URBA"), ("", "DOC_URBA")]
    assert read_local_mapping(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"version": 2, "tables": []}',
        '{"version": 1}',
        '{"version": 1, "tables": [], "autre": 1}',
        '{"version": 1, "tables": [{"source": "a"}]}',
        '{"version": 1, "tables": [{"table": "A", "autre": 1}]}',
        '{"version": 1, "tables": [{"table": "A", "champs": {"X": 1}}]}',
    ],
)
def test_a_mapping_that_is_none(text: str) -> None:
    with pytest.raises(InvalidMappingError):
        read_local_mapping(text)


def test_columns_are_proposed_by_name_by_habit_and_by_likeness() -> None:
    header = ("fid", "nom_zone", "Type zone", "LIBELONGUE", "fichier", "idurba", "surface")
    found = propose_columns(header, zone_fields())
    assert found == {"LIBELLE": "nom_zone", "TYPEZONE": "Type zone", "LIBELONG": "LIBELONGUE", "NOMFIC": "fichier"}


@pytest.mark.parametrize(
    ("layer", "kind", "table"),
    [
        ("zonage_plu_2024", ColumnType.MULTIPOLYGON, "ZONE_URBA"),
        ("Emplacements réservés", ColumnType.MULTIPOLYGON, "PRESCRIPTION_SURF"),
        ("psc_lineaire", ColumnType.MULTILINESTRING, "PRESCRIPTION_LIN"),
        ("infos ponctuelles", ColumnType.MULTIPOINT, "INFO_PCT"),
        ("12202_DOC_URBA_20240101", None, "DOC_URBA"),
        ("doc_urba_com", None, "DOC_URBA_COM"),
        ("cadastre", ColumnType.MULTIPOLYGON, ""),
    ],
)
def test_a_table_is_proposed_by_the_name_and_the_geometry(layer: str, kind: ColumnType | None, table: str) -> None:
    assert propose_table(layer, kind, MODEL) == table


def test_values_are_translated_and_counted() -> None:
    cells, account = mapped(
        ("n", "t", "d", "f"),
        ("Ua", "urbaine", "2020-03-01", "1"),
        champs={"LIBELLE": "n", "TYPEZONE": "t", "DATVALID": "d", "FORMDOMI": "f"},
        valeurs={"TYPEZONE": {"Urbaine": "U"}, "FORMDOMI": {"1": "0100"}},
    )
    assert (cells["LIBELLE"], cells["TYPEZONE"], cells["DATVALID"], cells["FORMDOMI"]) == (
        "Ua",
        "U",
        "20200301",
        "0100",
    )
    assert account.translated == {
        ("TYPEZONE", "urbaine", "U"): 1,
        ("DATVALID", "2020-03-01", "20200301"): 1,
        ("FORMDOMI", "1", "0100"): 1,
    }
    assert account.empty == {"NOMFIC": 1}


def test_a_label_or_the_case_of_a_code_is_enough() -> None:
    for given, code in (("auc", "AUc"), ("urbaine", "U")):
        cells, account = mapped(("t",), (given,), champs={"TYPEZONE": "t"})
        assert cells["TYPEZONE"] == code
        assert account.translated == {("TYPEZONE", given, code): 1}


def test_what_is_not_of_the_standard_is_kept_and_said() -> None:
    cells, account = mapped(("t", "d"), ("zone X", "hier"), champs={"TYPEZONE": "t", "DATVALID": "d"})
    assert (cells["TYPEZONE"], cells["DATVALID"]) == ("zone X", "hier")
    assert account.untranslated == {("TYPEZONE", "zone X"): 1, ("DATVALID", "hier"): 1}


def test_a_text_that_is_cut_is_kept_in_the_account() -> None:
    cells, account = mapped(("n",), ("Secteur de la Combe",), champs={"LIBELLE": "n"})
    assert cells["LIBELLE"] == "Secteur de l"
    (cut,) = account.cut
    assert (cut.line, cut.column, cut.text, cut.length) == (2, "LIBELLE", "Secteur de la Combe", 12)


def test_templates_and_constants() -> None:
    cells, _ = mapped(("a", "b"), ("1", "2"), champs={"LIBELONG": "{a}-{b}"}, constantes={"NOMFIC": "r.pdf"})
    assert (cells["LIBELONG"], cells["NOMFIC"]) == ("1-2", "r.pdf")
