"""What Java accepts as a number, a date, an address: the types of the official tool (facts: checks, "Types")."""

from __future__ import annotations

import datetime as dt
import math
import re

_DOUBLE = re.compile(
    r"[+-]?(?:NaN|Infinity|(?:[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)[fFdD]?"
    r"|0[xX](?:[0-9a-fA-F]+\.?|[0-9a-fA-F]*\.[0-9a-fA-F]+)[pP][+-]?[0-9]+[fFdD]?)",
    re.ASCII,
)
_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
_INT_MIN, _INT_MAX = -(2**31), 2**31 - 1
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


def parse_double(text: str) -> float | None:
    """Java's Double.parseDouble, or None where it throws."""
    if not _DOUBLE.fullmatch(text):
        return None
    if "x" in text.lower():
        return float.fromhex(text.rstrip("fFdD") if "p" in text.lower() else text)
    return float(text.rstrip("fFdD") if text[-1:] in "fFdD" and "Infinity" not in text else text)


def parse_integer(text: str) -> int | None:
    """A Java int, or a double at less than 1e-7 from its rounding, saturated at 32 bits; else None."""
    if _INTEGER.fullmatch(text) and _INT_MIN <= int(text) <= _INT_MAX:
        return int(text)
    value = parse_double(text)
    if value is None or math.isinf(value):
        return None
    if math.isnan(value):
        return 0
    rounded = math.floor(value + 0.5)
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
    body, sharp, fragment = text.partition("#")
    if sharp and "#" in fragment:
        return False
    before_slash = re.split(r"[/?]", body, maxsplit=1)[0]
    if ":" in before_slash:
        scheme, _, rest = body.partition(":")
        return bool(_SCHEME.fullmatch(scheme)) and bool(rest)
    if body.startswith("//"):
        return bool(re.split(r"[/?]", body[2:], maxsplit=1)[0])
    return not re.search(r"[\[\]]", body.partition("?")[0])


def _is_other_space(char: str) -> bool:
    return ord(char) > 0x7F and (char.isspace() or char == "\u180e")  # noqa: PLR2004 - end of ASCII


def is_url(text: str) -> bool:
    """Whether java.net.URL accepts a text: an absolute address with a protocol that Java knows."""
    match = _PROTOCOL.match(text)
    if match is None or match.group("scheme").lower() not in _PROTOCOLS:
        return False
    scheme, rest = match.group("scheme").lower(), match.group("rest")
    if scheme == "jar":
        return ("!/" in rest and is_url(rest.partition("!/")[0])) or "!/" in rest
    if rest.startswith("//") and scheme != "mailto":
        return _port_is_valid(re.split(r"[/?#]", rest[2:], maxsplit=1)[0])
    return True


def _port_is_valid(authority: str) -> bool:
    host = authority.rpartition("@")[2]
    if host.startswith("["):
        return "]" in host
    _, colon, port = host.partition(":")
    return not colon or port == "" or bool(_INTEGER.fullmatch(port) and int(port) >= -1)


def utf16_length(text: str) -> int:
    """Length as Java counts it: a supplementary character counts for two."""
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF) if not text.isascii() else len(text)  # noqa: PLR2004


def shown(text: str) -> str:
    """A value as a message shows it: control characters are written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u00a0" else f"\\u{ord(c):04x}" for c in text)
