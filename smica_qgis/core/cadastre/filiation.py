"""Which parcels came from which: the computerised filiation documents (DFI) of the DGFiP, and chains of them.

A DFI file is text, one line for the mothers (type 1) and one for the daughters (type 2) of each lot of a document:

    120;202;000;0000450;1;20190510;<who drew it, anonymised>;00001;1;AB0012;
    120;202;000;0000450;1;20190510;<who drew it, anonymised>;00001;2;AB0120; AB0121;

Department and direction (3), commune (3), prefix (3), document (7), nature (1), date (YYYYMMDD), lot (5), type, then
parcels (section and number). Source: DGFiP, "Documents de filiation informatisés (DFI) des parcelles", data.gouv.fr.
Who drew the document is never kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, parcel_id

PUBLIC_DOMAIN = ""
"""Daughter of a parcel that went to the public domain: no parcel is left of it."""
ACTIONS = {
    "DIVISION": "divisée",
    "REUNION": "réunie",
    "RENOMMAGE": "renommée",
    "REMANIEMENT": "remaniée",
    "DESTRUCTION": "passée au domaine public",
}
"""What happened to a mother, as it is said of her."""
_LONGEST_CHAIN = 20
_MOST_RELATIONS_OF_A_LOT = 250_000
_CELL = 6
_LINE = re.compile(
    r"\s*(?P<dep>\d[\dAB])[\dA-Z]?;(?P<com>\d{3});(?P<prefixe>\d{3});\s*(?P<document>\w+);\s*(?P<nature>\d);"
    r"(?P<date>\d{8});.*?;\s*(?P<lot>\d{5});(?P<type>[12]);(?P<parcels>.*)",
    re.ASCII,
)


class Filiation(NamedTuple):
    """One mother and one daughter. type: see ACTIONS; date: ISO, of the document."""

    idu14_mere: str
    idu14_fille: str
    type: str
    date: str | None


@dataclass
class UnreadableLines:
    """Lines of a file that were not understood: how many, and the numbers of the first ones."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < 10:  # noqa: PLR2004
            self.first.append(number)


@dataclass
class _Lot:
    """The two lines of a lot, once read. types: those seen."""

    key: tuple[str, ...]
    date: str | None
    first_line: int
    sides: dict[str, list[str]] = field(default_factory=dict)


def read_filiation(lines: Iterable[str], unreadable: UnreadableLines) -> Iterator[Filiation]:
    """Relations of a DFI file, in its order. A creation (no mother) gives none: nothing leads to it.

    A line that is not understood, or has lost the other line of its lot, is told in `unreadable`.
    """
    lot: _Lot | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        match = _LINE.match(line)
        if match is None:
            unreadable.add(number)
            continue
        key = match.group("dep", "com", "prefixe", "document", "date", "lot")
        if lot is None or lot.key != key or match["type"] in lot.sides:
            if lot is not None:
                unreadable.add(lot.first_line)
            lot = _Lot(key, _iso(match["date"]), number)
        lot.sides[match["type"]] = _parcels(match, number, unreadable)
        if len(lot.sides) == 2:  # noqa: PLR2004
            yield from _relations(lot, unreadable)
            lot = None
    if lot is not None:
        unreadable.add(lot.first_line)


def descendants(
    idu14: str,
    daughters: Callable[[Collection[str]], Collection[str]],
    exist: Callable[[Collection[str]], Collection[str]],
) -> set[str]:
    """The parcels of today that come from one of yesterday; a chain that turns in a circle ends.

    daughters: of some parcels; exist: those of some parcels that are in the cadastre of today.
    """
    found: set[str] = set()
    seen, front = {idu14}, {idu14}
    for _ in range(_LONGEST_CHAIN):
        front = set(daughters(front)) - seen - {PUBLIC_DOMAIN}
        if not front:
            break
        today = set(exist(front))
        found |= today
        seen |= front
        front -= today
    return found


def _iso(digits: str) -> str | None:
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None


def _parcels(match: re.Match[str], number: int, unreadable: UnreadableLines) -> list[str]:
    found = []
    for cell in match["parcels"].split(";"):
        text = cell.strip().replace(" ", "0").rjust(_CELL, "0")
        if not cell.strip():
            continue
        try:
            found.append(parcel_id(match["dep"] + match["com"], match["prefixe"], text[:-4], text[-4:]).idu14)
        except InvalidParcelIdError:
            unreadable.add(number)
    return found


def _relations(lot: _Lot, unreadable: UnreadableLines) -> Iterator[Filiation]:
    mothers, daughters = lot.sides["1"], lot.sides["2"] or [PUBLIC_DOMAIN]
    if len(mothers) * len(daughters) > _MOST_RELATIONS_OF_A_LOT:
        unreadable.add(lot.first_line)
        return
    action = _action(len(mothers), lot.sides["2"])
    for mother in mothers:
        for daughter in daughters:
            if daughter != mother:  # a parcel that keeps its number is still there
                yield Filiation(mother, daughter, action, lot.date)


def _action(mothers: int, daughters: Collection[str]) -> str:
    if not daughters:
        return "DESTRUCTION"
    if len(daughters) == 1:
        return "RENOMMAGE" if mothers == 1 else "REUNION"
    return "DIVISION" if mothers == 1 else "REMANIEMENT"
