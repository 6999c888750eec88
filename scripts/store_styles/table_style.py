"""What a table of the store looks like: symbols, names of the columns, lists, form. Written as QML by `qml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

Codes = Mapping[str, str]
"""Code → label."""


@dataclass(frozen=True)
class Marker:
    """A point. shape: a name of QGIS' simple markers; colour and outline: #rrggbb."""

    shape: str
    colour: str
    size: float = 3.0
    outline: str = "#222222"


@dataclass(frozen=True)
class Surface:
    """An area. brush: solid, no, f_diagonal, b_diagonal, horizontal, vertical, cross…; dash: of its outline."""

    brush: str
    colour: str
    outline: str
    dash: str = "solid"
    width: float = 0.4


Symbol = Union[Marker, Surface]


@dataclass(frozen=True)
class Category:
    """A symbol of the legend. code: value of the expression."""

    code: str
    label: str
    symbol: Symbol


@dataclass(frozen=True)
class Legend:
    """Symbols by the value of a field or of an expression."""

    attribute: str
    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Tab:
    """A tab of the form: columns, or the rows of a child table (see database.table_relations)."""

    title: str
    columns: tuple[str, ...] = ()
    child: str = ""


@dataclass(frozen=True)
class Default:
    """What a new row gets; always: at each change too."""

    expression: str
    always: bool = False


@dataclass(frozen=True)
class TableStyle:
    """names: column → name for people, all columns, in order; lists: column → codes.

    dates, yes_no, texts, years: how columns are edited; hidden: never shown; fixed: shown, not edited (what an import
    or a computation gives). preview: expression that names a row; tip: HTML with expressions, of the map; scale: the
    smallest at which it is drawn (denominator), 0 = all.
    """

    theme: str
    table: str
    names: Mapping[str, str]
    tabs: tuple[Tab, ...]
    preview: str
    legend: Legend | None = None
    lists: Mapping[str, Codes] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()
    yes_no: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    defaults: Mapping[str, Default] = field(default_factory=dict)
    tip: str = ""
    scale: int = 0
