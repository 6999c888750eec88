"""The overview of the procedures, as a table and as a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from osgeo import ogr, osr

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.workflow.overview import COLUMNS, ListedProcedure
from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.reports.csv_and_json import write_csv
from smica_qgis.reports.written_aside import written_aside


def write_procedures_csv(path: Path, listed: Sequence[ListedProcedure]) -> None:
    """Write the overview as a table. Raises SmicaError."""
    write_csv(path, COLUMNS, (one.cells() for one in listed))


def write_procedures_map(
    path: Path, listed: Sequence[ListedProcedure], grounds: Mapping[str, bytes], srid: int
) -> None:
    """Write the overview as a layer. grounds: territory → WKB, where known; srid: EPSG code. Raises SmicaError."""
    with written_aside(path) as aside, gdal_messages() as said:
        try:
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(aside))
            crs = osr.SpatialReference()
            crs.ImportFromEPSG(srid)
            layer = dataset.CreateLayer("procedures", crs, ogr.wkbMultiPolygon)
            for name in COLUMNS:
                kind = ogr.OFTInteger if name in ("tour", "age_jours", "en_retard") else ogr.OFTString
                layer.CreateField(ogr.FieldDefn(name, kind))
            for one in listed:
                feature = ogr.Feature(layer.GetLayerDefn())
                for place, value in enumerate(one.cells()):
                    feature.SetField(place, value)
                wkb = grounds.get(one.procedure.territory)
                if wkb is not None:
                    feature.SetGeometryDirectly(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(wkb)))
                layer.CreateFeature(feature)
            layer = dataset = None  # the file is written when its last reference goes
        except (RuntimeError, AttributeError) as error:  # GDAL gives None where it was not told to raise
            message = f"Le GeoPackage {path} ne peut pas être écrit : vérifiez le dossier et la place du disque."
            raise SmicaError(message, "; ".join([*said, str(error)])) from error
