"""Opening a delivery: zip, folder or single GeoPackage; its name; its tables and metadata, from a working copy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from smica_qgis.core.document_model.registry import read_path
from smica_qgis.core.errors import UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.delivery import Entry, Refused, SchemaFault
from smica_qgis.core.validation.metadata import Metadata
from smica_qgis.core.validation.table import Table
from smica_qgis.geodata.delivery.bounds import Bounds, check_bounds
from smica_qgis.geodata.delivery.sources import FolderSource, Source, ZipSource, sibling_files
from smica_qgis.geodata.delivery.working_copy import WorkingCopy
from smica_qgis.geodata.metadata_xml import read_metadata_file
from smica_qgis.geodata.tables.csv_file import read_csv_file, read_csv_header
from smica_qgis.geodata.tables.schema_layers import open_by_schema
from smica_qgis.geodata.tables.vector_file import VectorFile, open_vector_file
from smica_qgis.geodata.tables.vector_layer import layer_header, read_vector_layer
from smica_qgis.geodata.xml_schema import read_schema, schema_faults
from smica_qgis.geodata.xml_schema_files import write_schema_files

SUBFOLDERS = ("donnees_geographiques", "pieces_ecrites", "actes")
"""A lone top folder of these names is content, not the delivery's root (contract, design §8)."""
_LONGEST_NAME = 200
"""Beyond this a working copy could not be made on every system."""
_JUNK = (".ds_store", "thumbs.db")


class OpenedDelivery:
    """A `Delivery` (see core). Close it when its tables and geometries are no longer needed."""

    def __init__(self, path: str, bounds: Bounds | None = None) -> None:
        self.path = path
        self.copy = WorkingCopy()
        self._copied: dict[str, Path] = {}
        self._vectors: dict[tuple[str, str], VectorFile] = {}
        self._by_schema: dict[str, VectorFile] = {}
        self._schemas: dict[str, Path | UnreadableFileError] = {}
        try:
            self._open(Path(path), bounds or Bounds())
        except BaseException:
            self.copy.close()
            raise

    def _open(self, given: Path, bounds: Bounds) -> None:
        if not self.path.strip() or not _is_there(given):
            message = f"La livraison {given} n'existe pas, ou n'est ni un fichier ni un dossier."
            raise UnreadableDeliveryError(message)
        self.has_files = True
        self._root = ""
        if given.is_dir():
            self._source: Source = FolderSource(given, bounds)
            self.name = given.resolve().name
        elif given.suffix.lower() == ".gpkg":
            self._source = _OneFile(given, bounds)
            self.name = given.stem
            self.has_files = False
        else:
            self._source = ZipSource(given, bounds)
            self.name = given.stem
        if not isinstance(self._source, _OneFile):
            self._root, self.name = delivery_root(
                self._source.entries, self.name, is_folder=isinstance(self._source, FolderSource)
            )
        self.entries = [_below(e, self._root) for e in self._source.entries if _is_below(e, self._root)]
        self.refused = [Refused(_relative(r.path, self._root), r.reason) for r in self._source.refused]
        if not any(not entry.is_directory for entry in self.entries):
            message = f"La livraison {given.name} est vide : aucun fichier n'y a été trouvé."
            raise UnreadableDeliveryError(message)
        if not self.has_files:
            self._open_lone_geopackage()

    def _open_lone_geopackage(self) -> None:
        """When it is all there is, a GeoPackage that cannot be opened leaves nothing to say."""
        try:
            self._vector(self.entries[0].path, "UTF-8")
        except UnreadableFileError as error:
            raise UnreadableDeliveryError(error.message, error.details) from error

    def manifest(self) -> str:
        """SHA-256 of the list of files and contents."""
        return self._source.manifest()

    def local(self, path: str) -> Path:
        """A file in the working copy, with the files it goes with. Raises UnreadableFileError."""
        if path not in self._copied:
            for sibling in sibling_files(self.entries, path):
                self._copy(sibling)
        return self._copied[path]

    def at_rest(self, path: str) -> Path:
        """A file to be read as octets, never to be opened by GDAL or QGIS: that of a folder is not copied.

        Raises UnreadableFileError.
        """
        if isinstance(self._source, FolderSource):
            return self._source.folder / (self._root + path)
        return self.local(path)

    def _copy(self, path: str) -> None:
        if path in self._copied:
            return
        if len(path.rpartition("/")[2].encode()) > _LONGEST_NAME:
            message = f"Le nom du fichier {path[:60]}… est trop long ({len(path)} caractères) : il n'est pas ouvert."
            raise UnreadableFileError(message)
        target = self.copy.place(path)
        self._source.copy_to(self._root + path, target)
        self._copied[path] = target

    def layers(self, path: str, schema: str | None = None) -> Sequence[str]:
        """See core Delivery."""
        if schema is not None and path.lower().endswith(".gml") and path not in self._by_schema:
            self._by_schema[path] = open_by_schema(self.local(path), self._schema(schema))
        return [layer.GetName() for layer in self._vector(path, "UTF-8").layers()]

    def read_table(self, path: str, *, layer: str, crs: str, charset: str, progress: Progress) -> Table:
        """See core Delivery."""
        if path.lower().endswith(".csv"):
            return read_csv_file(self.local(path), path, crs=crs, charset=charset)
        source = self._vector(path, charset)
        return read_vector_layer(source, source.layer(layer), path, name=layer, crs=crs, progress=progress)

    def _vector(self, path: str, charset: str) -> VectorFile:
        """An open file; opened again when another charset is asked for, which only a DBF minds."""
        if path in self._by_schema:
            return self._by_schema[path]
        known = self._vectors.get((path, charset))
        if known is None:
            known = self._vectors[path, charset] = open_vector_file(self.local(path), charset)
        return known

    def header(self, path: str, layer: str = "") -> Sequence[str]:
        """Names of the columns of a table, without reading its rows; empty when unreadable. layer: else the first."""
        try:
            if path.lower().endswith(".csv"):
                return read_csv_header(self.local(path))
            return layer_header(self._vector(path, "UTF-8").layer(layer))
        except UnreadableFileError:
            return ()

    def read_metadata(self, path: str) -> Metadata | None:
        """See core Delivery."""
        return read_metadata_file(self.local(path))

    def schema_faults(self, path: str, schema: str) -> Sequence[SchemaFault]:
        """See core Delivery. Raises UnreadableFileError when the schema cannot be had."""
        return schema_faults(self.local(path), read_schema(self._schema(schema), schema))

    def _schema(self, address: str) -> Path:
        """The main file of a schema, in the working copy; one that cannot be had is not asked for twice."""
        if address not in self._schemas:
            folder = self.copy.folder / f"schema{len(self._schemas)}"
            try:
                self._schemas[address] = write_schema_files(address, _bytes_of, folder)
            except UnreadableFileError as error:
                self._schemas[address] = error
        known = self._schemas[address]
        if isinstance(known, UnreadableFileError):
            raise known
        return known

    def close(self) -> None:
        """Close every file and delete the working copy."""
        for vector in (*self._vectors.values(), *self._by_schema.values()):
            vector.close()
        self._vectors.clear()
        self._by_schema.clear()
        self._source.close()
        self.copy.close()


class _OneFile(FolderSource):
    """A single GeoPackage as the source of a delivery without files; the journal of one in use goes with it."""

    def __init__(self, path: Path, bounds: Bounds) -> None:
        self.folder = path.parent
        self.entries = [Entry(path.name, size=path.stat().st_size)]
        self.refused = []
        check_bounds(bounds, entries=1, octets=self.entries[0].size)

    def copy_to(self, path: str, target: Path) -> None:
        """See Source. Without its -wal a GeoPackage that QGIS has open would lose its last rows."""
        super().copy_to(path, target)
        journal = self.folder / f"{path}-wal"
        if journal.is_file():
            super().copy_to(journal.name, target.with_name(f"{target.name}-wal"))


def delivery_root(entries: Sequence[Entry], name: str, *, is_folder: bool) -> tuple[str, str]:
    """Where the delivery stands in what was listed (a prefix that ends with `/`, or empty), and its name.

    name: that of the folder or the zip. The root is the zip's lone top folder, unless that is one of the standard's
    own subfolders.
    """
    root = ""
    while True:
        inside = [e for e in entries if _is_below(e, root)]
        tops = {_relative(e.path, root).split("/")[0] for e in inside}
        tops = {top for top in tops if top.lower() not in _JUNK}
        lone = tops.pop() if len(tops) == 1 else ""
        lone_is_folder = any(e.is_directory and _relative(e.path, root) == lone for e in inside)
        if not lone or not lone_is_folder or lone.lower() in SUBFOLDERS:
            return root, name
        if (is_folder or root) and parse_document_name(lone) is None:
            return root, name
        root, name = f"{root}{lone}/", lone


def _bytes_of(address: str) -> bytes:
    """Of a file of the network or of this machine. Raises OSError, SmicaError."""
    if not address.startswith(("http://", "https://")):
        return read_path(address)
    from smica_qgis.host.network import download

    return download(address)


def _is_there(path: Path) -> bool:
    """Whether a path is a file or a folder; a pipe, which would never end, is not."""
    try:
        return path.is_dir() or path.is_file()
    except OSError:
        return False


def _is_below(entry: Entry, root: str) -> bool:
    return entry.path.startswith(root) and entry.path != root.rstrip("/")


def _relative(path: str, root: str) -> str:
    return path.removeprefix(root)


def _below(entry: Entry, root: str) -> Entry:
    return Entry(_relative(entry.path, root), entry.is_directory, entry.size)
