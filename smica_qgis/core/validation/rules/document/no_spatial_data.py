"""At least one table holds a geometry that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.table import WKT

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class NoSpatialData:
    """Unreadable geometries count for nothing."""

    codes = ("NO_SPATIAL_DATA",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when no table has any."""
        if not any(_has_geometry(table) for table in document.tables):
            yield Fault(self.codes[0], file=document.folder)


def _has_geometry(table: ReadTable) -> bool:
    model = next((c for c in table.model.columns if c.name == WKT), None)
    geometries = table.geometry(WKT) if model is not None else None
    if model is None or geometries is None or geometries.is_empty():
        return False
    lost = set(geometries.not_bound(model.type)) | set(geometries.nulls())
    return len(lost) < table.table.row_count
