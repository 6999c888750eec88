"""Write a delivery that conforms to a document model, with an invented territory and invented documents.

The model says which files, tables, columns and codes there are; nothing of a model is repeated here.
`invent_delivery` makes it in memory, where it may be altered; `write` puts it on the disk.
"""

from __future__ import annotations

import posixpath
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from smica_qgis.core.document_model.model import DocumentModel, FileType
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.geodata.geometry.geographic_box import geographic_box
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.families.known import family_of
from smica_qgis.geodata.synthetic.metadata_sheet import edited, metadata_xml
from smica_qgis.geodata.synthetic.references import follow_references
from smica_qgis.geodata.synthetic.table import FORMATS, SyntheticTable
from smica_qgis.geodata.synthetic.table_contents import Ground
from smica_qgis.geodata.synthetic.table_files import write_table
from smica_qgis.geodata.synthetic.territory import make_territory
from smica_qgis.geodata.synthetic.written_pieces import folders, pdf
from smica_qgis.geodata.synthetic.zoning import cells_for, make_zones, zones_for

ZONES_OF_A_COMMUNE = 9
MOST_COMMUNES = 40
FEWEST_COMMUNES = 3
_ZIP_DATE = (2025, 11, 6, 12, 0, 0)
_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class DeliveryRequest:
    """What is wanted. objects: zones, prescriptions and informations together, about (100: some 40 zones).

    multiparts: zones made of two parts, against the standard. formats: table → shp, gpkg, tab, gml or csv.
    complete: also the pieces, folders and columns that the model leaves to choice.
    """

    objects: int = 100
    seed: int = 2025
    multiparts: int = 0
    formats: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False


@dataclass
class InventedDelivery:
    """A delivery in memory, meant to be altered before it is written.

    name: of the root folder. tables: by name of file model. files: path in the root folder → content.
    """

    name: str
    document: Document
    tables: dict[str, SyntheticTable]
    files: dict[str, bytes]
    folders: list[str]
    metadata_path: str
    """Empty for a standard that has no metadata."""

    def rename_file(self, path: str, name: str) -> None:
        """Give another name to a file of the delivery, in the same folder."""
        self.files[posixpath.join(posixpath.dirname(path), name)] = self.files.pop(path)

    def edit_metadata(self, xpath: str, text: str | None) -> None:
        """Replace the text of elements of the metadata, or remove them (prefixes gmd, gco, gmx, xlink)."""
        self.files[self.metadata_path] = edited(self.files[self.metadata_path], xpath, text)

    def write(self, folder: Path, progress: Progress | None = None) -> Path:
        """Write the delivery in a folder. Returns its root folder. Raises SmicaError, CancelledError."""
        progress = progress or SilentProgress()
        progress.phase("Écriture de la livraison", len(self.tables))
        root = folder / self.name
        for name in ("", *self.folders):
            (root / name).mkdir(parents=True, exist_ok=True)
        for path, content in self.files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for done, table in enumerate(self.tables.values(), 1):
            stop_if_cancelled(progress)
            write_table(table, root)
            progress.advance(done)
        return root


def write_delivery(model: DocumentModel, folder: Path, request: DeliveryRequest | None = None) -> Path:
    """Write a delivery that conforms to a model. Returns its root folder.

    Raises InvalidModelError when the model is of no known family or asks for what is not understood.
    """
    return invent_delivery(model, request).write(folder)


def invent_delivery(model: DocumentModel, request: DeliveryRequest | None = None) -> InventedDelivery:
    """Make a delivery in memory: the same for the same model and the same request."""
    request = request or DeliveryRequest()
    generator = np.random.default_rng(request.seed)
    zones_wanted = zones_for(request.objects)
    communes = min(MOST_COMMUNES, max(FEWEST_COMMUNES, zones_wanted // ZONES_OF_A_COMMUNE))
    family = family_of(model)
    document = family.invent(model, communes)
    cells = cells_for(zones_wanted)
    territory = make_territory(cells, max(1, len(document.communes)), generator)
    zones = make_zones(territory, zones_wanted - cells, request.multiparts, generator)
    pieces = family.pieces(document, request.objects, request.complete)
    ground = Ground(territory, zones, request.objects, request.seed)
    contents = family.tables(document, ground, pieces, request.complete)
    tables = {}
    for file in model.files:
        if file.type is FileType.TABLE and file.table is not None:
            tables[file.name] = contents.table(file, file.table)
            tables[file.name].format = _format(request, file.name, tables[file.name].format)
    follow_references(model, tables)
    files = {piece.path: pdf(piece.title, document.territory) for piece in pieces}
    metadata = document.record.file if any(file.type is FileType.METADATA for file in model.files) else ""
    box = geographic_box(territory.bounds, "EPSG:2154") if metadata else None
    if metadata:
        files[metadata] = metadata_xml(document, box)
    wanted = folders(document, complete=request.complete)
    return InventedDelivery(document.folder, document, tables, files, wanted, metadata)


def zip_folder(root: Path, archive: Path, comment: bytes = b"") -> Path:
    """Put a folder, itself included, in a zip whose bytes depend on the content (and the comment) alone."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.comment = comment
        for path in sorted(root.rglob("*")):
            relative = path.relative_to(root.parent).as_posix()
            entry = zipfile.ZipInfo(f"{relative}/" if path.is_dir() else relative, _ZIP_DATE)
            entry.external_attr = (0o40755 if path.is_dir() else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            if path.is_dir():
                target.writestr(entry, b"")
                continue
            entry.file_size = path.stat().st_size  # tells a file of more than 2 GB in time
            with path.open("rb") as source, target.open(entry, "w") as stream:
                shutil.copyfileobj(source, stream, _CHUNK)
    return archive


def _format(request: DeliveryRequest, table: str, usual: str) -> str:
    wanted = request.formats.get(table, usual)
    if wanted not in FORMATS:
        message = f"Le format « {wanted} » n'est pas connu. Formats connus : {', '.join(FORMATS)}."
        raise InvalidModelError(message)
    return wanted
