"""The path that a cell names is in the delivery."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.model import ColumnType
from smica_qgis.core.validation.fault import BadValue
from smica_qgis.core.validation.rules.cells.file_found import without_fragment

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class PathFound:
    """A file or a folder, from the delivery's root; never looked for outside of it."""

    codes = ("ATTRIBUTE_PATH_NOT_FOUND",)

    def applies_to(self, place: ColumnPlace) -> bool:
        """Columns of paths, when the delivery has files."""
        return place.column.type is ColumnType.PATH and place.document.delivery.has_files

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the paths of what is absent."""
        paths = {entry.path for entry in place.document.entries}
        for index, value in enumerate(values):
            if value is not None and without_fragment(value).strip("/") not in paths:
                yield BadValue(index, {"VALUE": value})
