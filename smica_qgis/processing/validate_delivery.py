"""`smica:validate_delivery`: the main job, for scripts, models and the night (contract, design §8)."""

from __future__ import annotations

import json
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
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import BlockingFindingsError, CancelledError
from smica_qgis.core.validation.finding import Family
from smica_qgis.host.settings import preferred_standards_folder
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, add_path
from smica_qgis.processing.feedback_progress import FeedbackProgress

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report
    from smica_qgis.operations.validate_delivery import ValidationRequest

_FAMILIES = tuple(family.value for family in Family)
FAIL_ON = ("never", "error", "warning")
_SWITCHES = {"FLAT": "flat", "FIX_UTF8": "string-fix-utf8", "ESCAPE_CONTROLS": "string-escape-controls"}
_TEXTS = {"ENCODING": "encoding", "DATA_EXTENT": "data-extent", "EMPRISE": "cnig-document-emprise"}
_FILTERS = {
    "JSONL": "JSON Lines (*.jsonl)",
    "JSON": "JSON (*.json)",
    "HTML": "HTML (*.html)",
    "GPKG": "GeoPackage (*.gpkg)",
}


class ValidateDelivery(SmicaAlgorithm):
    """Validate a delivery against its CNIG standard."""

    def name(self) -> str:
        """Name of the contract."""
        return "validate_delivery"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Validate a delivery")

    def group(self) -> str:
        """Group for people."""
        return tr("Validation")

    def shortHelpString(self) -> str:
        """What it does, in a few sentences."""
        return tr(
            "Validates a planning document (PLU, PLUi…) delivered as a zip, a folder or a GeoPackage against its "
            "CNIG standard: what the Géoportail de l'urbanisme would say, finding by finding, then the rules of "
            "the standard that it does not check. The delivery is never written into. The run succeeds whatever "
            "the verdict, unless FAIL_ON says otherwise."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs of the contract, and separate ones for people."""
        from smica_qgis.operations.write_reports import REPORT_WRITERS

        add_path(self, "INPUT", tr("Delivery (zip, folder or GeoPackage)"))
        for name, text, default in (
            ("STANDARD", tr("Standard (empty = detected)"), ""),
            ("CRS", tr("Coordinate reference system"), "EPSG:2154"),
            ("FAMILIES", tr("Families of rules"), ",".join(_FAMILIES)),
            ("RULE_PROFILE", tr("Rule profile"), ""),
            ("OPTIONS", tr("Options (JSON object)"), ""),
        ):
            self._add(QgsProcessingParameterString(name, text, default, optional=True), advanced=name == "OPTIONS")
        self._add_options_for_people()
        self.addParameter(
            QgsProcessingParameterEnum(
                "FAIL_ON", tr("Fail on"), list(FAIL_ON), defaultValue="never", usesStaticStrings=True
            )
        )
        for name in REPORT_WRITERS:
            self._add(
                QgsProcessingParameterFileDestination(
                    f"REPORT_{name}",
                    tr("Report: {}", name),
                    _FILTERS[name],
                    optional=True,
                    createByDefault=False,
                )
            )
        self._declare_outputs()

    def _add_options_for_people(self) -> None:
        texts = {
            "FLAT": tr("Flat layout: match files by their name"),
            "FIX_UTF8": tr("Say texts encoded twice in UTF-8"),
            "ESCAPE_CONTROLS": tr("Say control characters"),
            "ENCODING": tr("Encoding when the metadata say none"),
            "DATA_EXTENT": tr("Extent of the data (WKT)"),
            "EMPRISE": tr("Territory of the document (WKT or GeoJSON file)"),
        }
        for name in _SWITCHES:
            self._add(
                QgsProcessingParameterBoolean(name, texts[name], defaultValue=False, optional=True),
                advanced=True,
            )
        for name in _TEXTS:
            self._add(QgsProcessingParameterString(name, texts[name], "", optional=True), advanced=True)
        maximum = QgsProcessingParameterNumber("MAX_ERRORS", tr("Most findings of one code"), optional=True, minValue=0)
        self._add(maximum, advanced=True)

    def _add(self, parameter: QgsProcessingParameterDefinition, *, advanced: bool = False) -> None:
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def _declare_outputs(self) -> None:
        for name, text in (
            ("VERDICT", tr("Verdict")),
            ("STANDARD", tr("Standard")),
            ("COUNTS", tr("Counts")),
        ):
            self.addOutput(QgsProcessingOutputString(name, text))
        for name, text in (("ERRORS", tr("Errors")), ("WARNINGS", tr("Warnings")), ("INFOS", tr("Infos"))):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Validate, write the reports asked for, then fail if FAIL_ON says so."""
        from smica_qgis.operations.validate_delivery import validate_delivery
        from smica_qgis.operations.write_reports import REPORT_WRITERS, write_reports

        request = self._request(parameters, context)
        report = validate_delivery(request, FeedbackProgress(feedback))
        try:
            if report.header.partial:
                raise CancelledError
            wanted = {name: self._report_path(name, parameters, context) for name in REPORT_WRITERS}
            write_reports(report, wanted)
        finally:
            report.geometries.close()
        self._fail_if_asked(self.parameterAsString(parameters, "FAIL_ON", context), report)
        return {
            **outputs_of(report),
            **{f"REPORT_{name}": str(path) for name, path in wanted.items() if path},
        }

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ValidationRequest:
        from smica_qgis.core.validation.options import parse_options, read_options
        from smica_qgis.operations.validate_delivery import ValidationRequest

        text = {name: self.parameterAsString(parameters, name, context).strip() for name in _TEXT_PARAMETERS}
        families = tuple(word.strip() for word in text["FAMILIES"].split(",") if word.strip()) or _FAMILIES
        given = parameters.get("OPTIONS")
        # On standard input or from Python the object may come as such, not as its text.
        read = read_options(given) if isinstance(given, dict) else parse_options(text["OPTIONS"])
        options = dict(read.given)
        for name, option in _SWITCHES.items():
            if self.parameterAsBoolean(parameters, name, context):
                options.setdefault(option, True)
        for name, option in _TEXTS.items():
            value = self.parameterAsString(parameters, name, context)
            if value:
                options.setdefault(option, value)
        if parameters.get("MAX_ERRORS") is not None:
            options.setdefault("max-errors", self.parameterAsInt(parameters, "MAX_ERRORS", context))
        return ValidationRequest(
            path=text["INPUT"],
            standard=text["STANDARD"],
            crs=text["CRS"] or "EPSG:2154",
            families=families,
            rule_profile=text["RULE_PROFILE"],
            options=options,
            standards_folder=preferred_standards_folder(),
        )

    def _report_path(self, name: str, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        text = self.parameterAsFileOutput(parameters, f"REPORT_{name}", context)
        return Path(text) if text else None

    def _fail_if_asked(self, fail_on: str, report: Report) -> None:
        from smica_qgis.core.validation.finding import Level

        blocking = [Level.FATAL, Level.ERROR] + ([Level.WARNING] if fail_on == "warning" else [])
        count = report.official(*blocking)
        if fail_on != "never" and (count or report.verdict.value == "unreadable"):
            message = (
                f"La livraison {report.header.delivery} est « {report.verdict.value} » : {count} constats bloquants."
            )
            raise BlockingFindingsError(message)


_TEXT_PARAMETERS = ("INPUT", "STANDARD", "CRS", "FAMILIES", "RULE_PROFILE", "OPTIONS")


def outputs_of(report: Report) -> dict[str, Any]:
    """The outputs of the contract: counts are those of the official family, a FATAL being an error."""
    from smica_qgis.core.validation.finding import Level

    return {
        "VERDICT": report.verdict.value,
        "STANDARD": report.header.detection.model,
        "ERRORS": report.official(Level.FATAL, Level.ERROR),
        "WARNINGS": report.official(Level.WARNING),
        "INFOS": report.official(Level.INFO),
        "COUNTS": json.dumps(report.counts),
    }
