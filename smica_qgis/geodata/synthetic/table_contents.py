"""How a table of an invented document is made from its model, whatever the family of the document.

A family says what it knows of a table (`content`); the model of the table decides which columns there are, what they
accept, and what its conditions demand.
"""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from smica_qgis.core.document_model.model import ColumnType, FileModel, TableModel
from smica_qgis.geodata.synthetic.column_values import ColumnValues, Proposal, Value
from smica_qgis.geodata.synthetic.conditions import satisfy_conditions
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.optional_columns import fill_optional
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.shapes import lines, points, surfaces
from smica_qgis.geodata.synthetic.table import CSV, DBF, SHAPEFILE, SyntheticTable
from smica_qgis.geodata.synthetic.territory import Territory
from smica_qgis.geodata.synthetic.written_pieces import Piece
from smica_qgis.geodata.synthetic.zoning import Zones

SITE = "https://urbanisme.aubrelle.example.org"
TITLES_TABLE = "TITRES_PIECES_ECRITES"
FEW = 3
"""Rows of a table of which nothing is known."""
Content = tuple["list[bytes] | None", Mapping[str, Proposal]]
"""Geometries, or None, and the values proposed: at least one of both says how many rows there are."""
_LINES = (ColumnType.LINESTRING, ColumnType.MULTILINESTRING)
_POINTS = (ColumnType.POINT, ColumnType.MULTIPOINT)


@dataclass(frozen=True)
class Ground:
    """What the document is about. objects: how many are wanted, about; seed: of whatever is drawn at random."""

    territory: Territory
    zones: Zones
    objects: int
    seed: int

    def generator(self, name: str) -> np.random.Generator:
        """Numbers for one table: each draws on its own, whatever the other tables are."""
        return np.random.default_rng((self.seed, zlib.crc32(name.encode())))


@dataclass(frozen=True)
class TableContents(ABC):
    """Fills the tables of one document. complete: also the columns that the model lets empty."""

    document: Document
    ground: Ground
    pieces: Sequence[Piece]
    complete: bool

    @abstractmethod
    def content(self, name: str, values: ColumnValues) -> Content:
        """What the family knows of a table; `of_any_table` for one that it does not know."""

    def table(self, file: FileModel, model: TableModel) -> SyntheticTable:
        """Return the table of a file model."""
        hints = self.document.hints
        values = ColumnValues(self.document.model, model, hints, self.any_piece())
        geometries, given = self.content(file.name, values)
        rows = len(next(v for v in given.values() if isinstance(v, list))) if geometries is None else len(geometries)
        offered = {**self._everywhere(), **self._named_after_pieces(values), **values.identifiers(rows), **given}
        columns = values.columns(offered, rows)
        if self.complete:
            fill_optional(values, columns)
        satisfy_conditions(values, columns)
        spatial = any(column.type.is_geometry for column in model.columns)
        alone = CSV if file.name == TITLES_TABLE else DBF
        return SyntheticTable(
            name=file.name,
            path=text_matching(file.path, hints),
            format=SHAPEFILE if spatial else alone,
            columns=columns,
            geometries=list(geometries) if spatial and geometries is not None else None,
            widths=_widths(model, hints),
            integers={c.name for c in model.columns if c.type is ColumnType.INTEGER},
        )

    def piece(self, model: str) -> str | None:
        """Name of the written piece of a file model."""
        return next((piece.name for piece in self.pieces if piece.model == model), None)

    def any_piece(self) -> str:
        """Name of the piece that describes most of the document."""
        return self.piece("REGLEMENT") or (self.pieces[0].name if self.pieces else "")

    def titles(self) -> Content:
        """The table of the titles of the written pieces."""
        return None, {
            "FICHIER": [piece.name for piece in self.pieces],
            "TITRE": [piece.title for piece in self.pieces],
        }

    def of_any_table(self, name: str, values: ColumnValues, rows: int = FEW) -> Content:
        """Rows of a table of which its model is all that is known; fewer lines than asked in a small territory."""
        geometries = self.shapes(name, values, rows)
        rows = rows if geometries is None else len(geometries)
        given: dict[str, Proposal] = dict(values.nomenclatures(rows, ()))
        given.setdefault("", [None] * rows)
        return geometries, given

    def shapes(self, name: str, values: ColumnValues, rows: int) -> list[bytes] | None:
        """WKB of simple geometries of the kind that the table wants, or None when it wants none."""
        kind = next((column.type for column in values.table.columns if column.type.is_geometry), None)
        if kind is None:
            return None
        generator = self.ground.generator(name)
        if kind in _LINES:
            return lines(self.ground.territory, rows, generator)
        cells = generator.integers(0, len(self.ground.territory.rings), rows)
        draw = points if kind in _POINTS else surfaces
        return draw(self.ground.territory, cells, generator)

    def _everywhere(self) -> dict[str, Proposal]:
        """Columns that mean the same in every table."""
        insee: Value = self.document.communes[0].insee if self.document.communes else None
        return {
            "IDURBA": self.document.idurba,
            "DATAPPRO": self.document.date,
            "DATVALID": self.document.date,
            "INSEE": insee,
        }

    def _named_after_pieces(self, values: ColumnValues) -> dict[str, Proposal]:
        """Columns of file names that bear the name of a written piece (PADD, DOO, RAPPORT)."""
        files = [column.name for column in values.table.columns if column.type is ColumnType.FILENAME]
        return {name: self.piece(name) for name in files if self.piece(name)}


def _widths(model: TableModel, hints: Mapping[str, str]) -> dict[str, int]:
    """Characters that the model gives a field, or that its pattern takes (dates)."""
    widths = {}
    for column in model.columns:
        if column.max_length and column.max_length > 0:
            widths[column.name] = column.max_length
        elif column.pattern:
            widths[column.name] = len(text_matching(column.pattern, hints))
        elif column.type in (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL):
            widths[column.name] = 254
    return widths
