"""The written piece that a rule refers to: `NOMFIC` and `URLFIC`, either of which may say a page (`#page=12`).

Sources: CNIG standard PLU v2024, attributes NOMFIC and URLFIC of all tables; RFC 8118 for the fragment of a PDF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_PAGE = re.compile(r"(?:^|&)page=0*([1-9][0-9]{0,5})(?![0-9])", re.ASCII | re.IGNORECASE)
_WEB = ("http://", "https://")


@dataclass(frozen=True)
class PieceLink:
    """A piece. name: of its file, without any folder; address: http(s), empty when only the name is known.

    page: None when it is not said; place: path of what the rule was read from, empty when unknown.
    """

    name: str
    address: str = ""
    page: int | None = None
    place: str = ""

    @property
    def fragment(self) -> str:
        """What opens it at its page: page=12, or empty."""
        return "" if self.page is None else f"page={self.page}"

    @property
    def title(self) -> str:
        """As the sheet names it: reglement.pdf, page 12."""
        named = self.name or self.address
        return named if self.page is None else f"{named}, page {self.page}"


def piece_link(piece: str, place: str = "") -> PieceLink | None:
    """The link of a rule's piece, None when it names none."""
    before, _hash, fragment = piece.strip().partition("#")
    if not before:
        return None
    page = _page_of(fragment)
    if not before.lower().startswith(_WEB):
        return PieceLink(_last_part(before), "", page, place)
    try:
        name = _last_part(unquote(urlsplit(before).path))
    except ValueError:
        return None
    return PieceLink(name, before if page is not None or not fragment else f"{before}#{fragment}", page, place)


def joined_piece(address: str, name: str) -> str:
    """One text of both: the address when there is one, with the page that the name alone may say."""
    if not address:
        return name
    found = piece_link(address)
    page = _page_of(name.partition("#")[2])
    if found is None or not found.address or "#" in address or page is None:
        return address
    return f"{address}#page={page}"


def _page_of(fragment: str) -> int | None:
    found = _PAGE.search(fragment)
    return int(found[1]) if found else None


def _last_part(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name
