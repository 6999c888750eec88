"""The states of a round, from received to withdrawn, and the moves between them."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, RoundState


@dataclass(frozen=True)
class Rule:
    """What a move asks. role: of who makes it; infinitive: French; reason: whether the why must be said."""

    role: Role
    infinitive: str
    reason: bool = False


_S = RoundState
MOVES = {
    (_S.RECEIVED, _S.CHECKED): Rule(Role.TECHNICIAN, "contrôler un tour"),
    (_S.CHECKED, _S.CHECKED): Rule(Role.TECHNICIAN, "contrôler un tour à nouveau"),
    (_S.CHECKED, _S.SENT_BACK): Rule(Role.OFFICER, "renvoyer un tour", reason=True),
    (_S.CHECKED, _S.ACCEPTED): Rule(Role.OFFICER, "accepter un tour"),
    (_S.ACCEPTED, _S.PUBLISHED): Rule(Role.TECHNICIAN, "publier un tour"),
    (_S.PUBLISHED, _S.SUPERSEDED): Rule(Role.TECHNICIAN, "remplacer un tour publié"),
    (_S.PUBLISHED, _S.WITHDRAWN): Rule(Role.TECHNICIAN, "retirer un tour publié", reason=True),
    (_S.SUPERSEDED, _S.PUBLISHED): Rule(Role.TECHNICIAN, "rétablir un tour remplacé", reason=True),
    (_S.WITHDRAWN, _S.PUBLISHED): Rule(Role.TECHNICIAN, "rétablir un tour retiré", reason=True),
}
"""Every legal move. A restored round comes back in force after its successor, or its own withdrawal, was annulled."""


@dataclass(frozen=True)
class Move:
    """A move that was made. at: ISO 8601, UTC."""

    before: RoundState
    after: RoundState
    by: str
    at: str
    reason: str = ""


def move(before: RoundState, after: RoundState, actor: Actor, at: str, reason: str = "") -> Move:
    """Make a move. Raises ForbiddenMoveError when it is illegal, not theirs to make, or lacks its reason."""
    rule = MOVES.get((before, after))
    if rule is None:
        possible = ", ".join(f"« {STATE_TITLES[state]} »" for state in next_states(before)) or "aucun"
        raise ForbiddenMoveError(
            f"Un tour « {STATE_TITLES[before]} » ne devient pas « {STATE_TITLES[after]} » (possible : {possible})."
        )
    actor.must_be(rule.role, rule.infinitive)
    if rule.reason and not reason.strip():
        raise ForbiddenMoveError(f"Pour {rule.infinitive}, il faut dire pourquoi.")
    return Move(before, after, actor.name, at, reason.strip())


def next_states(state: RoundState) -> tuple[RoundState, ...]:
    """The states that a round may take from this one."""
    return tuple(after for before, after in MOVES if before is state)
