"""An XML file respects the schema that its file model names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault
from smica_qgis.core.validation.official_stop import official_stop

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile


class Schema:
    """Before its content is looked at; no production model names a schema."""

    codes = ("XSD_SCHEMA_ERROR",)

    def check(self, file: MatchedFile, document: Document) -> Iterator[Fault]:
        """One fault a problem that the parser reports, with its line; the official tool stops on what is no XML."""
        if file.model.xsd_schema is None:
            return
        for fault in document.delivery.schema_faults(file.entry.path, file.model.xsd_schema):
            yield Fault(
                self.codes[0],
                {},
                file.model.name,
                file=file.entry.path,
                id=str(fault.line),
                xsd=(fault.code, fault.message, fault.path),
            )
            if not fault.well_formed:
                yield official_stop(file, f"le fichier n'est pas du XML bien formé (ligne {fault.line})")
