"""A layer of a Shapefile, DBF, MapInfo, GML or GeoPackage file, read once into a `Table`.

The fast way is an Arrow stream; layers with types that only OGR can print (dates…) are read object by object.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import Any, TypeVar, Union

import numpy as np
from osgeo import ogr

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.table import WKT, Column, Table, merged
from smica_qgis.geodata.gdal_messages import gdal_messages, gdal_options, gdal_silent
from smica_qgis.geodata.geometry.column import ScannedGeometries
from smica_qgis.geodata.geometry.declared_crs import declared_crs
from smica_qgis.geodata.geometry.scan import GeometryScan
from smica_qgis.geodata.tables.field_text import text_in_feature, text_of_field
from smica_qgis.geodata.tables.table_bounds import check_columns, check_rows
from smica_qgis.geodata.tables.text_geometry import geometries_of_texts
from smica_qgis.geodata.tables.vector_file import VectorFile, longest_text

ROWS_AT_A_TIME = 1000
"""GDAL prepares memory for that many rows, however few a layer has, and a batch that stays small is read faster."""
_LONGEST_ARROW_TEXT = 4000
"""Arrow texts come as fixed-width arrays: one cell of 20 kB made 390 MB (facts: implementation_traps)."""
_ARROW_DRIVERS = ("ESRI Shapefile", "GPKG")
_RANDOM_ACCESS = ("ESRI Shapefile", "GPKG")
_STOPPED = re.compile("failed|past end|malformed", re.IGNORECASE)
"""What GDAL says, in English, when a file ends before its last object."""

RawText = Union[str, bytes, None]
_Item = TypeVar("_Item")


def read_vector_layer(
    source: VectorFile, layer: ogr.Layer, relative: str, *, name: str, crs: str, progress: Progress
) -> Table:
    """Read a layer. relative: path of the file in the delivery; name: layer name for multi-table files, else empty.

    crs: code of the validation, for places in CRS84. Raises CancelledError.
    """
    reader = _LayerReader(source, layer, progress)
    code, same = declared_crs(layer, source.path if source.driver == "ESRI Shapefile" else None, crs)
    with gdal_messages() as said, gdal_options(USE_OSR_FIND_MATCHES="NO"):  # the CRS is known: no need to look for it
        reader.read()
    columns, valid = reader.columns()
    header = tuple(column.name for column in columns)
    native = None
    if reader.spatial:
        header = (WKT, *header)
        columns = (Column(WKT, [None], array("I", bytes(4 * reader.rows))), *columns)
        native = ScannedGeometries(reader.scan, reader.wkb_of, crs)
    return Table(
        path=relative,
        layer=name,
        header=header,
        columns=columns,
        row_count=reader.rows,
        native_geometry=native,
        text_geometry=lambda column: geometries_of_texts(column, crs),
        encoding_valid=valid,
        declared_crs=code,
        same_crs=same,
        damage=reader.damage(said),
    )


class _LayerReader:
    """Reads values as raw texts with one code per row, and geometries into a scan."""

    def __init__(self, source: VectorFile, layer: ogr.Layer, progress: Progress) -> None:
        self.source = source
        self.layer = layer
        self.progress = progress
        definition = layer.GetLayerDefn()
        check_columns(definition.GetFieldCount(), source.path.name)
        self.fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        self.spatial = definition.GetGeomType() != ogr.wkbNone
        self.rows = 0
        self.scan = GeometryScan()
        self._index: list[defaultdict[Any, int]] = [numbering() for _ in self.fields]
        self._codes = [array("I") for _ in self.fields]
        self._fids = array("q")
        self._kept: list[bytes | None] = []
        self._raw: list[list[RawText]] = []
        self._stopped = False

    def read(self) -> None:
        """Read all rows, by Arrow when every type allows it."""
        printers = [text_of_field(field, self.source.driver) for field in self.fields]
        if self.source.driver in _ARROW_DRIVERS and all(printers) and self._arrow_is_safe():
            self._read_arrow()
            self._raw = [
                [None if value is None else printer(value) for value in index]  # type: ignore[misc]
                for index, printer in zip(self._index, printers)
            ]
            return
        self._read_features()
        self._raw = [list(index) for index in self._index]

    def _arrow_is_safe(self) -> bool:
        names = {field.GetName() for field in self.fields}
        if len(names) < len(self.fields) or names & {
            "OGC_FID",
            "fid",
            "wkb_geometry",
            self.layer.GetGeometryColumn(),
        }:
            return False
        if not _all_utf8(list(names)):
            return False  # numpy's reading of the stream ends the process on such a name
        return self.source.driver != "GPKG" or longest_text(self.source, self.layer) <= _LONGEST_ARROW_TEXT

    @cached_property
    def _announced(self) -> int:
        """How many rows the layer says it has; -1 when it cannot tell."""
        with gdal_silent():
            try:
                return int(self.layer.GetFeatureCount())
            except RuntimeError:
                return -1

    def _read_arrow(self) -> None:
        most = min(ROWS_AT_A_TIME, max(1, self._announced))
        stream = self.layer.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={most}"])
        names = [field.GetName() for field in self.fields]
        fid_name = self.layer.GetFIDColumn() or "OGC_FID"
        for batch in self._until_it_raises(stream):
            fids = batch[fid_name].tolist()
            for name, index, codes in zip(names, self._index, self._codes):
                _encode(batch[name], index, codes)
            self._fids.extend(fids)
            if self.spatial:
                self.scan.add(_geometries(batch, self.layer))
            self._advance(len(fids))

    def _read_features(self) -> None:
        keep = self.source.driver not in _RANDOM_ACCESS
        wkbs: list[bytes | None] = []
        self.layer.ResetReading()
        texts = [text_in_feature(field) for field in self.fields]
        for feature in self._until_it_raises(_features(self.layer)):
            for position, (text_of, index, codes) in enumerate(zip(texts, self._index, self._codes)):
                text = text_of(feature, position) if feature.IsFieldSetAndNotNull(position) else None
                codes.append(index[text])
            self._fids.append(feature.GetFID())
            if self.spatial:
                wkbs.append(_wkb(feature))
                if len(wkbs) == ROWS_AT_A_TIME:
                    self._scan_features(wkbs, keep=keep)
            if len(self._fids) - self.rows == ROWS_AT_A_TIME:
                self._advance(ROWS_AT_A_TIME)
        self._scan_features(wkbs, keep=keep)
        self._advance(len(self._fids) - self.rows)

    def _until_it_raises(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """What GDAL gives. Where another plugin told it to raise, what it cannot read ends the reading: it is said."""
        try:
            yield from items
        except RuntimeError:
            self._stopped = True

    def _scan_features(self, wkbs: list[bytes | None], *, keep: bool) -> None:
        self.scan.add(wkbs)
        if keep:
            self._kept.extend(wkbs)
        wkbs.clear()

    def _advance(self, count: int) -> None:
        self.rows += count
        check_rows(self.rows, self.source.path.name)
        self.progress.advance(self.rows)
        if self.progress.cancelled():
            raise CancelledError

    def wkb_of(self, row: int) -> bytes | None:
        """The geometry of a row: kept for the formats that only read forward, else read again."""
        if self._kept:
            return self._kept[row]
        try:
            feature = self.layer.GetFeature(self._fids[row])
        except RuntimeError:
            return None
        return _wkb(feature) if feature is not None else None

    def columns(self) -> tuple[tuple[Column, ...], bool]:
        """The columns as texts, and whether the text was in the declared charset (facts: pipeline §4)."""
        names: list[RawText] = [field.GetName() for field in self.fields]
        # One reading for the whole table, as the official tool does: not UTF-8 as soon as one cell is not.
        valid = all(map(_all_utf8, [names, *self._raw]))
        decode = _decoded if valid else _decoded_otherwise
        columns = tuple(
            merged(name, [decode(value) for value in raw], codes)
            for name, raw, codes in zip(distinct_names([decode(name) or "" for name in names]), self._raw, self._codes)
        )
        return columns, valid

    def damage(self, said: Sequence[str]) -> str:
        """Why the file could only be read in part, as GDAL says it while reading; empty when it is whole."""
        if self.source.damage:
            return self.source.damage
        if self.source.driver != "ESRI Shapefile" and self._announced > self.rows:
            return f"{self.rows} objets lus sur {self._announced} annoncés"
        self._stopped |= self.source.driver != "ESRI Shapefile" and any(map(_STOPPED.search, said))
        return f"la lecture s'est arrêtée après {self.rows} objets" if self._stopped else ""


def numbering() -> defaultdict[Any, int]:
    """A dictionary that gives each new key the next number, from 0, without a call to Python."""
    return defaultdict(count().__next__)


def _encode(values: Any, index: dict[Any, int], codes: array[int]) -> None:  # noqa: ANN401 - a numpy array, or masked
    """Give each value of a batch its code. A column of one value, which is common, needs no look at each row."""
    if len(values) == 0:  # an empty batch, of a layer that has no row left
        return
    first = values[:1].tolist()[0]
    same = (
        values.mask.all()
        if first is None
        else not isinstance(values, np.ma.MaskedArray) and (values == values[0]).all()
    )
    if same:
        codes.extend(array("I", [index[first]]) * len(values))
        return
    codes.extend(map(index.__getitem__, values.tolist()))


def _geometries(batch: dict[str, Any], layer: ogr.Layer) -> list[bytes | None]:
    name = layer.GetGeometryColumn() or "wkb_geometry"
    return [None if wkb is None else bytes(wkb) for wkb in batch[name].tolist()]


def _features(layer: ogr.Layer) -> Iterator[ogr.Feature]:
    feature = layer.GetNextFeature()
    while feature is not None:
        yield feature
        feature = layer.GetNextFeature()


def _wkb(feature: ogr.Feature) -> bytes | None:
    geometry = feature.GetGeometryRef()
    return bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)) if geometry is not None else None


def _all_utf8(values: Sequence[RawText]) -> bool:
    """A text that is not comes as bytes (Arrow), or with a lone surrogate for each byte (object by object)."""
    try:
        b"\n".join(value for value in values if isinstance(value, bytes)).decode("utf-8")
        "".join(value for value in values if isinstance(value, str)).encode("utf-8")
    except UnicodeError:
        return False
    return True


def _decoded(value: RawText) -> str | None:
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _decoded_otherwise(value: RawText) -> str | None:
    """ISO-8859-1: every sequence of bytes is one."""
    octets = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    return octets.decode("latin-1") if octets is not None else None


def distinct_names(names: Sequence[str]) -> list[str]:
    """Column names as ogr2ogr prints them: a repeated one, ignoring case, gets a number (LIBELLE, LIBELLE2)."""
    given = {name.upper() for name in names}
    out: list[str] = []
    taken: set[str] = set()
    for name in names:
        numbered = (f"{name}{number}" for number in count(2))
        fresh = name if name.upper() not in taken else next(n for n in numbered if n.upper() not in taken | given)
        taken.add(fresh.upper())
        out.append(fresh)
    return out


def layer_header(layer: ogr.Layer) -> tuple[str, ...]:
    """The column names of a layer, WKT first when it has geometries."""
    definition = layer.GetLayerDefn()
    names = tuple(str(definition.GetFieldDefn(i).GetName()) for i in range(definition.GetFieldCount()))
    return names if definition.GetGeomType() == ogr.wkbNone else (WKT, *names)
