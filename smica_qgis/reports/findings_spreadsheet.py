"""What is left to mend, as a spreadsheet for the consultancy: one line a finding, and a column to answer in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osgeo import ogr

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.spreadsheet_cell import not_a_formula
from smica_qgis.core.validation.report import Report
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.geodata.gdal_messages import gdal_messages
from smica_qgis.reports.place import place_of
from smica_qgis.reports.wording import FAMILY_WORDS, LEVEL_WORDS
from smica_qgis.reports.written_aside import written_aside

COLUMNS = (
    "Depuis",
    "Famille",
    "Niveau",
    "Constat",
    "Message",
    "Table",
    "Attribut",
    "Fichier",
    "Ligne",
    "Valeur",
    "Attendu",
    "Comment corriger",
    "Paragraphe",
    "Clé",
    "Votre réponse",
)
FATES = {Fate.STILL: "tour précédent", Fate.NEW: "ce tour", Fate.RULE_NEW: "règle changée"}
_LONGEST = 2_000


def write_findings_spreadsheet(report: Report, path: Path, fates: Sequence[Fate]) -> None:
    """Write the findings of a report (.xlsx or .ods). fates: of each finding. Raises SmicaError."""
    kind = "ODS" if path.suffix.lower() == ".ods" else "XLSX"
    with written_aside(path) as aside, gdal_messages() as said:
        try:
            dataset = ogr.GetDriverByName(kind).CreateDataSource(str(aside))
            layer = dataset.CreateLayer("À corriger", None, ogr.wkbNone)
            for name in COLUMNS:
                layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger if name == "Ligne" else ogr.OFTString))
            for place, fate in enumerate(fates):
                feature = ogr.Feature(layer.GetLayerDefn())
                for column, value in enumerate(_cells(report, place, fate)):
                    if value not in ("", 0):
                        feature.SetField(column, not_a_formula(value) if isinstance(value, str) else value)
                layer.CreateFeature(feature)
            layer = dataset = None  # the file is written when its last reference goes
        except (RuntimeError, AttributeError) as error:  # GDAL gives None where it was not told to raise
            message = f"Le tableau {path} ne peut pas être écrit : vérifiez le dossier, et qu'il n'est pas ouvert."
            raise SmicaError(message, "; ".join([*said, str(error)])) from error


def _cells(report: Report, place: int, fate: Fate) -> tuple[str | int, ...]:
    finding = report.findings[place]
    rule = report.catalogue[finding.code]
    where = place_of(finding, report.catalogue, _LONGEST)
    return (
        FATES[fate],
        FAMILY_WORDS[finding.family],
        LEVEL_WORDS[finding.level][0],
        rule.title,
        where.message,
        where.table,
        where.attribute,
        where.file,
        where.line,
        where.value,
        where.expected,
        report.catalogue.remedy(finding),
        rule.paragraph,
        finding.key,
    )
