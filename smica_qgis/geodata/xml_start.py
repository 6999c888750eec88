"""The start of an XML file, read no further than its first tag: enough to know what it is, and whether to trust it.

Expat, because a partial reading of lxml, left where it is, broke memory when Python collected it (lxml 5.4,
Python 3.13).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

_CHUNK = 64 * 1024
_SEPARATOR = " "


@dataclass(frozen=True)
class XmlStart:
    """name: local name of the root element; has_doctype: whether a DOCTYPE stands before it."""

    name: str
    has_doctype: bool


def xml_start(path: Path) -> XmlStart | None:
    """Read the beginning of a file; None when even that is not XML, or when the file cannot be read."""
    reading = _Reading()
    try:
        with path.open("rb") as stream:
            while reading.name is None:
                chunk = stream.read(_CHUNK)
                reading.parser.Parse(chunk, not chunk)
                if not chunk:
                    break
    except (expat.ExpatError, OSError, ValueError, LookupError):
        # What comes after the first tag is not judged here: a fault further in the same chunk changes nothing.
        pass
    return XmlStart(reading.name, reading.has_doctype) if reading.name is not None else None


class _Reading:
    """What the parser has met so far. Entities are never expanded: nothing handles them."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.has_doctype = False
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.StartElementHandler = self._element
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _element(self, name: str, _attributes: Any) -> None:  # noqa: ANN401
        if self.name is None:
            self.name = name.rpartition(_SEPARATOR)[2]
            self.parser.StartElementHandler = None

    def _doctype(self, *_declaration: Any) -> None:  # noqa: ANN401
        self.has_doctype = True
