"""A geometry can be read, and is of the kind that its table holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class GeometryFormat:
    """When it fires, no other rule looks at the geometry of the row."""

    codes = ("ATTRIBUTE_GEOMETRY_INVALID_FORMAT",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Every column of geometries."""
        return place.column.type.is_geometry

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows that cannot be bound."""
        for row in geometries.not_bound(place.column.type):
            yield BadRow(row)
