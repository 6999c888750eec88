"""Opening a vector file of a delivery: always with the driver of its extension, and from the working copy.

A `.gml` that is really a VRT would read files elsewhere (design §6); a seamless MapInfo table too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_options
from smica_qgis.geodata.tables.file_damage import shapefile_damage

DRIVERS = {".dbf": "ESRI Shapefile", ".tab": "MapInfo File", ".gml": "GML", ".gpkg": "GPKG"}
_SEAMLESS = re.compile(rb"seamless|\btype\s+(?!native|dbf)\w+", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LOOKED_AT = 65536


@dataclass
class VectorFile:
    """An open vector file. damage: French reason why it is known to be incomplete, or empty."""

    path: Path
    driver: str
    dataset: gdal.Dataset
    damage: str = ""

    def layers(self) -> list[ogr.Layer]:
        """Its layers in the file's order."""
        return [self.dataset.GetLayer(i) for i in range(self.dataset.GetLayerCount())]

    def close(self) -> None:
        """Let the file go."""
        self.dataset = None


def open_vector_file(path: Path, charset: str) -> VectorFile:
    """Open a file of a working copy. charset: declared one (Java name), only used for DBF.

    Raises UnreadableFileError, in French, with what GDAL said as details.
    """
    driver = DRIVERS[path.suffix.lower()]
    _refuse_disguises(path, driver)
    damage = shapefile_damage(path) if driver == "ESRI Shapefile" else ""
    with gdal_messages() as said, gdal_options(GML_FIELDTYPES="ALWAYS_STRING"):
        try:
            dataset = gdal.OpenEx(
                str(path),
                gdal.OF_VECTOR | gdal.OF_READONLY,
                allowed_drivers=[driver],
                open_options=_open_options(path, driver, charset),
            )
        except RuntimeError as error:
            said.append(str(error))
            dataset = None
    if dataset is None or dataset.GetLayerCount() == 0:
        message = f"Le fichier {path.name} ne peut être ouvert comme {_kind(path)}"
        reason = damage or "contenu illisible ou d'un autre format"
        raise UnreadableFileError(f"{message} : {reason}.", "; ".join(said))
    return VectorFile(path, driver, dataset, damage)


def _open_options(path: Path, driver: str, charset: str) -> list[str]:
    if driver == "ESRI Shapefile":
        # Without recoding the bytes come raw: UTF-8 is proved by trying, as the official tool does (pipeline §4).
        return ["ENCODING=ISO-8859-1" if charset == "ISO-8859-1" else "ENCODING="]
    if driver == "GML":
        # Neither a schema from the network nor one from elsewhere on the disk: only the one beside the file.
        schema = path.with_suffix(".xsd")
        return ["DOWNLOAD_SCHEMA=NO", f"XSD={schema}"] if schema.exists() else ["DOWNLOAD_SCHEMA=NO"]
    return []


def _kind(path: Path) -> str:
    return {".dbf": "table DBF ou Shapefile", ".tab": "table MapInfo", ".gml": "GML", ".gpkg": "GeoPackage"}[
        path.suffix.lower()
    ]


def _refuse_disguises(path: Path, driver: str) -> None:
    """Files that would make GDAL read elsewhere. Raises UnreadableFileError."""
    try:
        with path.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
    except OSError as error:
        message = f"Le fichier {path.name} ne peut être lu."
        raise UnreadableFileError(message, str(error)) from error
    if driver == "MapInfo File" and _SEAMLESS.search(start):
        message = (
            f"Le fichier {path.name} est une table MapInfo qui renvoie à d'autres fichiers : elle n'est pas ouverte."
        )
        raise UnreadableFileError(message)
    if driver == "GML" and _DOCTYPE.search(start):
        message = f"Le fichier {path.name} contient des entités XML, qui ne sont pas admises : il n'est pas ouvert."
        raise UnreadableFileError(message)


def longest_text(source: VectorFile, layer: ogr.Layer) -> int:
    """The longest text of a GeoPackage layer, in characters; 0 for an empty one."""
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    names = [f.GetName().replace('"', '""') for f in fields if f.GetType() == ogr.OFTString]
    if not names:
        return 0
    table = layer.GetName().replace('"', '""')
    columns = ", ".join(f'max(length("{name}"))' for name in names)
    answer = source.dataset.ExecuteSQL(f'SELECT {columns} FROM "{table}"')  # noqa: S608 - names quoted above
    if answer is None:
        return 0
    feature = answer.GetNextFeature()
    lengths = [feature.GetField(i) or 0 for i in range(len(names))] if feature is not None else [0]
    source.dataset.ReleaseResultSet(answer)
    return int(max(lengths))
