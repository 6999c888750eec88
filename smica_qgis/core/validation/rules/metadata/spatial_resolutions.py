"""The record gives a scale or a distance, as a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.java_values import parse_double, parse_int

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class SpatialResolutions:
    """gmd:spatialResolution: `5000`, not `1/5000`; an empty resolution passes."""

    codes = (
        "METADATA_SPATIALRESOLUTIONS_EMPTY",
        "METADATA_SPATIALRESOLUTION_INVALID_DENOMINATOR",
        "METADATA_SPATIALRESOLUTION_INVALID_DISTANCE",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        resolutions = metadata.resolutions
        if not resolutions:
            yield Fault(self.codes[0])
        for number, resolution in enumerate(resolutions, 1):
            values = {"NUMBER": str(number), "COUNT": str(len(resolutions))}
            scale, distance = resolution.denominator, resolution.distance
            if scale is not None and parse_int(scale) is None:
                yield Fault(self.codes[1], {"VALUE": scale, **values})
            if distance is not None and parse_double(distance) is None:
                yield Fault(self.codes[2], {"VALUE": distance, **values})
