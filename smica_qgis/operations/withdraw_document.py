"""Withdraw a document: cancelled by a court, or taken back. Its content stays whole in the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.outcome import Action
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.database.planning.registry import WITHDRAWN
from smica_qgis.database.planning.stored_content import known_document, stored_content
from smica_qgis.operations.instruction.followed_rounds import rounds_follow
from smica_qgis.operations.publication.journey import Journey, carry_out, plan_journey
from smica_qgis.operations.publication.store_opening import needed_store, settings_with_store
from smica_qgis.publishing.targets import STORE


@dataclass(frozen=True)
class WithdrawalRequest:
    """What is asked. document: IDURBA of a document of the store; reason: kept by the audit, must be given.

    The former document of the territory does not come back by itself: restore_document brings it back.
    """

    document: str
    reason: str
    store: str
    targets: tuple[str, ...] = (STORE,)
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    crs: str = "EPSG:2154"


def plan_withdrawal(request: WithdrawalRequest, progress: Progress | None = None) -> PublicationReport:
    """What a withdrawal would do; nothing is written. Raises InvalidParameterError, StoreError, CancelledError."""
    progress = progress or SilentProgress()
    with _journey(request, dry_run=True) as journey:
        return plan_journey(journey, progress)


def withdraw_document(request: WithdrawalRequest, progress: Progress | None = None) -> PublicationReport:
    """Withdraw a document everywhere it is published. Called again, it finishes what was left.

    Raises InvalidParameterError (no reason, no such document, already replaced), StoreError, CancelledError.
    """
    if not request.reason.strip():
        message = "Dites pourquoi ce document est retiré (REASON) : le journal le garde."
        raise InvalidParameterError(message)
    progress = progress or SilentProgress()
    with _journey(request, dry_run=False) as journey:
        report = carry_out(journey, progress)
    rounds_follow(report, request.store)
    return report


@contextmanager
def _journey(request: WithdrawalRequest, *, dry_run: bool) -> Iterator[Journey]:
    with needed_store(request.store, request.crs, dry_run=dry_run) as store:
        state = known_document(store, request.document)
        if not state.in_force and state.state != WITHDRAWN:
            message = f"{state.document_id} n'est plus en vigueur (remplacé) : il n'y a rien à retirer."
            raise InvalidParameterError(message)
        yield Journey(
            Action.WITHDRAW,
            stored_content(store, state.document_id),
            request.targets,
            settings_with_store(request.settings, request.store, {"reason": request.reason}),
            store=store,
            version=state.version,
            reason=request.reason,
        )
