"""An XML file respects the schema that its file model names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile


class Schema:
    """Before its content is looked at; no production model names a schema."""

    codes = ("XSD_SCHEMA_ERROR",)

    def check(self, file: MatchedFile, document: Document) -> Iterator[Fault]:
        """One fault a problem that the parser reports, with its line."""
        if file.model.xsd_schema is None:
            return
        for line, code, message, path in document.delivery.schema_errors(file.entry.path, file.model.xsd_schema):
            yield Fault(
                self.codes[0],
                {},
                file.model.name,
                file=file.entry.path,
                id=str(line),
                xsd=(code, message, path),
            )
