"""What differs between two models: each kind of fact, and what does not count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from smica_qgis.core.document_model.differences import Difference, DifferenceKind, compare, differences
from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    FileModel,
    FileType,
    LayerModel,
    Mandatory,
    TableModel,
)
from smica_qgis.core.document_model.reader import parse_foreign_key
from smica_qgis.core.document_model.registry import bundled_registry
from tests.unit.made_standards import contents, model_of

Kind = DifferenceKind
COLUMN = ColumnModel("LIBELLE", ColumnType.STRING, pattern="[A-Z]+", max_length=40, enum=("A", "B"))
KEY = parse_foreign_key("(T) REFERENCES L(T)")
TABLE = TableModel("ZONE", (COLUMN, ColumnModel("T", ColumnType.STRING)), ("A IS NULL",), (KEY,))
FILE = FileModel("ZONE", FileType.TABLE, "D/Z", table=TABLE)
CODES = CodeList("L", ("T", "LIBELLE"), (("U", "Urbaine"), ("N", "Naturelle")))
MODEL = DocumentModel("m", (FILE,), (CODES,), "[0-9]+", "CNIG PLU v2024")


def with_file(**changes: Any) -> DocumentModel:  # noqa: ANN401
    return replace(MODEL, files=(replace(FILE, **changes),))


def with_table(**changes: Any) -> DocumentModel:  # noqa: ANN401
    return with_file(table=replace(TABLE, **changes))


def with_column(**changes: Any) -> DocumentModel:  # noqa: ANN401
    return with_table(columns=(replace(COLUMN, **changes), TABLE.columns[1]))


def facts(after: DocumentModel, before: DocumentModel = MODEL) -> list[tuple[Kind, str, str, str, str]]:
    return [(d.kind, d.place, d.item, d.before, d.after) for d in differences(before, after)]


COLUMN_CHANGES: tuple[tuple[Kind, dict[str, Any], str, str], ...] = (
    (Kind.COLUMN_TYPE, {"type": ColumnType.INTEGER}, "String", "Integer"),
    (Kind.COLUMN_REQUIRED, {"required": False}, "true", "false"),
    (Kind.COLUMN_PRESENCE_REQUIRED, {"presence_required": False}, "true", "false"),
    (Kind.COLUMN_UNIQUE, {"unique": True}, "false", "true"),
    (Kind.COLUMN_PATTERN, {"pattern": None}, "[A-Z]+", ""),
    (Kind.COLUMN_MIN_LENGTH, {"min_length": 0}, "", "0"),
    (Kind.COLUMN_MAX_LENGTH, {"max_length": 12}, "40", "12"),
    (Kind.COLUMN_ENUM, {"enum": ("A", "C")}, "A, B", "A, C"),
    (Kind.COLUMN_REFERENCE, {"reference": ("X", "Y")}, "", "X.Y"),
)


@pytest.mark.parametrize(("kind", "change", "before", "after"), COLUMN_CHANGES)
def test_a_constraint_of_a_column(kind: Kind, change: dict[str, Any], before: str, after: str) -> None:
    assert facts(with_column(**change)) == [(kind, "ZONE", "LIBELLE", before, after)]


def test_a_column_more_and_a_column_less() -> None:
    renamed = with_column(name="LIBELONG")
    assert facts(renamed) == [
        (Kind.COLUMN_REMOVED, "ZONE", "LIBELLE", "String", ""),
        (Kind.COLUMN_ADDED, "ZONE", "LIBELONG", "", "String"),
    ]


FILE_CHANGES: tuple[tuple[Kind, dict[str, Any], str, str], ...] = (
    (Kind.FILE_PATH, {"path": "D/.*"}, "D/Z", "D/.*"),
    (Kind.FILE_MANDATORY, {"mandatory": Mandatory.ERROR}, "WARN", "ERROR"),
    (Kind.FILE_SCHEMA, {"xsd_schema": "x.xsd"}, "", "x.xsd"),
    (Kind.FILE_TYPE, {"type": FileType.PDF}, "table", "pdf"),
)


@pytest.mark.parametrize(("kind", "change", "before", "after"), FILE_CHANGES)
def test_a_fact_of_a_file(kind: Kind, change: dict[str, Any], before: str, after: str) -> None:
    assert facts(with_file(**change)) == [(kind, "ZONE", "", before, after)]


def test_a_file_more_and_a_file_less() -> None:
    more = replace(MODEL, files=(FILE, FileModel("PADD", FileType.PDF, "P/padd")))
    assert facts(more) == [(Kind.FILE_ADDED, "PADD", "", "", "P/padd")]
    assert facts(MODEL, more) == [(Kind.FILE_REMOVED, "PADD", "", "P/padd", "")]


def test_two_files_of_one_name_are_told_apart() -> None:
    twice = replace(MODEL, files=(FILE, replace(FILE, path="D/other")))
    assert facts(twice) == [(Kind.FILE_ADDED, "ZONE (2)", "", "", "D/other")]


def test_conditions_and_keys() -> None:
    key = parse_foreign_key("(T, LIBELLE) REFERENCES L(T, LIBELLE)")
    after = with_table(conditions=("A  IS\nNULL", "B IS NULL"), foreign_keys=(key,), name="AUTRE")
    assert facts(after)[:4] == [
        (Kind.TABLE_NAME, "ZONE", "", "ZONE", "AUTRE"),
        (Kind.CONDITION_ADDED, "ZONE", "", "", "B IS NULL"),
        (Kind.FOREIGN_KEY_REMOVED, "ZONE", "", "(T) REFERENCES L(T)", ""),
        (Kind.FOREIGN_KEY_ADDED, "ZONE", "", "", "(T, LIBELLE) REFERENCES L(T, LIBELLE)"),
    ]


def test_the_codes_that_keys_name() -> None:
    other = replace(CODES, rows=(("U", "autre libellé"), ("A", "")))
    assert facts(replace(MODEL, code_lists=(other,))) == [
        (Kind.CODE_REMOVED, "L", "T", "N", ""),
        (Kind.CODE_ADDED, "L", "T", "", "A"),
    ]


def test_a_code_list_more_less_or_spoilt() -> None:
    assert facts(replace(MODEL, code_lists=())) == [(Kind.CODE_LIST_REMOVED, "L", "", "2", "")]
    assert facts(MODEL, replace(MODEL, code_lists=())) == [(Kind.CODE_LIST_ADDED, "L", "", "", "2")]
    spoilt = replace(MODEL, code_lists=(replace(CODES, defect="guillemet"),))
    assert facts(spoilt) == [(Kind.CODE_LIST_DEFECT, "L", "", "", "guillemet")]


def test_a_code_list_that_no_key_names_does_not_count() -> None:
    unused = CodeList("Libre", ("A",), (("1",),))
    assert facts(replace(MODEL, code_lists=(CODES, unused))) == []


def test_the_model_itself() -> None:
    after = replace(MODEL, folder_name=None, metadata_specification="CNIG PLU v2025")
    assert facts(after) == [
        (Kind.FOLDER_NAME, "", "", "[0-9]+", ""),
        (Kind.METADATA_SPECIFICATION, "", "", "CNIG PLU v2024", "CNIG PLU v2025"),
    ]


def test_layers_of_a_file_of_several_tables() -> None:
    layer = LayerModel("Zone", TABLE)
    before = replace(MODEL, files=(FileModel("GML", FileType.MULTI_TABLE, "g", layers=(layer,)),))
    moved = replace(before.files[0], layers=(replace(layer, path="z.*"), LayerModel("Info", TABLE)))
    gone = replace(before.files[0], layers=())
    assert facts(replace(before, files=(moved,)), before) == [
        (Kind.LAYER_PATH, "GML/Zone", "", "", "z.*"),
        (Kind.LAYER_ADDED, "GML/Info", "", "", "Info"),
    ]
    assert (Kind.LAYER_REMOVED, "GML/Zone", "", "Zone", "") in facts(replace(before, files=(gone,)), before)


def test_order_titles_and_descriptions_do_not_count() -> None:
    column = replace(COLUMN, title="autre", description="autre", page=3, enum=("B", "A"))
    table = replace(TABLE, columns=(TABLE.columns[1], column), title="autre", description="autre")
    file = replace(FILE, table=table, title="autre")
    codes = replace(CODES, rows=CODES.rows[::-1], title="autre")
    assert facts(replace(MODEL, files=(file,), code_lists=(codes,), title="autre", description="autre")) == []


def test_a_model_is_the_same_as_itself() -> None:
    for name in bundled_registry().names()[:3]:
        assert differences(bundled_registry().load(name), bundled_registry().load(name)) == []


def test_a_model_that_the_plugin_does_not_bring() -> None:
    fetched = model_of(contents())
    comparison = compare(None, fetched)
    assert comparison.bundled is None
    assert comparison.differences == [Difference(fetched.name, Kind.MODEL_ADDED, after=fetched.name)]
