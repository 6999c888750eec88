"""A filled text is one of the values that its column lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class Enumeration:
    """Case and accents count; only for the type String."""

    codes = ("ATTRIBUTE_UNEXPECTED_VALUE",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Texts with a list."""
        return place.column.type is ColumnType.STRING and bool(place.column.enum)

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the texts that are not in the list."""
        allowed = frozenset(place.column.enum)
        listed = ", ".join(place.column.enum)
        for index, value in enumerate(values):
            if value is not None and value not in allowed:
                yield BadValue(index, {"VALUE": value, "EXPECTED_VALUES": listed})
