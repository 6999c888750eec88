"""The record has an identifier, of plain characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata

_PLAIN = re.compile(r"[\w\s.:/\[\]-]+", re.ASCII)


class FileIdentifier:
    """gmd:fileIdentifier. An accented letter or a brace is refused."""

    codes = ("METADATA_FILEIDENTIFIER_NOT_FOUND", "METADATA_FILEIDENTIFIER_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        identifier = metadata.file_identifier
        if not identifier:
            yield Fault(self.codes[0])
        elif not _PLAIN.fullmatch(identifier):
            yield Fault(self.codes[1], {"VALUE": identifier})
