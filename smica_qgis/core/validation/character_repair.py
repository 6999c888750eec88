"""The repairs that the official tool makes on texts when asked, in its order (facts: pipeline §8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smica_qgis.core.validation.options import CharacterChecks

_LAST_REPAIRED = 0x2710
_THREE = re.compile("[\u00e0-\u00e2][\u0080-\u00bf][\u0080-\u00bf]")
_TWO = re.compile("[\u00c2-\u00df][\u0080-\u00bf]")
_COMMON = {
    "\u0096": "-",
    "\u0085": "\u2026",
    "\u2018": "'",
    "\u2019": "'",
    "\u2013": "-",
    "\u009c": "\u0153",
    "\u0093": '"',
    "\u0094": '"',
    "\u0092": "'",
}
_COMMON_CHARACTERS = re.compile("[" + "".join(_COMMON) + "]")
_LIGATURES = {"\u0153": "oe", "\u0152": "OE"}
_CONTROLS = re.compile("[\x00-\x07\x0b\x0e-\x1f\x7f-\x9f]")
_PYTHON_NAMES = {"ISO-8859-1": "latin-1", "WINDOWS-1252": "cp1252"}


def repaired(text: str, checks: CharacterChecks) -> str:
    """The text as the Géoportail would keep it."""
    if checks.fix_utf8:
        text = _TWO.sub(_read_again, _THREE.sub(_read_again, text))
    if checks.simplify_common:
        text = _COMMON_CHARACTERS.sub(lambda m: _COMMON[m.group()], text)
    if checks.simplify_charset == "ISO-8859-1":
        for ligature, letters in _LIGATURES.items():
            text = text.replace(ligature, letters)
    if checks.escape_controls:
        text = _CONTROLS.sub(lambda m: escaped(m.group()), text)
    if checks.escape_charset and checks.escape_charset != "UTF-8":
        text = "".join(c if _encodable(c, checks.escape_charset) else escaped(c) for c in text)
    return text


def escaped(char: str) -> str:
    r"""`\u00ff`: at least four hexadecimal digits."""
    return f"\\u{ord(char):04x}"


def _read_again(match: re.Match[str]) -> str:
    """UTF-8 that was read as LATIN1, read as UTF-8; as it was when that is no character of the repaired range."""
    try:
        char = match.group().encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
    return char if ord(char) <= _LAST_REPAIRED else match.group()


def _encodable(char: str, charset: str) -> bool:
    try:
        char.encode(_PYTHON_NAMES.get(charset, charset.lower()))
    except UnicodeEncodeError:
        return False
    return True
