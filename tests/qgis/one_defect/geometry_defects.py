"""Defects of geometries and of their coordinate reference system."""

from __future__ import annotations

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import defect
from tests.qgis.one_defect.table_defects import as_csv, write_lines

X, Y = 700000, 6600000
BOW_TIE = f"POLYGON (({X} {Y},{X + 10} {Y + 10},{X + 10} {Y},{X} {Y + 10},{X} {Y}))"
FAR = "POLYGON ((0 0,0 10,10 10,10 0,0 0))"
FRANCE = "POLYGON ((100000 6000000,100000 7200000,1300000 7200000,1300000 6000000,100000 6000000))"
FRANCE_IN_DEGREES = "POLYGON ((-5 41,-5 51,10 51,10 41,-5 41))"
MANY = ",".join(f"{X + i} {Y + i % 2}" for i in range(500))
DETAILED = f"POLYGON (({X} {Y + 100},{MANY},{X + 500} {Y + 100},{X} {Y + 100}))"


@defect("ATTRIBUTE_GEOMETRY_INVALID_FORMAT")
def a_text_that_is_no_geometry(delivery: ConformantDelivery) -> None:
    lines = as_csv(delivery, "HABILLAGE_SURF")
    lines[1][lines[0].index("WKT")] = "POLYGON ((0 0))"
    write_lines(delivery, "HABILLAGE_SURF", lines)


@defect("ATTRIBUTE_GEOMETRY_INVALID")
def an_outline_that_crosses_itself(delivery: ConformantDelivery) -> None:
    delivery.set_geometry("HABILLAGE_SURF", 0, BOW_TIE)


@defect("ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT", options={"data-extent": FRANCE})
def an_object_outside_the_extent(delivery: ConformantDelivery) -> None:
    delivery.set_geometry("HABILLAGE_SURF", 0, FAR)


@defect("CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR", options={"cnig-document-emprise": FRANCE_IN_DEGREES})
def a_zone_outside_the_territory(delivery: ConformantDelivery) -> None:
    delivery.set_geometry("ZONE_URBA", 0, FAR)


@defect(
    "CNIG_GEOMETRY_COMPLEXITY_ERROR",
    options={"cnig-complexity-tolerance": [[300, -1, -1, 1000, 0], [400, -1, -1, 1000, 0]]},
)
def an_outline_of_far_too_many_points(delivery: ConformantDelivery) -> None:
    delivery.set_geometry("HABILLAGE_SURF", 0, DETAILED)


@defect(
    "CNIG_GEOMETRY_COMPLEXITY_WARNING",
    options={"cnig-complexity-tolerance": [[300, -1, -1, 1000, 0], [4000, -1, -1, 1000, 0]]},
)
def an_outline_of_many_points(delivery: ConformantDelivery) -> None:
    delivery.set_geometry("HABILLAGE_SURF", 0, DETAILED)


@defect("NO_SPATIAL_DATA", standard="cnig_SCoT_2021")
def a_perimeter_without_a_shape(delivery: ConformantDelivery) -> None:
    lines = as_csv(delivery, "PERIMETRE_SCOT")
    lines[1][lines[0].index("WKT")] = "POLYGON EMPTY"
    write_lines(delivery, "PERIMETRE_SCOT", lines)


@defect("GEOMETRY_MULTIPART")
def an_object_of_two_parts(delivery: ConformantDelivery) -> None:
    parts = f"(({X} {Y},{X} {Y + 1},{X + 1} {Y},{X} {Y})),(({X + 5} {Y},{X + 5} {Y + 1},{X + 6} {Y},{X + 5} {Y}))"
    delivery.set_geometry("HABILLAGE_SURF", 0, f"MULTIPOLYGON ({parts})")


@defect("CRS_INCONSISTENT")
def a_table_that_says_another_system(delivery: ConformantDelivery) -> None:
    delivery.table("HABILLAGE_SURF").crs = 3944
    delivery.write_table("HABILLAGE_SURF")
