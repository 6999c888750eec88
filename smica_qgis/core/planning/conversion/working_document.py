"""A document while it is converted: rows that may change, and that remember where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from smica_qgis.core.planning.conversion.notes import Notebook
from smica_qgis.core.publication.content import ContentTable, DocumentContent


@dataclass
class WorkingRow:
    """origin: table and number (from 1) in the delivery, for notes."""

    cells: dict[str, str | None]
    wkb: bytes | None
    origin: tuple[str, int]


@dataclass
class WorkingTable:
    """spatial: whether its rows have geometries; columns: in order, those that were added at the end."""

    name: str
    columns: list[str]
    rows: list[WorkingRow]
    spatial: bool

    def add_column(self, name: str) -> None:
        """Add a column, empty, unless the table has it."""
        if name not in self.columns:
            self.columns.append(name)
            for row in self.rows:
                row.cells.setdefault(name, None)


@dataclass(frozen=True)
class Removal:
    """Why the standard has no longer a column. carried: columns that now say the same, when they do."""

    why: str
    source: str
    carried: tuple[str, ...] = ()


@dataclass
class WorkingDocument:
    """pieces: path of each in the delivery → its path now. removals: table, column → why it goes."""

    content: DocumentContent
    notebook: Notebook
    tables: dict[str, WorkingTable] = field(default_factory=dict)
    pieces: dict[str, str] = field(default_factory=dict)
    removals: dict[tuple[str, str], Removal] = field(default_factory=dict)

    @property
    def idurba(self) -> str:
        """IDURBA since 2017: the name of the folder, in capitals."""
        return self.content.name.text.upper()

    def chosen(self, patterns: Sequence[str]) -> Iterator[WorkingTable]:
        """The tables whose name answers to one of the patterns (`prescription_*`)."""
        for table in list(self.tables.values()):
            if any(fnmatchcase(table.name, pattern) for pattern in patterns):
                yield table

    def table(self, name: str, *, spatial: bool) -> WorkingTable:
        """A table, made empty when there is none."""
        return self.tables.setdefault(name, WorkingTable(name, [], [], spatial))

    def finished(self, standard: str, columns: Mapping[str, Sequence[str]]) -> DocumentContent:
        """The content in a standard. columns: of each table to keep, in order."""
        tables = {}
        for name, names in columns.items():
            table = self.tables[name]
            rows = [tuple(row.cells.get(column) for column in names) for row in table.rows]
            geometries = [row.wkb for row in table.rows] if table.spatial else None
            tables[name] = ContentTable(name, tuple(names), rows, geometries)
        sources = {piece.path: piece for piece in self.content.pieces}
        pieces = tuple(replace(sources[old], path=new) for old, new in self.pieces.items())
        return replace(self.content, standard=standard, tables=tables, pieces=pieces)


def working_document(content: DocumentContent, notebook: Notebook) -> WorkingDocument:
    """A document ready to be converted: the content itself never changes."""
    document = WorkingDocument(content, notebook, pieces={piece.path: piece.path for piece in content.pieces})
    for name, table in content.tables.items():
        geometries = table.geometries if table.geometries is not None else [None] * len(table.rows)
        rows = [
            WorkingRow(dict(zip(table.columns, cells)), wkb, (name, number))
            for number, (cells, wkb) in enumerate(zip(table.rows, geometries), 1)
        ]
        document.tables[name] = WorkingTable(name, list(table.columns), rows, table.geometries is not None)
    return document
