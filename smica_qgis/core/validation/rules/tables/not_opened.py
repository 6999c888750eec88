"""A table can be opened. Where the official tool stops on one that cannot, we say so and go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import CODE, official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, Failure


class NotOpened:
    """A CSV without a header line is a fault; a file that GDAL cannot convert ends the official validation."""

    codes = ("FILE_NOT_OPENED", CODE)

    def check(self, failure: Failure, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """One fault a file."""
        if failure.is_empty:
            yield Fault(self.codes[0], {"FILEPATH": failure.file.entry.path}, file=failure.file.entry.path)
        else:
            yield official_stop(failure.file, failure.reason.rstrip("."))
