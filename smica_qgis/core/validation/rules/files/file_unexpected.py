"""Files and folders that no file model expects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class FileUnexpected:
    """Only extensions that the official tool lists; other files are not seen."""

    codes = ("FILE_UNEXPECTED", "DIRECTORY_UNEXPECTED")

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file or folder, in the order of the listing."""
        for entry in document.unexpected:
            code = self.codes[1] if entry.is_directory else self.codes[0]
            yield Fault(code, {"FILEPATH": entry.path}, file=document.folder)
