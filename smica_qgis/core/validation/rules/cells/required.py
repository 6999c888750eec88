"""A required column is filled in every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class Required:
    """Cells are trimmed first; a column that is absent is another rule's matter."""

    codes = ("ATTRIBUTE_UNEXPECTED_NULL",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns that the model requires."""
        return place.column.required

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:  # noqa: ARG002
        """Yield the empty value."""
        for index, value in enumerate(values):
            if value is None:
                yield BadValue(index)
