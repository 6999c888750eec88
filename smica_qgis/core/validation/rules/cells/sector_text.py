"""PLUi 2017: a TXT of PRESCRIPTION_SURF that begins with SECT is SECT and two figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace

_SECTOR = re.compile(r"SECT[0-9]{2}", re.ASCII)


class SectorText:
    """Only that model; later ones say it by SQL conditions."""

    codes = ("CNIG_TXT_REGEXP_INVALID",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """The column TXT of PRESCRIPTION_SURF."""
        return (
            place.document.model.name.lower() == "cnig_plui_2017"
            and place.table.file_model.name.upper() == "PRESCRIPTION_SURF"
            and place.column.name.upper() == "TXT"
            and place.column.type is ColumnType.STRING
        )

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:  # noqa: ARG002
        """Yield the texts that only begin like a sector."""
        for index, value in enumerate(values):
            if value is not None and value.startswith("SECT") and not _SECTOR.fullmatch(value):
                yield BadValue(index, {"VALUE": value})
