"""The real plan and the real parcels of the corpus, put in a store."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from osgeo import gdal, ogr

from smica_qgis.core.cadastre.parcel_parser import parse_parcel
from smica_qgis.database.store import Store

DOCUMENT = "248000747_PLUi_20201109"
_TABLES = {
    "ZONE_URBA": ("urba_zone", ("libelle", "libelong", "typezone", "nomfic", "urlfic"), ogr.wkbMultiPolygon),
    **{
        f"{kind}_{shape}": (f"{table}_{shape.lower()}", ("libelle", "txt", code, f"s{code}", "nomfic", "urlfic"), wkb)
        for kind, table, code in (("PRESCRIPTION", "urba_prescription", "typepsc"), ("INFO", "urba_info", "typeinf"))
        for shape, wkb in (("SURF", ogr.wkbMultiPolygon), ("LIN", ogr.wkbMultiLineString), ("PCT", ogr.wkbMultiPoint))
    },
}


def fill(store: Store, corpus: Path, folder: Path) -> None:
    """Put the plan and the 6 394 parcels in a store, without a change."""
    columns = ("document_id", "idurba", "type", "territoire", "nom", "date_approbation", "source", "importe_le")
    row = (DOCUMENT, DOCUMENT, "PLUi", "248000747", "PLUi du Pays du Coquelicot", "2020-11-09", "livraison")
    store.insert("urba_document", columns, [(*row, "2026-01-01T00:00:00.000Z")])
    with zipfile.ZipFile(next((corpus / "plui_248000747").glob("*.zip"))) as archive:
        archive.extractall(folder)
    for path in sorted(folder.rglob("*.shp")):
        table, names, kind = _TABLES[path.stem.removeprefix("248000747_").rpartition("_")[0]]
        store.insert(table, ("document_id", *names, "geom"), _rows(path, names, kind))
    store.insert("cad_parcelle", PARCEL_COLUMNS, _parcels(corpus / "parcels" / "parcelles_80016.gpkg"))


PARCEL_COLUMNS = ("idu14", "idu15", "insee", "prefixe", "section2", "numero4", "libelle", "source", "geom")


def _rows(path: Path, names: tuple[str, ...], kind: int) -> Iterator[tuple[object, ...]]:
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["ESRI Shapefile"])
    for feature in data.GetLayer(0):
        wkb = bytes(ogr.ForceTo(feature.GetGeometryRef().Clone(), kind).ExportToWkb(ogr.wkbNDR))
        yield (DOCUMENT, *(feature.GetField(name.upper()) for name in names), wkb)


def _parcels(path: Path) -> Iterator[tuple[object, ...]]:
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    for feature in data.GetLayer("parcelles"):
        parcel = parse_parcel(feature.GetField("ident"))
        wkb = bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR))
        yield (parcel.idu14, parcel.idu15, *parcel, parcel.label, "OPENADS", wkb)
