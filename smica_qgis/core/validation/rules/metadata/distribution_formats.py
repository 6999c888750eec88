"""The record names the format of the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class DistributionFormats:
    """gmd:distributionFormat; a name given as an anchor is not seen."""

    codes = ("METADATA_DISTRIBUTIONFORMATS_EMPTY", "METADATA_DISTRIBUTIONFORMAT_NAME_NOT_FOUND")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        formats = metadata.distribution_formats
        if not formats:
            yield Fault(self.codes[0])
        for number, name in enumerate(formats, 1):
            if not name:
                yield Fault(self.codes[1], {"NUMBER": str(number), "COUNT": str(len(formats))})
