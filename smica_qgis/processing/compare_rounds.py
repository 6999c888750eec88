"""`smica:compare_rounds`: what changed between two rounds of a procedure."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import add_path
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm, add_file, add_procedure, add_round

_OUTPUTS = ("FIXED", "STILL", "NEW", "RULE_NEW")
"""Members of Fate."""


class CompareRounds(InstructionAlgorithm):
    """Compare two rounds."""

    def name(self) -> str:
        """Name of the contract."""
        return "compare_rounds"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Compare two rounds")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Compares two rounds of a procedure: findings fixed, still there and new; objects added, removed, moved or "
            "changed; areas that changed of TYPEZONE. What comes of a change of rules or of standard is told apart: "
            "give the delivery of the earlier round to check it again by the rules of today."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        add_store(self)
        add_procedure(self)
        add_round(self, "BEFORE", tr("Earlier round (0 = the one before)"))
        add_round(self, "AFTER", tr("Later round (0 = the last one)"))
        add_path(self, "EARLIER_DELIVERY", tr("Delivery of the earlier round"), optional=True)
        add_file(self, "OUTPUT_JSON", tr("Comparison (JSON)"), "JSON (*.json)")
        add_file(self, "OUTPUT_GPKG", tr("Comparison on the map (GeoPackage)"), "GeoPackage (*.gpkg)")
        for name, text in (
            ("FIXED", tr("Findings fixed")),
            ("STILL", tr("Findings still there")),
            ("NEW", tr("New findings")),
            ("RULE_NEW", tr("New findings of rules that changed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compare, write what is wanted."""
        from smica_qgis.core.workflow.round_comparison import Fate
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.compare_rounds import compare_rounds, write_comparison

        numbers = (
            self.parameterAsInt(parameters, "BEFORE", context),
            self.parameterAsInt(parameters, "AFTER", context),
        )
        with open_store(store_of(self, parameters, context), read_only=True) as store:
            compared = compare_rounds(
                store,
                self.text(parameters, "PROCEDURE", context),
                numbers,
                FeedbackProgress(feedback),
                earlier_delivery=self.text(parameters, "EARLIER_DELIVERY", context),
            )
        for note in compared.notes:
            feedback.pushWarning(note)
        wanted = {name: self.destination(parameters, name, context) for name in ("OUTPUT_JSON", "OUTPUT_GPKG")}
        write_comparison(compared, wanted["OUTPUT_JSON"], wanted["OUTPUT_GPKG"])
        return {
            **{name: compared.count(Fate[name]) for name in _OUTPUTS},
            **{name: str(path) for name, path in wanted.items() if path is not None},
        }
