"""What a rule yields: a code, a place and values. The engine adds what the catalogue knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

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
    id: str | None = ""
    row: int | None = None
    geometry: str | None = None
    related: tuple[str, ...] = ()
    place: str = ""
    xsd: tuple[str, str, str] | None = None


class BadValue(NamedTuple):
    """A distinct value that breaks a rule. position: its place in the column's distinct values."""

    position: int
    values: Mapping[str, str] = NO_VALUES
    code: str = ""
    """Only for a rule of several codes; empty = its only one."""


class BadRow(NamedTuple):
    """A row whose geometry breaks a rule. geometry: WKT of the fault in the layer's CRS; point: its place, x and y."""

    row: int
    values: Mapping[str, str] = NO_VALUES
    code: str = ""
    geometry: str | None = None
    point: tuple[float, float] | None = None


def null_text(name: str) -> str:
    """How a null parameter stands in the official report: its placeholder is left as it is."""
    return "{" + name + "}"
