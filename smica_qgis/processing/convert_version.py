"""`smica:convert_version`: a delivery in an old version of its standard, made into one of a later version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, add_path
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.planning_parameters import add_crs, add_standard, crs_of

_REPORT_FILTER = "HTML (*.html);;JSON (*.json);;CSV (*.csv)"


class ConvertVersion(SmicaAlgorithm):
    """Convert a delivery."""

    def name(self) -> str:
        """Name of the contract."""
        return "convert_version"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Convert to a later version of the standard")

    def group(self) -> str:
        """Group for people."""
        return tr("Production")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "production"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Makes a delivery of a later version of its standard (by default the last one) from a delivery of an older "
            "version: columns, codes, identifiers, names of folders and pieces, specification of the metadata. The "
            "delivery given is only read. What the standards do not decide is kept as it is and named in the report, "
            "with its rows, the reason and the candidates; the decisions may be given to a second run: "
            '{"doc_urba.nomproc": "E", "info_lin.stypeinf": {"19": "01"}}.'
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"))
        add_standard(self, "STANDARD", tr("Standard of the delivery (empty = detected)"))
        add_standard(self, "TARGET", tr("Standard wanted (empty = the last one of its kind)"))
        add_crs(self)
        answers = QgsProcessingParameterString(
            "DECISIONS", tr("Decisions (JSON, or path of a .json)"), optional=True, multiLine=True
        )
        answers.setFlags(answers.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(answers)
        self.addParameter(QgsProcessingParameterBoolean("ZIP", tr("Make a zip"), False))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the new delivery")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "REPORT", tr("Report (HTML, JSON or CSV)"), _REPORT_FILTER, optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputString("DELIVERY", tr("New delivery")))
        for name, text in (
            ("UNDECIDED", tr("Points to decide or to complete")),
            ("LOST", tr("Values that the new standard does not keep")),
            ("TO_CHECK", tr("Points to check")),
            ("ERRORS", tr("Official errors left")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Convert, write the report."""
        from smica_qgis.core.planning.conversion.notes import NoteKind
        from smica_qgis.operations.convert_version import ConversionRequest, convert_version, read_answers
        from smica_qgis.reports.conversion_report import write_conversion_report

        request = ConversionRequest(
            path=self.parameterAsString(parameters, "INPUT", context),
            folder=self.parameterAsString(parameters, "OUTPUT", context),
            standard=self.parameterAsString(parameters, "STANDARD", context).strip(),
            target=self.parameterAsString(parameters, "TARGET", context).strip(),
            crs=crs_of(self, parameters, context),
            zipped=self.parameterAsBool(parameters, "ZIP", context),
            answers=read_answers(self.parameterAsString(parameters, "DECISIONS", context)),
            standards_folder=preferred_standards_folder(),
        )
        report = convert_version(request, FeedbackProgress(feedback))
        outputs: dict[str, Any] = {}
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path:
            write_conversion_report(report, Path(path))
            outputs["REPORT"] = path
        feedback.pushInfo(
            f"{' → '.join(report.path)} : {report.to_do} points à décider ou à compléter, "
            f"{report.count(NoteKind.TO_CHECK)} à vérifier."
        )
        return {
            **outputs,
            "OUTPUT": request.folder,
            "DELIVERY": report.delivery,
            "UNDECIDED": report.to_do,
            "LOST": report.count(NoteKind.LOST),
            "TO_CHECK": report.count(NoteKind.TO_CHECK),
            "ERRORS": sum(report.errors.values()),
        }
