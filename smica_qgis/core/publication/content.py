"""What a planning document holds, whatever it comes from: a delivery, or the store.

Tables are those of the CNIG standard, named as it names them, in lower case and without the territory or the date that
file names add (`zone_urba`, `prescription_surf`, `acte_sup`). Cells are in the official text form, None when empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

from smica_qgis.core.planning.document_name import DocumentName

Cells = tuple[Optional[str], ...]


@dataclass(frozen=True)
class ContentTable:
    """One table. name: zone_urba; columns: names in lower case, in the order of the standard; rows: as many cells.

    geometries: one WKB for each row (2D, little-endian, multiple, points too: MULTIPOINT, in the content's CRS) or None
    for a row without one; None as a whole for a table that is drawn nowhere.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Cells]
    geometries: Sequence[bytes | None] | None = None

    def column(self, name: str) -> list[str | None]:
        """The values of a column, row by row; None everywhere when the table has no such column."""
        if name not in self.columns:
            return [None] * len(self.rows)
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


@dataclass(frozen=True)
class WrittenPiece:
    """A file of the document that is no table. path: in the delivery, with `/`; source: file on the disk."""

    path: str
    source: str


@dataclass(frozen=True)
class DocumentContent:
    """A document, whole. name: of its folder (`12202_PLU_20240101`), which is its identity everywhere.

    standard: name of its model (`cnig_PLU_2024`); title: for people, may be empty; metadata: the ISO sheet as
    delivered, empty when there is none; pieces: written pieces and acts; crs: authority and code of the geometries.
    notes: French, what the delivery holds and the content does not (columns that are not of the standard).
    """

    name: DocumentName
    standard: str
    tables: Mapping[str, ContentTable]
    title: str = ""
    metadata: bytes = b""
    pieces: tuple[WrittenPiece, ...] = ()
    crs: str = "EPSG:2154"
    charset: str = field(default="UTF-8", compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def idurba(self) -> str:
        """The identity of the document: the name of its folder."""
        return self.name.text
