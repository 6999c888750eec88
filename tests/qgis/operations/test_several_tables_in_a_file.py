"""Files of several tables (`multi_table`), from the file to the report: layers, codes of their tables, identities.

The official tool was seen to do so on a GeoPackage of five layers (facts: regress_expectations, PprRegressTest).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.validation.finding import Finding
from tests.qgis.deliveries import validated
from tests.qgis.made_models import (
    GeographicRow,
    Json,
    column,
    layers_file,
    made_delivery,
    made_model,
    table_file,
    write_layers,
)

SQUARE = "POLYGON ((700000 6600000,700000 6600010,700010 6600010,700010 6600000,700000 6600000))"
BOW_TIE = "POLYGON ((700000 6600000,700010 6600010,700010 6600000,700000 6600010,700000 6600000))"
PROCEDURE: Sequence[Json] = [column("CODE", unique=True), column("ETAT", enum=["01", "02"])]
ZONE: Sequence[Json] = [
    column("IDZONE", unique=True),
    column("CODE", reference="procedure.CODE"),
    column("TYPE", maxLength=4),
    column("WKT", "Polygon"),
]
CONSTRAINTS = {
    "zone_reglementaire_s": {
        "conditions": ["TYPE IS NULL OR TYPE LIKE 'R%' OR TYPE LIKE 'B%'"],
        "foreignKeys": ["(TYPE) REFERENCES Types(TYPE)"],
    }
}
PROCEDURES: list[GeographicRow] = [(None, {"CODE": "69P1", "ETAT": "01"})]
ZONES: list[GeographicRow] = [
    (SQUARE, {"IDZONE": "z1", "CODE": "69P1", "TYPE": "R"}),
    (SQUARE.replace("7000", "7010"), {"IDZONE": "z2", "CODE": "69P1", "TYPE": "B1"}),
]
ALWAYS = {"VALIDATOR_PROJECTION_INFO", "CNIG_DOCUMENT_NO_PDF", "VALIDATOR_EXCEPTION"}
"""The official extension for planning documents stops on such a model, once everything is checked."""
every_format = pytest.mark.parametrize("name", ["donnees.gpkg", "donnees.gml", "DONNEES.GPKG"])


@pytest.fixture
def model(tmp_path: Path) -> str:
    layers = ("procedure", r"zone_reglementaire_s=n_.*_zone_reglementaire_s")
    types = {"procedure": PROCEDURE, "zone_reglementaire_s": ZONE}
    files = [layers_file("DONNEES", "donnees", *layers)]
    codes = {"Types": "TYPE\nR\nB1\n"}
    return made_model(tmp_path, files, types, constraints=CONSTRAINTS, codes=codes)


def said(folder: Path, model: str, name: str = "donnees.gpkg", **layers: list[GeographicRow]) -> list[Finding]:
    """Validate a delivery of one file, and return what is not always said."""
    root = made_delivery(folder, {})
    written = {"Procedure": PROCEDURES, "N_69_ZONE_REGLEMENTAIRE_S": ZONES, **layers}
    path = folder / name.lower()
    write_layers(path, written, **({"FORMAT": "GML3.2"} if path.suffix == ".gml" else {}))
    path.rename(root / name)
    report = validated(root, model)
    assert {finding.code for finding in report.findings} >= ALWAYS
    return [finding for finding in report.findings if finding.code not in ALWAYS]


def zone(**values: str | None) -> GeographicRow:
    return SQUARE.replace("6600", "6700"), {"IDZONE": "z3", "CODE": "69P1", "TYPE": "R", **values}


@every_format
def test_layers_are_found_by_name_and_by_expression_whatever_their_case(name: str, model: str, tmp_path: Path) -> None:
    found = said(tmp_path, model, name)
    unexpected = {("TABLE_UNEXPECTED_ATTRIBUTE", "gml_id")} if name.endswith(".gml") else set()
    assert {(f.code, f.values.get("ATTRIBUTE_NAME")) for f in found} == unexpected


def test_the_model_says_why_the_official_tool_stops(model: str, tmp_path: Path) -> None:
    write_layers(
        made_delivery(tmp_path, {}) / "donnees.gpkg", {"procedure": PROCEDURES, "n_1_zone_reglementaire_s": ZONES}
    )
    (stop,) = [f for f in validated(tmp_path / "12001_essai", model).findings if f.code == "VALIDATOR_EXCEPTION"]
    assert "plusieurs tables dans un fichier (DONNEES)" in stop.values["REASON"]


@pytest.mark.parametrize("name", ["donnees.gpkg", "donnees.gml"])
def test_an_extra_layer(name: str, model: str, tmp_path: Path) -> None:
    found = [f for f in said(tmp_path, model, name, brouillon=PROCEDURES) if f.code == "MULTITABLE_UNEXPECTED"]
    assert [(f.values, f.file, f.file_model, f.level.value) for f in found] == [
        ({"TABLENAME": "brouillon"}, name, "DONNEES", "WARNING")
    ]


def test_extra_layers_are_named_in_the_order_of_the_alphabet(model: str, tmp_path: Path) -> None:
    found = said(tmp_path, model, zzz=PROCEDURES, aaa=PROCEDURES, Mmm=PROCEDURES)
    assert [f.values["TABLENAME"] for f in found] == ["Mmm", "aaa", "zzz"]


@pytest.mark.parametrize(
    ("code", "row", "attribute"),
    [
        ("ATTRIBUTE_UNEXPECTED_NULL", zone(IDZONE=None), "IDZONE"),
        ("ATTRIBUTE_SIZE_EXCEEDED", zone(TYPE="R1234"), "TYPE"),
        ("ATTRIBUTE_GEOMETRY_INVALID", (BOW_TIE, zone()[1]), "WKT"),
        ("ATTRIBUTE_GEOMETRY_INVALID_FORMAT", ("POINT (700000 6600000)", zone()[1]), "WKT"),
        ("ATTRIBUTE_UNEXPECTED_NULL", (None, zone()[1]), "WKT"),
    ],
)
def test_a_cell_names_its_layer_and_the_model_of_the_file(
    code: str, row: GeographicRow, attribute: str, model: str, tmp_path: Path
) -> None:
    layers: Any = {"N_69_ZONE_REGLEMENTAIRE_S": [*ZONES, row]}
    found = [f for f in said(tmp_path, model, **layers) if f.code == code]
    assert [(f.file, f.file_model, f.attribute, f.id) for f in found] == [
        ("donnees.gpkg#N_69_ZONE_REGLEMENTAIRE_S", "DONNEES", attribute, "3")
    ]
    assert found[0].feature_id == row[1]["IDZONE"]
    assert (found[0].feature_bbox is None) == (row[0] is None)


def test_a_header_names_its_layer_and_the_model_of_the_file(model: str, tmp_path: Path) -> None:
    found = said(tmp_path, model, Procedure=[(None, {"CODE": "69P1", "AUTRE": "x"})])
    assert {(f.code, f.attribute, f.file, f.file_model) for f in found} == {
        ("TABLE_MISSING_ATTRIBUTE", "ETAT", "donnees.gpkg#Procedure", "DONNEES"),
        ("TABLE_UNEXPECTED_ATTRIBUTE", "", "donnees.gpkg#Procedure", "DONNEES"),
    }
    (missing,) = [f for f in found if f.code == "TABLE_MISSING_ATTRIBUTE"]
    assert missing.values["FILEPATH"] == "donnees.gpkg#Procedure"


def test_an_empty_layer(model: str, tmp_path: Path) -> None:
    layers: Any = {"N_69_ZONE_REGLEMENTAIRE_S": []}
    empty = [f for f in said(tmp_path, model, **layers) if f.code == "FILE_EMPTY"]
    assert [(f.values["FILEPATH"], f.file) for f in empty] == [("donnees.gpkg#N_69_ZONE_REGLEMENTAIRE_S",) * 2]


@pytest.mark.parametrize(
    ("code", "row", "file", "attribute"),
    [
        ("DATABASE_CONSTRAINT_MISMATCH", zone(TYPE="X"), "N_69_ZONE_REGLEMENTAIRE_S.csv", "--"),
        ("TABLE_FOREIGN_KEY_NOT_FOUND", zone(TYPE="R9"), "N_69_ZONE_REGLEMENTAIRE_S.csv", "--"),
        ("ATTRIBUTE_NOT_UNIQUE", zone(IDZONE="z1"), "12001_essai/", "IDZONE"),
        ("ATTRIBUTE_REFERENCE_NOT_FOUND", zone(CODE="69P2"), "12001_essai/", "CODE"),
    ],
)
def test_relations_name_the_table_of_the_layer(
    code: str, row: GeographicRow, file: str, attribute: str, model: str, tmp_path: Path
) -> None:
    layers: Any = {"N_69_ZONE_REGLEMENTAIRE_S": [*ZONES, row]}
    found = [f for f in said(tmp_path, model, **layers) if f.code == code]
    assert [(f.file, f.file_model, f.attribute) for f in found] == [(file, "zone_reglementaire_s", attribute)]
    assert found[0].id == ("3" if file.endswith(".csv") else "")


def test_a_file_that_cannot_be_opened_is_said_and_the_rest_is_checked(model: str, tmp_path: Path) -> None:
    root = made_delivery(tmp_path, {"donnees.gpkg": b"not a database"})
    found = validated(root, model).findings
    assert [f.file for f in found if f.code == "VALIDATOR_EXCEPTION"] == ["donnees.gpkg", ""]
    assert "NO_SPATIAL_DATA" in {f.code for f in found}


def test_other_formats_do_not_hold_several_tables(model: str, tmp_path: Path) -> None:
    root = made_delivery(tmp_path, {"donnees.csv": "CODE,ETAT\n69P1,01\n"})
    found = validated(root, model).findings
    assert [f.values["FILEPATH"] for f in found if f.code == "FILE_UNEXPECTED"] == ["donnees.csv"]


def test_a_single_table_takes_the_first_layer_and_says_nothing_of_the_others(tmp_path: Path) -> None:
    model = made_model(
        tmp_path, [table_file("ZONE", "donnees")], {"ZONE": [column("IDZONE"), column("WKT", "Polygon")]}
    )
    first: list[GeographicRow] = [(SQUARE, {"IDZONE": "z1"})]
    write_layers(made_delivery(tmp_path, {}) / "donnees.gpkg", {"zones": first, "autre": PROCEDURES})
    found = validated(tmp_path / "12001_essai", model).findings
    assert {f.code for f in found} == {"VALIDATOR_PROJECTION_INFO", "CNIG_DOCUMENT_NO_PDF"}
