"""The kind of spatial representation is one of the ISO codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.metadata_codes import REPRESENTATIONS

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class SpatialRepresentationType:
    """gmd:spatialRepresentationType: vector, grid…."""

    codes = (
        "METADATA_SPATIALREPRESENTATIONTYPE_NOT_FOUND",
        "METADATA_SPATIALREPRESENTATIONTYPE_INVALID",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        code = metadata.spatial_representation_type
        if code is None:
            yield Fault(self.codes[0])
        elif code not in REPRESENTATIONS:
            yield Fault(self.codes[1], {"CODE": code, "EXPECTED_CODES": ", ".join(REPRESENTATIONS)})
