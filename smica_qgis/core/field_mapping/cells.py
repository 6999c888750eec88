"""Read the cells of people's tables. What is said of a cell never quotes a word: it could be somebody's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Union

from smica_qgis.core.cadastre.parcel_id import is_insee
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.field_mapping.folding import folded
from smica_qgis.core.field_mapping.personal_text import foreign_word, quoted, without_people

Cell = Union[str, int, float, bool, None]
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
_FRENCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ].*)?", re.ASCII)
_PACKED_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SERIAL_DATE = re.compile(r"([2-6]\d{4})(?:\.0+)?", re.ASCII)
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)
_NEVER = frozenset({"0000-00-00", "00/00/0000", "01/01/1900", "1900-01-01", "30/12/1899", "1899-12-30"})
"""What software writes for no date."""
_NOTHING = frozenset({"", "-", "--", "/", "?", "nc", "n/c", "ns", "nr", "so", "null", "none", "nan", "#n/a", "neant"})
_TRUE = frozenset({"1", "o", "oui", "vrai", "true", "t", "x", "yes"})
_FALSE = frozenset({"0", "n", "non", "faux", "false", "f", "no"})
_SHORT_YEARS_FROM = 70
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_SEVERAL = re.compile(r"[,;|+/\n]")


class RefusedCellError(SmicaError):
    """A cell that cannot be read as its field asks. message: a piece of French sentence without any name."""


def read_cell(field: Field, text: str | None, allowed_words: Collection[str] = ()) -> Cell:
    """The value of a cell, dates as ISO text, several codes joined by commas. Raises RefusedCellError."""
    trimmed = (text or "").strip()
    if folded(trimmed) in _NOTHING and not (trimmed and field.kind in (FieldKind.CODE, FieldKind.CODES)):
        return None
    value = _read(field, trimmed, allowed_words)
    if field.length and isinstance(value, str) and len(value) > field.length:
        message = f"{field.label} : {len(value)} caractères, {field.length} au plus"
        raise RefusedCellError(message)
    return value


def _read(field: Field, text: str, allowed_words: Collection[str]) -> Cell:
    if field.kind is FieldKind.FREE_TEXT:
        return without_people(re.sub(r"\s+", " ", text))
    if field.kind is FieldKind.IDENTIFIER:
        return _identifier(field, text, allowed_words)
    if field.kind is FieldKind.CODE:
        return _code(field, text)
    if field.kind is FieldKind.CODES:
        return _codes(field, text)
    reader = {
        FieldKind.DATE: _date,
        FieldKind.INTEGER: _integer,
        FieldKind.REAL: _real,
        FieldKind.BOOLEAN: _boolean,
        FieldKind.INSEE: _insee,
        FieldKind.REFERENCE: _reference,
    }.get(field.kind)
    return reader(field, text) if reader is not None else text


def _refused(field: Field, what: str, text: str) -> RefusedCellError:
    return RefusedCellError(f"{field.label} : {what} ({quoted(text)})")


def _identifier(field: Field, text: str, allowed_words: Collection[str]) -> str:
    identifier = re.sub(r"^(\d+)\.0+$", r"\1", text)
    if foreign_word(identifier, allowed_words):
        message = f"{field.label} : un mot y figure, qui peut être le nom d'une personne"
        raise RefusedCellError(message)
    return identifier


def _reference(field: Field, text: str) -> str:
    packed = re.sub(r"\s", "", text)
    reference = re.sub(r"^(\d+)\.0+$", r"\1", packed)
    if not any(character.isdigit() for character in reference):
        raise _refused(field, "ce n'est pas une référence", text)
    return reference


def _code(field: Field, text: str) -> str | None:
    code = code_of(field, text)
    if code is None and folded(text) not in _NOTHING:
        raise _refused(field, "valeur inconnue", text)
    return code


def code_of(field: Field, text: str) -> str | None:
    """The code of a field that a text stands for, None when it is none that is known."""
    trimmed = text.strip()
    if trimmed.upper() in field.values:
        return trimmed.upper()
    key = folded(trimmed)
    if key in field.synonyms:
        return field.synonyms[key]
    return next((code for code, label in field.values.items() if folded(label) == key), None)


def _codes(field: Field, text: str) -> str | None:
    if folded(text) in _NOTHING:
        return None
    codes = set()
    whole = code_of(field, text)
    for piece in [text] if whole is not None else _SEVERAL.split(text):
        code = code_of(field, piece)
        if code is not None:
            codes.add(code)
        elif piece.strip():
            raise _refused(field, "valeur inconnue", piece.strip())
    codes.discard("")
    return ",".join(code for code in field.values if code in codes)


def _date(field: Field, text: str) -> str | None:
    if text[:10] in _NEVER:
        return None
    serial = _SERIAL_DATE.fullmatch(text)
    try:
        if serial is not None:
            return (_SPREADSHEET_EPOCH + timedelta(days=int(serial[1]))).isoformat()
        day = _written_date(text)
    except ValueError:
        day = None
    if day is None or not _FIRST_YEAR < day.year < _LAST_YEAR:
        raise _refused(field, "ce n'est pas une date du calendrier", text)
    return day.isoformat()


def _written_date(text: str) -> date | None:
    """Raise ValueError for a day that does not exist."""
    for pattern in (_ISO_DATE, _PACKED_DATE):
        match = pattern.fullmatch(text)
        if match is not None:
            return date(int(match[1]), int(match[2]), int(match[3]))
    match = _FRENCH_DATE.fullmatch(text)
    if match is None:
        return None
    year = int(match[3])
    if len(match[3]) == 2:  # noqa: PLR2004
        year += 1900 if year >= _SHORT_YEARS_FROM else 2000
    return date(year, int(match[2]), int(match[1]))


def _real(field: Field, text: str) -> float:
    packed = re.sub(r"[\s\u00a0\u202f€]|m2$|m²$", "", text)
    if not _NUMBER.fullmatch(packed):
        raise _refused(field, "ce n'est pas un nombre", text)
    return float(packed.replace(",", "."))


def _integer(field: Field, text: str) -> int:
    number = _real(field, text)
    if number != int(number):
        raise _refused(field, "ce n'est pas un nombre entier", text)
    return int(number)


def _boolean(field: Field, text: str) -> bool:
    key = folded(text)
    if key in _TRUE or key in _FALSE:
        return key in _TRUE
    raise _refused(field, "ce n'est ni oui ni non", text)


def _insee(field: Field, text: str) -> str:
    packed = text.upper().replace(" ", "")
    packed = packed.removesuffix(".0")
    code = packed.rjust(5, "0") if packed.isdigit() else packed  # a spreadsheet eats the first zero of 01004
    if not is_insee(code):
        raise _refused(field, "ce n'est pas le code INSEE d'une commune", text)
    return code


def with_synonyms(field: Field, given: Mapping[str, str]) -> Mapping[str, str]:
    """The synonyms of a field, completed by those of a saved mapping. Raises RefusedCellError for no such code."""
    unknown = [code for code in given.values() if code and field.values and code not in field.values]
    if unknown:
        message = f"{field.label} : {', '.join(unknown)} n'est pas un de ses codes"
        raise RefusedCellError(message)
    return {**field.synonyms, **{folded(text): code for text, code in given.items()}}
