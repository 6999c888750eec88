"""The file that a cell names is in the delivery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class FileFound:
    """Whatever its folder; the exact bare name counts; what follows the last `#` (a page) is left out."""

    codes = ("ATTRIBUTE_FILE_NOT_FOUND",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns of file names, when the delivery has files."""
        return place.column.type is ColumnType.FILENAME and place.document.delivery.has_files

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the names of absent files."""
        names = place.document.file_names
        for index, value in enumerate(values):
            if value is not None and without_fragment(value) not in names:
                yield BadValue(index, {"VALUE": value})


def without_fragment(value: str) -> str:
    """A file name without the page or place that follows its last `#`."""
    return value.rpartition("#")[0] if "#" in value else value
