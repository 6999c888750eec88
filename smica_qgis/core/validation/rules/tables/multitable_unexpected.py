"""A layer of a multi-table file is one that the model declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import MatchedFile


class MultitableUnexpected:
    """Layers are taken in alphabetical order."""

    codes = ("MULTITABLE_UNEXPECTED",)

    def check(self, file: MatchedFile, layer: str) -> Iterator[Fault]:
        """Say that a layer answers to nothing."""
        yield Fault(self.codes[0], {"TABLENAME": layer}, file.model.name, file=file.entry.path)
