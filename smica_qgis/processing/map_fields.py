"""`smica:map_fields`: somebody's layers into the tables of a standard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.planning_parameters import add_crs, add_standard, crs_of

if TYPE_CHECKING:
    from smica_qgis.core.planning.mapping_report import MappingReport

_REPORT_FILTER = "JSON (*.json);;CSV (*.csv)"
_SHOWN = 20


class MapFields(SmicaAlgorithm):
    """Fill standard tables."""

    def name(self) -> str:
        """Name of the contract."""
        return "map_fields"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Fill a standard from layers")

    def group(self) -> str:
        """Group for people."""
        return tr("Production")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "production"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Fills the tables of a standard from your layers: a template (a GeoPackage, made if it is not there) or a "
            "folder of Shapefiles named as the standard wants. The mapping says which layer fills which table, column "
            "by column, with the translation of codes; without one, it is proposed from the names, and may be saved "
            "to be completed and used again. Geometries are brought to the system and to the kind of the table. The "
            "report names each row refused, each value translated or left as it was, and each text that was cut."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.operations.sample_standards import STANDARD

        self.addParameter(QgsProcessingParameterMultipleLayers("INPUT", tr("Layers"), Qgis.ProcessingSourceType.Vector))
        add_standard(self, "STANDARD", tr("Standard"), STANDARD)
        self.addParameter(QgsProcessingParameterString("DOCUMENT", tr("Name of the document (its folder)")))
        self.addParameter(
            QgsProcessingParameterString(
                "MAPPING", tr("Mapping (JSON, or path of a .json; empty = proposed)"), optional=True
            )
        )
        self._add_advanced(
            QgsProcessingParameterString("SAVE_MAPPING", tr("Save the mapping (path of a .json)"), optional=True)
        )
        add_crs(self)
        self._add_advanced(QgsProcessingParameterBoolean("REPLACE", tr("Replace the rows of the tables filled"), False))
        self.addParameter(QgsProcessingParameterBoolean("DRY_RUN", tr("Only tell what would be done"), False))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Template (GeoPackage), or folder"), "GeoPackage (*.gpkg);;(*)"
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report (JSON or CSV)"), _REPORT_FILTER, optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputString("DELIVERY", tr("What was filled")))
        for name, text in (
            ("READ", tr("Rows read")),
            ("WRITTEN", tr("Rows written")),
            ("REFUSED", tr("Rows refused")),
            ("TRANSLATED", tr("Values translated")),
            ("UNTRANSLATED", tr("Values not translated")),
            ("CUT", tr("Texts cut")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def _add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fill, write the report."""
        from smica_qgis.geodata.shared_tables.layer_table import table_of_layer
        from smica_qgis.operations.map_fields import MappingRequest, map_fields
        from smica_qgis.reports.mapping_report import write_mapping_report

        layers = self.parameterAsLayerList(parameters, "INPUT", context)
        request = MappingRequest(
            layers=[table_of_layer(layer, _name_of(layer)) for layer in layers if isinstance(layer, QgsVectorLayer)],
            standard=self.parameterAsString(parameters, "STANDARD", context).strip(),
            document=self.parameterAsString(parameters, "DOCUMENT", context).strip(),
            output=self.parameterAsFileOutput(parameters, "OUTPUT", context),
            mapping=self.parameterAsString(parameters, "MAPPING", context),
            save=self.parameterAsString(parameters, "SAVE_MAPPING", context).strip(),
            crs=crs_of(self, parameters, context),
            replacing=self.parameterAsBool(parameters, "REPLACE", context),
            dry_run=self.parameterAsBool(parameters, "DRY_RUN", context),
            standards_folder=preferred_standards_folder(),
        )
        report = map_fields(request, FeedbackProgress(feedback))
        _tell(report, feedback)
        outputs: dict[str, Any] = {}
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path:
            write_mapping_report(report, Path(path))
            outputs["REPORT"] = path
        return {
            **outputs,
            "OUTPUT": request.output,
            "DELIVERY": report.output,
            "READ": report.read,
            "WRITTEN": report.written,
            "REFUSED": report.refused,
            "TRANSLATED": report.translated,
            "UNTRANSLATED": report.untranslated,
            "CUT": report.cut,
        }


def _name_of(layer: QgsVectorLayer) -> str:
    """The name that people see; that of the table, or of the file, for a layer that no project has."""
    if QgsProject.instance().mapLayer(layer.id()) is not None:
        return str(layer.name())
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("layerName") or Path(parts.get("path") or layer.name()).stem)


def _tell(report: MappingReport, feedback: QgsProcessingFeedback) -> None:
    for table in report.tables:
        feedback.pushInfo(f"{table.source or 'constantes'} → {table.table} : {table.written} lignes sur {table.read}.")
        for line, reason in table.refused[:_SHOWN]:
            feedback.pushWarning(f"{table.source}, ligne {line} : {reason}.")
        for (column, value), count in list(table.untranslated.items())[:_SHOWN]:
            feedback.pushWarning(f"{table.table}.{column} : « {value} » n'est pas du standard ({count} lignes).")
        if table.cut:
            feedback.pushWarning(f"{table.table} : {len(table.cut)} textes coupés à la longueur de leur colonne.")
    for layer in report.ignored:
        feedback.pushWarning(f"La couche {layer} ne remplit aucune table.")
