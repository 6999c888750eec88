"""What a rule yields: a code, a place and values. The engine adds what the catalogue knows."""

from __future__ import annotations

from typing import Mapping, NamedTuple, Optional, Tuple

NO_VALUES: Mapping[str, str] = {}


class Fault(NamedTuple):
    """A fault anywhere in a delivery. Fields as in Finding.

    row: index in the table, when the place is a row; place: path of that table when `file` is not it, because the
    official report names the whole delivery there.
    """

    code: str
    values: Mapping[str, str] = NO_VALUES
    file_model: str = ""
    attribute: str = ""
    file: str = ""
    id: Optional[str] = ""
    row: Optional[int] = None
    geometry: Optional[str] = None
    related: Tuple[str, ...] = ()
    place: str = ""
    xsd: Optional[Tuple[str, str, str]] = None


class BadValue(NamedTuple):
    """A distinct value that breaks a rule. index: its place in the column's distinct values."""

    index: int
    values: Mapping[str, str] = NO_VALUES
    code: str = ""
    """Only for a rule of several codes; empty = its only one."""


class BadRow(NamedTuple):
    """A row whose geometry breaks a rule. geometry: WKT of the fault in the layer's CRS; point: its place, x and y."""

    row: int
    values: Mapping[str, str] = NO_VALUES
    code: str = ""
    geometry: Optional[str] = None
    point: Optional[Tuple[float, float]] = None


def null_text(name: str) -> str:
    """How a null parameter stands in the official report: its placeholder is left as it is."""
    return "{" + name + "}"
