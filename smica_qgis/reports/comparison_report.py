"""What changed between two rounds, for programs (JSON) and for the map (GeoPackage)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osgeo import ogr, osr

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.validation.catalogue import RuleCatalogue
from smica_qgis.core.workflow.object_comparison import ComparedObject, ObjectFate
from smica_qgis.core.workflow.round_comparison import ComparedFinding, Fate
from smica_qgis.geodata.comparison.zone_changes import ZoneChanges
from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.reports.csv_and_json import write_json
from smica_qgis.reports.written_aside import written_aside

FATE_WORDS = {
    Fate.FIXED: "corrigé",
    Fate.STILL: "encore présent",
    Fate.NEW: "nouveau",
    Fate.RULE_NEW: "nouveau (règle changée)",
    Fate.RULE_DROPPED: "plus demandé (règle changée)",
}
OBJECT_WORDS = {
    ObjectFate.SAME: "identique",
    ObjectFate.CHANGED: "attributs changés",
    ObjectFate.MOVED: "géométrie changée",
    ObjectFate.ADDED: "ajouté",
    ObjectFate.REMOVED: "retiré",
}
_POINTS = ("objets_points", ogr.wkbMultiPoint)
_LINES = ("objets_lignes", ogr.wkbMultiLineString)
_SURFACES = ("objets_surfaces", ogr.wkbMultiPolygon)
_LAYERS = {
    ogr.wkbPoint: _POINTS,
    ogr.wkbMultiPoint: _POINTS,
    ogr.wkbLineString: _LINES,
    ogr.wkbMultiLineString: _LINES,
    ogr.wkbPolygon: _SURFACES,
    ogr.wkbMultiPolygon: _SURFACES,
}
_FINDING_FIELDS = ("sort", "niveau", "code", "message", "table", "attribut", "fichier", "objet", "cle")
_OBJECT_FIELDS = ("table", "sort", "attributs", "ligne_avant", "ligne_apres")
_ZONE_FIELDS = ("avant", "apres", "surface_m2")
_FINDINGS, _OBJECTS, _ZONES = "constats", "objets_sans_geometrie", "zonage_change"


@dataclass(frozen=True)
class ComparedTables:
    """The objects of a table of both rounds, with what they are compared from."""

    name: str
    before: ContentTable
    after: ContentTable
    objects: Sequence[ComparedObject]


@dataclass(frozen=True)
class ComparisonReport:
    """All that is written. about: procedure, rounds, standards; crs: authority and code of the geometries."""

    about: Mapping[str, object]
    findings: Sequence[ComparedFinding]
    tables: Sequence[ComparedTables]
    zones: ZoneChanges
    catalogue: RuleCatalogue
    crs: str
    notes: Sequence[str] = ()


def write_comparison_json(path: Path, report: ComparisonReport) -> None:
    """Write counts, findings and areas by TYPEZONE; objects as counts by table. Raises SmicaError."""
    counts = Counter(one.fate for one in report.findings)
    areas = [
        {"avant": before, "apres": after, "surface_m2": round(area, 1)}
        for (before, after), area in sorted(report.zones.areas.items())
    ]
    body = {
        **report.about,
        "constats": {FATE_WORDS[fate]: counts[fate] for fate in Fate},
        "objets": {table.name: _counted(table.objects) for table in report.tables},
        "zonage": areas,
        "remarques": list(report.notes),
        "liste": [dict(zip(_FINDING_FIELDS, _finding(one, report.catalogue))) for one in report.findings],
    }
    write_json(path, body)


def _counted(objects: Iterable[ComparedObject]) -> dict[str, int]:
    counts = Counter(one.fate for one in objects)
    return {OBJECT_WORDS[fate]: counts[fate] for fate in ObjectFate}


def _finding(one: ComparedFinding, catalogue: RuleCatalogue) -> tuple[str, ...]:
    finding = one.finding
    return (
        FATE_WORDS[one.fate],
        finding.level.value,
        finding.code,
        catalogue.message(finding),
        finding.file_model,
        finding.attribute,
        finding.file,
        finding.id or "",
        finding.key,
    )


def write_comparison_geopackage(path: Path, report: ComparisonReport) -> None:
    """Write the layers: findings, objects that changed (all but the same ones), ground that changed of type.

    Raises SmicaError.
    """
    with written_aside(path) as aside, gdal_messages() as said:
        try:
            _Writer(aside, report).write()
        except (RuntimeError, AttributeError) as error:  # GDAL gives None where it was not told to raise
            message = f"Le GeoPackage {path} ne peut pas être écrit : vérifiez le dossier et la place du disque."
            raise SmicaError(message, "; ".join([*said, str(error)])) from error


class _Writer:
    def __init__(self, path: Path, report: ComparisonReport) -> None:
        self._report = report
        self._dataset: Any = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        self._crs = osr.SpatialReference()
        self._crs.SetFromUserInput(report.crs)
        self._layers: dict[str, Any] = {}

    def write(self) -> None:
        """Write everything, then let the file go."""
        self._dataset.StartTransaction()
        for one in self._report.findings:
            self._add(_FINDINGS, ogr.wkbNone, _FINDING_FIELDS, _finding(one, self._report.catalogue), None)
        for table in self._report.tables:
            for compared in table.objects:
                if compared.fate is not ObjectFate.SAME:
                    self._add_object(table, compared)
        for patch in self._report.zones.patches:
            values = (patch.before, patch.after, patch.area)
            self._add(_ZONES, ogr.wkbMultiPolygon, _ZONE_FIELDS, values, patch.geometry)
        if not self._layers:  # QGIS refuses a file without any table
            self._layer(_FINDINGS, ogr.wkbNone, _FINDING_FIELDS)
        self._dataset.CommitTransaction()
        self._layers.clear()
        self._dataset = None

    def _add_object(self, table: ComparedTables, one: ComparedObject) -> None:
        source, row = (table.after, one.after) if one.after is not None else (table.before, one.before)
        wkb = source.geometries[row] if source.geometries is not None and row is not None else None
        before, after = (0 if number is None else number + 1 for number in (one.before, one.after))
        values = (table.name, OBJECT_WORDS[one.fate], ", ".join(one.attributes), before, after)
        name, kind = _OBJECTS, ogr.wkbNone
        if wkb is not None:
            name, kind = _LAYERS.get(int.from_bytes(wkb[1:5], "little"), (_OBJECTS, ogr.wkbNone))
        self._add(name, kind, _OBJECT_FIELDS, values, wkb if kind != ogr.wkbNone else None)

    def _add(
        self, name: str, kind: int, fields: Sequence[str], values: Sequence[str | float], wkb: bytes | None
    ) -> None:
        layer = self._layer(name, kind, fields)
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(values):
            if value not in ("", 0):
                feature.SetField(place, value)
        if wkb is not None:
            feature.SetGeometryDirectly(ogr.ForceTo(ogr.CreateGeometryFromWkb(wkb), kind))
        layer.CreateFeature(feature)

    def _layer(self, name: str, kind: int, fields: Sequence[str]) -> Any:  # noqa: ANN401 - GDAL publishes no types
        if name not in self._layers:
            layer = self._dataset.CreateLayer(name, None if kind == ogr.wkbNone else self._crs, kind)
            for field in fields:
                layer.CreateField(ogr.FieldDefn(field, _TYPES.get(field, ogr.OFTString)))
            self._layers[name] = layer
        return self._layers[name]


_TYPES = {"surface_m2": ogr.OFTReal, "ligne_avant": ogr.OFTInteger, "ligne_apres": ogr.OFTInteger}
