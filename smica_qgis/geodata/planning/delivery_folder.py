"""Write a document as a delivery: the folder that its standard asks for, or a zip of it.

Tables become Shapefiles (a DBF alone for those that are drawn nowhere, a CSV for the titles of the written pieces), in
UTF-8; pieces are copied; folders that the model wants are made, empty ones too (CNIG PLU v2024 rev. 2025-06, p. 49-52).
"""

from __future__ import annotations

import re
import shutil
import struct
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from osgeo import ogr, osr

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import ColumnModel, ColumnType, DocumentModel, FileModel, FileType, Mandatory
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.document_name import DocumentName
from smica_qgis.core.planning.metadata_record import sheet_name
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable, DocumentContent
from smica_qgis.geodata.delivery_writer import zip_folder
from smica_qgis.geodata.synthetic.pattern_text import text_matching
from smica_qgis.geodata.synthetic.table import CSV, DBF, SHAPEFILE, SyntheticTable
from smica_qgis.geodata.synthetic.table_contents import TITLES_TABLE
from smica_qgis.geodata.synthetic.table_files import WIDEST, write_table

_TEXTS = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL, ColumnType.PATH)
UTF8 = "UTF-8"
_ONE_POINT = b"\x01" + struct.pack("<II", 4, 1)
"""How the WKB of a multiple of one point begins."""
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,8}", re.ASCII)
_LONGEST_NAME = 10
"""Characters of the longest name of a column of a DBF."""


@dataclass(frozen=True)
class CutCell:
    """A text that a DBF cannot hold whole (254 octets). row: from 1."""

    table: str
    row: int
    column: str
    octets: int


@dataclass
class WrittenDelivery:
    """root: the folder, or the zip; cut: texts that had to be cut; unplaced: tables that the model does not have."""

    root: Path
    cut: list[CutCell] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def write_delivery_zip(
    content: DocumentContent,
    model: DocumentModel,
    archive: Path,
    progress: Progress | None = None,
    *,
    encoding: str = UTF8,
) -> WrittenDelivery:
    """Write a document as a zip whose root folder bears its name. Raises SmicaError, CancelledError."""
    with tempfile.TemporaryDirectory(prefix=".smica_", dir=archive.parent) as work:
        written = write_delivery_folder(content, model, Path(work), progress, encoding=encoding)
        zip_folder(written.root, archive)
    written.root = archive
    return written


def write_delivery_folder(
    content: DocumentContent,
    model: DocumentModel,
    parent: Path,
    progress: Progress | None = None,
    *,
    encoding: str = UTF8,
) -> WrittenDelivery:
    """Write a document in a folder of its name, made in `parent`. Empty tables are not written, unless mandatory.

    encoding: of all tables, which the metadata must say: the Géoportail reads a CSV in it too.
    Raises SmicaError when the folder is there already or cannot be written, CancelledError.
    """
    progress = progress or SilentProgress()
    root = parent / content.name.text
    if root.exists():
        message = f"Le dossier {root.name} existe déjà dans {parent} : choisissez un autre endroit."
        raise SmicaError(message)
    try:
        return _write(content, model, root, progress, encoding)
    except OSError as error:
        message = f"La livraison ne peut pas être écrite dans {parent} : {error.strerror or error}."
        raise SmicaError(message, str(error)) from error


def _write(
    content: DocumentContent, model: DocumentModel, root: Path, progress: Progress, encoding: str
) -> WrittenDelivery:
    written = WrittenDelivery(root)
    hints = path_hints(content.name)
    for file in model.files:
        if file.type is FileType.DIRECTORY and file.mandatory is not Mandatory.OPTIONAL:
            (root / text_matching(file.path, hints)).mkdir(parents=True, exist_ok=True)
    root.mkdir(parents=True, exist_ok=True)
    files = {file.name.lower(): file for file in model.tables}
    progress.phase("Écriture de la livraison", len(content.tables) + len(content.pieces))
    for done, (name, table) in enumerate(content.tables.items(), 1):
        stop_if_cancelled(progress)
        found = files.get(name)
        if found is None:
            written.unplaced.append(name)
        elif table.rows or found.mandatory is Mandatory.ERROR:
            written.cut += _write_table(table, found, root, content, encoding)
        progress.advance(done)
    for piece in content.pieces:
        stop_if_cancelled(progress)
        target = root / _inside(piece.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(piece.source, target)
    if content.metadata:
        (root / metadata_name(content.name)).write_bytes(content.metadata)
    return written


def _inside(path: str) -> PurePosixPath:
    """The path of a piece, which never leaves the folder, whatever a store was told. Raises SmicaError."""
    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts or "\\" in path or ":" in path:
        message = f"La pièce « {path} » a un chemin qui sort de la livraison : elle n'est pas écrite."
        raise SmicaError(message)
    return inside


def _write_table(
    table: ContentTable, file: FileModel, root: Path, content: DocumentContent, encoding: str
) -> list[CutCell]:
    columns = {c.name.lower(): c for c in file.table.columns} if file.table is not None else {}
    spatial = any(column.type.is_geometry for column in columns.values())
    kind = SHAPEFILE if spatial else (CSV if file.name == TITLES_TABLE else DBF)
    path = table_path(file, content.name)
    shapes = _shapes(table) if spatial else None
    cells = _cells_by_column(table, columns)
    written = SyntheticTable(
        name=file.name,
        path=path,
        format=kind,
        columns=cells,
        geometries=shapes,
        widths={name.upper(): _width(columns.get(name)) for name in table.columns},
        integers={c.name.upper() for c in columns.values() if _is_whole(c, cells.get(c.name.upper(), ()))},
        encoding=encoding,
        crs=_epsg(content.crs),
        geometry_type=_geometry_type(columns, shapes) if shapes is not None else None,
    )
    if kind != CSV:
        _check_names(table, path)
    write_table(written, root)
    return [] if kind == CSV else cut_cells(table, encoding)


def _cells_by_column(table: ContentTable, models: Mapping[str, ColumnModel]) -> dict[str, list[str | None]]:
    """Values by column; an empty one that may be absent is left out: once there, it would have to be filled."""
    cells = {}
    for place, name in enumerate(table.columns):
        values = [row[place] for row in table.rows]
        model = models.get(name)
        if model is None or model.presence_required or any(value is not None for value in values):
            cells[name.upper()] = values
    return cells


def _is_whole(column: ColumnModel, values: Sequence[str | None]) -> bool:
    """Whether a field of whole numbers gives back all texts as they are: `35.00` and `007` would not."""
    if column.type is not ColumnType.INTEGER:
        return False
    return all(_WHOLE.fullmatch(value) is not None for value in values if value is not None)


def _shapes(table: ContentTable) -> list[bytes | None]:
    """The geometries as a Shapefile has them: it knows points, and multiple points, not both."""
    shapes = list(table.geometries or [None] * len(table.rows))
    if all(wkb is None or wkb[:9] == _ONE_POINT for wkb in shapes):
        return [None if wkb is None else wkb[9:] for wkb in shapes]
    return shapes


def _check_names(table: ContentTable, path: str) -> None:
    long = [name for name in table.columns if len(name) > _LONGEST_NAME]
    if long:
        message = f"Un Shapefile coupe les noms de plus de dix caractères : {', '.join(long)} ({path})."
        raise SmicaError(message)


def cut_cells(table: ContentTable, encoding: str = UTF8) -> list[CutCell]:
    """The texts of a table that a DBF in that encoding cannot hold whole."""
    return [
        CutCell(table.name, number, name, len(cell.encode(encoding, "replace")))
        for number, row in enumerate(table.rows, 1)
        for name, cell in zip(table.columns, row)
        if cell is not None and len(cell) > WIDEST // 4 and len(cell.encode(encoding, "replace")) > WIDEST
    ]


def _width(column: ColumnModel | None) -> int:
    if column is None:
        return 1
    if column.max_length and column.max_length > 0:
        return column.max_length
    return WIDEST if column.type in _TEXTS and not column.pattern else 8


def _kind(wkb: bytes) -> int:
    """Code of the kind of a geometry in little-endian WKB."""
    return int.from_bytes(wkb[1:5], "little")


def _geometry_type(columns: Mapping[str, ColumnModel], geometries: Sequence[bytes | None]) -> int:
    """What a Shapefile is of: one that is empty says it too. Many lines or polygons are written like one."""
    found = next(column.type for column in columns.values() if column.type.is_geometry)
    if found in (ColumnType.POINT, ColumnType.MULTIPOINT):
        several = any(wkb is not None and _kind(wkb) == ogr.wkbMultiPoint for wkb in geometries)
        return int(ogr.wkbMultiPoint if several else ogr.wkbPoint)
    return int(ogr.wkbLineString if found in (ColumnType.LINESTRING, ColumnType.MULTILINESTRING) else ogr.wkbPolygon)


def _epsg(code: str) -> int:
    """The EPSG number of one of the systems of the Géoportail (`EPSG:2154`, `IGNF:RGF93LAMB93`)."""
    authority, _, number = code.partition(":")
    if authority == "EPSG" and number.isdigit():
        return int(number)
    system = osr.SpatialReference()
    if code.upper() == "CRS:84":
        return 4326
    if system.SetFromUserInput(code) == ogr.OGRERR_NONE:
        system.AutoIdentifyEPSG()
        found = system.GetAuthorityCode(None)
        if found and found.isdigit():
            return int(found)
    message = f"Le système {code} n'a pas de numéro EPSG : donnez-en un (EPSG:2154)."
    raise SmicaError(message)


def path_hints(name: DocumentName) -> dict[str, str]:
    """What the classes of a model's patterns of files stand for, for one document."""
    owner = name.owner or name.manager
    return {
        "[0-9]{9}": owner,
        "[AB0-9]{5}": owner,
        "[a-zA-Z0-9]+": name.category if name.type == "SUP" else owner,
        "[0-9]{8}": name.date,
        "[0-9]{2}": "01",
    }


def table_path(file: FileModel, name: DocumentName) -> str:
    """Path of a table in the delivery, without its extension; the part of the document ends it where it may."""
    path = text_matching(file.path, path_hints(name))
    ended = f"{path}_{name.part}"
    fits = name.part and compile_java(file.path, ignore_case=True).fullmatch(ended) is not None
    return ended if fits else path


def metadata_name(name: DocumentName) -> str:
    """Name of the ISO sheet of a document (`fr-000044712-plu20041103.xml`; CNIG metadata instructions v2017-12)."""
    return f"{sheet_name(name)}.xml"
