"""Defects of the identity of a document: folder, IDURBA, communes, perimeter."""

from __future__ import annotations

from pathlib import Path

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import PLUI, SCOT, SUP, defect


@defect("DIRECTORY_UNEXPECTED_NAME", standard=SUP)
def a_day_too_short_in_the_name_of_the_folder(delivery: ConformantDelivery) -> Path:
    return delivery.rename(delivery.root, delivery.name[:-1])


@defect("CNIG_IDURBA_NOT_FOUND")
def a_document_that_its_own_table_does_not_know(delivery: ConformantDelivery) -> None:
    delivery.set_column("DOC_URBA", "IDURBA", "12901_PLU_20010101")


@defect("CNIG_IDURBA_MULTIPLE_FOUND", standard="cnig_PLU_2022")
def a_document_twice_in_its_own_table(delivery: ConformantDelivery) -> None:
    delivery.add_row("DOC_URBA", like=0)


@defect("CNIG_IDURBA_INVALID")
def an_older_document_without_a_date(delivery: ConformantDelivery) -> None:
    delivery.add_row("DOC_URBA", like=0, IDURBA="12901_PLU")


@defect("CNIG_IDURBA_UNEXPECTED")
def a_zone_of_another_document(delivery: ConformantDelivery) -> None:
    delivery.set_cell("HABILLAGE_SURF", 0, "IDURBA", "12901_PLU_20010101")


@defect("CNIG_INSEE_INVALID")
def a_commune_without_its_zero(delivery: ConformantDelivery) -> None:
    delivery.set_cell("DOC_URBA_COM", 0, "INSEE", "1290")


@defect("CNIG_DOC_URBA_COM_UNEXPECTED_SIZE", standard=PLUI)
def an_intercommunality_of_one_commune(delivery: ConformantDelivery) -> None:
    delivery.keep_rows("DOC_URBA_COM", 1)


@defect("CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE", standard=SCOT)
def a_perimeter_of_two_objects(delivery: ConformantDelivery) -> None:
    delivery.add_row("PERIMETRE_SCOT", like=0)
    delivery.set_geometry(
        "PERIMETRE_SCOT", 1, "POLYGON ((700000 6600000,700000 6600010,700010 6600010,700000 6600000))"
    )
