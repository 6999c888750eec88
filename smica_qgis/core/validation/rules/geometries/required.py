"""A required geometry is there in every row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class GeometryRequired:
    """An empty geometry (POLYGON EMPTY) is not a missing one."""

    codes = ("ATTRIBUTE_UNEXPECTED_NULL",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns that the model requires."""
        return place.column.required

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:  # noqa: ARG002
        """Yield the rows without a geometry."""
        for row in geometries.nulls():
            yield BadRow(row)
