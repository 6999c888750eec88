"""The record says where the data can be had, with a name, a protocol and an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class Locators:
    """gmd:onLine; any protocol is accepted and no address is tried."""

    codes = (
        "METADATA_LOCATORS_EMPTY",
        "METADATA_LOCATOR_NAME_NOT_FOUND",
        "METADATA_LOCATOR_PROTOCOL_NOT_FOUND",
        "METADATA_LOCATOR_URL_NOT_FOUND",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        if not metadata.locators:
            yield Fault(self.codes[0])
        count = len(metadata.locators)
        for number, locator in enumerate(metadata.locators, 1):
            for code, text in zip(self.codes[1:], (locator.name, locator.protocol, locator.url)):
                if not text:
                    yield Fault(code, {"NUMBER": str(number), "COUNT": str(count)})
