"""One table of an invented delivery, in columns, before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.geodata.synthetic.column_values import Columns

SHAPEFILE, DBF, GEOPACKAGE, CSV, MAPINFO, GML = "shp", "dbf", "gpkg", "csv", "tab", "gml"
FORMATS = (SHAPEFILE, DBF, GEOPACKAGE, CSV, MAPINFO, GML)


@dataclass
class SyntheticTable:
    """Meant to be altered before it is written.

    path: relative to the root folder, without extension. columns: name → one text or None per row.
    geometries: WKB per row (None: no geometry), or None for a table without geometry. widths: characters of
    the fields that the model limits. encoding: of the texts as stored. crs: EPSG code said by the file.
    geometry_type: code of OGR of the layer of a Shapefile, that of its first geometry when it is not given.
    """

    name: str
    path: str
    format: str
    columns: Columns
    geometries: list[bytes | None] | None = None
    widths: dict[str, int] = field(default_factory=dict)
    integers: set[str] = field(default_factory=set)
    encoding: str = "UTF-8"
    crs: int = 2154
    geometry_type: int | None = None

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(next(iter(self.columns.values()), self.geometries or ()))

    @property
    def main_file(self) -> str:
        """Path of the file that the document model names: the .dbf of a shapefile."""
        return f"{self.path}.{DBF if self.format == SHAPEFILE else self.format}"

    def add_row(self, like: int) -> int:
        """Repeat a row, geometry included, at the end. Returns the number of the new row."""
        for values in self.columns.values():
            values.append(values[like])
        if self.geometries is not None:
            self.geometries.append(self.geometries[like])
        return self.rows - 1
