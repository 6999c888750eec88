"""CRS_INCONSISTENT"""

from __future__ import annotations

from dataclasses import replace

import pytest

from smica_qgis.core.planning.reference_systems import uri_of
from smica_qgis.core.validation.metadata import ReferenceSystem
from tests.unit.made_delivery import (
    FOLDER,
    METADATA_FILE,
    RECORD,
    STANDARD,
    Passed,
    Said,
    delivery,
    document_model,
    findings,
    made_table,
    said,
    table_model,
)
from tests.unit.made_metadata import valid_record

CODE = "CRS_INCONSISTENT"
MODEL = document_model(METADATA_FILE, table_model("A", "LIBELLE"))


def of_table(**fields: Passed) -> list[Said]:
    made = delivery(tables=[made_table("A.dbf", "LIBELLE", "x", **fields)])
    return said([CODE], made, MODEL, families=STANDARD)


def of_record(system: ReferenceSystem | None, crs: str = "EPSG:2154") -> list[Said]:
    made = delivery(records={RECORD: replace(valid_record(FOLDER), reference_system=system)})
    return said([CODE], made, MODEL, families=STANDARD, crs=crs)


def test_a_table_that_says_another() -> None:
    values = {"CRS": "EPSG:3948", "SOURCE": "A.dbf", "EXPECTED_CRS": "EPSG:2154"}
    assert of_table(declared_crs="EPSG:3948", same_crs=False) == [(CODE, values)]


def test_silence_is_no_fault() -> None:
    assert of_table(declared_crs="", same_crs=True) == []
    assert of_table(declared_crs="RGF93_Lambert_93", same_crs=True) == []


def test_a_record_that_says_another() -> None:
    system = ReferenceSystem("EPSG:2154", uri_of("EPSG:3948"))
    values = {"CRS": "EPSG:3948", "SOURCE": RECORD, "EXPECTED_CRS": "EPSG:2154"}
    assert of_record(system) == [(CODE, values)]


@pytest.mark.parametrize(
    ("said_crs", "crs"),
    [("EPSG:2154", "EPSG:2154"), ("IGNF:RGF93LAMB93", "EPSG:2154"), ("EPSG:4326", "CRS:84"), ("CRS:84", "IGNF:WGS84")],
)
def test_two_names_of_one_system(said_crs: str, crs: str) -> None:
    assert of_record(ReferenceSystem(None, uri_of(said_crs)), crs) == []


@pytest.mark.parametrize("system", [None, ReferenceSystem("EPSG:3948", None), ReferenceSystem(None, "urn:x")])
def test_a_record_that_says_nothing_known(system: ReferenceSystem | None) -> None:
    assert of_record(system) == []


def test_the_place_is_the_file() -> None:
    made = delivery(tables=[made_table("A.dbf", "LIBELLE", "x", declared_crs="EPSG:3948", same_crs=False)])
    (found,) = findings(made, MODEL, families=STANDARD)
    assert (found.file, found.file_model) == ("A.dbf", "A")
