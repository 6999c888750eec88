"""Rows of permits, checked: what the store is given, and why a row is not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from smica_qgis.core.ads.deadlines import PermitDates, decision_deadline
from smica_qgis.core.ads.permit_number import (
    DECLARATIONS,
    InvalidPermitNumberError,
    PermitNumber,
    parse_permit_number,
)
from smica_qgis.core.field_mapping.personal_text import quoted
from smica_qgis.core.field_mapping.row_dates import check_order, check_past
from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError

_ORDERS = (("date_depot", "date_complet"), ("date_depot", "date_decision"), ("date_doc", "date_daact"))
_LABELS = {
    "date_depot": "le dépôt",
    "date_complet": "la complétude",
    "date_decision": "la décision",
    "date_doc": "l'ouverture du chantier",
    "date_daact": "l'achèvement",
}
_PAST = ("date_depot", "date_complet", "date_decision", "date_doc", "date_daact")


def number_of(row: ReadRow, today: date, perimeter: Collection[str]) -> PermitNumber:
    """The number of a row. perimeter: communes that are ours, empty = all. Raises RefusedRowError."""
    text = row.text("numero")
    try:
        number = parse_permit_number(text, today)
    except InvalidPermitNumberError as error:
        message = f"numéro du dossier : {error.message} ({quoted(text)})"
        raise RefusedRowError(message) from error
    insee = row.text("insee")
    if insee and insee != number.insee:
        message = f"le numéro est de la commune {number.insee}, la ligne dit {insee}"
        raise RefusedRowError(message)
    if perimeter and number.insee not in perimeter:
        message = f"la commune {number.insee} est hors du périmètre"
        raise RefusedRowError(message)
    return number


def is_declaration(number: PermitNumber) -> bool:
    """Whether a row tells of the works of a permit (DOC, DAACT) and is no dossier of its own."""
    return number.suffix in DECLARATIONS


def check_permit(row: ReadRow, today: date) -> None:
    """Refuse dates that contradict one another. Raises RefusedRowError."""
    check_order(row, _ORDERS, _LABELS)
    check_past(row, _PAST, _LABELS, today)


def state_of_dates(values: Mapping[str, object]) -> str:
    """The state of a dossier of which only the dates are known. A decision whose sense is not told decides nothing."""
    for name, state in (("date_daact", "ACH"), ("date_doc", "OUV"), ("date_complet", "INS")):
        if values.get(name):
            return state
    return "DEP"


def stated_deadline_differs(row: ReadRow, permit: PermitDates) -> bool:
    """Whether the deadline that a table states is not the one that its dates give."""
    stated, computed = row.text("date_limite_saisie"), decision_deadline(permit)
    return bool(stated) and computed is not None and stated != computed.isoformat()
