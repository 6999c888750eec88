"""A geometry is not so detailed that the portal slows down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class GeometryComplexity:
    """Option cnig-complexity-tolerance; the first geometry column of a table; the first excess."""

    codes = ("CNIG_GEOMETRY_COMPLEXITY_ERROR", "CNIG_GEOMETRY_COMPLEXITY_WARNING")

    def applies_to(self, place: ColumnPlace) -> bool:
        """The first geometry column, when the option is given."""
        first = next((c for c in place.table.model.columns if c.type.is_geometry), None)
        return place.column is first and place.document.options.complexity is not None

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows over a threshold."""
        tolerance = place.document.options.complexity
        if tolerance is None:
            return
        for excess in geometries.complex(tolerance):
            code = self.codes[0] if excess.error else self.codes[1]
            yield BadRow(excess.row, {"TYPE_ERROR": excess.reason}, code)
