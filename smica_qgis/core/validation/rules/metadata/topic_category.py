"""The topic is one of the ISO categories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.metadata_codes import TOPICS

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class TopicCategory:
    """gmd:topicCategory, the first one."""

    codes = ("METADATA_TOPICCATEGORY_NOT_FOUND", "METADATA_TOPICCATEGORY_INVALID")

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        code = metadata.topic_category
        if code is None:
            yield Fault(self.codes[0])
        elif code not in TOPICS:
            yield Fault(self.codes[1], {"CODE": code, "EXPECTED_CODES": ", ".join(TOPICS)})
