"""`smica:annotate_round`: an exception, a question or an answer, what was seen by eye."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm, add_procedure, add_text

ACTIONS = ("exception", "question", "checklist")


class AnnotateRound(InstructionAlgorithm):
    """Say something of the last round."""

    def name(self) -> str:
        """Name of the contract."""
        return "annotate_round"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Annotate a round")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Says something of the last round of a procedure: a justified exception for a finding (only the DDT's "
            "officer), a question about it or its answer, or what was seen by eye for an item of the checklist."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters."""
        from smica_qgis.core.workflow.vocabulary import Answer

        add_store(self)
        add_procedure(self)
        self.addParameter(QgsProcessingParameterEnum("ACTION", tr("Action"), list(ACTIONS), usesStaticStrings=True))
        self.addParameter(QgsProcessingParameterString("KEY", tr("Key of the finding, or code of the item")))
        add_text(self, "TEXT", tr("Reason, question, answer or note"))
        self.addParameter(
            QgsProcessingParameterEnum(
                "ANSWER",
                tr("Answer of the checklist"),
                [answer.value for answer in Answer],
                defaultValue=Answer.YES.value,
                optional=True,
                usesStaticStrings=True,
            )
        )

    def carry_out(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - it is done at once
    ) -> dict[str, Any]:
        """Write it down."""
        from smica_qgis.core.workflow.checklist import ChecklistAnswer
        from smica_qgis.core.workflow.vocabulary import Answer
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.instruction.acting import actor_in, present_instant
        from smica_qgis.operations.instruction.checklists import the_checklist
        from smica_qgis.operations.instruction.procedures import the_round
        from smica_qgis.operations.instruction.remarks import answer_item, ask, except_finding

        procedure, key, said = (self.text(parameters, name, context) for name in ("PROCEDURE", "KEY", "TEXT"))
        action = self.parameterAsEnumString(parameters, "ACTION", context)
        with open_store(store_of(self, parameters, context)) as store:
            actor, at = actor_in(store), present_instant()
            if action == "exception":
                except_finding(store, procedure, key, said, actor, at)
            elif action == "question":
                ask(store, procedure, key, said, actor, at)
            else:
                if key not in {item.code for item in the_checklist()}:
                    raise InvalidParameterError(f"Le point « {key} » n'est pas de la liste à vérifier.")
                answer = Answer(self.parameterAsEnumString(parameters, "ANSWER", context))
                answer_item(store, the_round(store, procedure), ChecklistAnswer(key, answer, said, actor.name, at))
        return {}
