"""A text is neither shorter nor longer than its column allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue
from smica_qgis.core.validation.java_values import utf16_length

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_MEASURED = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.PATH, ColumnType.URL)


class Size:
    """In UTF-16 units, as Java counts; numbers have no length."""

    codes = ("ATTRIBUTE_SIZE_TOO_SHORT", "ATTRIBUTE_SIZE_EXCEEDED")

    def applies_to(self, place: ColumnPlace) -> bool:
        """Texts, file names and addresses with a bound."""
        column = place.column
        return column.type in _MEASURED and (column.min_length is not None or column.max_length is not None)

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the texts out of bounds."""
        least, most = place.column.min_length, place.column.max_length
        if least is None and most is not None and _plainly_fit(values, most):
            return
        for index, value in enumerate(values):
            if value is None:
                continue
            length = utf16_length(value)
            if least is not None and length < least:
                yield BadValue(index, _values(length, least), self.codes[0])
            if most is not None and length > most:
                yield BadValue(index, _values(length, most), self.codes[1])


def _plainly_fit(values: Sequence[str | None], most: int) -> bool:
    """Whether all are short and without accents, as codes and identifiers are: no need to count one by one."""
    return all(len(value) <= most and value.isascii() for value in values if value is not None)


def _values(length: int, bound: int) -> dict[str, str]:
    return {"VALUE_LENGTH": str(length), "EXPECTED_LENGTH": str(bound)}
