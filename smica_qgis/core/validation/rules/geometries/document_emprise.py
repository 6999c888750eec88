"""A zone lies within the territory that the caller gave, enlarged by ten units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_ZONES = ("ZONE_URBA", "SECTEUR_CC")


class GeometryDocumentEmprise:
    """Option cnig-document-emprise, already in the CRS of the data and enlarged. A warning in spite of its name."""

    codes = ("CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Geometries of zones, when the option is given."""
        zones = place.table.model.name in _ZONES and place.column.type.is_geometry
        return zones and place.document.options.emprise is not None

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows that the territory does not contain."""
        for row in geometries.outside(place.document.options.emprise or ""):
            yield BadRow(row)
