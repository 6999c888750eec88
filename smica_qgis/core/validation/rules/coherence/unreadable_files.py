"""Every file of the delivery can be opened, whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document


class UnreadableFiles:
    """Cut, locked or disguised files, links that are not followed, names that leave the delivery."""

    codes = ("FILE_UNREADABLE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file."""
        for refused in document.delivery.refused:
            yield self._fault(refused.path, refused.reason)
        for failure in document.failures:
            yield self._fault(failure.file.entry.path, failure.reason.rstrip("."), failure.file.model.name)
        for table in document.tables:
            if table.table.damage:
                yield self._fault(table.table.file, table.table.damage, table.file_model.name)

    def _fault(self, path: str, reason: str, model: str = "") -> Fault:
        return Fault(self.codes[0], {"FILEPATH": path, "REASON": reason}, model, file=path)
