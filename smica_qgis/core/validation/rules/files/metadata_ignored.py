"""An XML file stands where metadata are expected and is not a MD_Metadata record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class MetadataIgnored:
    """The file is then left out of the delivery."""

    codes = ("METADATA_IGNORED_FILE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file."""
        for file in document.ignored_metadata:
            yield Fault(self.codes[0], {"FILEPATH": file.entry.path}, file=document.folder)
