"""What Java accepts as a number, a date, an address: the types of the official tool (facts: checks, "Types")."""

from __future__ import annotations

import datetime as dt
import math
import re

from smica_qgis.core.validation.table import BLANKS

_DOUBLE = re.compile(
    r"[+-]?(?:NaN|Infinity|(?:[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)[fFdD]?"
    r"|0[xX](?:[0-9a-fA-F]+\.?|[0-9a-fA-F]*\.[0-9a-fA-F]+)[pP][+-]?[0-9]+[fFdD]?)",
    re.ASCII,
)
_INTEGER = re.compile(r"(?P<sign>[+-]?)0*(?P<figures>\d{1,10})")
"""Ten figures at most: more is no Java int, and Python refuses to read thousands of them."""
_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1
_LONG_MIN, _LONG_MAX = -(2**63), 2**63 - 1
_CLOSE = 1e-7
_DATES = (
    ("%Y%m%d", re.compile(r"[0-9]{8}", re.ASCII)),
    ("%d/%m/%Y", re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}", re.ASCII)),
    ("%Y-%m-%d", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)),
    ("%Y/%m/%d", re.compile(r"[0-9]{4}/[0-9]{2}/[0-9]{2}", re.ASCII)),
    ("%Y", re.compile(r"[0-9]{4}", re.ASCII)),
)
BOOLEANS = frozenset("1tTyY0fFnN")
_PROTOCOL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9.+-]*):(?P<rest>.*)", re.DOTALL)
_PROTOCOLS = ("http", "https", "ftp", "file", "jar", "mailto")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*", re.ASCII)
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ILLEGAL = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f-\x9f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NAMED_CONTROLS = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def parse_double(text: str) -> float | None:
    """Java's Double.parseDouble, which drops the blanks around; None where it throws."""
    text = text.strip(BLANKS)
    if not _DOUBLE.fullmatch(text):
        return None
    if "x" in text.lower():
        return _hexadecimal(text.rstrip("fFdD"))
    return float(text.rstrip("fFdD") if text[-1:] in "fFdD" and "Infinity" not in text else text)


def _hexadecimal(text: str) -> float:
    try:
        return float.fromhex(text)
    except OverflowError:
        return -math.inf if text.startswith("-") else math.inf


def parse_int(text: str) -> int | None:
    """Java's Integer.parseInt, or None where it throws."""
    match = _INTEGER.fullmatch(text)
    if match is None:
        return None
    value = int(match.group("sign") + match.group("figures"))
    return value if _INT_MIN <= value <= _INT_MAX else None


def parse_integer(text: str) -> int | None:
    """A Java int, or a double at less than 1e-7 from its rounding (a Java long), saturated at 32 bits; else None."""
    whole = parse_int(text)
    if whole is not None:
        return whole
    value = parse_double(text)
    if value is None or math.isinf(value):
        return None
    if math.isnan(value):
        return 0
    below = math.floor(value)
    rounded = max(_LONG_MIN, min(_LONG_MAX, below + (value - below >= 0.5)))  # noqa: PLR2004 - half goes up
    if abs(value - rounded) >= _CLOSE:
        return None
    return max(_INT_MIN, min(_INT_MAX, rounded))


def is_boolean(text: str) -> bool:
    """One letter or figure: 1 t T y Y 0 f F n N."""
    return text in BOOLEANS and len(text) == 1


def parse_date(text: str) -> dt.date | None:
    """One of the five written forms, strict; None otherwise."""
    for form, shape in _DATES:
        if shape.fullmatch(text):
            try:
                return dt.datetime.strptime(text, form).replace(tzinfo=dt.timezone.utc).date()
            except ValueError:
                return None
    return None


def is_uri(text: str) -> bool:
    """Whether java.net.URI accepts a text (facts: checks, Filename and Path)."""
    if _ILLEGAL.search(text) or _ESCAPE.search(text) or any(_is_other_space(c) for c in text):
        return False
    if text.count("#") > 1:
        return False
    scheme, colon, rest = text.partition(":")
    if colon and not re.search(r"[/?#]", scheme):
        if not _SCHEME.fullmatch(scheme) or rest.partition("#")[0] == "":
            return False
        if not rest.startswith("/"):
            return True
        text = rest
    return text != "//" and not re.search(r"[\[\]]", re.split(r"[?#]", text, maxsplit=1)[0])


def _is_other_space(char: str) -> bool:
    return ord(char) > 0x7F and char.isspace()  # noqa: PLR2004 - end of ASCII


def is_url(text: str) -> bool:
    """Whether java.net.URL accepts a text: an absolute address with a protocol that Java knows."""
    match = _PROTOCOL.match(text)
    if match is None or match.group("scheme").lower() not in _PROTOCOLS:
        return False
    scheme, rest = match.group("scheme").lower(), match.group("rest")
    if scheme == "jar":
        return "!/" in rest and is_url(rest.rpartition("!/")[0])
    if scheme == "mailto":
        return rest.partition("#")[0].strip() != ""
    if rest.startswith("//"):
        return _port_is_valid(re.split(r"[/?#]", rest[2:], maxsplit=1)[0])
    return True


def _port_is_valid(authority: str) -> bool:
    host = authority.rpartition("@")[2]
    if host.startswith("["):
        return "]" in host
    _, colon, port = host.partition(":")
    number = parse_int(port)
    return not colon or port == "" or (number is not None and number >= -1)


def utf16_length(text: str) -> int:
    """Length as Java counts it: a supplementary character counts for two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shown(text: str) -> str:
    """A text with its ISO controls written out, as the official VALUE of two codes has it (pipeline §8)."""
    return _CONTROL.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED_CONTROLS.get(char, f"\\u{ord(char):04x}")
