"""A delivery has one metadata file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class MetadataMultiple:
    """All of them are checked nonetheless; the first one gives the charset."""

    codes = ("METADATA_MULTIPLE_FILES",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when there are several."""
        if len(document.metadata) > 1:
            names = ", ".join(file.entry.name for file, _ in document.metadata)
            yield Fault(self.codes[0], {"FILENAME_LIST": names}, file=document.folder)
