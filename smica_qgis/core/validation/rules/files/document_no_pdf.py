"""A delivery has at least one written piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import FileType
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class DocumentNoPdf:
    """A misplaced PDF does not count."""

    codes = ("CNIG_DOCUMENT_NO_PDF",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when no PDF answers to the model."""
        if not document.files_of(FileType.PDF):
            yield Fault(self.codes[0], file=document.folder)
