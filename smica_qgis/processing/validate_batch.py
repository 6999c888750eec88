"""`smica:validate_batch`: many deliveries, a report each and one summary (contract, design §8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from smica_qgis.core.validation.finding import Family
from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import N_, tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, add_path
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.operations.validate_batch import BatchLine, BatchRequest, BatchSummary

_FAMILIES = tuple(family.value for family in Family)
_LEAST_SECONDS = 0.1
_VERDICTS = {
    "valid": N_("accepted by the Géoportail"),
    "invalid": N_("refused by the Géoportail"),
    "unreadable": N_("unreadable"),
    "failed": N_("failed"),
}


class ValidateBatch(SmicaAlgorithm):
    """Validate the deliveries of a folder or of a list."""

    def name(self) -> str:
        """Name of the contract."""
        return "validate_batch"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Validate deliveries in bulk")

    def group(self) -> str:
        """Group for people."""
        return tr("Validation")

    def shortHelpString(self) -> str:
        """What it does, in a few sentences."""
        return tr(
            "Validates every delivery of a folder, or of a CSV list, each in a process of its own: one report a "
            "delivery and a summary in the output folder. A delivery that is unreadable, that takes too long or that "
            "crashes is one line of the summary; the run succeeds all the same. Started again, it skips what is done "
            "and unchanged."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs of the contract."""
        add_path(self, "INPUT", tr("Folder of deliveries, or CSV list"))
        self.addParameter(
            QgsProcessingParameterNumber("WORKERS", tr("Processes at once (0 = all cores)"), defaultValue=0, minValue=0)
        )
        self._add_advanced(
            QgsProcessingParameterString(
                "SCHEDULER", tr("Address of a Dask scheduler (empty = this machine)"), "", optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "TIME_LIMIT",
                tr("Time limit of a delivery, in seconds"),
                Qgis.ProcessingNumberParameterType.Double,
                defaultValue=600,
                minValue=_LEAST_SECONDS,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean("HTML", tr("Also one HTML page a delivery"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterBoolean("RESUME", tr("Skip what is done and unchanged"), defaultValue=True)
        )
        for name, text, default in (
            ("FAMILIES", tr("Families of rules"), ",".join(_FAMILIES)),
            ("RULE_PROFILE", tr("Rule profile"), ""),
        ):
            self.addParameter(QgsProcessingParameterString(name, text, default, optional=True))
        self.addParameter(QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the reports")))
        for name, text in (
            ("DELIVERIES", tr("Deliveries")),
            ("VALID", tr("Valid")),
            ("INVALID", tr("Invalid")),
            ("UNREADABLE", tr("Unreadable")),
            ("FAILED", tr("Failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.addOutput(QgsProcessingOutputFile("SUMMARY", tr("Summary (CSV)")))

    def _add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Validate them all, with a message a delivery."""
        from smica_qgis.operations.validate_batch import SUMMARY, validate_batch

        request = self._request(parameters, context)
        told = _Told(feedback)
        summary = validate_batch(
            request, FeedbackProgress(feedback), on_planned=lambda items: told.begin(len(items)), on_line=told.tell
        )
        for name in summary.ignored:
            feedback.pushInfo(tr("Ignored: {}", name))
        return {"OUTPUT": request.output, "SUMMARY": f"{request.output}/{SUMMARY}", **outputs_of(summary)}

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> BatchRequest:
        from smica_qgis.operations.validate_batch import BatchRequest

        text = {
            name: self.parameterAsString(parameters, name, context).strip()
            for name in ("INPUT", "SCHEDULER", "FAMILIES", "RULE_PROFILE", "OUTPUT")
        }
        families = tuple(word.strip() for word in text["FAMILIES"].split(",") if word.strip()) or _FAMILIES
        return BatchRequest(
            path=text["INPUT"],
            output=text["OUTPUT"],
            workers=self.parameterAsInt(parameters, "WORKERS", context),
            scheduler=text["SCHEDULER"],
            time_limit=self.parameterAsDouble(parameters, "TIME_LIMIT", context),
            html=self.parameterAsBoolean(parameters, "HTML", context),
            resume=self.parameterAsBoolean(parameters, "RESUME", context),
            families=families,
            rule_profile=text["RULE_PROFILE"],
            standards_folder=preferred_standards_folder(),
        )


class _Told:
    """Says each line in the log, with its place in the whole."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._total = 0
        self._done = 0

    def begin(self, total: int) -> None:
        """So many deliveries are going to be validated."""
        self._total = total

    def tell(self, line: BatchLine) -> None:
        """One more is done."""
        self._done += 1
        name = line.item.delivery or line.item.path
        text = tr(
            "{done}/{total} {name}: {verdict}, {errors} errors",
            done=self._done,
            total=self._total,
            name=name,
            verdict=tr(_VERDICTS[line.verdict]),
            errors=line.errors,
        )
        self._feedback.pushInfo(f"{text} — {line.message}" if line.message else text)


def outputs_of(summary: BatchSummary) -> dict[str, Any]:
    """The outputs of the contract."""
    return {
        "DELIVERIES": len(summary.lines),
        "VALID": summary.valid,
        "INVALID": summary.invalid,
        "UNREADABLE": summary.unreadable,
        "FAILED": summary.failed,
    }
