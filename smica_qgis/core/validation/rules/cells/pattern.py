"""A filled text matches the pattern of its column, whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class Pattern:
    """Only for the type String: a pattern on a file name or a number is ignored, as officially."""

    codes = ("ATTRIBUTE_INVALID_REGEXP",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Texts with a pattern."""
        return place.column.type is ColumnType.STRING and place.column.pattern is not None

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the texts that do not match."""
        text = place.column.pattern or ""
        matches = compile_java(text).fullmatch
        for index, value in enumerate(values):
            if value is not None and not matches(value):
                yield BadValue(index, {"VALUE": value, "REGEXP": text})
