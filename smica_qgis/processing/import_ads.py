"""`smica:import_ads`: permits into the shared store."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store, communes_of, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.shared_table_parameters import (
    add_import_choices,
    add_table,
    finish_import,
    wanted_table_of,
)


class ImportAds(SmicaAlgorithm):
    """Import permits."""

    def name(self) -> str:
        """Name of the contract."""
        return "import_ads"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Import permits (ADS)")

    def group(self) -> str:
        """Group for people."""
        return tr("Permits")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "ads"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Reads permits (CSV, spreadsheet, layer, PostGIS table, export of openADS, file of SITADEL) into the "
            "shared store, and ties each dossier to its parcels, whose shape of the day is kept. A row that cannot be "
            "taken has its line and its reason in the report, the others are imported. Deadlines are computed, not "
            "imported. merge: dossiers given complete those of the store; replace: the source given keeps nothing "
            "else in these communes. Names of people are not read, unless another store is given for them."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.ads.vocabulary import SOURCES

        add_table(self, "INPUT", tr("Table of permits"))
        add_store(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                "SOURCE", tr("Where they come from"), list(SOURCES), defaultValue="CSV", usesStaticStrings=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                "MAPPING", tr("Field mapping (empty = proposed; openads, sitadel_logements…)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString("PERIMETER", tr("Our communes (INSEE codes; empty = all)"), optional=True)
        )
        add_import_choices(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Import, write the report."""
        from smica_qgis.operations.import_ads import AdsRequest, import_ads

        request = AdsRequest(
            store=store_of(self, parameters, context),
            dossiers=wanted_table_of(self, "INPUT", parameters, context),
            mapping=self.parameterAsString(parameters, "MAPPING", context).strip(),
            source=self.parameterAsEnumString(parameters, "SOURCE", context),
            perimeter=communes_of(self, parameters, context, "PERIMETER"),
            mode=self.parameterAsEnumString(parameters, "MODE", context),
            dry_run=self.parameterAsBool(parameters, "DRY_RUN", context),
            personal_store=self.parameterAsString(parameters, "PERSONAL_STORE", context).strip(),
        )
        report = import_ads(request, FeedbackProgress(feedback))
        return finish_import(self, report, parameters, context, feedback)
