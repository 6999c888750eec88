"""A file whose name is right stands in another folder than the model says; it is then not looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class FileMisplaced:
    """Only in the ordinary layout: in the flat one files match by their name."""

    codes = ("FILE_MISPLACED",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a misplaced file."""
        for file in document.misplaced:
            yield Fault(self.codes[0], {"FILEPATH": file.entry.path}, file.model.name, file=document.folder)
