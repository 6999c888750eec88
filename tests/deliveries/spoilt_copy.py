"""A delivery in a folder, about to be spoilt: its files, and its tables by what the document model says of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from osgeo import gdal, ogr

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import ColumnModel, DocumentModel, FileModel, FileType, TableModel
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.synthetic.table import CSV, DBF, SHAPEFILE, SyntheticTable
from smica_qgis.geodata.synthetic.table_files import write_table

_TABLES = (".dbf", ".tab", ".gml", ".csv", ".gpkg")
_INTEGERS = (ogr.OFTInteger, ogr.OFTInteger64)
T = TypeVar("T")


class NotApplicable(Exception):  # noqa: N818 - no error: a mutation that has nothing to spoil here
    """There is nothing in this delivery that the mutation could spoil."""


@dataclass
class SpoiltTable:
    """A table read into memory. source: its main file; alter `content`, then `save`."""

    file: FileModel
    source: Path
    root: Path
    content: SyntheticTable

    @property
    def model(self) -> TableModel:
        assert self.file.table is not None
        return self.file.table

    @property
    def columns(self) -> list[ColumnModel]:
        """The columns of the model that the table has and that are not geometries."""
        return [column for column in self.model.columns if column.name in self.content.columns]

    def save(self) -> None:
        """Write the table in place of what it was read from."""
        self.delete()
        with gdal_silent():
            write_table(self.content, self.root)

    def delete(self) -> None:
        """Remove the files of the table."""
        for path in companions(self.source):
            path.unlink()

    def as_text(self, name: str) -> None:
        """Let a column of numbers hold any text, as a column badly typed would."""
        self.content.integers.discard(name)


@dataclass
class SpoiltCopy:
    """The copy. chance: decides where it is spoilt."""

    root: Path
    model: DocumentModel
    chance: random.Random

    def files(self, *suffixes: str) -> list[Path]:
        """The files, sorted: all, or those that end so."""
        found = sorted(path for path in self.root.rglob("*") if path.is_file())
        return [path for path in found if not suffixes or path.suffix.lower() in suffixes]

    def folders(self) -> list[Path]:
        return sorted(path for path in self.root.rglob("*") if path.is_dir())

    def one(self, among: Sequence[T]) -> T:
        """One of these, or NotApplicable."""
        if not among:
            raise NotApplicable
        return self.chance.choice(among)

    def table(
        self, wanted: Callable[[SpoiltTable], object] = lambda _table: True, *, spatial: bool = False
    ) -> SpoiltTable:
        """A table with rows that is as wanted, or NotApplicable. spatial: one with geometries."""
        places = list(self._places())
        self.chance.shuffle(places)
        for file, path in places:
            table = read_table(file, path, self.root)
            if table.content.rows and (not spatial or table.content.geometries) and wanted(table):
                return table
        raise NotApplicable

    def cell(self, wanted: Callable[[ColumnModel], object]) -> tuple[SpoiltTable, ColumnModel, int]:
        """A table, one of its columns that is as wanted, and a row."""
        table = self.table(lambda candidate: any(wanted(column) for column in candidate.columns))
        column = self.one([column for column in table.columns if wanted(column)])
        return table, column, self.row(table)

    def row(self, table: SpoiltTable) -> int:
        return self.chance.randrange(table.content.rows)

    def _places(self) -> Iterator[tuple[FileModel, Path]]:
        """The tables, each by the file model whose path is the longest, as the official tool takes them."""
        models = sorted((f for f in self.model.files if f.type is FileType.TABLE), key=lambda f: -len(f.path))
        for path in self.files(*_TABLES):
            name = path.relative_to(self.root).with_suffix("").as_posix()
            for file in models:
                if file.table is not None and compile_java(file.path, ignore_case=True).fullmatch(name):
                    yield file, path
                    break


def companions(path: Path) -> list[Path]:
    """The files that go with the main file of a table, itself included."""
    return sorted(other for other in path.parent.iterdir() if other.is_file() and other.stem == path.stem)


def read_table(file: FileModel, path: Path, root: Path) -> SpoiltTable:
    """Read a table with GDAL. A table that GDAL cannot read is NotApplicable."""
    suffix = path.suffix.lower().lstrip(".")
    shapes = path.with_suffix(".shp")
    form = SHAPEFILE if suffix == DBF and shapes.exists() else suffix
    source = shapes if form == SHAPEFILE else path
    options = {DBF: ["ENCODING=UTF-8"], CSV: ["AUTODETECT_TYPE=NO", "KEEP_GEOM_COLUMNS=NO"]}.get(form, [])
    with gdal_silent():
        dataset = gdal.OpenEx(str(source), gdal.OF_VECTOR, open_options=options)
        layer = dataset.GetLayer(0) if dataset is not None else None
        if layer is None:
            raise NotApplicable
        content = _content(layer, file, path.relative_to(root).with_suffix("").as_posix(), form)
    del layer, dataset
    return SpoiltTable(file, path, root, content)


def _content(layer: Any, file: FileModel, path: str, form: str) -> SyntheticTable:  # noqa: ANN401 - no types in GDAL
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(rank) for rank in range(definition.GetFieldCount())]
    spatial = layer.GetGeomType() != ogr.wkbNone
    columns: dict[str, list[str | None]] = {field.GetName(): [] for field in fields}
    geometries: list[bytes | None] = []
    for feature in layer:
        for rank, values in enumerate(columns.values()):
            values.append(feature.GetFieldAsString(rank) if feature.IsFieldSetAndNotNull(rank) else None)
        geometry = feature.GetGeometryRef()
        geometries.append(bytes(geometry.ExportToWkb(ogr.wkbNDR)) if geometry is not None else None)
    return SyntheticTable(
        name=file.name,
        path=path,
        format=form,
        columns=columns,
        geometries=geometries if spatial else None,
        widths={field.GetName(): field.GetWidth() for field in fields},
        integers={field.GetName() for field in fields if field.GetType() in _INTEGERS},
    )
