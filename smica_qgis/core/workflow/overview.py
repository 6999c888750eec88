"""The overview of the procedures: what is said of each."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.workflow.procedure import Procedure

AWAITED = "attendu"
"""State of a procedure that has received nothing yet."""
COLUMNS = (
    "procedure",
    "territoire",
    "document",
    "type",
    "bureau_etudes",
    "tour",
    "etat",
    "age_jours",
    "a_qui",
    "echeance",
    "en_retard",
)


@dataclass(frozen=True)
class ListedProcedure:
    """A procedure as the overview shows it. age: days since its last move; late: days past its deadline, 0 for none."""

    procedure: Procedure
    round_number: int
    state: str
    age: int
    late: int

    def cells(self) -> tuple[str | int, ...]:
        """The values of COLUMNS."""
        one = self.procedure
        return (
            one.identifier,
            one.territory,
            one.document,
            one.kind.value,
            one.consultancy,
            self.round_number,
            self.state,
            self.age,
            one.whose_turn,
            one.deadline,
            self.late,
        )
