"""Write described parcels where they are wanted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsFillSymbol, QgsMapLayer, QgsSingleSymbolRenderer, QgsVectorLayer

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.host.versions import plugin_version
from smica_qgis.operations.describe_parcels import DescribedParcels
from smica_qgis.reports.parcel_pdf import write_sheet_pdf
from smica_qgis.reports.parcel_tables import write_sheets_csv, write_sheets_geopackage, write_sheets_json

_UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")
_LONGEST_NAME = 80
_MAP_TABLES = {
    "cad_parcelle": {"style": "no", "outline_color": "#555555", "outline_width": "0.15"},
    "cad_batiment": {"color": "#d9d0c4", "outline_color": "#8c8378", "outline_width": "0.1"},
    "urba_zone": {"color": "#f4f1e6", "outline_color": "#a0522d", "outline_width": "0.5", "outline_style": "dash"},
}
"""Tables that make a plain map, topmost first, and how each is drawn."""


def write_tables(
    described: DescribedParcels, *, geopackage: Path | None = None, csv: Path | None = None, json: Path | None = None
) -> None:
    """Write the tables that are wanted. Raises SmicaError."""
    if geopackage is not None:
        srid = described.crs.postgisSrid()
        write_sheets_geopackage(geopackage, described.sheets, described.geometries, srid)
    if csv is not None:
        write_sheets_csv(csv, described.sheets)
    if json is not None:
        about = {
            "fait_le": dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
            "systeme": described.crs.authid(),
            "introuvables": described.not_found,
            "remarques": described.notes,
        }
        write_sheets_json(json, described.sheets, about)


def make_folder(folder: Path) -> None:
    """Make the folder of the PDFs. Raises SmicaError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Le dossier {folder} ne peut être créé : choisissez-en un autre."
        raise SmicaError(message, str(error)) from error


def write_pdfs(
    described: DescribedParcels, folder: Path, layers: Sequence[QgsMapLayer], progress: Progress | None = None
) -> list[Path]:
    """One PDF a sheet, named after its parcels. In the window's thread. Raises SmicaError, CancelledError."""
    progress = progress or SilentProgress()
    make_folder(folder)
    progress.phase("Écriture des PDF", len(described.sheets))
    written: list[Path] = []
    for place in range(len(described.sheets)):
        stop_if_cancelled(progress)
        path = folder / f"{_file_name(described.sheets[place].unit.key)}.pdf"
        if path in written:
            path = path.with_name(f"{path.stem}_{place + 1}.pdf")
        write_pdf(described, place, path, layers)
        written.append(path)
        progress.advance(place + 1)
    return written


def write_pdf(described: DescribedParcels, place: int, path: Path, layers: Sequence[QgsMapLayer]) -> None:
    """The PDF of one sheet. Raises SmicaError."""
    made = f"Fait le {dt.datetime.now().astimezone():%d/%m/%Y} avec SMICA QGIS {plugin_version()}."
    sheet, ground = described.sheets[place], described.geometries[place]
    told = replace(sheet, notes=(*sheet.notes, *described.notes))
    write_sheet_pdf(path, told, ground, layers, crs=described.crs, made=made)


def map_layers_of_store(address: str) -> list[QgsMapLayer]:
    """Layers of the store that make a map when the project has none, topmost first."""
    with open_store(address, read_only=True) as store:
        opened: list[QgsMapLayer] = []
        for table, drawing in _MAP_TABLES.items():
            place = store.layer(table)
            layer = QgsVectorLayer(place.uri, place.title, place.provider)
            if layer.isValid():
                layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(drawing)))
                opened.append(layer)
    return opened


def _file_name(key: str) -> str:
    name = _UNSAFE.sub("_", key).strip("_") or "parcelle"
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 3]}_etc"
