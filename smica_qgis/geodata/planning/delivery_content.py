"""The content of a delivery: its tables as the standard names them, its metadata, its pieces."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from osgeo import ogr

from smica_qgis.core.document_model.detection import detect
from smica_qgis.core.document_model.fetched import Standards, standards_at_hand
from smica_qgis.core.document_model.model import DocumentModel, FileModel, FileType
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.publication.content import Cells, ContentTable, DocumentContent, WrittenPiece
from smica_qgis.core.validation.document import Document, MatchedFile, ReadTable, layer_file_model, map_header
from smica_qgis.core.validation.matching import by_layer_name, match_files
from smica_qgis.core.validation.metadata_codes import JAVA_CHARSETS
from smica_qgis.core.validation.options import read_options
from smica_qgis.geodata.delivery.clues import clues_of
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.column import ScannedGeometries

_JUNK = (".ds_store", "thumbs.db")
_MULTIPLE = {kind: b"\x01" + struct.pack("<II", kind + 3, 1) for kind in (1, 2, 3)}


@contextmanager
def content_of_delivery(
    path: str,
    *,
    standard: str = "",
    crs: str = "EPSG:2154",
    progress: Progress | None = None,
    standards_folder: str = "",
) -> Iterator[DocumentContent]:
    """What a delivery holds; its pieces can be read until the `with` ends.

    path: zip, folder or GeoPackage; standard: name of its model, empty = detected; crs: of its geometries. Every table
    has all the columns of its model, in its order. Raises UnreadableDeliveryError (also for a name that is none),
    UnreadableFileError for a table that cannot be read whole, InvalidParameterError, CancelledError.
    """
    delivery = OpenedDelivery(path)
    try:
        yield _Reading(delivery, crs, progress or SilentProgress()).content(standard, standards_folder)
    finally:
        delivery.close()


class _Reading:
    def __init__(self, delivery: OpenedDelivery, crs: str, progress: Progress) -> None:
        self._delivery = delivery
        self._crs = crs
        self._progress = progress

    def content(self, standard: str, folder: str) -> DocumentContent:
        name = parse_document_name(self._delivery.name)
        if name is None:
            message = (
                f"« {self._delivery.name} » n'est pas le nom d'un document d'urbanisme (comme 12202_PLU_20240101) : "
                "renommez le dossier ou l'archive."
            )
            raise UnreadableDeliveryError(message)
        model = self._model(standard, standards_at_hand(bundled_registry(), folder))
        document = Document(self._delivery, model, read_options({}), self._crs)
        metadata, title = self._match(document)
        tables = self._tables(document)
        return DocumentContent(
            name,
            model.name,
            tables,
            title=title,
            metadata=metadata,
            pieces=self._pieces(document),
            crs=self._crs,
            charset=document.charset,
            notes=tuple(_notes(document)),
        )

    def _model(self, standard: str, standards: Standards) -> DocumentModel:
        name = standard or detect(clues_of(self._delivery), standards.names(), standards.load).model
        return standards.load(name)

    def _match(self, document: Document) -> tuple[bytes, str]:
        """Match the files; returns the metadata as delivered and their title."""
        if not self._delivery.has_files:
            return b"", ""
        match_files(document)
        for file in document.files_of(FileType.METADATA):
            metadata = self._delivery.read_metadata(file.entry.path)
            if metadata is not None:
                document.metadata.append((file, metadata))
                document.charset = JAVA_CHARSETS.get(metadata.character_set or "", document.charset)
                return self._delivery.local(file.entry.path).read_bytes(), metadata.title or ""
        return b"", ""

    def _tables(self, document: Document) -> dict[str, ContentTable]:
        tables: dict[str, ContentTable] = {}
        for file, model, layer in self._table_files(document):
            if model.table is None:
                continue
            stop_if_cancelled(self._progress)
            self._progress.phase(f"Lecture de {model.name}", 0)
            table = self._delivery.read_table(
                file.entry.path, layer=layer, crs=self._crs, charset=document.charset, progress=self._progress
            )
            if table.damage:
                message = f"La table {table.file} ne peut être lue en entier : {table.damage}."
                raise UnreadableFileError(message)
            read = map_header(table, model, model.table)
            document.tables.append(read)
            found = _content_table(read)
            known = tables.get(found.name)
            tables[found.name] = found if known is None else _together(known, found)
        return tables

    def _table_files(self, document: Document) -> Iterator[tuple[MatchedFile, FileModel, str]]:
        if not self._delivery.has_files:
            entry = self._delivery.entries[0]
            for layer in sorted(self._delivery.layers(entry.path)):
                model = by_layer_name(document.model, layer)
                if model is not None:
                    yield MatchedFile(entry, model), model, layer
            return
        for file in document.files:
            if file.model.type is FileType.TABLE:
                yield file, file.model, ""
            elif file.model.type is FileType.MULTI_TABLE:
                layers = {layer.name.upper(): layer for layer in file.model.layers}
                for name in sorted(self._delivery.layers(file.entry.path, file.model.xsd_schema)):
                    if name.upper() in layers:
                        yield file, layer_file_model(file.model, layers[name.upper()]), name

    def _pieces(self, document: Document) -> tuple[WrittenPiece, ...]:
        """Every file that is neither a table, nor beside one, nor the metadata."""
        if not self._delivery.has_files:
            return ()
        kinds = (FileType.TABLE, FileType.MULTI_TABLE)
        stems = {_stem(f.entry.path) for f in document.files if f.model.type in kinds}
        read = {file.entry.path for file, _ in document.metadata}
        return tuple(
            WrittenPiece(entry.path, str(self._delivery.at_rest(entry.path)))
            for entry in self._delivery.entries
            if not entry.is_directory
            and entry.path not in read
            and _stem(entry.path) not in stems
            and entry.name.lower() not in _JUNK
        )


def _stem(path: str) -> str:
    folder, _, name = path.lower().rpartition("/")
    return f"{folder}/{name.partition('.')[0]}"


def _notes(document: Document) -> Iterator[str]:
    """What is delivered and is not of the standard: it is not published."""
    for read in document.tables:
        if read.unexpected:
            names = ", ".join(read.unexpected)
            yield f"Colonnes hors standard de {read.table.file}, qui ne sont pas publiées : {names}."
    for file in document.misplaced:
        yield f"{file.entry.path} n'est pas dans le dossier que veut le standard : il n'est pas lu comme table."


def _content_table(read: ReadTable) -> ContentTable:
    plain = [column for column in read.model.columns if not column.type.is_geometry]
    count = read.table.row_count
    columns: list[Sequence[str | None]] = []
    for model in plain:
        column = read.column(model.name)
        columns.append([None] * count if column is None else [column.values[code] for code in column.codes])
    rows: list[Cells] = list(zip(*columns)) if columns else [()] * count
    names = tuple(column.name.lower() for column in plain)
    return ContentTable(read.file_model.name.lower(), names, rows, _geometries(read))


def _geometries(read: ReadTable) -> list[bytes | None] | None:
    shapes = [column for column in read.model.columns if column.type.is_geometry]
    if not shapes:
        return None
    geometry = next((g for column in shapes if (g := read.geometry(column.name)) is not None), None)
    if not isinstance(geometry, ScannedGeometries):
        return [None] * read.table.row_count
    with gdal_silent():
        return [_multiple(geometry.wkb(row)) for row in range(read.table.row_count)]


def _multiple(wkb: bytes | None) -> bytes | None:
    """The multiple of a single geometry; an empty point, which has no multiple of one, becomes one of none."""
    if wkb is None:
        return None
    kind = int.from_bytes(wkb[1:5], "little")
    if kind not in _MULTIPLE:
        return wkb
    geometry = ogr.CreateGeometryFromWkb(wkb) if len(wkb) < _SHORT else None
    if geometry is not None and geometry.IsEmpty():
        return b"\x01" + struct.pack("<II", kind + 3, 0)
    return _MULTIPLE[kind] + wkb


_SHORT = 1 + 4 + 4 + 2 * 8 + 1
"""Bytes under which a geometry may be empty: no line and no polygon is that short."""


def _together(one: ContentTable, other: ContentTable) -> ContentTable:
    """Two files that are the same table."""
    geometries = None
    if one.geometries is not None and other.geometries is not None:
        geometries = list(chain(one.geometries, other.geometries))
    return ContentTable(one.name, one.columns, list(chain(one.rows, other.rows)), geometries)
