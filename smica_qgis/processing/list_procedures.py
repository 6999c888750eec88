"""`smica:list_procedures`: where every procedure stands, and whose turn it is."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.cadastre_parameters import add_store, store_of
from smica_qgis.processing.instruction_parameters import InstructionAlgorithm, add_file


class ListProcedures(InstructionAlgorithm):
    """List the procedures."""

    def name(self) -> str:
        """Name of the contract."""
        return "list_procedures"

    def displayName(self) -> str:
        """Name for people."""
        return tr("List the procedures")

    def shortHelpString(self) -> str:
        """What it does."""
        return tr(
            "Lists all procedures of the shared store, those that wait longest first: state of the last round, age, "
            "whose turn it is, days past the deadline; as a table and as a map of the communes by state."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        """Declare the parameters and outputs."""
        from smica_qgis.core.workflow.vocabulary import RoundState

        add_store(self)
        self.addParameter(
            QgsProcessingParameterEnum(
                "STATES",
                tr("Only those states"),
                [state.value for state in RoundState],
                allowMultiple=True,
                optional=True,
                usesStaticStrings=True,
            )
        )
        self.addParameter(QgsProcessingParameterBoolean("LATE", tr("Only what is late"), defaultValue=False))
        add_file(self, "OUTPUT_CSV", tr("Table (CSV)"), "CSV (*.csv)")
        add_file(self, "OUTPUT_GPKG", tr("Map (GeoPackage)"), "GeoPackage (*.gpkg)")
        for name, text in (("PROCEDURES", tr("Procedures")), ("LATE_COUNT", tr("Late"))):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """List, write what is wanted."""
        from smica_qgis.core.workflow.vocabulary import RoundState
        from smica_qgis.database.open_store import open_store
        from smica_qgis.operations.list_procedures import grounds_of_communes, list_procedures
        from smica_qgis.reports.procedures_report import write_procedures_csv, write_procedures_map

        states = [RoundState(word) for word in self.parameterAsEnumStrings(parameters, "STATES", context) if word]
        late = self.parameterAsBoolean(parameters, "LATE", context)
        table = self.destination(parameters, "OUTPUT_CSV", context)
        on_map = self.destination(parameters, "OUTPUT_GPKG", context)
        with open_store(store_of(self, parameters, context), read_only=True) as store:
            listed = list_procedures(store, datetime.now(timezone.utc).date(), states=states, late=late)
            if on_map is not None:
                write_procedures_map(on_map, listed, grounds_of_communes(store), store.srid)
        if table is not None:
            write_procedures_csv(table, listed)
        for one in listed:
            turn = f" — à : {one.procedure.whose_turn}" if one.procedure.whose_turn else ""
            feedback.pushInfo(f"{one.procedure.identifier} : tour {one.round_number}, {one.state}, {one.age} j{turn}")
        return {
            "PROCEDURES": len(listed),
            "LATE_COUNT": sum(1 for one in listed if one.late),
            **({"OUTPUT_CSV": str(table)} if table is not None else {}),
            **({"OUTPUT_GPKG": str(on_map)} if on_map is not None else {}),
        }
