"""What a document holds, as one hash: whether two contents are the same, wherever they were read.

The order of rows and of columns does not count, nor an empty cell, nor an absent column; coordinates count to the
millimetre: a content that went through a database or a file of another format is still the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from smica_qgis.core.publication.content import Cells, ContentTable, DocumentContent
from smica_qgis.geodata.geometry.wkb_structure import UnexpectedWkbError, wkb_structure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Millimetres = NDArray[np.floating[Any]]

Extent = tuple[float, ...]
"""West, south, east, north, to the millimetre; nothing where nothing is drawn."""
_MILLIMETRES = 1000.0
_COLUMN, _CELL, _GEOMETRY = b"\x1f", b"\x1e", b"\x1d"
_DIGEST_SIZE = 16


@dataclass(frozen=True)
class TableDigest:
    """What a table is compared by."""

    rows: int
    hash: str
    extent: Extent


def content_hash(content: DocumentContent) -> str:
    """SHA-256 of the tables of a document, its standard and its system. Metadata and pieces are told apart."""
    return hash_of_digests(content, {name: table_digest(table) for name, table in content.tables.items()})


def hash_of_digests(content: DocumentContent, digests: Mapping[str, TableDigest]) -> str:
    """The same, from the digests of its tables."""
    digest = hashlib.sha256(f"{content.idurba.upper()}\n{content.standard}\n{content.crs}\n".encode())
    for name in sorted(digests):
        if digests[name].rows:
            digest.update(f"{name}\t{digests[name].hash}\n".encode())
    return digest.hexdigest()


def table_hash(table: ContentTable) -> str:
    """SHA-256 of the rows of a table, sorted."""
    return table_digest(table).hash


def geometry_digest(wkb: bytes) -> bytes:
    """Sixteen octets that are the same for two geometries drawn alike, to the millimetre."""
    return hashlib.blake2b(_rounded(wkb, []), digest_size=_DIGEST_SIZE).digest()


def table_digest(table: ContentTable) -> TableDigest:
    """Number of rows, hash and extent of a table, in one pass."""
    names = [(name.encode(), place) for name, place in sorted((n, p) for p, n in enumerate(table.columns))]
    coordinates: list[Millimetres] = []
    rows = sorted(_row_digest(table, names, number, coordinates) for number in range(len(table.rows)))
    return TableDigest(len(table.rows), hashlib.sha256(b"".join(rows)).hexdigest(), _extent(coordinates))


def _row_digest(
    table: ContentTable, names: list[tuple[bytes, int]], number: int, coordinates: list[Millimetres]
) -> bytes:
    digest = hashlib.blake2b(_cells(names, table.rows[number]), digest_size=_DIGEST_SIZE)
    wkb = table.geometries[number] if table.geometries is not None else None
    if wkb is not None:
        digest.update(_GEOMETRY)
        digest.update(_rounded(wkb, coordinates))
    return digest.digest()


def _cells(names: list[tuple[bytes, int]], row: Cells) -> bytes:
    parts: list[bytes] = []
    for name, place in names:
        cell = row[place]
        if cell is not None:
            parts += (name, _COLUMN, cell.encode("utf-8", "surrogatepass"), _CELL)
    return b"".join(parts)


def _rounded(wkb: bytes, coordinates: list[Millimetres]) -> bytes:
    """The kind and the structure of a geometry, then its coordinates as whole millimetres (of the units of its CRS)."""
    try:
        structure = wkb_structure(wkb)
    except UnexpectedWkbError:
        return wkb  # not ours to compare: not 2D, or not little-endian
    parts = [bytes((structure.kind, structure.member))]
    for offset, points, kind in structure.runs:
        whole = np.rint(np.frombuffer(wkb, "<f8", 2 * points, offset) * _MILLIMETRES)
        coordinates.append(whole)
        parts.append(b"%d:%d:" % (kind, points) + (whole + 0.0).tobytes())  # + 0.0: a negative zero is a zero
    return b"".join(parts)


def _extent(coordinates: list[Millimetres]) -> Extent:
    if not coordinates:
        return ()
    pairs = np.concatenate(coordinates).reshape(-1, 2)
    west, south = np.nanmin(pairs, axis=0).tolist()
    east, north = np.nanmax(pairs, axis=0).tolist()
    return west / _MILLIMETRES, south / _MILLIMETRES, east / _MILLIMETRES, north / _MILLIMETRES
