"""D33: data, .prj and metadata are in the CRS of the validation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.planning.reference_systems import code_of
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

SAME = (
    {"EPSG:2154", "IGNF:RGF93LAMB93"},
    {"EPSG:32620", "IGNF:WGS84UTM20"},
    {"EPSG:2972", "IGNF:RGFG95UTM22"},
    {"EPSG:2975", "IGNF:RGR92UTM40S"},
    {"EPSG:4471", "IGNF:RGM04UTM38S"},
    {"EPSG:4467", "IGNF:RGSPM06U21"},
    {"EPSG:4326", "CRS:84", "IGNF:WGS84"},
)
"""Two names of one system."""


class SameCrs:
    """PLU v2024 rev. 2025-06, p. 17. The portal uses the CRS of the metadata and never reads a .prj."""

    codes = ("CRS_INCONSISTENT",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a table or metadata file that says another CRS; silence is not a fault."""
        for table in document.tables:
            if not table.table.same_crs:
                yield self._fault(document, table.table.declared_crs, table.table.file, table.file_model.name)
        for file, metadata in document.metadata:
            system = metadata.reference_system
            code = code_of(system.uri) if system is not None and system.uri else None
            if code is not None and not _same(code, document.crs):
                yield self._fault(document, code, file.entry.path, file.model.name)

    def _fault(self, document: Document, found: str, file: str, model: str) -> Fault:
        values = {"CRS": found, "SOURCE": file, "EXPECTED_CRS": document.crs}
        return Fault(self.codes[0], values, model, file=file)


def _same(a: str, b: str) -> bool:
    return a == b or any(a in names and b in names for names in SAME)
