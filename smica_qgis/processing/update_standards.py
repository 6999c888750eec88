"""`smica:update_standards`: the models of the Géoportail, into the profile of the user (contract, design §8)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from smica_qgis.host.settings import load_settings, standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.operations.update_standards import StandardsUpdate

_FILTERS = {"HTML": "HTML (*.html)", "CSV": "CSV (*.csv)"}


class UpdateStandards(SmicaAlgorithm):
    """Fetch the models, then say what differs from those of the plugin."""

    def name(self) -> str:
        """Name of the contract."""
        return "update_standards"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Update the standards")

    def group(self) -> str:
        """Group for people."""
        return tr("Validation")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Fetches the document models in production on the Géoportail de l'urbanisme, or those of a folder, a zip "
            "or another address, into the profile of the user, with their source, date and SHA-256. Each is checked "
            "before it replaces the former one; one that cannot be fetched keeps it. The reports say what differs "
            "from the models that come with the plugin. Fetched models are used when the options of SMICA prefer "
            "them, or when STANDARD gives their path."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare where from, which ones, where to, and the reports."""
        for name, text in (
            ("SOURCE", tr("Address, folder or zip of the models (empty = that of the options)")),
            ("STANDARDS", tr("Standards, separated by commas (empty = all)")),
        ):
            self.addParameter(QgsProcessingParameterString(name, text, "", optional=True))
        self.addParameter(
            QgsProcessingParameterFolderDestination(
                "OUTPUT", tr("Folder (empty = the profile of the user)"), optional=True, createByDefault=False
            )
        )
        for name, kinds in _FILTERS.items():
            self.addParameter(
                QgsProcessingParameterFileDestination(
                    f"REPORT_{name}", tr("Differences: {}", name), kinds, optional=True, createByDefault=False
                )
            )
        for name, text in (
            ("UPDATED", tr("Updated models")),
            ("UNCHANGED", tr("Unchanged models")),
            ("FAILED", tr("Models that could not be fetched")),
            ("DIFFERENCES", tr("Differences from the models of the plugin")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputString("FOLDER", tr("Folder of the models")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Update, tell each failure, write the reports asked for."""
        from smica_qgis.operations.update_standards import StandardsRequest, update_standards

        folder = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        names = self.parameterAsString(parameters, "STANDARDS", context).split(",")
        request = StandardsRequest(
            folder=Path(folder) if folder else standards_folder(),
            source=self.parameterAsString(parameters, "SOURCE", context).strip() or load_settings().standards_address,
            names=tuple(name.strip() for name in names if name.strip()),
        )
        update = update_standards(request, FeedbackProgress(feedback))
        for name, reason in update.failed.items():
            feedback.reportError(f"{name} : {reason}")
        return {**_outputs_of(update), **self._write_reports(update, parameters, context)}

    def _write_reports(
        self, update: StandardsUpdate, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, str]:
        from smica_qgis.reports.standard_differences import write_differences_csv, write_differences_html

        written = {}
        for name, write in (("HTML", write_differences_html), ("CSV", write_differences_csv)):
            path = self.parameterAsFileOutput(parameters, f"REPORT_{name}", context)
            if path:
                write(update.comparisons, Path(path))
                written[f"REPORT_{name}"] = path
        return written


def _outputs_of(update: StandardsUpdate) -> dict[str, Any]:
    return {
        "UPDATED": len(update.updated),
        "UNCHANGED": len(update.unchanged),
        "FAILED": len(update.failed),
        "DIFFERENCES": update.differences,
        "FOLDER": str(update.folder),
    }
