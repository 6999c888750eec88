"""What is to be written of a document, made once: hashes, place, pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.place import Place, place_of
from smica_qgis.database.planning.registry import StoredPiece, StoredTable
from smica_qgis.database.store import Store
from smica_qgis.geodata.planning.content_hash import hash_of_digests, table_digest
from smica_qgis.publishing.store.kept_pieces import pieces_hash, stored_pieces

_DAY = 8


@dataclass(frozen=True)
class Entry:
    """hash: of the tables; pieces_hash: of the metadata and the pieces; approved: ISO day, None when unknown."""

    place: Place
    hash: str
    pieces_hash: str
    tables: dict[str, StoredTable]
    pieces: Sequence[StoredPiece]
    approved: str | None


def make_entry(store: Store, content: DocumentContent, folder: Path | None, progress: Progress) -> Entry:
    """Look at a content. folder: where its pieces are kept. Raises InvalidParameterError for another system."""
    if content.crs.upper() != f"EPSG:{store.srid}":
        message = (
            f"La base {store.name} est en EPSG:{store.srid} et ce document en {content.crs} : publiez-le dans une base "
            "de son système."
        )
        raise InvalidParameterError(message)
    progress.phase("Empreinte du contenu", 0)
    digests = {name: table_digest(table) for name, table in content.tables.items()}
    tables = {
        name: StoredTable(content.tables[name].columns, digest.rows, digest.hash, digest.extent)
        for name, digest in digests.items()
    }
    pieces = stored_pieces(content, folder, progress)
    return Entry(
        place_of(content.name),
        hash_of_digests(content, digests),
        pieces_hash(content.metadata, pieces),
        tables,
        pieces,
        _day(content.name.date),
    )


def _day(text: str) -> str | None:
    """20240101 → 2024-01-01; None for what is no day (a SCoT may say none)."""
    known = len(text) == _DAY and text[4:6] != "00" and text[6:] != "00"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if known else None
