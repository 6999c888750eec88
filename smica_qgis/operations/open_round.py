"""All that a person looks at of a procedure, read at once: its rounds, and what there is of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from smica_qgis.core.validation.finding import Level
from smica_qgis.core.workflow.checklist import ChecklistAnswer, ChecklistItem
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor
from smica_qgis.core.workflow.round_states import Move
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.database.store import Store
from smica_qgis.operations.decide_round import RoundFile, certificate_of, round_file, what_blocks
from smica_qgis.operations.instruction.acting import actor_in
from smica_qgis.operations.instruction.kept_rounds import answers_of, summary_of_round, with_geometries
from smica_qgis.operations.instruction.procedures import StoredRound, moves_of, stored_rounds, the_procedure

_UNDECIDED = (RoundState.RECEIVED, RoundState.CHECKED)


@dataclass(frozen=True)
class RoundOnLine:
    """A round on the line of time. verdict: of its report; errors: that the Géoportail would refuse it for."""

    stored: StoredRound
    verdict: str
    errors: int
    moves: Sequence[Move]


@dataclass(frozen=True)
class RoundSheet:
    """A round, with what was said of it. blocks: what forbids to accept it; certificate: empty when undecided."""

    file: RoundFile
    blocks: Sequence[str]
    answers: Sequence[ChecklistAnswer]
    certificate: str

    @property
    def stored(self) -> StoredRound:
        """The round."""
        return self.file.kept.stored

    @property
    def is_open(self) -> bool:
        """Whether something can still be said of it."""
        return self.stored.round.state in _UNDECIDED


@dataclass(frozen=True)
class OpenedProcedure:
    """A procedure as seen by someone. sheet: of the round that is looked at, None when nothing was received."""

    procedure: Procedure
    line: Sequence[RoundOnLine]
    actor: Actor
    sheet: RoundSheet | None = None

    @property
    def is_last(self) -> bool:
        """Whether the round that is looked at is the last one: only that one is talked about and decided on."""
        return self.sheet is not None and self.sheet.stored.fid == self.line[-1].stored.fid


def open_round(store: Store, procedure: str, checklist: Sequence[ChecklistItem], number: int = 0) -> OpenedProcedure:
    """Read a procedure and one of its rounds, by default the last. Raises InvalidParameterError, SmicaError."""
    found = the_procedure(store, procedure)
    line = [_on_line(store, stored) for stored in stored_rounds(store, procedure)]
    sheet = _sheet(store, procedure, checklist, number) if line else None
    return OpenedProcedure(found, line, actor_in(store), sheet)


def _on_line(store: Store, stored: StoredRound) -> RoundOnLine:
    summary = summary_of_round(store, stored)
    counts = summary.get("counts")
    official = counts.get("official", {}) if isinstance(counts, Mapping) else {}
    errors = sum(int(official.get(level.value, 0)) for level in Level if level.blocks)
    return RoundOnLine(stored, str(summary.get("verdict", "")), errors, moves_of(store, stored))


def _sheet(store: Store, procedure: str, checklist: Sequence[ChecklistItem], number: int) -> RoundSheet:
    file = round_file(store, procedure, checklist, number)
    file = replace(file, kept=with_geometries(store, file.kept))
    stored = file.kept.stored
    undecided = stored.round.state in _UNDECIDED
    blocks = what_blocks(store, file) if undecided else []
    certificate = "" if undecided else certificate_of(store, stored)
    return RoundSheet(file, blocks, answers_of(store, stored), certificate)
