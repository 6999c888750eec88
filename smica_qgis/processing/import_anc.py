"""`smica:import_anc`: installations and controls of a SPANC into the shared store."""

from __future__ import annotations

from datetime import date
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterString

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.shared_table_parameters import add_import_choices, add_table, finish_import, table_of


class ImportAnc(SmicaAlgorithm):
    """Import non-collective sanitation."""

    def name(self) -> str:
        """Name of the contract."""
        return "import_anc"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Import non-collective sanitation (ANC)")

    def group(self) -> str:
        """Group for people."""
        return tr("Sanitation")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "anc"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Reads the installations and the controls of a SPANC (CSV, spreadsheet, layer or PostGIS table) into the "
            "shared store, and ties each installation to its parcels. The same table may serve as both. A row that "
            "cannot be taken has its line and its reason in the report, the others are imported. The class of the "
            "2012 grid is computed from the findings. merge: dossiers given complete those of the store; replace: "
            "the SPANC keeps nothing else. Names of people are not read, unless another store is given for them."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_table(self, "INPUT", tr("Installations"))
        add_table(self, "CONTROLS", tr("Controls"))
        self.addParameter(QgsProcessingParameterString("SERVICE", tr("SPANC (its identifier)")))
        add_store(self)
        self.addParameter(
            QgsProcessingParameterString(
                "MAPPING", tr("Field mapping of the installations (empty = proposed)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                "CONTROL_MAPPING", tr("Field mapping of the controls (empty = proposed)"), optional=True
            )
        )
        add_import_choices(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, write the report."""
        from smica_qgis.operations.import_anc import AncRequest, import_anc

        installations = table_of(self, "INPUT", parameters, context)
        same = bool(parameters.get("INPUT")) and parameters.get("INPUT") == parameters.get("CONTROLS")
        request = AncRequest(
            store=store_of(self, parameters, context),
            service=self.parameterAsString(parameters, "SERVICE", context).strip(),
            installations=installations,
            controls=installations if same else table_of(self, "CONTROLS", parameters, context),
            installation_mapping=self.parameterAsString(parameters, "MAPPING", context).strip(),
            control_mapping=self.parameterAsString(parameters, "CONTROL_MAPPING", context).strip(),
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            dry_run=self.parameterAsBool(parameters, "DRY_RUN", context),
            personal_store=self.parameterAsString(parameters, "PERSONAL_STORE", context).strip(),
            today=date.today(),  # noqa: DTZ011 - the day of the person's calendar
        )
        report = import_anc(request, FeedbackProgress(feedback))
        return finish_import(self, report, parameters, context, feedback)
