"""What became of a finding, from one round to the next: to mend, mended, a justified exception, a question."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role


class FindingState(enum.Enum):
    """What is to be done about a finding. MENDED is never typed: the next round shows it."""

    TO_MEND = "to_mend"
    MENDED = "mended"
    EXCEPTION = "exception"
    QUESTION = "question"


FINDING_STATE_TITLES = {
    FindingState.TO_MEND: "à corriger",
    FindingState.MENDED: "corrigé",
    FindingState.EXCEPTION: "exception",
    FindingState.QUESTION: "question",
}


@dataclass(frozen=True)
class JustifiedException:
    """A fault that is let pass, once and for all. key: of the finding; at: ISO 8601, UTC; since_round: the first."""

    key: str
    reason: str
    author: str
    at: str
    since_round: int


@dataclass(frozen=True)
class Message:
    """A question about a finding, or an answer to it. key: of the finding; at: ISO 8601, UTC."""

    key: str
    round_number: int
    author: str
    at: str
    text: str


def justify(key: str, reason: str, actor: Actor, at: str, round_number: int) -> JustifiedException:
    """Let a fault pass. Only the DDT's officer may, and says why. Raises ForbiddenMoveError."""
    actor.must_be(Role.OFFICER, "accepter une exception")
    if not reason.strip():
        raise ForbiddenMoveError("Une exception se justifie : dites pourquoi ce constat est accepté.")
    return JustifiedException(key, reason.strip(), actor.name, at, round_number)


def state_of(key: str, exceptions: Iterable[JustifiedException], messages: Sequence[Message]) -> FindingState:
    """The state of a finding that is still there: a question is one whose last message nobody answered yet.

    Questions are asked and answered in turn, so an odd number of messages leaves one open.
    """
    if any(exception.key == key for exception in exceptions):
        return FindingState.EXCEPTION
    said = sum(1 for message in messages if message.key == key)
    return FindingState.QUESTION if said % 2 else FindingState.TO_MEND
