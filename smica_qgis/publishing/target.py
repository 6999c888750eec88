"""A place where documents are published: plan (changes nothing) → apply → read back.

The store comes first and is the truth; the other targets say what is in force there. `apply` may be called again
after it was killed: it looks at what is there and finishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Action, Proof, TargetPlan


@dataclass(frozen=True)
class Publication:
    """What is to be published. content: the document as it is, or will be, in the store.

    version: its number in the store, 0 when the store is not among the targets and does not know it; successor:
    for a withdrawal, the document of the territory that comes back in force, None when none does.
    """

    action: Action
    content: DocumentContent
    version: int = 0
    successor: DocumentContent | None = None

    @property
    def in_force(self) -> DocumentContent | None:
        """The document that is in force once this is done, None when there is none any more."""
        return self.successor if self.action is Action.WITHDRAW else self.content


class Target(Protocol):
    """One target, ready to be used: its settings were read and checked when it was made."""

    name: str
    """Word of `TARGETS`: store, catalogue, archive, feed, service, official."""

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """What would change. Writes nothing. Raises SmicaError when it cannot be known, CancelledError."""

    def apply(self, publication: Publication, plan: TargetPlan, progress: Progress) -> str:
        """Do what the plan says; returns the address where it can be seen. Raises SmicaError, CancelledError."""

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Read what is there now and compare. Raises SmicaError, CancelledError."""
