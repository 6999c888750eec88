"""A table that somebody gives, whatever it is: titles of columns, then rows of texts, and a point when it has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from osgeo import osr

from smica_qgis.core.errors import SmicaError

MOST_ROWS = 2_000_000
_LOOKED_AT = 50


class UnreadableTableError(SmicaError):
    """A table that cannot be opened, or that has no title line."""


@dataclass(frozen=True)
class SourceRow:
    """line: from 1, the header counted; shifted: it has more cells than titles; wkb: in the system of the table."""

    line: int
    cells: Sequence[str | None]
    shifted: bool = False
    wkb: bytes | None = None


@dataclass(frozen=True)
class SourceTable:
    """name: for people; header: titles of the columns; rows: reads them anew; system: of the geometries."""

    name: str
    header: tuple[str, ...]
    rows: Callable[[], Iterator[SourceRow]]
    system: osr.SpatialReference | None = None


def header_place(first_rows: Sequence[Sequence[str | None]]) -> int:
    """The place of the title line: titles, notes and blank lines often stand above it (SITADEL has one).

    It is the first line that is as wide as most of those that follow.
    """
    widths = [_width(row) for row in first_rows[:_LOOKED_AT]]
    filled = [width for width in widths if width > 1]
    if not filled:
        return next((place for place, width in enumerate(widths) if width), 0)
    usual = max(Counter(filled).items(), key=lambda item: (item[1] * item[0], item[0]))[0]
    return next(place for place, width in enumerate(widths) if width >= max(2, usual * 2 // 3))


def table_of_rows(name: str, read: Callable[[], Iterable[tuple[int, Sequence[str | None]]]]) -> SourceTable:
    """A table from its lines, the header wherever it is. Raises UnreadableTableError."""
    first: list[tuple[int, Sequence[str | None]]] = []
    for item in read():
        first.append(item)
        if len(first) == _LOOKED_AT:
            break
    place = header_place([cells for _, cells in first])
    if not first or not _width(first[place][1]):
        message = f"La table {name} est vide : elle n'a pas même une ligne de titres."
        raise UnreadableTableError(message)
    header = tuple((title or "").strip() for title in first[place][1])
    while header and not header[-1]:
        header = header[:-1]

    def rows() -> Iterator[SourceRow]:
        for count, (line, cells) in enumerate(read()):
            if count > MOST_ROWS:
                message = f"La table {name} a plus de {MOST_ROWS} lignes : coupez-la."
                raise UnreadableTableError(message)
            if count > place and _width(cells):
                yield SourceRow(line, cells, shifted=_width(cells) > len(header))

    return SourceTable(name, header, rows)


def _width(row: Sequence[str | None]) -> int:
    """Number of cells up to the last one that is filled."""
    return next((place for place in range(len(row), 0, -1) if (row[place - 1] or "").strip()), 0)
