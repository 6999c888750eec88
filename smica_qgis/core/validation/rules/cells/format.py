"""A text can be read as the type of its column. When it cannot, no other rule looks at the cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Callable

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue
from smica_qgis.core.validation.java_values import (
    is_boolean,
    is_uri,
    is_url,
    parse_date,
    parse_double,
    parse_integer,
    shown,
)

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_READABLE: dict[ColumnType, Callable[[str], bool]] = {
    ColumnType.BOOLEAN: is_boolean,
    ColumnType.INTEGER: lambda text: parse_integer(text) is not None,
    ColumnType.DOUBLE: lambda text: parse_double(text) is not None,
    ColumnType.DATE: lambda text: parse_date(text) is not None,
    ColumnType.FILENAME: is_uri,
    ColumnType.PATH: is_uri,
    ColumnType.URL: is_url,
}


class Format:
    """The forms that Java accepts (facts: checks, "Types")."""

    codes = ("ATTRIBUTE_INVALID_FORMAT",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Every type but text and geometry."""
        return place.column.type in _READABLE

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the texts that cannot be read."""
        readable = _READABLE[place.column.type]
        for index, value in enumerate(values):
            if value is not None and not readable(value):
                yield BadValue(index, {"VALUE": shown(value), "EXPECTED_TYPE": place.column.type.value})
