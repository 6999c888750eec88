"""A geometry lies within the extent that the caller gave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class GeometryDataExtent:
    """Option data-extent, in the CRS of the data. Without it a wrong CRS is invisible here."""

    codes = ("ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns of geometries, when the option is given."""
        return place.column.type.is_geometry and place.document.options.data_extent is not None

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows that the extent does not contain."""
        for row in geometries.outside(place.document.options.data_extent or ""):
            yield BadRow(row)
