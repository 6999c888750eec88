"""`smica:list_due_controls`: installations to be controlled, by commune."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm
from smica_qgis.processing.cadastre_parameters import add_store, communes_of, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.shared_table_parameters import (
    add_list_choices,
    add_statuses,
    day_of,
    finish_list,
    statuses_of,
)


class ListDueControls(SmicaAlgorithm):
    """List the controls that are due."""

    def name(self) -> str:
        """Name of the contract."""
        return "list_due_controls"

    def displayName(self) -> str:
        """Name for people."""
        return tr("List the sanitation controls that are due")

    def group(self) -> str:
        """Group for people."""
        return tr("Sanitation")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "anc"

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Lists by commune the installations whose control is late, near or was never made. The dates are computed "
            "each time from the last control and from the rules of each SPANC (table anc_service): ten years at most. "
            "Installations without a place are in the list too, with an empty geometry."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.anc.vocabulary import DUE_STATUSES, STATUTS_ECHEANCE

        add_store(self)
        self.addParameter(QgsProcessingParameterString("BEFORE", tr("Due by (YYYY-MM-DD; empty = all)"), optional=True))
        add_statuses(self, tuple(STATUTS_ECHEANCE), DUE_STATUSES)
        add_list_choices(self)

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """List, write the table and the layer."""
        from smica_qgis.core.anc.vocabulary import DUE_STATUSES
        from smica_qgis.operations.list_due_controls import DueControlsRequest, list_due_controls

        day = day_of(self, parameters, context)
        asked = DueControlsRequest(
            store=store_of(self, parameters, context),
            before=day_of(self, parameters, context, "BEFORE"),
            communes=communes_of(self, parameters, context),
            statuses=statuses_of(self, parameters, context, DUE_STATUSES),
            **({} if day is None else {"today": day}),
        )
        listed = list_due_controls(asked, FeedbackProgress(feedback))
        return finish_list(self, (listed, "anc"), parameters, context, feedback)
