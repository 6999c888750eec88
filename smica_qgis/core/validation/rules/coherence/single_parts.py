"""A5: a polygon or a line has one part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.planning.document_name import model_version
from smica_qgis.core.validation.fault import BadRow

if TYPE_CHECKING:
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_PLANS = ("plu", "plui", "pos", "cc", "psmv")
_SINCE = "2017"


class SingleParts:
    """PLU v2024 rev. 2025-06, p. 21-24; the texts of 2013 and 2014 do not ask for it."""

    codes = ("GEOMETRY_MULTIPART",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Surfaces, lines and points of plans of 2017 and after."""
        recent = model_version(place.document.model.name) >= _SINCE
        kinds = (ColumnType.MULTIPOLYGON, ColumnType.MULTILINESTRING, ColumnType.MULTIPOINT)
        return recent and place.document.type in _PLANS and place.column.type in kinds

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:  # noqa: ARG002
        """Yield the objects of several parts."""
        for row, parts in geometries.multiparts():
            yield BadRow(row, {"PARTS": str(parts)}, geometry=geometries.wkt(row))
