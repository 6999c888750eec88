"""`smica:list_permit_deadlines`: permits near their deadline, by commune."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm, choices
from smica_qgis.processing.cadastre_parameters import add_store, communes_of, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.shared_table_parameters import (
    add_list_choices,
    add_statuses,
    day_of,
    finish_list,
    statuses_of,
)

_STATUSES = ("DEPASSE", "PROCHE", "EN_COURS", "SUSPENDU", "SANS_DELAI")


class ListPermitDeadlines(SmicaAlgorithm):
    """List the permits near their deadline."""

    def name(self) -> str:
        """Name of the contract."""
        return "list_permit_deadlines"

    def displayName(self) -> str:
        """Name for people."""
        return tr("List the permits near their deadline")

    def group(self) -> str:
        """Group for people."""
        return tr("Permits")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "ads"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Lists by commune the dossiers whose delay of instruction ends soon or has ended without a known "
            "decision, and on demand the granted permits that lapse soon. The deadline is computed from the day on "
            "which the dossier was complete, from its type and from its increases. The list warns, it decides nothing: "
            "only the written documents count."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.ads.vocabulary import ECHEANCES, LISTED_STATUSES, SOON_DAYS

        add_store(self)
        self.addParameter(
            QgsProcessingParameterNumber(
                "DAYS", tr("Near: days before the deadline"), Qgis.ProcessingNumberParameterType.Integer, SOON_DAYS
            )
        )
        self.addParameter(choices("KINDS", tr("Deadlines"), ECHEANCES, list(ECHEANCES)[:1]))
        add_statuses(self, _STATUSES, LISTED_STATUSES)
        add_list_choices(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """List, write the table and the layer."""
        from smica_qgis.core.ads.vocabulary import LISTED_STATUSES
        from smica_qgis.operations.list_permit_deadlines import PermitDeadlinesRequest, list_permit_deadlines

        day = day_of(self, parameters, context)
        asked = PermitDeadlinesRequest(
            store=store_of(self, parameters, context),
            days=self.parameterAsInt(parameters, "DAYS", context),
            communes=communes_of(self, parameters, context),
            kinds=tuple(self.parameterAsEnumStrings(parameters, "KINDS", context)),
            statuses=statuses_of(self, parameters, context, LISTED_STATUSES),
            **({} if day is None else {"today": day}),
        )
        listed = list_permit_deadlines(asked, FeedbackProgress(feedback))
        return finish_list(self, (listed, "ads"), parameters, context, feedback)
