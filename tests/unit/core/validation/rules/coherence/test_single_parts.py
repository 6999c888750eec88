"""GEOMETRY_MULTIPART"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import (
    STANDARD,
    MadeGeometries,
    column,
    delivery,
    document_model,
    findings,
    geometry_faults,
    made_table,
    table_model,
)

CODE = "GEOMETRY_MULTIPART"


def geometries() -> MadeGeometries:
    return MadeGeometries(["POLYGON A", "MULTIPOLYGON B"], parts={1: 3})


@pytest.mark.parametrize("kind", ["MultiPolygon", "MultiLineString", "MultiPoint"])
@pytest.mark.parametrize("standard", ["cnig_PLU_2017", "cnig_PLUi_2025", "cnig_CC_2022", "cnig_PSMV_2019"])
def test_an_object_of_several_parts(kind: str, standard: str) -> None:
    found = geometry_faults(geometries(), kind, standard=standard, families=STANDARD)
    assert found == [(CODE, "2", {"PARTS": "3"})]


@pytest.mark.parametrize(
    "standard", ["cnig_PLU_2013", "cnig_PLUi_2014", "cnig_SUP_AC1_2016", "cnig_SCOT_2018", "essai"]
)
def test_older_texts_and_other_documents_do_not_ask(standard: str) -> None:
    assert geometry_faults(geometries(), standard=standard, families=STANDARD) == []


def test_a_type_that_has_no_parts() -> None:
    assert geometry_faults(geometries(), "Geometry", standard="cnig_PLU_2017", families=STANDARD) == []


def test_one_part() -> None:
    single = MadeGeometries(["POLYGON A"])
    assert geometry_faults(single, standard="cnig_PLU_2017", families=STANDARD) == []


def test_the_fault_is_drawn() -> None:
    made = delivery(tables=[made_table("A.dbf", "", geometries=geometries())])
    model = document_model(table_model("A", column("WKT", "MultiPolygon")), name="cnig_PLU_2017")
    (found,) = [f for f in findings(made, model, families=STANDARD) if f.code == CODE]
    assert (found.geometry, found.feature_bbox) == ("MULTIPOLYGON B", (1.0, 0.0, 2.0, 1.0))
