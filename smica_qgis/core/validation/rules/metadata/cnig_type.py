"""CNIG: the described resource is a data set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class CnigType:
    """`dataset`, or `serie`, which the ISO list spells `series`: no record of a series can be clean."""

    codes = ("CNIG_METADATA_TYPE_INVALID",)

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        if metadata.type is not None and metadata.type not in ("dataset", "serie"):
            yield Fault(self.codes[0], {"VALUE": metadata.type})
