"""`smica:check_parcel_links`: permits and sanitation files whose parcel the cadastre no longer has."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import choices
from smica_qgis.processing.cadastre_parameters import CadastreAlgorithm, add_report, add_store, report_path, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress


class CheckParcelLinks(CadastreAlgorithm):
    """Check the parcels of permits and of sanitation files."""

    def name(self) -> str:
        """Name of the contract."""
        return "check_parcel_links"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Check the parcels of permits and of sanitation files")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "After a new issue of the cadastre: lists the permits (ads) and the sanitation files (anc) of which a "
            "parcel vanished, and follows it by the filiation. One parcel of today is proposed; several are listed, "
            "to be chosen from; a parcel that is not found is said. Nothing is changed unless APPLY is set: the "
            "links then hold what was found, and keep the parcel as it was written. No link is ever removed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.cadastre.link_check import LINK_TABLES, Outcome

        add_store(self)
        self.addParameter(choices("THEMES", tr("Themes"), LINK_TABLES))
        self.addParameter(QgsProcessingParameterBoolean("APPLY", tr("Write what was found"), defaultValue=False))
        add_report(self)
        for name, text in (
            ("CHECKED", tr("Links checked")),
            (Outcome.FOUND_AGAIN.name, tr("Parcels found again")),
            (Outcome.PROPOSED.name, tr("Parcels proposed")),
            (Outcome.TO_CHOOSE.name, tr("Parcels to choose")),
            (Outcome.NOT_FOUND.name, tr("Parcels not found")),
            (Outcome.NOT_LOADED.name, tr("Parcels of communes that are not loaded")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Check, write the report."""
        from smica_qgis.core.cadastre.link_check import LINK_TABLES, Outcome
        from smica_qgis.operations.check_parcel_links import check_parcel_links
        from smica_qgis.operations.write_cadastre_reports import write_links_report

        themes = self.parameterAsEnumStrings(parameters, "THEMES", context) or list(LINK_TABLES)
        check = check_parcel_links(
            store_of(self, parameters, context),
            themes,
            apply=self.parameterAsBoolean(parameters, "APPLY", context),
            progress=FeedbackProgress(feedback),
        )
        outputs: dict[str, Any] = {}
        path = report_path(self, parameters, context)
        if path is not None:
            write_links_report(check, path)
            outputs["REPORT"] = str(path)
        counts = check.counts()
        for outcome in Outcome:
            if counts[outcome]:
                feedback.pushInfo(f"{outcome.value} : {counts[outcome]}")
        return {**outputs, "CHECKED": check.checked, **{outcome.name: counts[outcome] for outcome in Outcome}}
