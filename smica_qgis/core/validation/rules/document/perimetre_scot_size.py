"""A SCoT has one perimeter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_TABLE = "PERIMETRE_SCOT"


class PerimetreScotSize:
    """Skipped when the model has no such table."""

    codes = ("CNIG_PERIMETRE_SCOT_UNEXPECTED_SIZE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when there is none or more than one."""
        if document.type != "scot" or document.model.file(_TABLE) is None:
            return
        if document.kept_rows(_TABLE) != 1:
            yield Fault(self.codes[0], file=document.folder)
