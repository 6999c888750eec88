"""What applies to a place: one rule, the document that says it, and what of it is loaded.

A source of rules (the store, the layers of a project, a delivery…) gives these; the parcel sheet shows them.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import NamedTuple


class Theme(enum.Enum):
    """A section of the parcel sheet, in the order in which it is read. The value is its title."""

    ZONING = "Zonage"
    PRESCRIPTION = "Prescriptions"
    INFORMATION = "Informations"
    EASEMENT = "Servitudes"
    SANITATION = "Assainissement (installations)"
    SANITATION_ZONING = "Assainissement (zonage)"
    SANITATION_STAKE = "Assainissement (zones à enjeu)"
    PERMIT = "Autorisations"


class Shape(enum.Enum):
    """What a rule is drawn with, hence what is measured: m², m, a number of points; a record only names its parcels."""

    SURFACE = "surface"
    LINE = "ligne"
    POINT = "point"
    RECORD = "dossier"


DRAWN = (Shape.SURFACE, Shape.LINE, Shape.POINT)


EXPECTED: tuple[tuple[Theme, Shape | None], ...] = (
    (Theme.ZONING, Shape.SURFACE),
    *((theme, shape) for theme in (Theme.PRESCRIPTION, Theme.INFORMATION, Theme.EASEMENT) for shape in DRAWN),
    (Theme.SANITATION, None),
    (Theme.SANITATION_ZONING, None),
    (Theme.SANITATION_STAKE, None),
    (Theme.PERMIT, None),
)
"""What a whole sheet speaks of. No shape: whatever it is drawn with."""


class RuleDocument(NamedTuple):
    """Where a rule is written. version: of the document, as its name says it; date: ISO, of its approval.

    origin: where it was read (the shared store, a layer, a delivery); loaded: ISO instant of its import, if known;
    standard: name of its model (`cnig_PLU_2024`), if known; place: path of what it was read from, near which its
    written pieces may be.
    """

    key: str
    title: str
    version: str = ""
    date: str = ""
    origin: str = ""
    status: str = ""
    loaded: str = ""
    standard: str = ""
    place: str = ""


class Rule(NamedTuple):
    """One thing that a document says. Objects that say the same are one rule: three polygons UA are one zone UA.

    code: typezone, typepsc, typeinf or category of the easement; label: what people call it; text: its reference
    in the written pieces, or its long name; piece: name or address of the written piece, with its page (piece_link);
    layer: what it was read in; meaning: what the standard says of the code.
    """

    theme: Theme
    shape: Shape
    document: RuleDocument
    layer: str
    code: str
    subcode: str = ""
    label: str = ""
    text: str = ""
    piece: str = ""
    meaning: str = ""


class MeasuredRule(NamedTuple):
    """A rule on a land unit. value: m², m or points within it; near: only beside it; objects: their identifiers."""

    rule: Rule
    value: float
    objects: tuple[str, ...]
    near: bool = False


class LinkedRule(NamedTuple):
    """A record that names a parcel (14 characters). exact: whether the parcel is surely the one it names."""

    parcel: str
    rule: Rule
    record: str
    exact: bool


class LoadedTable(NamedTuple):
    """A table of rules that was read, even when it says nothing here.

    known: keys of the documents of its source, None when it is not read document by document; filled: those of them
    that have an object in this table, wherever it is.
    """

    theme: Theme
    shape: Shape | None
    origin: str
    known: frozenset[str] | None = None
    filled: frozenset[str] = frozenset()


class MissingTable(NamedTuple):
    """A table of rules that was not read. reason: French, one sentence."""

    theme: Theme
    shape: Shape | None
    reason: str

    @property
    def title(self) -> str:
        """As the sheet names it: Prescriptions (lignes)."""
        return self.theme.value if self.shape is None else f"{self.theme.value} ({self.shape.value}s)"


def missing_tables(loaded: tuple[LoadedTable, ...], reasons: tuple[MissingTable, ...]) -> tuple[MissingTable, ...]:
    """What no source gave, in the order of the sheet; a theme of which nothing was given is one line.

    reasons: what the sources say of what they lack.
    """
    present = {(table.theme, table.shape) for table in loaded}
    themes = {theme for theme, _ in present}
    why = {(table.theme, table.shape): table.reason for table in reversed(reasons)}
    missing: dict[MissingTable, None] = {}
    for theme, shape in EXPECTED:
        if (theme, shape) in present or (shape is None and theme in themes):
            continue
        reason = why.get((theme, shape), "aucune couche ni table n'est chargée pour ce thème")
        missing[MissingTable(theme, shape if theme in themes else None, reason)] = None
    return tuple(missing)


NO_DOCUMENT = "aucun document chargé ne couvre ce terrain"
NO_OBJECT = "le document chargé n'en a aucune : table vide, absente de la livraison ou pas reprise"


def loaded_here(
    loaded: Sequence[LoadedTable], documents: frozenset[str]
) -> tuple[tuple[LoadedTable, ...], tuple[MissingTable, ...]]:
    """What is loaded of a place, and what is not with the reason. documents: keys of those whose zones cover it.

    A table in which the document of the place has no object at all may have been left out of it: it is not told as
    loaded. The zoning is: where it says nothing, the sheet tells it.
    """
    kept: list[LoadedTable] = []
    missing: list[MissingTable] = []
    for table in loaded:
        here = None if table.known is None else documents & table.known
        if here is None or table.theme is Theme.ZONING or (here and here <= table.filled):
            kept.append(table)
        else:
            missing.append(MissingTable(table.theme, table.shape, NO_OBJECT if here else NO_DOCUMENT))
    return tuple(kept), tuple(missing)
