"""Defects of the structure of tables and of their relations."""

from __future__ import annotations

import csv
import io

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import SUP, defect


def as_csv(delivery: ConformantDelivery, table: str) -> list[list[str]]:
    """Make a table a CSV and return its lines."""
    delivery.remove_table(table)
    delivery.table(table).format = "csv"
    delivery.write_table(table)
    return list(csv.reader(io.StringIO(delivery.table_path(table).read_text(encoding="utf-8"), newline="")))


def write_lines(delivery: ConformantDelivery, table: str, lines: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    delivery.table_path(table).write_bytes(out.getvalue().encode())


@defect("TABLE_MISSING_ATTRIBUTE")
def no_label(delivery: ConformantDelivery) -> None:
    delivery.drop_column("PRESCRIPTION_LIN", "LIBELLE")


@defect("CNIG_TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE")
def an_optional_column_that_is_wanted(delivery: ConformantDelivery) -> None:
    delivery.drop_column("PRESCRIPTION_LIN", "SYMBOLE")


@defect("TABLE_MISSING_PRESENCE_OPTIONAL_ATTRIBUTE")
def a_column_that_may_be_left_out(delivery: ConformantDelivery) -> None:
    delivery.drop_column("PRESCRIPTION_LIN", "LIB_IDPSC")


@defect("TABLE_MISSING_GEOMETRY")
def a_table_without_its_shapes(delivery: ConformantDelivery) -> None:
    for extension in (".shp", ".shx", ".prj", ".cpg"):
        delivery.table_path("HABILLAGE_SURF").with_suffix(extension).unlink(missing_ok=True)


@defect("TABLE_UNEXPECTED_ATTRIBUTE")
def a_column_of_ones_own(delivery: ConformantDelivery) -> None:
    delivery.set_column("ZONE_URBA", "SURFACE_HA", "12.5")


@defect("TABLE_UNEXPECTED_ENCODING")
def a_table_in_latin1(delivery: ConformantDelivery) -> None:
    delivery.table("HABILLAGE_TXT").columns["TXT"][0] = "Forêt"
    delivery.table("HABILLAGE_TXT").encoding = "ISO-8859-1"
    delivery.write_table("HABILLAGE_TXT")


@defect("TABLE_INVALID_ROW")
def a_row_with_a_cell_too_many(delivery: ConformantDelivery) -> None:
    lines = as_csv(delivery, "HABILLAGE_TXT")
    lines[1].append("de trop")
    write_lines(delivery, "HABILLAGE_TXT", lines)


@defect("ATTRIBUTE_NOT_UNIQUE")
def an_object_drawn_twice(delivery: ConformantDelivery) -> None:
    identifier = delivery.table("HABILLAGE_SURF").columns["LIB_IDHAB"][0]
    delivery.add_row("HABILLAGE_SURF", like=0, LIB_IDHAB=f"{identifier}9")


@defect("ATTRIBUTE_REFERENCE_NOT_FOUND", standard="cnig_SUP_T8_2016")
def an_easement_of_an_unknown_manager(delivery: ConformantDelivery) -> None:
    delivery.set_cell("SERVITUDE", 0, "IDGEST", "999999999")


@defect("TABLE_FOREIGN_KEY_NOT_FOUND")
def a_kind_that_no_list_has(delivery: ConformantDelivery) -> None:
    delivery.set_cell("PRESCRIPTION_PCT", 0, "STYPEPSC", "98")


@defect("DATABASE_CONSTRAINT_MISMATCH", standard=SUP)
def a_source_without_its_date(delivery: ConformantDelivery) -> None:
    delivery.set_cell("AC1_GENERATEUR_SUP_S", 0, "SRCGEOGEN", "Cadastre")
    delivery.set_cell("AC1_GENERATEUR_SUP_S", 0, "DATESRCGEN", None)
