"""The record is dated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.xml_dates import is_xml_date

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class MetadataDate:
    """gmd:dateStamp, an XML-Schema date."""

    codes = ("METADATA_METADATADATE_NOT_FOUND", "METADATA_METADATADATE_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        date = metadata.metadata_date
        if not date:
            yield Fault(self.codes[0])
        elif not is_xml_date(date):
            yield Fault(self.codes[1], {"VALUE": date})
