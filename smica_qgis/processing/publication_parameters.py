"""Parameters and outputs that publishing, withdrawing and restoring share."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store

if TYPE_CHECKING:
    from smica_qgis.core.publication.report import PublicationReport

_REPORT = "REPORT_JSON"


class PublicationFailedError(SmicaError):
    """Nothing could be done; the report is written."""


class PublicationAlgorithm(SmicaAlgorithm):
    """An algorithm of the group Publication."""

    def group(self) -> str:
        """Group for people."""
        return tr("Publication")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "publication"

    def add_text(self, name: str, text: str, *, optional: bool = True, advanced: bool = False) -> None:
        """A parameter that is a text."""
        self.add_parameter(QgsProcessingParameterString(name, text, optional=optional), advanced=advanced)

    def add_parameter(self, parameter: QgsProcessingParameterDefinition, *, advanced: bool = False) -> None:
        """A parameter, behind *Advanced* or not."""
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def add_common(self) -> None:
        """Where, how, report, and what comes out."""
        add_store(self)
        self.addParameter(
            QgsProcessingParameterString(
                "TARGETS",
                tr("Targets (store, archive, service, catalogue, feed, official; separated by commas)"),
                "store",
                optional=True,
            )
        )
        self.add_text(
            "TARGET_SETTINGS",
            tr("Settings of the targets (JSON object or .json file; empty = those of the options)"),
            advanced=True,
        )
        self.addParameter(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Only say what would be done"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                _REPORT, tr("Report: {}", "JSON"), "JSON (*.json)", optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputString("DOCUMENT", tr("Document")))
        self.addOutput(QgsProcessingOutputNumber("VERSION", tr("Version in the store")))
        self.addOutput(QgsProcessingOutputString("STATE", tr("State")))
        self.addOutput(QgsProcessingOutputString("VERDICT", tr("Verdict")))
        self.addOutput(QgsProcessingOutputString("TARGETS_FAILED", tr("Targets that failed")))

    def text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """The text of a parameter, trimmed."""
        return str(self.parameterAsString(parameters, name, context)).strip()

    def places(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """The store, the targets and their settings, as the requests take them. Raises InvalidParameterError."""
        from smica_qgis.publishing.targets import STORE, read_target_names, read_target_settings

        settings = load_settings()
        given = parameters.get("TARGET_SETTINGS")
        # on standard input or from Python the object may come as such, not as its text
        text = json.dumps(given) if isinstance(given, dict) else self.text(parameters, "TARGET_SETTINGS", context)
        own: Mapping[str, object] = settings.publication
        return {
            "store": self.text(parameters, "STORE", context) or settings.store,
            "targets": read_target_names(self.text(parameters, "TARGETS", context) or STORE),
            "settings": read_target_settings(text, own),
        }

    def finish(
        self,
        report: PublicationReport,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Tell, write the report, give the outputs. Raises PublicationFailedError when nothing could be done."""
        from smica_qgis.operations.write_publication_report import write_publication_report

        tell(report, feedback)
        outputs: dict[str, Any] = {}
        path = self.parameterAsFileOutput(parameters, _REPORT, context)
        if path:
            write_publication_report(report, Path(path))
            outputs[_REPORT] = path
        if report.state == "failed":
            raise PublicationFailedError(next(o.message for o in report.outcomes if o.message))
        return {
            **outputs,
            "DOCUMENT": report.document,
            "VERSION": report.version,
            "STATE": report.state,
            "VERDICT": report.verdict,
            "TARGETS_FAILED": ",".join(report.failed),
        }


_STATES = {"planned": "prévu", "unchanged": "inchangé", "done": "fait", "failed": "échec"}


def tell(report: PublicationReport, feedback: QgsProcessingFeedback) -> None:
    """Say what each target does, did, and proved."""
    if report.verdict:
        feedback.pushInfo(f"Famille officielle : {report.verdict} ({report.errors} erreurs).")
    if report.dry_run and report.needs_reason:
        feedback.pushWarning("Cette livraison est invalide : il faudra dire pourquoi la publier malgré tout (REASON).")
    for outcome in report.outcomes:
        feedback.pushInfo(f"{outcome.target} : {_STATES[outcome.state.value]}. {outcome.address}".rstrip())
        for change in outcome.plan.changes if outcome.plan is not None else ():
            feedback.pushInfo(f"  {change.text}{f' : {change.count}' if change.count else ''}")
        for warning in outcome.plan.warnings if outcome.plan is not None else ():
            feedback.pushWarning(f"  {warning}")
        if outcome.proofs:
            agreeing = sum(proof.agrees for proof in outcome.proofs)
            feedback.pushInfo(f"  Relecture : {agreeing} vérifications sur {len(outcome.proofs)} concordent.")
        if outcome.message:
            feedback.pushWarning(f"  {outcome.message}")
