"""What is known of a kind of documents, beside its model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.table_contents import TableContents
from smica_qgis.geodata.synthetic.written_pieces import Piece


@dataclass(frozen=True)
class Family:
    """A kind of documents.

    invent: model, communes wanted → document; pieces: document, objects wanted, complete → written pieces;
    tables: what fills the tables.
    """

    invent: Callable[[DocumentModel, int], Document]
    pieces: Callable[[Document, int, bool], list[Piece]]
    tables: type[TableContents]
