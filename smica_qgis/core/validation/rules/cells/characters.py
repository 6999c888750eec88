"""Characters that the Géoportail would replace or escape, when the options ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.validation.character_repair import repaired
from smica_qgis.core.validation.fault import BadValue
from smica_qgis.core.validation.java_values import shown

if TYPE_CHECKING:
    from smica_qgis.core.validation.rules.protocols import ColumnPlace


class Characters:
    """A text that only an escape can mend is illegal; one that has a replacement is replaced (pipeline §8)."""

    codes = ("ATTRIBUTE_CHARACTERS_ILLEGAL", "ATTRIBUTE_CHARACTERS_REPLACED")

    def applies_to(self, place: ColumnPlace) -> bool:
        """Every column, once an option is on."""
        return place.document.options.characters.active

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """Yield the texts that would be changed."""
        checks = place.document.options.characters
        for index, value in enumerate(values):
            fixed = repaired(value, checks) if value is not None else None
            if value is not None and fixed is not None and fixed != value:
                code = self.codes[0] if "\\u" in fixed else self.codes[1]
                yield BadValue(index, {"VALUE": shown(value), "FIXED_VALUE": fixed}, code)
