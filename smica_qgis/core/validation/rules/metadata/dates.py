"""The citation has a date, and its dates are XML-Schema dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.xml_dates import is_xml_date

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Dates:
    """Publication, revision, creation: the greatest of each, as text."""

    codes = (
        "METADATA_DATES_NOT_FOUND",
        "METADATA_DATEOFPUBLICATION_INVALID",
        "METADATA_DATEOFLASTREVISION_INVALID",
        "METADATA_DATEOFCREATION_INVALID",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        found = {kind: metadata.date(kind) for kind in ("publication", "revision", "creation")}
        if all(value is None for value in found.values()):
            yield Fault(self.codes[0])
            return
        for code, value in zip(self.codes[1:], found.values()):
            if value is not None and not is_xml_date(value):
                yield Fault(code, {"VALUE": value})
