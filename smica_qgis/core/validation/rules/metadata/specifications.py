"""The record says which specification the data follow, with a title, a date and a degree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.xml_dates import is_xml_date

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Specifications:
    """gmd:specification; the degree is `true`, `false` or nothing."""

    codes = (
        "METADATA_SPECIFICATIONS_EMPTY",
        "METADATA_SPECIFICATION_TITLE_NOT_FOUND",
        "METADATA_SPECIFICATION_DATE_NOT_FOUND",
        "METADATA_SPECIFICATION_DATE_INVALID",
        "METADATA_SPECIFICATION_DEGREE_INVALID",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        specifications = metadata.specifications
        if not specifications:
            yield Fault(self.codes[0])
        for number, specification in enumerate(specifications, 1):
            values = {"NUMBER": str(number), "COUNT": str(len(specifications))}
            if not specification.title:
                yield Fault(self.codes[1], values)
            if specification.date is None:
                yield Fault(self.codes[2], values)
            elif not is_xml_date(specification.date):
                yield Fault(self.codes[3], {**values, "VALUE": specification.date})
            if specification.degree and specification.degree not in ("true", "false"):
                yield Fault(self.codes[4], {**values, "VALUE": specification.degree})
