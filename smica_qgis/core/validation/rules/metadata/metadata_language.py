"""The language of the record is one of the 23 European codes of three letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.metadata_codes import LANGUAGES

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class MetadataLanguage:
    """gmd:language of the record."""

    codes = ("METADATA_METADATALANGUAGE_NOT_FOUND", "METADATA_METADATALANGUAGE_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        code = metadata.metadata_language
        if code is None:
            yield Fault(self.codes[0])
        elif code not in LANGUAGES:
            yield Fault(self.codes[1], {"CODE": code, "EXPECTED_CODES": ", ".join(LANGUAGES)})
