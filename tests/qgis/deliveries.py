"""Deliveries for the tests: one that conforms to a bundled model, and handles to break one thing of it.

    delivery = conformant("cnig_PLU_2017", tmp_path)
    delivery.set_cell("ZONE_URBA", 0, "LIBELLE", "far too long a name")
    report = validated(delivery.root)

Every handle writes at once. Rows are counted from 0.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from osgeo import ogr

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.validation.report import Report
from smica_qgis.geodata.delivery_writer import (
    DeliveryRequest,
    InventedDelivery,
    invent_delivery,
    zip_folder,
)
from smica_qgis.geodata.synthetic.table import SyntheticTable
from smica_qgis.geodata.synthetic.table_files import write_table
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery


def conformant(model_name: str, folder: Path, **changes: Any) -> ConformantDelivery:  # noqa: ANN401
    """Write a delivery that conforms to a bundled model in a folder. changes: fields of DeliveryRequest."""
    model = bundled_registry().load(model_name)
    return ConformantDelivery(invent_delivery(model, DeliveryRequest(**changes)), folder)


def validated(path: Path, standard: str = "", **more: Any) -> Report:  # noqa: ANN401
    """Validate a delivery and close it. more: other fields of ValidationRequest."""
    report = validate_delivery(ValidationRequest(path=str(path), standard=standard, **more))
    report.geometries.close()
    return report


class ConformantDelivery:
    """A delivery on the disk. root: its root folder; invented: what it was written from."""

    def __init__(self, invented: InventedDelivery, folder: Path) -> None:
        self.invented = invented
        self.root = invented.write(folder)

    @property
    def name(self) -> str:
        return self.invented.name

    def table(self, name: str) -> SyntheticTable:
        return self.invented.tables[name]

    def table_path(self, name: str) -> Path:
        """Return the main file of a table: the .dbf of a shapefile."""
        return self.root / self.table(name).main_file

    def piece(self, ending: str) -> Path:
        """Return the written piece whose path ends so."""
        (path,) = [path for path in self.invented.files if path.endswith(ending)]
        return self.root / path

    @property
    def metadata_path(self) -> Path:
        return self.root / self.invented.metadata_path

    # ------------------------------------------------------------------------------------------- tables

    def set_cell(self, table: str, row: int, column: str, value: str | None) -> None:
        self.table(table).columns[column][row] = value
        self.write_table(table)

    def set_column(self, table: str, column: str, value: str | None) -> None:
        """Give every row the same value; a column that is not there is added at the end."""
        self.table(table).columns[column] = [value] * self.table(table).rows
        self.write_table(table)

    def drop_column(self, table: str, column: str) -> None:
        del self.table(table).columns[column]
        self.write_table(table)

    def add_row(self, table: str, like: int, **values: str | None) -> int:
        """Repeat a row at the end, geometry included, with other values in some columns."""
        row = self.table(table).add_row(like)
        for column, value in values.items():
            self.table(table).columns[column][row] = value
        self.write_table(table)
        return row

    def keep_rows(self, table: str, count: int) -> None:
        """Keep the first rows only, none for 0."""
        for values in self.table(table).columns.values():
            del values[count:]
        del (self.table(table).geometries or [])[count:]
        self.write_table(table)

    def set_geometry(self, table: str, row: int, wkt: str | None) -> None:
        geometry = ogr.CreateGeometryFromWkt(wkt) if wkt else None
        assert (geometry is None) == (wkt is None), wkt
        geometries = self.table(table).geometries
        assert geometries is not None, table
        geometries[row] = bytes(geometry.ExportToWkb()) if geometry else None
        self.write_table(table)

    def rename_table(self, table: str, path: str) -> None:
        """Give a table another path (relative, without extension)."""
        self.remove_table(table)
        self.table(table).path = path
        self.write_table(table)

    def remove_table(self, table: str) -> None:
        """Remove the files of a table, companions included."""
        path = self.root / self.table(table).path
        for file in path.parent.glob(f"{path.name}.*"):
            file.unlink()

    def write_table(self, table: str) -> None:
        """Write a table again after changes to `table(name)` (format, encoding, crs, columns…)."""
        self.remove_table(table)
        write_table(self.table(table), self.root)

    # -------------------------------------------------------------------------------- files and metadata

    def add_file(self, path: str, content: bytes = b"") -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        return target

    def remove(self, path: Path) -> None:
        """Remove a file or a folder."""
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def rename(self, path: Path, name: str) -> Path:
        """Give another name to a file or a folder; a path moves it inside the delivery."""
        target = path.with_name(name) if "/" not in name else self.root / name
        return path.rename(target)

    def edit_metadata(self, xpath: str, text: str | None) -> None:
        """Replace the text of elements or remove them; prefixes gmd, gco, gmx, xlink."""
        self.invented.edit_metadata(xpath, text)
        self.metadata_path.write_bytes(self.invented.files[self.invented.metadata_path])

    # ------------------------------------------------------------------------------------- other forms

    def zipped(self, folder: Path | None = None) -> Path:
        """Zip the delivery with its root folder, beside it or in a folder."""
        return zip_folder(self.root, (folder or self.root.parent) / f"{self.name}.zip")

    def geopackage(self, target: Path) -> Path:
        """Copy every table into one GeoPackage, under the name of its file model."""
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(target))
        for table in self.invented.tables.values():
            source = ogr.Open(str(self.root / table.main_file))
            assert dataset.CopyLayer(source.GetLayer(0), table.name) is not None, table.name
        del dataset
        return target
