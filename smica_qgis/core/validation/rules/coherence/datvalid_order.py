"""D5: DATVALID is not after DATAPPRO."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.planning.approval_date import approval_date, is_calendar_date
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class DatvalidOrder:
    """PLU v2024 rev. 2025-06, p. 17, 21-23, 46. The delivery's DATAPPRO is that of its folder."""

    codes = ("DATVALID_AFTER_DATAPPRO",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns DATVALID of a delivery whose folder gives a date."""
        return place.column.name.upper() == "DATVALID" and is_calendar_date(approval_date(place.document.parsed_name))

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the later dates."""
        last = approval_date(place.document.parsed_name)
        for index, value in enumerate(values):
            if value is not None and is_calendar_date(value) and value > last:
                yield BadValue(index, {"VALUE": value, "DATAPPRO": last})
