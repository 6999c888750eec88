"""Opening a vector file of a delivery: always with the driver of its extension, and from the working copy.

A `.gml` that is really a VRT would read files elsewhere (design §6); a seamless MapInfo table too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from osgeo import gdal, ogr

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_options, gdal_silent
from smica_qgis.geodata.tables.file_damage import shapefile_damage
from smica_qgis.geodata.tables.geopackage_objects import computed_tables
from smica_qgis.geodata.tables.outside_reads import refuse_entities, refuse_linked_tables, schema_alone

DRIVERS = {".dbf": "ESRI Shapefile", ".tab": "MapInfo File", ".gml": "GML", ".gpkg": "GPKG"}


@dataclass
class VectorFile:
    """An open vector file. damage: French reason why it is known to be incomplete, or empty.

    computed: lower-case name → French reason, for the layers that are not to be read.
    """

    path: Path
    driver: str
    dataset: gdal.Dataset
    damage: str = ""
    computed: Mapping[str, str] = field(default_factory=dict)

    def layers(self) -> list[ogr.Layer]:
        """Its layers in the file's order."""
        return [self.dataset.GetLayer(i) for i in range(self.dataset.GetLayerCount())]

    def layer(self, name: str) -> ogr.Layer:
        """The layer of that name, the first one for an empty name. Raises UnreadableFileError."""
        with gdal_silent():
            found = self.dataset.GetLayerByName(name) if name else self.dataset.GetLayer(0)
        if found is None:
            message = f"La couche {name} n'est pas dans le fichier {self.path.name}."
            raise UnreadableFileError(message)
        reason = self.computed.get(found.GetName().lower())
        if reason is not None:
            message = f"La couche {found.GetName()} du fichier {self.path.name} ne contient pas ses données : {reason}."
            raise UnreadableFileError(message)
        return found

    def close(self) -> None:
        """Let the file go."""
        self.dataset = None


def open_vector_file(path: Path, charset: str) -> VectorFile:
    """Open a file of a working copy. charset: declared one (Java name), only used for DBF.

    Raises UnreadableFileError, in French, with what GDAL said as details.
    """
    driver = DRIVERS[path.suffix.lower()]
    try:
        options, computed = _open_options(path, driver, charset), {}
        if driver == "MapInfo File":
            refuse_linked_tables(path)
        elif driver == "GML":
            refuse_entities(path)
        elif driver == "GPKG":
            computed = computed_tables(path)
        damage = shapefile_damage(path) if driver == "ESRI Shapefile" else ""
    except OSError as error:
        message = f"Le fichier {path.name} ne peut être lu."
        raise UnreadableFileError(message, str(error)) from error
    with gdal_messages() as said, gdal_options(GML_FIELDTYPES="ALWAYS_STRING"):
        try:
            dataset = gdal.OpenEx(
                str(path),
                gdal.OF_VECTOR | gdal.OF_READONLY,
                allowed_drivers=[driver],
                open_options=options,
            )
        except RuntimeError as error:
            said.append(str(error))
            dataset = None
    if dataset is None or dataset.GetLayerCount() == 0:
        message = f"Le fichier {path.name} ne peut être ouvert comme {_kind(path)}"
        reason = damage or "contenu illisible ou d'un autre format"
        raise UnreadableFileError(f"{message} : {reason}.", "; ".join(said))
    return VectorFile(path, driver, dataset, damage, computed)


def _open_options(path: Path, driver: str, charset: str) -> list[str]:
    if driver == "ESRI Shapefile":
        # Without recoding the bytes come raw: UTF-8 is proved by trying, as the official tool does (pipeline §4).
        return ["ENCODING=ISO-8859-1" if charset == "ISO-8859-1" else "ENCODING="]
    if driver == "GML":
        # Neither a schema from the network nor one from elsewhere on the disk: only the one beside the file.
        schema = schema_alone(path)
        return ["DOWNLOAD_SCHEMA=NO", f"XSD={schema}"] if schema is not None else ["DOWNLOAD_SCHEMA=NO"]
    return []


def _kind(path: Path) -> str:
    return {".dbf": "table DBF ou Shapefile", ".tab": "table MapInfo", ".gml": "GML", ".gpkg": "GeoPackage"}[
        path.suffix.lower()
    ]


def longest_text(source: VectorFile, layer: ogr.Layer) -> int:
    """The longest text of a GeoPackage layer, in characters; 0 for an empty one."""
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    names = [f.GetName().replace('"', '""') for f in fields if f.GetType() == ogr.OFTString]
    if not names:
        return 0
    table = layer.GetName().replace('"', '""')
    columns = ", ".join(f'max(length("{name}"))' for name in names)
    answer = source.dataset.ExecuteSQL(f'SELECT {columns} FROM "{table}"')  # noqa: S608  # nosec B608
    if answer is None:
        return 0
    feature = answer.GetNextFeature()
    lengths = [feature.GetField(i) or 0 for i in range(len(names))] if feature is not None else [0]
    source.dataset.ReleaseResultSet(answer)
    return int(max(lengths))
