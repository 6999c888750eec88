"""The folder Pieces_ecrites holds PDF files only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.rules.files.file_extension import PLAN_TYPES

if TYPE_CHECKING:
    from smica_qgis.core.validation.delivery import Entry
    from smica_qgis.core.validation.document import Document

_FOLDER = "Pieces_ecrites/"
_TITLES = "TITRES_PIECES_ECRITES"


class PieceEcriteOnlyPdf:
    """Case counts: `.PDF` is refused. The first table of titles and XML that is not metadata pass."""

    codes = ("CNIG_PIECE_ECRITE_ONLY_PDF",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file, named bare as the official tool does."""
        if document.options.flat or document.type not in PLAN_TYPES:
            return
        titles = next((f.entry.path for f in document.files if f.model.name == _TITLES), None)
        for entry in document.entries:
            if entry.is_directory or not entry.path.startswith(_FOLDER) or entry.path == titles:
                continue
            if entry.extension != "pdf" and not self._is_other_xml(entry, document):
                yield Fault(self.codes[0], file=entry.name)

    def _is_other_xml(self, entry: Entry, document: Document) -> bool:
        if entry.extension.lower() != "xml":
            return False
        try:
            return document.delivery.read_metadata(entry.path) is None
        except UnreadableFileError:
            return True  # what cannot be opened is not known to be metadata, and is reported as unreadable
