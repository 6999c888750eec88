"""The level of the described resource is one of the ISO codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.metadata_codes import SCOPE_CODES

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Type:
    """gmd:hierarchyLevel; exact case. An empty code is invalid, not absent."""

    codes = ("METADATA_TYPE_NOT_FOUND", "METADATA_TYPE_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        code = metadata.type
        if code is None:
            yield Fault(self.codes[0])
        elif code not in SCOPE_CODES:
            yield Fault(self.codes[1], {"CODE": code, "EXPECTED_CODES": ", ".join(SCOPE_CODES)})
