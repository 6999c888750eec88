"""CNIG: keywords under the official thesauri say what the folder's name says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.planning.document_name import official_document_name
from smica_qgis.core.planning.required_keywords import required_keywords
from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class CnigKeywords:
    """The first keyword of the first block of each thesaurus; skipped for a folder without a valid name."""

    codes = ("CNIG_METADATA_KEYWORD_NOT_FOUND", "CNIG_METADATA_KEYWORD_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:
        """Yield the faults of the element."""
        name = official_document_name(document.name)
        if name is None:
            return
        for keyword in required_keywords(name):
            values = {"NAME": keyword.name, "THESAURUS_NAME": keyword.thesaurus}
            block = next((b for b in metadata.keywords if keyword.is_under(b.thesaurus)), None)
            if block is None:
                yield Fault(self.codes[0], values)
            elif not block.values:
                yield official_stop(file, f"bloc de mots-clés « {block.thesaurus} » sans mot-clé")
            elif (block.values[0] or "").upper() != keyword.value.upper():
                found = block.values[0] or ""
                yield Fault(self.codes[1], {**values, "VALUE": found, "EXPECTED_VALUE": keyword.value})
