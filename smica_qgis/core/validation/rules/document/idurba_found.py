"""DOC_URBA has one row of this document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_DOC_URBA = "DOC_URBA"


class IdurbaFound:
    """Also said when the table or its column IDURBA is absent (PLU v2024 rev. 2025-06, p. 48-49)."""

    codes = ("CNIG_IDURBA_NOT_FOUND", "CNIG_IDURBA_MULTIPLE_FOUND")

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault when there is none, or more than one."""
        expected = document.idurba
        if expected is None:
            return
        count = 0
        for table in document.tables_of(_DOC_URBA):
            for model in table.columns_of("IDURBA"):
                column = table.column(model.name)
                if column is not None:
                    codes = [code for code, value in enumerate(column.values) if expected.belongs(value)]
                    count += sum(1 for row in column.rows_with(codes) if row not in table.table.odd_rows)
        if count != 1:
            yield Fault(
                self.codes[0 if count == 0 else 1],
                {"EXPECTED_IDURBA": expected.text},
                file=document.folder,
            )
