"""INSEE is the code of a commune: five figures, or 2A / 2B and three figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.planning.document_name import INSEE
from smica_qgis.core.validation.fault import BadValue, null_text

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_CODE = re.compile(INSEE, re.ASCII)


class Insee:
    """An empty value is reported even when the column is not required; nobody checks that the commune exists."""

    codes = ("CNIG_INSEE_INVALID",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Text columns named INSEE."""
        return place.column.name.upper() == "INSEE" and place.column.type is ColumnType.STRING

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:  # noqa: ARG002
        """Yield what is not a code."""
        for index, value in enumerate(values):
            if value is None:
                yield BadValue(index, {"VALUE": null_text("VALUE")})
            elif not _CODE.fullmatch(value):
                yield BadValue(index, {"VALUE": value})
