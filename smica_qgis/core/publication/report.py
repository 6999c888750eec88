"""The report of a publication: what was asked, what each target was to do, did, and proved."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.publication.outcome import Action, State, TargetOutcome

PARTIAL = "partial"
"""State of a publication that some targets did not follow."""


@dataclass
class PublicationReport:
    """version: number in the store, 0 where it has none; verdict: of the official family, empty when it was not asked.

    reason: why an invalid delivery is published, or a document withdrawn; needs_reason: it cannot be published without
    one; errors: of the official family; dry_run: nothing was done; store: its name; certificate: seal of the one by
    which the delivery was accepted, empty when there is none.
    """

    action: Action
    document: str
    title: str = ""
    standard: str = ""
    store: str = ""
    version: int = 0
    verdict: str = ""
    errors: int = 0
    reason: str = ""
    certificate: str = ""
    dry_run: bool = False
    outcomes: list[TargetOutcome] = field(default_factory=list)
    started: str = ""
    seconds: float = 0.0

    @property
    def needs_reason(self) -> bool:
        """Whether the verdict forbids this publication, since nobody said why it should be made all the same."""
        return self.verdict == "invalid" and not self.reason

    @property
    def failed(self) -> list[str]:
        """Names of the targets that did not follow."""
        return [outcome.target for outcome in self.outcomes if outcome.state is State.FAILED]

    @property
    def state(self) -> str:
        """planned, unchanged, done, partial or failed (nothing was done)."""
        states = [outcome.state for outcome in self.outcomes]
        if State.FAILED in states:
            return State.FAILED.value if set(states) == {State.FAILED} else PARTIAL
        found = next((state for state in (State.PLANNED, State.DONE) if state in states), State.UNCHANGED)
        return found.value

    def outcome(self, target: str) -> TargetOutcome | None:
        """What came of a target."""
        return next((outcome for outcome in self.outcomes if outcome.target == target), None)

    def as_json(self) -> dict[str, object]:
        """The report as REPORT_JSON holds it."""
        return {
            "format_version": 1,
            "action": self.action.value,
            "document": self.document,
            "title": self.title,
            "standard": self.standard,
            "store": self.store,
            "version": self.version,
            "verdict": self.verdict,
            "errors": self.errors,
            "reason": self.reason,
            "certificate": self.certificate,
            "dry_run": self.dry_run,
            "state": self.state,
            "started": self.started,
            "seconds": round(self.seconds, 3),
            "targets": [_outcome(outcome) for outcome in self.outcomes],
        }


def _outcome(outcome: TargetOutcome) -> dict[str, object]:
    plan = outcome.plan
    return {
        "target": outcome.target,
        "state": outcome.state.value,
        "message": outcome.message,
        "details": outcome.details,
        "address": outcome.address,
        "changes": [{"text": change.text, "count": change.count} for change in plan.changes] if plan else [],
        "warnings": list(plan.warnings) if plan else [],
        "proved": outcome.proved,
        "proofs": [
            {"what": proof.what, "expected": proof.expected, "found": proof.found, "agrees": proof.agrees}
            for proof in outcome.proofs
        ],
    }
