"""The charset of the data is one of the ISO codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.metadata_codes import CHARACTER_SETS

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class CharacterSet:
    """gmd:characterSet; exact case: `utf8`, not `UTF-8`."""

    codes = ("METADATA_CHARACTERSET_NOT_FOUND", "METADATA_CHARACTERSET_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        code = metadata.character_set
        if code is None:
            yield Fault(self.codes[0])
        elif code not in CHARACTER_SETS:
            yield Fault(self.codes[1], {"CHARSET_CODE": code, "EXPECTED_CHARSETS": ", ".join(CHARACTER_SETS)})
