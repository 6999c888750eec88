"""Defects of the values of cells, dates included."""

from __future__ import annotations

from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.one_defect.defects import defect


@defect("ATTRIBUTE_UNEXPECTED_NULL")
def a_label_that_is_not_filled(delivery: ConformantDelivery) -> None:
    delivery.set_cell("PRESCRIPTION_PCT", 0, "LIBELLE", None)


@defect("ATTRIBUTE_INVALID_FORMAT")
def an_address_without_its_scheme(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "URLFIC", "www.exemple.fr/reglement.pdf")


@defect("ATTRIBUTE_INVALID_REGEXP")
def a_colour_of_two_digits(delivery: ConformantDelivery) -> None:
    delivery.set_cell("HABILLAGE_TXT", 0, "COULEUR", "90-90-90")


@defect("ATTRIBUTE_UNEXPECTED_VALUE", standard="cnig_PLU_2014")
def a_state_that_the_list_has_not(delivery: ConformantDelivery) -> None:
    delivery.set_cell("DOC_URBA", 0, "TYPEREF", "99")


@defect("ATTRIBUTE_SIZE_EXCEEDED")
def a_name_of_zone_that_is_too_long(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "LIBELLE", "beaucoup trop long")


@defect("ATTRIBUTE_SIZE_TOO_SHORT", also={"ATTRIBUTE_INVALID_REGEXP": 1})
def a_destination_of_one_digit(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "DESTOUI", "2")


@defect("ATTRIBUTE_CHARACTERS_ILLEGAL", options={"string-escape-controls": True})
def a_control_character(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "LIBELONG", "Zone\x01urbaine")


@defect("ATTRIBUTE_CHARACTERS_REPLACED", options={"string-simplify-common": True})
def a_typographic_apostrophe(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "LIBELONG", "Zone d’activités")


@defect("CNIG_TXT_REGEXP_INVALID", standard="cnig_PLUi_2017")
def a_plan_of_sector_without_its_number(delivery: ConformantDelivery) -> None:
    delivery.set_cell("PRESCRIPTION_SURF", 0, "TXT", "SECTEUR")


@defect("DATAPPRO_NOT_SINGLE", standard="cnig_PLU_2014")
def a_piece_of_the_previous_stage(delivery: ConformantDelivery) -> None:
    path = delivery.piece("_rapport_20141106.pdf")
    delivery.rename(path, path.name.replace("20141106", "20140612"))


@defect("DATVALID_AFTER_DATAPPRO")
def a_zone_validated_after_the_approval(delivery: ConformantDelivery) -> None:
    delivery.set_cell("ZONE_URBA", 0, "DATVALID", "20251224")


@defect("DATE_NOT_IN_CALENDAR")
def a_thirteenth_month(delivery: ConformantDelivery) -> None:
    delivery.set_cell("INFO_SURF", 0, "DATVALID", "20241399")
