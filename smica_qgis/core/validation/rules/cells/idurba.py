"""IDURBA has one of the known forms in DOC_URBA, and designates this document in the other tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.planning.idurba import has_any_format
from smica_qgis.core.validation.fault import BadValue, null_text

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_DOC_URBA = "DOC_URBA"


class Idurba:
    """An empty value is reported too (facts: checks, "IDURBA formats")."""

    codes = ("CNIG_IDURBA_INVALID", "CNIG_IDURBA_UNEXPECTED")

    def applies_to(self, place: ColumnPlace) -> bool:
        """Text columns named IDURBA, when the model's kind of document has one and it can be built."""
        column = place.column
        named = column.name.upper() == "IDURBA" and column.type is ColumnType.STRING
        return named and place.document.idurba is not None

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the identifiers that are not right."""
        expected = place.document.idurba
        if expected is None:
            return
        if place.table.file_model.name.upper() == _DOC_URBA:
            for index, value in enumerate(values):
                if value is None or not has_any_format(value):
                    yield BadValue(index, {"VALUE": _text(value)}, self.codes[0])
            return
        for index, value in enumerate(values):
            if not expected.belongs(value):
                yield BadValue(index, {"VALUE": _text(value), "EXPECTED_VALUE": expected.text}, self.codes[1])


def _text(value: str | None) -> str:
    return value if value is not None else null_text("VALUE")
