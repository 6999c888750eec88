"""`smica:open_procedure`: a procedure is opened in the store."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm, add_text


class OpenProcedure(InstructionAlgorithm):
    """Open a procedure."""

    def name(self) -> str:
        """Name of the contract."""
        return "open_procedure"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Open a procedure")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Opens a procedure in the shared store: the making or the change of one document, whose deliveries will be "
            "received as rounds."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.workflow.vocabulary import ProcedureKind

        add_store(self)
        self.addParameter(
            QgsProcessingParameterString("DOCUMENT", tr("Document expected (name of the folder: 12202_PLU_20260301)"))
        )
        add_text(self, "PROCEDURE", tr("Identifier (empty = document and kind)"))
        self.addParameter(
            QgsProcessingParameterEnum(
                "KIND",
                tr("Kind (NOMPROC code)"),
                [kind.value for kind in ProcedureKind],
                defaultValue=ProcedureKind.ELABORATION.value,
                usesStaticStrings=True,
            )
        )
        add_text(self, "CONSULTANCY", tr("Consultancy"))
        add_text(self, "STANDARD", tr("Standard agreed (empty = detected)"))
        add_text(self, "DEADLINE", tr("Deadline (YYYY-MM-DD)"))
        self.addOutput(QgsProcessingOutputString("IDENTIFIER", tr("Procedure")))

    def carry_out(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - it is done at once
    ) -> dict[str, Any]:
        """Open it."""
        from smica_qgis.core.workflow.vocabulary import ProcedureKind
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.instruction.acting import actor_in, present_instant
        from smica_qgis.operations.open_procedure import ProcedureRequest, open_procedure

        request = ProcedureRequest(
            document=self.text(parameters, "DOCUMENT", context),
            identifier=self.text(parameters, "PROCEDURE", context),
            kind=ProcedureKind(self.parameterAsEnumString(parameters, "KIND", context)),
            consultancy=self.text(parameters, "CONSULTANCY", context),
            standard=self.text(parameters, "STANDARD", context),
            deadline=self.text(parameters, "DEADLINE", context),
        )
        with open_store(store_of(self, parameters, context)) as store:
            procedure = open_procedure(store, request, actor_in(store), present_instant())
        return {"IDENTIFIER": procedure.identifier}
