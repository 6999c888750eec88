"""The options of a validation: official names without dashes, in a JSON object (contract, design §8)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.json_place import json_place

SWITCHES = (
    "flat",
    "enable-conditions",
    "string-fix-utf8",
    "string-simplify-common",
    "string-escape-controls",
)
TEXTS = (
    "string-all",
    "string-simplify-charset",
    "string-escape-charset",
    "cnig-complexity-tolerance",
    "cnig-document-emprise",
    "data-extent",
    "max-errors",
    "encoding",
)
OPTION_NAMES = SWITCHES + TEXTS

_CHARSETS = {
    "UTF-8": "UTF-8",
    "UTF8": "UTF-8",
    "LATIN1": "ISO-8859-1",
    "ISO-8859-1": "ISO-8859-1",
    "ISO8859-1": "ISO-8859-1",
    "ISO-8859-15": "ISO-8859-15",
    "LATIN9": "ISO-8859-15",
    "WINDOWS-1252": "WINDOWS-1252",
    "CP1252": "WINDOWS-1252",
    "US-ASCII": "US-ASCII",
    "ASCII": "US-ASCII",
}


@dataclass(frozen=True)
class Thresholds:
    """Most vertices, parts, interior rings; vertices per metre on rings of at least ring_points vertices."""

    points: float
    parts: float
    rings: float
    density: float
    ring_points: float


@dataclass(frozen=True)
class ComplexityTolerance:
    """Of the option cnig-complexity-tolerance; a negative number of points, parts or rings is no threshold."""

    warning: Thresholds
    error: Thresholds


@dataclass(frozen=True)
class CharacterChecks:
    """Which replacements the official tool would make (facts: pipeline §8). charset: Java names or None."""

    fix_utf8: bool = False
    simplify_common: bool = False
    simplify_charset: str | None = None
    escape_controls: bool = False
    escape_charset: str | None = None

    @property
    def active(self) -> bool:
        """Whether any is asked for."""
        return any(
            (
                self.fix_utf8,
                self.simplify_common,
                self.simplify_charset,
                self.escape_controls,
                self.escape_charset,
            )
        )


@dataclass(frozen=True)
class ValidationOptions:
    """Options read and checked. given: the JSON object as the caller wrote it, for the report's header."""

    flat: bool = False
    conditions: bool = True
    characters: CharacterChecks = CharacterChecks()
    complexity: ComplexityTolerance | None = None
    emprise: str | None = None
    data_extent: str | None = None
    max_errors: int | None = None
    encoding: str = "UTF-8"
    given: tuple[tuple[str, object], ...] = ()


def parse_options(text: str) -> ValidationOptions:
    """Read the OPTIONS parameter. Raises InvalidParameterError for what is not a JSON object of known options."""
    if not text.strip():
        return read_options({})
    try:
        content = json.loads(text)
    except ValueError as error:
        message = f"OPTIONS n'est pas du JSON lisible ({json_place(error)})."
        raise InvalidParameterError(message) from error
    if not isinstance(content, dict):
        message = 'OPTIONS doit être un objet JSON, par exemple {"flat": true}.'
        raise InvalidParameterError(message)
    return read_options(content)


def read_options(content: Mapping[str, object]) -> ValidationOptions:
    """Check option values given as a mapping. Raises InvalidParameterError."""
    unknown = [name for name in content if name not in OPTION_NAMES]
    if unknown:
        message = f"Option inconnue : {', '.join(unknown)}. Options connues : {', '.join(OPTION_NAMES)}."
        raise InvalidParameterError(message)
    extent = _text(content, "data-extent")
    return ValidationOptions(
        flat=_switch(content, "flat", default=False),
        conditions=_switch(content, "enable-conditions", default=True),
        characters=_characters(content),
        complexity=_complexity(content.get("cnig-complexity-tolerance")),
        emprise=_text(content, "cnig-document-emprise"),
        data_extent=extent,
        max_errors=_count(content.get("max-errors")),
        encoding=charset_name(_text(content, "encoding") or "UTF-8"),
        given=tuple(sorted(content.items())),
    )


def charset_name(text: str) -> str:
    """The Java name of a charset. Raises InvalidParameterError for one that nobody knows."""
    name = _CHARSETS.get(text.upper())
    if name is None:
        message = f"Encodage inconnu : « {text} ». Encodages connus : {', '.join(sorted(set(_CHARSETS.values())))}."
        raise InvalidParameterError(message)
    return name


def _switch(content: Mapping[str, object], name: str, *, default: bool) -> bool:
    value = content.get(name, default)
    if not isinstance(value, bool):
        message = f"L'option {name} est un oui ou un non : écrivez true ou false."
        raise InvalidParameterError(message)
    return value


def _text(content: Mapping[str, object], name: str) -> str | None:
    value = content.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        message = f"L'option {name} attend un texte."
        raise InvalidParameterError(message)
    return value


def _characters(content: Mapping[str, object]) -> CharacterChecks:
    everything = _text(content, "string-all")
    if everything:
        charset = charset_name(everything)
        return CharacterChecks(True, True, charset, True, charset)
    simplify, escape = _text(content, "string-simplify-charset"), _text(content, "string-escape-charset")
    return CharacterChecks(
        fix_utf8=_switch(content, "string-fix-utf8", default=False),
        simplify_common=_switch(content, "string-simplify-common", default=False),
        simplify_charset=charset_name(simplify) if simplify else None,
        escape_controls=_switch(content, "string-escape-controls", default=False),
        escape_charset=charset_name(escape) if escape else None,
    )


def _count(value: object) -> int | None:
    if value is None or value == "":
        return None
    try:
        count = int(str(value))
    except ValueError:
        count = -1
    if count < 0 or isinstance(value, bool):
        message = f"L'option max-errors attend un nombre entier positif, non « {value} »."
        raise InvalidParameterError(message)
    return count


_NUMBER = r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*"
_FIVE = r"\[" + ",".join([_NUMBER] * 5) + r"\]"
_TOLERANCE = re.compile(rf"\s*\[\s*{_FIVE}\s*,\s*{_FIVE}\s*\]\s*")


def _complexity(value: object) -> ComplexityTolerance | None:
    """Ten numbers in two groups; text as the official command line takes it, or a JSON array."""
    if value is None or value == "":
        return None
    match = _TOLERANCE.fullmatch(value if isinstance(value, str) else json.dumps(value))
    if match is None:
        message = (
            "L'option cnig-complexity-tolerance attend deux groupes de cinq nombres, par exemple "
            "[[-1,500,500,0.1,50000], [200000,1000,1000,10,50000]]."
        )
        raise InvalidParameterError(message)
    numbers = [float(n) for n in match.groups()]
    return ComplexityTolerance(Thresholds(*numbers[:5]), Thresholds(*numbers[5:]))
