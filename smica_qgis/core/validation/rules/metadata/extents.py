"""The record gives a geographic box of four numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.java_values import parse_double

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Extents:
    """gmd:geographicElement; the order of the bounds is not looked at."""

    codes = ("METADATA_EXTENTS_EMPTY", "METADATA_EXTENT_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        if not metadata.extents:
            yield Fault(self.codes[0])
        for number, bounds in enumerate(metadata.extents, 1):
            if not all(_is_number(text) for text in bounds.texts):
                box = ",".join(text if text is not None else "null" for text in bounds.texts)
                values = {"NUMBER": str(number), "COUNT": str(len(metadata.extents)), "BBOX": box}
                yield Fault(self.codes[1], values)


def _is_number(text: str | None) -> bool:
    value = parse_double(text) if text is not None else None
    return value is not None and value == value  # noqa: PLR0124 - not-a-number is no bound
