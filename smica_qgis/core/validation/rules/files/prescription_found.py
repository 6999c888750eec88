"""A plan whose model knows prescriptions has at least one table of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import FileType
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_WORD = "PRESCRIPTION"


class PrescriptionFound:
    """Any file model whose name holds the word makes the question; only tables answer it."""

    codes = ("CNIG_PRESCRIPTION_NOT_FOUND",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when none was delivered."""
        asked = any(_WORD in model.name for model in document.model.files)
        given = any(_WORD in file.model.name for file in document.files_of(FileType.TABLE))
        if asked and not given:
            yield Fault(self.codes[0], file=document.folder)
