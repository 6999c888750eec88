"""A PLUi covers at least two communes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_TABLE = "DOC_URBA_COM"
_LEAST = 2


class DocUrbaComSize:
    """Rows that the portal would keep, over all files; an absent table counts for nothing."""

    codes = ("CNIG_DOC_URBA_COM_UNEXPECTED_SIZE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when there are fewer."""
        if document.type != "plui" or document.model.file(_TABLE) is None:
            return
        if document.kept_rows(_TABLE) < _LEAST:
            yield Fault(self.codes[0], file=document.folder)
