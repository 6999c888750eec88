"""Restore a document: an earlier version, from the history, is published again under a new number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.outcome import Action
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.database.planning.stored_content import known_document, stored_content
from smica_qgis.operations.instruction.followed_rounds import rounds_follow
from smica_qgis.operations.publication.journey import Journey, carry_out, plan_journey
from smica_qgis.operations.publication.store_opening import needed_store, settings_with_store
from smica_qgis.publishing.targets import STORE


@dataclass(frozen=True)
class RestorationRequest:
    """What is asked. document: IDURBA; version: the one to bring back, 0 = the last; reason: kept by the audit."""

    document: str
    store: str
    version: int = 0
    targets: tuple[str, ...] = (STORE,)
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    reason: str = ""
    expected_version: int = -1
    crs: str = "EPSG:2154"


def plan_restoration(request: RestorationRequest, progress: Progress | None = None) -> PublicationReport:
    """What a restoration would do; nothing is written. Raises InvalidParameterError, StoreError, CancelledError."""
    progress = progress or SilentProgress()
    with _journey(request, dry_run=True) as journey:
        return plan_journey(journey, progress)


def restore_document(request: RestorationRequest, progress: Progress | None = None) -> PublicationReport:
    """Bring a version back in force, in the place of the document that has it now. Called again, it finishes.

    Raises InvalidParameterError (no such document or version), StoreError, CancelledError.
    """
    progress = progress or SilentProgress()
    with _journey(request, dry_run=False) as journey:
        report = carry_out(journey, progress)
    rounds_follow(report, request.store)
    return report


@contextmanager
def _journey(request: RestorationRequest, *, dry_run: bool) -> Iterator[Journey]:
    with needed_store(request.store, request.crs, dry_run=dry_run) as store:
        state = known_document(store, request.document)
        wanted = request.version or state.version
        asked = {"restored": wanted, "reason": request.reason, "expected": request.expected_version}
        yield Journey(
            Action.RESTORE,
            stored_content(store, state.document_id, wanted),
            request.targets,
            settings_with_store(request.settings, request.store, asked),
            store=store,
            version=state.version,
            reason=request.reason,
        )
