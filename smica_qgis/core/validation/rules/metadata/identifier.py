"""The data set has a resource identifier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Identifier:
    """gmd:identifier of the citation; one filled is enough."""

    codes = ("METADATA_IDENTIFIER_NOT_FOUND",)

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        if not any(metadata.identifiers):
            yield Fault(self.codes[0])
