"""The properties of a JSON object that somebody else may have damaged: each is asked for with its type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from smica_qgis.core.validation.finding import Box

_BOX_SIZE = 4


class DamagedError(ValueError):
    """What was read is not what a report holds; the text says which property, in French."""


class Fields:
    """One JSON object. Every question raises DamagedError when the answer has another type."""

    def __init__(self, content: object, place: str = "") -> None:
        if not isinstance(content, dict):
            message = f"« {place.rstrip('.')} » n'est pas un objet" if place else "ce n'est pas un objet JSON"
            raise DamagedError(message)
        self._content: dict[str, Any] = content
        self._place = place

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self._content.get(name)
        return value if isinstance(value, str) else self._refuse(name)

    def optional_text(self, name: str) -> str | None:
        """A text, or None when it is null or absent."""
        value = self._content.get(name)
        return value if value is None or isinstance(value, str) else self._refuse(name)

    def number(self, name: str) -> float:
        """A number that must be there."""
        value = self._content.get(name)
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else self._refuse(name)

    def count(self, name: str) -> int:
        """A whole number, not negative."""
        value = self._content.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else self._refuse(name)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._content.get(name)
        return value if isinstance(value, bool) else self._refuse(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._content.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self._refuse(name)
        return tuple(value)

    def text_map(self, name: str) -> dict[str, str]:
        """An object whose values are texts."""
        value = self.mapping(name)
        return value if all(isinstance(item, str) for item in value.values()) else self._refuse(name)

    def number_map(self, name: str) -> dict[str, float]:
        """An object whose values are numbers."""
        value = self.mapping(name)
        return value if all(isinstance(item, (int, float)) for item in value.values()) else self._refuse(name)

    def mapping(self, name: str) -> dict[str, Any]:
        """An object, whatever it holds."""
        value = self._content.get(name)
        return value if isinstance(value, dict) else self._refuse(name)

    def box(self, name: str) -> Box | None:
        """West, south, east, north; or None."""
        value = self._content.get(name)
        if value is None:
            return None
        numbers = isinstance(value, list) and all(isinstance(n, (int, float)) for n in value)
        if not numbers or len(value) != _BOX_SIZE:
            self._refuse(name)
        west, south, east, north = value
        return west, south, east, north

    def fields(self, name: str) -> Fields:
        """An object, to be asked in its turn."""
        return Fields(self._content.get(name), f"{self._place}{name}.")

    def all_fields(self, name: str) -> list[Fields]:
        """A list of objects."""
        value = self._content.get(name)
        if not isinstance(value, list):
            self._refuse(name)
        return [Fields(item, f"{self._place}{name}[{rank}].") for rank, item in enumerate(value)]

    def _refuse(self, name: str) -> NoReturn:
        state = "n'a pas la forme attendue" if name in self._content else "manque"
        message = f"la propriété « {self._place}{name} » {state}"
        raise DamagedError(message)


def parsed(text: str) -> Fields:
    """Read one JSON object. Raises DamagedError: not JSON, not an object, a number that JSON has not, too deep."""
    try:
        content = json.loads(text, parse_constant=_no_such_number)
    except (ValueError, RecursionError) as error:
        message = "ce n'est pas du JSON lisible"
        raise DamagedError(message) from error
    return Fields(content)


def _no_such_number(name: str) -> NoReturn:
    message = f"JSON has no {name}"
    raise ValueError(message)
