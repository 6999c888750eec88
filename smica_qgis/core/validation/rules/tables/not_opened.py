"""A table can be opened. Where the official tool stops on one that cannot, we say so and go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import CODE, official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, Failure


class NotOpened:
    """A CSV without a header line has a code of its own; the official tool says nothing more of the others."""

    codes = ("FILE_NOT_OPENED", CODE)

    def check(self, failure: Failure, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Either way the official validation ends here."""
        path = failure.file.entry.path
        if failure.is_empty:
            yield Fault(self.codes[0], {"FILEPATH": path}, failure.file.model.name, file=path)
        yield official_stop(failure.file, failure.reason.rstrip("."))
