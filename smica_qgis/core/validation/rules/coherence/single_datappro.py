"""D4: one DATAPPRO for the whole delivery: folder, DOC_URBA, names of tables and written pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import FileType
from smica_qgis.core.planning.approval_date import approval_date
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile

_DATE_AT_THE_END = re.compile(r"_(?P<date>[0-9]{8})(?:_[A-Za-z])?", re.ASCII)
_METADATA_DATE = re.compile(r"fr-.*?(?P<date>[0-9]{8})(?:_[A-Za-z])?", re.IGNORECASE | re.ASCII)
_OPPOSABLE = "03"


class SingleDatappro:
    """PLU v2024 rev. 2025-06, p. 17 and 49. Only names that follow the standard's syntax are read."""

    codes = ("DATAPPRO_NOT_SINGLE",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file name or row of another date than the folder's."""
        expected = approval_date(document.parsed_name)
        if not expected:
            return
        for file in document.files:
            date = self._date_of(file, document)
            if date and date != expected:
                values = {"VALUE": date, "EXPECTED_VALUE": expected}
                yield Fault(self.codes[0], values, file.model.name, file=file.entry.path)
        yield from self._rows(document, expected)

    def _date_of(self, file: MatchedFile, document: Document) -> str:
        """The DATAPPRO that a file's name says, or an empty text when the name follows no syntax."""
        name = document.parsed_name
        if file.model.type is FileType.METADATA:
            match = _METADATA_DATE.fullmatch(file.entry.stem)
            return match.group("date") if match else ""
        if name is None or file.model.type is FileType.DIRECTORY:
            return ""
        if not name.owner or not file.entry.stem.upper().startswith(f"{name.owner.upper()}_"):
            return ""
        found = _DATE_AT_THE_END.search(file.entry.stem, max(0, len(file.entry.stem) - len("_00000000_A")))
        return found.group("date") if found and found.end() == len(file.entry.stem) else ""

    def _rows(self, document: Document, expected: str) -> Iterator[Fault]:
        """The opposable row of this document in DOC_URBA."""
        idurba = document.idurba
        for table in document.tables_of("DOC_URBA"):
            dates, states, identifiers = (
                table.column("DATAPPRO"),
                table.column("ETAT"),
                table.column("IDURBA"),
            )
            if dates is None or identifiers is None or idurba is None:
                continue
            for row in range(table.table.row_count):
                value = dates.value(row)
                opposable = states is None or states.value(row) == _OPPOSABLE
                if value and value != expected and opposable and idurba.belongs(identifiers.value(row)):
                    yield Fault(
                        self.codes[0],
                        {"VALUE": value, "EXPECTED_VALUE": expected},
                        table.file_model.name,
                        "DATAPPRO",
                        table.table.file,
                        str(row + 1),
                        row,
                    )
