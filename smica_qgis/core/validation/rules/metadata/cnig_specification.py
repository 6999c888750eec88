"""CNIG: the record declares a CNIG standard, with its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata

_TITLE = re.compile(r"CNIG\s(PLU|PLUi|POS|CC|PSMV|SUP|SCoT)\sv\d{4}", re.IGNORECASE | re.ASCII)


class CnigSpecification:
    """Neither the kind of document nor the model is compared."""

    codes = ("CNIG_METADATA_SPECIFICATION_NOT_FOUND",)

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        declared = (s for s in metadata.specifications if s.date_type == "publication" and s.title)
        if not any(_TITLE.fullmatch(s.title or "") for s in declared):
            yield Fault(self.codes[0])
