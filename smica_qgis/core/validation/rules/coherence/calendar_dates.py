"""D7: a date exists in the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.planning.approval_date import is_calendar_date, is_conventional_date
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_EIGHT_FIGURES = 8


class CalendarDates:
    """PLU v2024 rev. 2025-06, p. 47. Eight figures only: another form is the pattern's matter."""

    codes = ("DATE_NOT_IN_CALENDAR",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns of dates, by their name."""
        return place.column.name.upper().startswith(("DATE", "DATVALID", "DATAPPRO"))

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:  # noqa: ARG002
        """Yield the dates that do not exist."""
        for index, value in enumerate(values):
            if value is None or len(value) != _EIGHT_FIGURES or not (value.isascii() and value.isdigit()):
                continue
            if not is_calendar_date(value) and not is_conventional_date(value):
                yield BadValue(index, {"VALUE": value})
