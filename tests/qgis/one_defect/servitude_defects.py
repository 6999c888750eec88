"""Defects of public utility easements (SUP)."""

from __future__ import annotations

from pathlib import Path

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import SUP, defect

SURFACES, ASSIETTES = "AC1_GENERATEUR_SUP_S", "AC1_ASSIETTE_SUP_S"
TRIANGLE = "POLYGON ((700000 6600000,700000 6600010,700010 6600010,700000 6600000))"


@defect("CNIG_SUP_BAD_TERRITORY_CODE", standard=SUP)
def a_department_of_two_digits(delivery: ConformantDelivery) -> Path:
    delivery.edit_metadata("//gmd:keyword/gco:CharacterString[. = '012']", "12")
    return delivery.rename(delivery.root, delivery.name.replace("_012_", "_12_"))


@defect("CNIG_GENERATEUR_SUP_NOT_FOUND", standard=SUP, also={"CNIG_SUP_IDGEN_NOT_FOUND": 10})
def no_generator(delivery: ConformantDelivery) -> None:
    for name in [name for name in delivery.invented.tables if "GENERATEUR" in name]:
        delivery.remove_table(name)


@defect("CNIG_ASSIETTE_SUP_NOT_FOUND", standard=SUP)
def no_area(delivery: ConformantDelivery) -> None:
    delivery.remove_table(ASSIETTES)


@defect("CNIG_SUP_IDGEN_NOT_UNIQUE", standard=SUP)
def a_generator_in_two_tables(delivery: ConformantDelivery) -> None:
    points = delivery.table("AC1_GENERATEUR_SUP_P")
    points.columns["IDGEN"][points.add_row(like=0)] = delivery.table(SURFACES).columns["IDGEN"][0]
    delivery.set_geometry("AC1_GENERATEUR_SUP_P", points.rows - 1, "POINT (700000 6600000)")


@defect("CNIG_SUP_IDASS_NOT_UNIQUE", standard=SUP)
def an_area_twice(delivery: ConformantDelivery) -> None:
    delivery.set_geometry(ASSIETTES, delivery.add_row(ASSIETTES, like=0), TRIANGLE)


@defect("CNIG_SUP_IDGEN_NOT_FOUND", standard=SUP)
def an_area_of_no_generator(delivery: ConformantDelivery) -> None:
    delivery.set_cell(ASSIETTES, 0, "IDGEN", "AC1-139912012-9-9")
