"""DATAPPRO: the date of approval that a folder's name carries, and what counts as a date in a planning document."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smica_qgis.core.planning.document_name import DocumentName

_DATE = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", re.ASCII)
UNKNOWN = "00000000"
_LAST_MONTH = 12


def approval_date(name: DocumentName | None) -> str:
    """AAAAMMJJ of a folder's name, or an empty text."""
    return name.date if name is not None else ""


def is_calendar_date(text: str) -> bool:
    """Whether AAAAMMJJ exists in the calendar."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(match.group(part)) for part in ("year", "month", "day"))
    return year > 0 and 1 <= month <= _LAST_MONTH and 1 <= day <= calendar.monthrange(year, month)[1]


def is_conventional_date(text: str) -> bool:
    """00000000 (unknown or to come) and AAAA0000 (a year only): standard PLU v2024 rev. 2025-06, p. 47."""
    return text == UNKNOWN or bool(re.fullmatch(r"[0-9]{4}0000", text, re.ASCII))
