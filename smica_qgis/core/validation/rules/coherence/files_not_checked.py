"""A lone GeoPackage has tables and no files: what was not checked is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class FilesNotChecked:
    """Neither folders, written pieces, metadata nor names of files."""

    codes = ("FILES_NOT_CHECKED",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One information."""
        if not document.delivery.has_files:
            path = document.entries[0].path
            yield Fault(self.codes[0], {"FILEPATH": path}, file=path)
