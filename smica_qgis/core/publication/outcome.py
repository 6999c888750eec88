"""What a publication would change, did, and proved: said the same way for every target."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Action(enum.Enum):
    """What is asked of a target. RESTORE publishes an earlier version again, with a new number."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class State(enum.Enum):
    """Where a target stands. UNCHANGED: nothing had to be done, which was checked as well."""

    PLANNED = "planned"
    UNCHANGED = "unchanged"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Change:
    """One line of a plan. text: French, for people; count: of objects, files or records, 0 when it means nothing."""

    text: str
    count: int = 0


@dataclass(frozen=True)
class Proof:
    """One thing that was read back and compared. what: French; expected, found: as read; agrees: whether they match."""

    what: str
    expected: str
    found: str

    @property
    def agrees(self) -> bool:
        """Whether what is there is what was meant."""
        return self.expected == self.found


@dataclass(frozen=True)
class TargetPlan:
    """What one target would do. token: what `apply` needs of the plan (expected version, hash), for no one else.

    changes: empty when nothing is to be done; warnings: French, what a person should know before agreeing.
    """

    target: str
    changes: tuple[Change, ...]
    warnings: tuple[str, ...] = ()
    token: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the target already is as it should be."""
        return not self.changes


@dataclass
class TargetOutcome:
    """What came of one target. address: where it can be seen now, without any secret; message: French."""

    target: str
    state: State
    plan: TargetPlan | None = None
    proofs: list[Proof] = field(default_factory=list)
    message: str = ""
    details: str = ""
    address: str = ""

    @property
    def proved(self) -> bool:
        """Whether everything that was read back is as meant, and something was read back."""
        return bool(self.proofs) and all(proof.agrees for proof in self.proofs)
