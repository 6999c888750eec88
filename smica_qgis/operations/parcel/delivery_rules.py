"""Rules from the tables of a delivery that was not published yet: what would apply if it were approved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.parcel.field_mapping import TableMapping, TableOrigin, object_name, recognise
from smica_qgis.core.parcel.rules import LoadedTable, Rule, Shape
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.validation.table import Table
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.geometry.column import ScannedGeometries
from smica_qgis.geodata.parcel.rule_layer import SHAPES, Reprojection, geometry_of_wkb, rule_layer
from smica_qgis.geodata.tables.vector_file import DRIVERS
from smica_qgis.operations.parcel.rule_source import RuleReading

_SHAPE_WORDS = {
    **dict.fromkeys(("SURF", "S", "URBA"), Shape.SURFACE),
    **dict.fromkeys(("LIN", "L"), Shape.LINE),
    **dict.fromkeys(("PCT", "P"), Shape.POINT),
}


class DeliveryRules:
    """See RuleSource. path: zip, folder or GeoPackage; crs: of its tables, `EPSG:2154` unless told."""

    def __init__(self, path: str, crs: str = "EPSG:2154", progress: Progress | None = None) -> None:
        self._path = path
        self._crs = crs
        self._progress = progress or SilentProgress()

    def read(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> RuleReading:
        """See RuleSource. Raises UnreadableDeliveryError, CancelledError."""
        reading = RuleReading()
        delivery = OpenedDelivery(self._path)
        try:
            reprojection = Reprojection(QgsCoordinateReferenceSystem(self._crs), crs)
            for table in self._tables(delivery, reading):
                self._add(reading, table, delivery.name, box, reprojection)
        finally:
            delivery.close()
        if not reading.loaded:
            reading.notes.append(
                f"La livraison {delivery.name} n'a aucune table de zones, de prescriptions, d'informations ou de "
                "servitudes : rien n'en est lu."
            )
        return reading

    def _tables(self, delivery: OpenedDelivery, reading: RuleReading) -> Iterator[Table]:
        for entry in delivery.entries:
            if entry.is_directory or f".{entry.extension.lower()}" not in DRIVERS:
                continue
            try:
                for layer in delivery.layers(entry.path):
                    name = layer if entry.extension.lower() in ("gpkg", "gml") else ""
                    if recognise(delivery.header(entry.path, name), Shape.SURFACE) is None:
                        continue
                    yield self._table(delivery, entry.path, name)
            except UnreadableFileError as error:
                reading.notes.append(error.message)

    def _table(self, delivery: OpenedDelivery, path: str, layer: str) -> Table:
        table = delivery.read_table(path, layer=layer, crs=self._crs, charset="UTF-8", progress=self._progress)
        if table.encoding_valid:
            return table
        return delivery.read_table(path, layer=layer, crs=self._crs, charset="ISO-8859-1", progress=self._progress)

    def _add(
        self, reading: RuleReading, table: Table, delivery: str, box: QgsRectangle, reprojection: Reprojection
    ) -> None:
        geometries = table.native_geometry
        if not isinstance(geometries, ScannedGeometries):
            return
        shapes = [geometry_of_wkb(geometries.wkb(row)) for row in range(table.row_count)]
        name = table.layer or PurePosixPath(table.path).stem
        mapping = _mapping(table, name, shapes)
        if mapping is None:
            return
        origin = f"livraison {delivery}"
        placed = [reprojection.forward(shape) for shape in shapes]
        wanted = [row for row, shape in enumerate(placed) if shape.boundingBox().intersects(box)]
        said = TableOrigin(name, origin, self._path)
        objects = ((*_said(table, row, mapping, said), placed[row]) for row in wanted)
        reading.layers.append(rule_layer(mapping.shape, name, objects))
        reading.loaded.append(LoadedTable(mapping.theme, mapping.shape, origin))


def _said(table: Table, row: int, mapping: TableMapping, origin: TableOrigin) -> tuple[Rule, str]:
    """The rule of a row and what names it."""
    values = {column.name.lower(): column.value(row) for column in table.columns}
    return mapping.rule(values, origin, {}), object_name(values, mapping, row + 1)


def _mapping(table: Table, name: str, shapes: list[QgsGeometry]) -> TableMapping | None:
    """The mapping of a table, by its columns and by what its first row is drawn with, else by its name."""
    kind = next((shape.type() for shape in shapes if not shape.isNull()), None)
    shape = SHAPES.get(kind) if kind is not None else _shape_of_name(name)
    return None if shape is None else recognise(table.header, shape)


def _shape_of_name(name: str) -> Shape | None:
    """An empty table says by its name what it would be drawn with: PRESCRIPTION_LIN, ASSIETTE_SUP_S."""
    parts = name.upper().split("_")
    return next((shape for part in reversed(parts) if (shape := _SHAPE_WORDS.get(part))), None)
