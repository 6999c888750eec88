"""`smica:decide_round`: the decision on a round, its certificate, and what goes to the consultancy."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.feedback_progress import FeedbackProgress
from smica_qgis.processing.instruction_parameters import (
    InstructionAlgorithm,
    add_file,
    add_procedure,
    add_round,
    add_text,
)

_PAPERS = ("CERTIFICATE_JSON", "CERTIFICATE_PDF", "LETTER_PDF", "FINDINGS_GPKG", "FINDINGS_XLSX")


class DecideRound(InstructionAlgorithm):
    """Accept a round or send it back."""

    def name(self) -> str:
        """Name of the contract."""
        return "decide_round"

    def displayName(self) -> str:
        """Name for people."""
        return tr("Decide on a round")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Accepts a round or sends it back, in the name of the DDT: the decision is signed, entered in the register "
            "of the shared store, and written as a certificate (JSON, PDF), a letter and a working copy of what is to "
            "be mended. A round is accepted when nothing blocks any more: no error without a justified exception, and "
            "every blocking item of the checklist seen."
        )

    def flags(self) -> Qgis.ProcessingAlgorithmFlags:
        """Papers are made by layouts, which belong to the thread of the window."""
        return super().flags() | Qgis.ProcessingAlgorithmFlag.NoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.workflow.vocabulary import Decision

        add_store(self)
        add_procedure(self)
        add_round(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                "DECISION", tr("Decision"), [one.value for one in Decision], optional=True, usesStaticStrings=True
            )
        )
        add_text(self, "SIGNATORY", tr("Signatory"))
        add_text(self, "REASON", tr("Reason (wanted to send back)"))
        self.addParameter(
            QgsProcessingParameterFile("CHECKLIST", tr("Checklist (JSON; empty = DDT 12)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                "PAPERS_ONLY", tr("Only write again the papers of a decision that was taken"), defaultValue=False
            )
        )
        for name, text, files in zip(
            _PAPERS,
            (
                tr("Certificate (JSON)"),
                tr("Certificate (PDF)"),
                tr("Letter (PDF)"),
                tr("To mend (GeoPackage)"),
                tr("To mend (spreadsheet)"),
            ),
            ("JSON (*.json)", "PDF (*.pdf)", "PDF (*.pdf)", "GeoPackage (*.gpkg)", "XLSX (*.xlsx);;ODS (*.ods)"),
        ):
            add_file(self, name, text, files)
        self.addOutput(QgsProcessingOutputString("SEAL", tr("Seal of the certificate")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Decide, then write the papers wanted."""
        from smica_qgis.core.workflow.vocabulary import Decision
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.decide_round import DecisionRequest, decide_round
        from smica_qgis.operations.instruction.acting import actor_in, present_instant
        from smica_qgis.operations.instruction.checklists import the_checklist
        from smica_qgis.operations.write_decision import DecisionPapers, write_decision

        procedure = self.text(parameters, "PROCEDURE", context)
        number = self.parameterAsInt(parameters, "ROUND", context)
        papers = {name: self.destination(parameters, name, context) for name in _PAPERS}
        only_papers = self.parameterAsBoolean(parameters, "PAPERS_ONLY", context)
        with open_store(store_of(self, parameters, context), read_only=only_papers) as store:
            if not only_papers:
                word = self.parameterAsEnumString(parameters, "DECISION", context)
                if not word:
                    raise InvalidParameterError("La décision manque : DECISION vaut accepted ou sent_back.")
                request = DecisionRequest(
                    procedure,
                    Decision(word),
                    self.text(parameters, "SIGNATORY", context),
                    self.text(parameters, "REASON", context),
                    number,
                )
                checklist = the_checklist(self.text(parameters, "CHECKLIST", context))
                decide_round(store, request, actor_in(store), present_instant(), checklist)
            wanted = DecisionPapers(*papers.values())
            read = write_decision(store, procedure, number, wanted, FeedbackProgress(feedback))
        return {"SEAL": read.seal, **{name: str(path) for name, path in papers.items() if path is not None}}
