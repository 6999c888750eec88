"""A servitude is delivered with at least one générateur and one assiette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import FileType
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class ServitudeTablesFound:
    """Reported even when the category's model has no such table."""

    codes = ("CNIG_GENERATEUR_SUP_NOT_FOUND", "CNIG_ASSIETTE_SUP_NOT_FOUND")

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault for each that is absent."""
        if document.type != "sup":
            return
        names = [file.model.name for file in document.files_of(FileType.TABLE)]
        for code, word in zip(self.codes, ("GENERATEUR", "ASSIETTE")):
            if not any(word in name for name in names):
                yield Fault(code, file=document.folder)
