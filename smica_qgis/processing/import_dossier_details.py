"""`smica:import_dossier_details`: components, works, consultations, constraints of dossiers of the shared store."""

from __future__ import annotations

from datetime import date
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.shared_table_parameters import (
    add_report_outputs,
    add_table,
    add_trial_choices,
    finish_import,
    wanted_table_of,
)


class ImportDossierDetails(SmicaAlgorithm):
    """Import what goes under dossiers."""

    def name(self) -> str:
        """Name of the contract."""
        return "import_dossier_details"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Import the details of dossiers (components, works, consultations, constraints)")

    def group(self) -> str:
        """Group for people."""
        return tr("Shared data")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "shared_data"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Reads what goes under dossiers that the shared store has already: components (anc_composant) and works "
            "(anc_travaux) of installations, consultations (ads_consultation) and constraints (ads_contrainte, whose "
            "text is frozen in the dossier) of permits. The dossiers that the table names then have these rows and no "
            "others of that kind; a dossier of which a row is refused is left as it was."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.shared_layers import DETAIL_TABLES

        kinds = list(DETAIL_TABLES)
        self.addParameter(QgsProcessingParameterEnum("KIND", tr("What the rows are"), kinds, usesStaticStrings=True))
        add_table(self, "INPUT", tr("Table of the details"))
        self.addParameter(
            QgsProcessingParameterString("SERVICE", tr("SPANC (its identifier; not for permits)"), optional=True)
        )
        add_store(self)
        self.addParameter(
            QgsProcessingParameterString("MAPPING", tr("Field mapping (empty = proposed)"), optional=True)
        )
        add_trial_choices(self)
        add_report_outputs(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, write the report."""
        from smica_qgis.operations.import_dossier_details import DetailsRequest, import_dossier_details

        request = DetailsRequest(
            store=store_of(self, parameters, context),
            kind=self.parameterAsEnumString(parameters, "KIND", context),
            table=wanted_table_of(self, "INPUT", parameters, context),
            mapping=self.parameterAsString(parameters, "MAPPING", context).strip(),
            service=self.parameterAsString(parameters, "SERVICE", context).strip(),
            dry_run=self.parameterAsBool(parameters, "DRY_RUN", context),
            today=date.today(),  # noqa: DTZ011 - the day of the person's calendar
        )
        report = import_dossier_details(request, FeedbackProgress(feedback))
        return finish_import(self, report, parameters, context, feedback)
