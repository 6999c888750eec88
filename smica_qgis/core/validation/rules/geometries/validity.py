"""A geometry respects the OGC rules (no self-intersection, holes inside…)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class GeometryValidity:
    """Judged on coordinates of 15 significant digits; the first problem only (PLU v2024 rev. 2025-06, p. 43, 46)."""

    codes = ("ATTRIBUTE_GEOMETRY_INVALID", "ATTRIBUTE_GEOMETRY_INVALID_INTERNAL")

    def applies_to(self, place: ColumnPlace) -> bool:
        """Every column of geometries."""
        return place.column.type.is_geometry

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:  # noqa: ARG002
        """Yield the rows that break the rules, with the place of the problem."""
        for invalid in geometries.invalid():
            if invalid.internal:
                yield BadRow(invalid.row, code=self.codes[1])
                continue
            place_of_fault = f"POINT ({invalid.x:.15g} {invalid.y:.15g})"
            yield BadRow(
                invalid.row,
                {"TYPE_ERROR": invalid.reason},
                geometry=place_of_fault,
                point=(invalid.x, invalid.y),
            )
