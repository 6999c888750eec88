"""CNIG: the citation has a date of revision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class CnigRevisionDate:
    """Stricter than the CNIG instructions, which ask for `creation` the first time."""

    codes = ("CNIG_METADATA_DATEOFLASTREVISION_NOT_FOUND",)

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        if metadata.date("revision") is None:
            yield Fault(self.codes[0])
