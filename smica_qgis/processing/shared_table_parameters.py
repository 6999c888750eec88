"""Parameters and outputs that the algorithms of sanitation and permits share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QMetaType

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import choices
from smica_qgis.processing.cadastre_parameters import add_communes, add_mode
from smica_qgis.processing.post_processing import set_post_processor

if TYPE_CHECKING:
    from smica_qgis.core.field_mapping.import_report import TableReport
    from smica_qgis.geodata.shared_tables.source_table import SourceTable
    from smica_qgis.operations.due_list import DueList

_REPORT_FILTER = "JSON (*.json);;CSV (*.csv)"
_LIST_FILTER = "CSV (*.csv);;JSON (*.json)"
_TABLE_FILTER = "(*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.xls *.gpkg *.shp *.geojson *.dbf);;(*)"
_SHOWN_NOTES = 20
_TYPES = {bool: QMetaType.Type.Bool, int: QMetaType.Type.Int, float: QMetaType.Type.Double, date: QMetaType.Type.QDate}


def add_table(algorithm: QgsProcessingAlgorithm, name: str, text: str) -> None:
    """A table: a file, else a layer, else its address (PostGIS, one sheet of a spreadsheet)."""
    algorithm.addParameter(QgsProcessingParameterFile(name, text, optional=True, fileFilter=_TABLE_FILTER))
    kinds = [Qgis.ProcessingSourceType.Vector]
    layer = QgsProcessingParameterVectorLayer(
        f"{name}_LAYER", tr("{table}: or a layer", table=text), kinds, optional=True
    )
    algorithm.addParameter(_advanced(layer))
    address = QgsProcessingParameterString(
        f"{name}_TABLE", tr("{table}: or an address (PostGIS…|table=, path|layername=)", table=text), optional=True
    )
    algorithm.addParameter(_advanced(address))


def add_import_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """How to import."""
    add_mode(algorithm)
    add_trial_choices(algorithm)
    text = tr("Other store for the names of people (empty = names are not read)")
    algorithm.addParameter(_advanced(QgsProcessingParameterString("PERSONAL_STORE", text, optional=True)))
    add_report_outputs(algorithm)


def add_trial_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """Only tell; keep the mapping; encoding."""
    algorithm.addParameter(QgsProcessingParameterBoolean("DRY_RUN", tr("Only tell what would be done"), False))
    for name, text in (
        ("SAVE_MAPPING", tr("Save the field mapping (name, or path of a .json)")),
        ("ENCODING", tr("Encoding of a CSV (empty = found)")),
    ):
        algorithm.addParameter(_advanced(QgsProcessingParameterString(name, text, optional=True)))


def add_report_outputs(algorithm: QgsProcessingAlgorithm) -> None:
    """What an import says."""
    algorithm.addParameter(
        QgsProcessingParameterFileDestination(
            "REPORT", tr("Report (JSON or CSV)"), _REPORT_FILTER, optional=True, createByDefault=False
        )
    )
    for name, text in (
        ("READ", tr("Rows read")),
        ("TAKEN", tr("Rows taken")),
        ("REFUSED", tr("Rows refused")),
        ("REMARKS", tr("Remarks")),
    ):
        algorithm.addOutput(QgsProcessingOutputNumber(name, text))


def add_statuses(algorithm: QgsProcessingAlgorithm, statuses: Sequence[str], listed: Sequence[str]) -> None:
    """Which statuses are listed. listed: by default."""
    algorithm.addParameter(choices("STATUSES", tr("Which ones"), list(statuses), listed))


def add_list_choices(algorithm: QgsProcessingAlgorithm) -> None:
    """How to list what is due."""
    add_communes(algorithm)
    algorithm.addParameter(
        _advanced(QgsProcessingParameterString("DAY", tr("Day of the list (YYYY-MM-DD; empty = today)"), optional=True))
    )
    algorithm.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Layer of what is due"), optional=True))
    algorithm.addParameter(
        QgsProcessingParameterFileDestination(
            "LIST", tr("Table of what is due (CSV or JSON)"), _LIST_FILTER, optional=True, createByDefault=False
        )
    )
    algorithm.addOutput(QgsProcessingOutputNumber("DUE", tr("Rows listed")))
    algorithm.addOutput(QgsProcessingOutputNumber("UNPLACED", tr("Rows without a place on the map")))
    algorithm.addOutput(QgsProcessingOutputString("COUNTS", tr("Counts")))


def table_of(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> SourceTable | None:
    """The table that a parameter names, None when there is none. Raises SmicaError."""
    from smica_qgis.geodata.shared_tables.layer_table import table_of_layer
    from smica_qgis.operations.shared_import.table_source import open_source

    encoding = algorithm.parameterAsString(parameters, "ENCODING", context).strip()
    # a file is read by us: GDAL would guess the encoding, the separator and the place of the titles
    file = algorithm.parameterAsFile(parameters, name, context).strip()
    address = algorithm.parameterAsString(parameters, f"{name}_TABLE", context).strip()
    if file or address:
        return open_source(file or address, encoding=encoding)
    layer = algorithm.parameterAsVectorLayer(parameters, f"{name}_LAYER", context)
    return None if layer is None else table_of_layer(layer, layer.name())


def wanted_table_of(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> SourceTable:
    """The table that a parameter names. Raises SmicaError, and when there is none."""
    table = table_of(algorithm, name, parameters, context)
    if table is None:
        message = "Aucune table n'est donnée : choisissez un fichier ou une couche, ou écrivez l'adresse d'une table."
        raise InvalidParameterError(message)
    return table


def day_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, name: str = "DAY"
) -> date | None:
    """A day, None when it is not given. Raises InvalidParameterError."""
    text = algorithm.parameterAsString(parameters, name, context).strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{name} : « {text} » n'est pas un jour ; écrivez par exemple 2025-03-31."
        raise InvalidParameterError(message) from error


def finish_import(
    algorithm: QgsProcessingAlgorithm,
    report: TableReport,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> dict[str, Any]:
    """Tell, write the report, save the mapping that served, give the outputs."""
    from smica_qgis.core.field_mapping.mapping import read_mapping
    from smica_qgis.operations.shared_import.mappings import save_mapping
    from smica_qgis.operations.write_table_reports import write_table_report

    for note in report.notes[:_SHOWN_NOTES]:
        place = f"{note.source}, ligne {note.line}" if note.line else note.source
        feedback.pushWarning(f"{place} : {note.reason}")
    if len(report.notes) > _SHOWN_NOTES:
        feedback.pushInfo(f"… et {len(report.notes) - _SHOWN_NOTES} autres lignes à voir dans le rapport.")
    written = ", ".join(f"{word} {count}" for word, count in report.written.items() if count)
    feedback.pushInfo(written or "Rien n'est à écrire.")
    outputs: dict[str, Any] = {}
    path = algorithm.parameterAsFileOutput(parameters, "REPORT", context)
    if path:
        write_table_report(report, Path(path))
        outputs["REPORT"] = path
    target = algorithm.parameterAsString(parameters, "SAVE_MAPPING", context).strip()
    if target:
        for rank, text in enumerate(report.mappings.values()):
            saved = save_mapping(read_mapping(text), target if rank == 0 else _second(target))
            feedback.pushInfo(f"Correspondance enregistrée : {saved.name}")
    return {
        **outputs,
        "READ": report.read,
        "TAKEN": report.taken,
        "REFUSED": report.refused,
        "REMARKS": report.remarks,
    }


def finish_list(
    algorithm: QgsProcessingAlgorithm,
    made: tuple[DueList, str],
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> dict[str, Any]:
    """Write the table and the layer, give the outputs. made: the list, and the folder of the style of its layer."""
    from smica_qgis.operations.write_table_reports import write_due_list

    listed, theme = made
    if not listed.known:
        feedback.pushWarning(f"La base {listed.store} n'a encore aucun dossier à suivre : la liste est vide.")
    outputs: dict[str, Any] = {}
    path = algorithm.parameterAsFileOutput(parameters, "LIST", context)
    if path:
        write_due_list(listed, Path(path))
        outputs["LIST"] = path
    fields = _fields(listed)
    crs = QgsCoordinateReferenceSystem.fromEpsgId(listed.srid)
    sink, identifier = algorithm.parameterAsSink(parameters, "OUTPUT", context, fields, Qgis.WkbType.Point, crs)
    if sink is not None:
        _fill(sink, fields, listed)
        if context.willLoadLayerOnCompletion(identifier):
            set_post_processor(context.layerToLoadOnCompletionDetails(identifier), _Styler(theme))
        outputs["OUTPUT"] = identifier
    counts = json.dumps(listed.counts(), ensure_ascii=False, sort_keys=True)
    return {**outputs, "DUE": len(listed.rows), "UNPLACED": listed.unplaced, "COUNTS": counts}


class _Styler(QgsProcessingLayerPostProcessorInterface):
    """Gives a list its colours once it is in the project."""

    def __init__(self, theme: str) -> None:
        from smica_qgis.geodata.layer_styles import STYLES

        super().__init__()
        self._style = STYLES / theme / "echeances.qml"

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        layer.loadNamedStyle(str(self._style))


def _second(target: str) -> str:
    return f"{target[:-5]}_controles.json" if target.endswith(".json") else f"{target} controles"


def _fields(listed: DueList) -> QgsFields:
    fields = QgsFields()
    for name in listed.columns:
        known = [row.values[name] for row in listed.rows if row.values[name] is not None]
        fields.append(QgsField(name, _TYPES.get(type(known[0]) if known else str, QMetaType.Type.QString)))
    return fields


def _fill(sink: QgsFeatureSink, fields: QgsFields, listed: DueList) -> None:
    for row in listed.rows:
        feature = QgsFeature(fields)
        feature.setAttributes([_attribute(row.values[name]) for name in listed.columns])
        if row.wkb is not None:
            geometry = QgsGeometry()
            geometry.fromWkb(row.wkb)
            feature.setGeometry(geometry)
        sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)


def _attribute(value: object) -> object:
    return QDate(value.year, value.month, value.day) if isinstance(value, date) else value


def _advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    return parameter


def statuses_of(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, all_of: Sequence[str]
) -> tuple[str, ...]:
    """The statuses that are wanted."""
    return tuple(algorithm.parameterAsEnumStrings(parameters, "STATUSES", context)) or tuple(all_of)
