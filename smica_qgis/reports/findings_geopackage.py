"""The GeoPackage of findings: one layer for each kind of geometry, styled by level as soon as QGIS loads it.

The geometry is that of the fault itself when the finding has one, else that of the object. Names are French,
as the people who open it in QGIS read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from osgeo import gdal, ogr, osr

from smica_qgis.geodata.stored_styles import StoredStyle, store_styles
from smica_qgis.reports.place import place_of
from smica_qgis.reports.wording import FAMILY_WORDS, LEVEL_WORDS
from smica_qgis.reports.written_aside import written_aside

if TYPE_CHECKING:
    from smica_qgis.core.validation.finding import Finding
    from smica_qgis.core.validation.report import Report

STYLES = Path(__file__).resolve().parents[1] / "styles" / "findings"
WITHOUT_GEOMETRY = "constats_sans_geometrie"
# Dimension of a geometry → its layer and the type of the layer.
LAYERS = {
    0: ("constats_points", ogr.wkbMultiPoint),
    1: ("constats_lignes", ogr.wkbMultiLineString),
    2: ("constats_surfaces", ogr.wkbMultiPolygon),
}
FIELDS = (
    "famille",
    "niveau",
    "code",
    "intitule",
    "message",
    "table",
    "attribut",
    "fichier",
    "ligne",
    "valeur",
    "attendu",
    "remede",
    "paragraphe",
    "cle",
)
LONGEST_TEXT = 2_000
_CHUNK = 2_000  # findings whose geometries are held at once
# A write-ahead log could be left beside the file. Nobody sees the file before it is renamed: no need to sync.
_SQLITE = {"OGR_SQLITE_JOURNAL": "DELETE", "OGR_SQLITE_SYNCHRONOUS": "OFF"}


def write_findings_geopackage(report: Report, path: Path) -> None:
    """Write the findings with their geometries, in the CRS of the layers.

    Raises SmicaError when the path cannot be written.
    """
    with written_aside(path) as aside:
        aside.touch()  # the system says better than GDAL why a folder cannot be written
        aside.unlink()
        saved = {name: gdal.GetThreadLocalConfigOption(name) for name in _SQLITE}
        try:
            for name, value in _SQLITE.items():
                gdal.SetThreadLocalConfigOption(name, value)
            _Writer(report, aside).write()
        except RuntimeError as error:  # how GDAL fails where exceptions are on
            raise OSError(str(error)) from error
        finally:
            for name, value in saved.items():
                gdal.SetThreadLocalConfigOption(name, value)


class _Writer:
    """One GeoPackage while it is written."""

    def __init__(self, report: Report, path: Path) -> None:
        self._report = report
        self._layers: dict[str, Any] = {}
        self._dataset = _made(gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown))
        self._crs = _crs(report.geometries.crs or report.header.crs)
        files = {table.file_model: table.file for table in report.tables}
        several = {t.file_model for t in report.tables if files[t.file_model] != t.file}
        self._read = {table.file for table in report.tables}
        self._file_of_model = {model: file for model, file in files.items() if model not in several}

    def write(self) -> None:
        """Write all findings, in their order, then the styles; close the file whatever happens."""
        try:
            _done(self._dataset.StartTransaction())
            for chunk in _chunks(self._report.findings):
                wkb = self._object_geometries(chunk)
                for finding in chunk:
                    self._add(finding, _geometry(finding, wkb.get((self._file(finding), finding.row))))
            if not self._layers:
                self._layer(WITHOUT_GEOMETRY, ogr.wkbNone)  # QGIS refuses a file without any table
            self._add_styles()
            _done(self._dataset.CommitTransaction())
            self._dataset.FlushCache()
        finally:
            self._layers.clear()
            self._dataset = None

    def _object_geometries(self, findings: list[Finding]) -> dict[tuple[str, int | None], bytes]:
        """WKB of the objects of the findings that have no geometry of their own, by file and row."""
        rows: dict[str, set[int]] = {}
        for finding in findings:
            if finding.row is not None and not finding.geometry:
                rows.setdefault(self._file(finding), set()).add(finding.row)
        return {
            (file, row): wkb
            for file, of_file in rows.items()
            for row, wkb in self._report.geometries.wkb_of(file, sorted(of_file)).items()
        }

    def _file(self, finding: Finding) -> str:
        """The table of the row: findings about a whole table only name its model when it is one file."""
        return finding.file if finding.file in self._read else self._file_of_model.get(finding.file_model, finding.file)

    def _add(self, finding: Finding, geometry: Any) -> None:  # noqa: ANN401 - GDAL publishes no types
        if geometry is None:
            layer = self._layer(WITHOUT_GEOMETRY, ogr.wkbNone)
        else:
            layer = self._layer(*LAYERS[geometry.GetDimension()])
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(self._values(finding)):
            if value not in ("", 0):
                feature.SetField(index, value)
        if geometry is not None:
            feature.SetGeometryDirectly(geometry)
        _done(layer.CreateFeature(feature))

    def _values(self, finding: Finding) -> tuple[str | int, ...]:
        """The values of FIELDS."""
        rule = self._report.catalogue[finding.code]
        place = place_of(finding, self._report.catalogue, LONGEST_TEXT)
        return (
            FAMILY_WORDS[finding.family],
            LEVEL_WORDS[finding.level][0],
            finding.code,
            rule.title,
            place.message,
            place.table,
            place.attribute,
            place.file,
            place.line,
            place.value,
            place.expected,
            self._report.catalogue.remedy(finding),
            rule.paragraph,
            finding.key,
        )

    def _layer(self, name: str, geometry_type: int) -> Any:  # noqa: ANN401
        """The layer of that name, made when its first finding comes: empty ones would only clutter."""
        if name not in self._layers:
            crs = None if geometry_type == ogr.wkbNone else self._crs
            layer = _made(self._dataset.CreateLayer(name, crs, geometry_type))
            for field in FIELDS:
                kind = ogr.OFTInteger if field == "ligne" else ogr.OFTString
                _done(layer.CreateField(ogr.FieldDefn(field, kind)))
            self._layers[name] = layer
        return self._layers[name]

    def _add_styles(self) -> None:
        """The table in which QGIS looks for the style of a layer that it loads."""
        styled = [name for name, _ in LAYERS.values() if name in self._layers]
        if not styled:
            return
        store_styles(
            self._dataset,
            (
                StoredStyle(
                    name, "niveaux", (STYLES / f"{name}.qml").read_text(encoding="utf-8"), "Constats par niveau"
                )
                for name in styled
            ),
        )


def _geometry(finding: Finding, wkb: bytes | None) -> Any:  # noqa: ANN401
    """The geometry of the fault itself, else that of the object, as a 2D multi geometry, or None."""
    geometry = None
    try:
        if finding.geometry:
            geometry = ogr.CreateGeometryFromWkt(finding.geometry)
        elif wkb:
            geometry = ogr.CreateGeometryFromWkb(wkb)
    except RuntimeError:  # a text that is no geometry, where exceptions are on: the finding stays, without
        return None
    if geometry is None or geometry.IsEmpty():
        return None
    geometry.FlattenTo2D()
    return _as_multi(geometry)


def _as_multi(geometry: Any) -> Any:  # noqa: ANN401
    """The parts of the highest dimension as one multi geometry: two areas often intersect in a collection."""
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry()
    dimension = geometry.GetDimension()
    multi = ogr.Geometry(LAYERS[dimension][1])
    for part in _parts(geometry):
        if part.GetDimension() == dimension:
            multi.AddGeometry(part)
    return None if multi.IsEmpty() else multi


def _parts(geometry: Any) -> Iterator[Any]:  # noqa: ANN401
    """The points, lines and polygons of a geometry, whatever holds them."""
    if geometry.GetGeometryType() in (ogr.wkbPoint, ogr.wkbLineString, ogr.wkbPolygon):
        yield geometry
        return
    for index in range(geometry.GetGeometryCount()):
        yield from _parts(geometry.GetGeometryRef(index))


def _crs(name: str) -> Any:  # noqa: ANN401
    """The CRS of that name with x before y, or None: QGIS then asks."""
    crs = osr.SpatialReference()
    try:
        if not name or crs.SetFromUserInput(name) != ogr.OGRERR_NONE:
            return None
    except RuntimeError:
        return None
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def _chunks(findings: list[Finding]) -> Iterator[list[Finding]]:
    remaining = iter(findings)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _made(thing: Any) -> Any:  # noqa: ANN401
    """What GDAL gave. Raises OSError when it gave nothing, which is how it fails where exceptions are off."""
    if thing is None:
        raise OSError(gdal.GetLastErrorMsg())
    return thing


def _done(code: int) -> None:
    if code != ogr.OGRERR_NONE:
        raise OSError(gdal.GetLastErrorMsg())
