"""Tie what a dossier says of its parcels to the cadastre of today, and say how sure the tie is.

Permits and sanitation files name parcels as they were on the day they were written: parcels are divided since, the
prefix of an absorbed commune is often left out, and SITADEL writes a `p` after a number for a part of a parcel.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from smica_qgis.core.cadastre.filiation import descendants
from smica_qgis.core.cadastre.parcel_id import NO_PREFIX, InvalidParcelIdError, ParcelId, parcel_id
from smica_qgis.core.cadastre.parcel_parser import ParcelContext, parse_parcels

_PIECES = re.compile(r"[;,\n|]|\bet\b|(?<=\d)\s*/\s*(?=[A-Za-z])", re.IGNORECASE)
_PART = re.compile(r"(.*\d)\s*p(?:artie)?\.?", re.IGNORECASE)
_LONE_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_NUMBERS_OF_SECTION = re.compile(
    r"((?:\d{5}\s*)?(?:\d{3}\s*)?[A-Za-z]{1,2}\s*)(\d{1,4}(?:\s*[/+&]\s*\d{1,4})+)", re.ASCII
)


class LinkState(Enum):
    """How a parcel, or a whole dossier, is tied to the cadastre."""

    EXACT = "EXACT"
    PARTIEL = "PARTIEL"
    ANCIEN = "ANCIEN"
    AMBIGU = "AMBIGU"
    INTROUVABLE = "INTROUVABLE"


LINK_STATES = {
    "EXACT": "Parcelle trouvée",
    "PARTIEL": "En partie : une part de parcelle, ou certaines parcelles seulement",
    "ANCIEN": "Parcelle ancienne, suivie par la filiation",
    "AMBIGU": "Plusieurs parcelles possibles",
    "INTROUVABLE": "Parcelle introuvable",
}


@dataclass(frozen=True)
class WrittenParcel:
    """A parcel as a dossier names it. parcel None: not understood; any_prefix: the prefix was not written."""

    parcel: ParcelId | None
    any_prefix: bool = False
    part: bool = False


@dataclass(frozen=True)
class ParcelLink:
    """idu14: as it was written, or empty; current: the parcel of today when it is one; candidates: all possible."""

    state: LinkState
    idu14: str = ""
    current: str = ""
    candidates: tuple[str, ...] = ()


@dataclass
class KnownParcels:
    """The cadastre that links are looked up in. filiation: mother → daughters."""

    idu14s: Collection[str]
    filiation: Mapping[str, Collection[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = frozenset(self.idu14s)
        self._by_number: dict[tuple[str, str], list[str]] = {}
        for idu14 in sorted(self._known):
            self._by_number.setdefault((idu14[:5], idu14[8:]), []).append(idu14)

    def link(self, written: WrittenParcel) -> ParcelLink:
        """Look one up."""
        parcel = written.parcel
        if parcel is None:
            return ParcelLink(LinkState.INTROUVABLE)
        found = LinkState.PARTIEL if written.part else LinkState.EXACT
        if written.any_prefix:
            same = self._by_number.get((parcel.insee, parcel.idu14[8:]), [])
            if len(same) > 1:
                return ParcelLink(LinkState.AMBIGU, parcel.idu14, "", tuple(same))
            if same:
                return ParcelLink(found, parcel.idu14, same[0], (same[0],))
        elif parcel.idu14 in self._known:
            return ParcelLink(found, parcel.idu14, parcel.idu14, (parcel.idu14,))
        daughters = tuple(sorted(self._daughters(parcel.idu14)))
        if daughters:
            return ParcelLink(LinkState.ANCIEN, parcel.idu14, daughters[0] if len(daughters) == 1 else "", daughters)
        return ParcelLink(LinkState.INTROUVABLE, parcel.idu14)

    def _daughters(self, idu14: str) -> set[str]:
        return descendants(
            idu14,
            lambda mothers: {daughter for mother in mothers for daughter in self.filiation.get(mother, ())},
            self._known.intersection,
        )


def written_parcels(text: str, context: ParcelContext) -> list[WrittenParcel]:
    """The parcels that a text names, one that is not understood keeping its place and not spoiling the others."""
    written: list[WrittenParcel] = []
    previous: ParcelId | None = None
    for piece in _pieces(text):
        for one in _of_piece(piece, previous, context):
            if one not in written or one.parcel is None:
                written.append(one)
            previous = one.parcel or previous
    return written


def dossier_state(links: Collection[ParcelLink]) -> LinkState:
    """How a whole dossier is tied: found in part as soon as one of several parcels is not found."""
    states = {link.state for link in links}
    if states <= {LinkState.INTROUVABLE}:
        return LinkState.INTROUVABLE
    if LinkState.INTROUVABLE in states:
        return LinkState.PARTIEL
    for state in (LinkState.AMBIGU, LinkState.ANCIEN, LinkState.PARTIEL):
        if state in states:
            return state
    return LinkState.EXACT


def _pieces(text: str) -> Iterator[str]:
    for piece in _PIECES.split(text):
        several = _NUMBERS_OF_SECTION.fullmatch(piece.strip())
        if several is None:
            yield piece.strip()
        else:
            yield from (f"{several[1]}{number}" for number in re.findall(r"\d+", several[2]))


def _of_piece(piece: str, previous: ParcelId | None, context: ParcelContext) -> Iterator[WrittenParcel]:
    if not piece:
        return
    part = _PART.fullmatch(piece)
    text = part[1].strip() if part else piece
    try:
        if previous is not None and _LONE_NUMBER.fullmatch(text):
            found = [parcel_id(previous.insee, previous.prefixe, previous.section, text)]
        else:
            found = parse_parcels(text, context)
    except InvalidParcelIdError:
        yield WrittenParcel(None)
        return
    for parcel in found:
        yield WrittenParcel(parcel, _prefix_left_out(text, parcel), part is not None)


def _prefix_left_out(text: str, parcel: ParcelId) -> bool:
    if parcel.prefixe != NO_PREFIX:
        return False
    packed = re.sub(r"[\s_./\-]", "", text).upper()
    return not any(f"{NO_PREFIX}{section}" in packed for section in (parcel.section, parcel.section.lstrip("0")))
