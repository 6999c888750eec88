"""The common way of a publication, a withdrawal and a restoration: for each target, plan → apply → read back.

The store comes first. Once it is written, a target that fails is told and does not stop the others; the same call again
finishes the work: what is as it should be is looked at and left alone.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Action, State, TargetOutcome
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.tables import ROW_TABLES
from smica_qgis.database.store import Store, StoreError
from smica_qgis.publishing.store.target import StoreTarget
from smica_qgis.publishing.target import Publication, Target
from smica_qgis.publishing.targets import STORE, make_targets

TargetSettings = Mapping[str, Mapping[str, object]]
_GOOD = (State.DONE, State.UNCHANGED)


@dataclass(frozen=True)
class Journey:
    """What is to be done. version: of the document in the store, where the store is not among the targets."""

    action: Action
    content: DocumentContent
    targets: Sequence[str]
    settings: TargetSettings
    store: Store | None = None
    version: int = 0
    verdict: str = ""
    errors: int = 0
    reason: str = ""
    certificate: str = ""
    successor: DocumentContent | None = None


@dataclass
class _Progressing:
    """Where a journey is."""

    journey: Journey
    progress: Progress
    report: PublicationReport
    targets: dict[str, Target]
    store: Store | None
    before: Mapping[str, TargetOutcome] = field(default_factory=dict)
    clock: float = field(default_factory=time.perf_counter)


def plan_journey(journey: Journey, progress: Progress) -> PublicationReport:
    """What each target would do; nothing is written. A target that cannot tell is a failed one.

    Raises CancelledError, InvalidParameterError for settings.
    """
    state = _begin(journey, progress, dry_run=True)
    for target in state.targets.values():
        outcome = TargetOutcome(target.name, State.PLANNED)
        try:
            outcome.plan = target.plan(_publication(state), progress)
            if outcome.plan.is_empty:
                outcome.state = State.UNCHANGED
        except CancelledError:
            raise
        except (SmicaError, OSError) as error:
            _failed(outcome, error)
        _take_version(state, target)
        state.report.outcomes.append(outcome)
    return _end(state)


def carry_out(journey: Journey, progress: Progress) -> PublicationReport:
    """Do it. The report says what failed; after a failure of the store nothing else is tried.

    Raises InvalidParameterError for settings, before anything is done; CancelledError before the store is written.
    """
    state = _begin(journey, progress, dry_run=False)
    names = list(state.targets)
    for position, name in enumerate(names):
        outcome = _served(state, state.targets[name])
        state.report.outcomes.append(outcome)
        if name == STORE and outcome.state is State.FAILED:
            _leave(state, names[position + 1 :], "non tenté : la base n'a pas suivi")
            break
        if name == STORE:
            _after_store(state)
        _remember(state, outcome)
        if progress.cancelled():
            _leave(state, names[position + 1 :], CancelledError().message)
            break
    return _end(state)


def _begin(journey: Journey, progress: Progress, *, dry_run: bool) -> _Progressing:
    report = PublicationReport(
        journey.action,
        journey.content.idurba,
        title=journey.content.title,
        standard=journey.content.standard,
        store=journey.store.name if journey.store is not None else "",
        version=journey.version,
        verdict=journey.verdict,
        errors=journey.errors,
        reason=journey.reason,
        certificate=journey.certificate,
        dry_run=dry_run,
        started=dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
    )
    targets = make_targets(journey.targets, journey.settings, journey.store)
    state = _Progressing(journey, progress, report, targets, journey.store)
    state.before = _outcomes_before(state)
    return state


def _end(state: _Progressing) -> PublicationReport:
    state.report.seconds = time.perf_counter() - state.clock
    return state.report


def _publication(state: _Progressing) -> Publication:
    journey = state.journey
    return Publication(journey.action, journey.content, state.report.version, journey.successor)


def _served(state: _Progressing, target: Target) -> TargetOutcome:
    """Plan, apply what is to be done or was not done well before, and read back."""
    outcome = TargetOutcome(target.name, State.FAILED)
    try:
        publication = _publication(state)
        outcome.plan = target.plan(publication, state.progress)
        before = state.before.get(target.name)
        to_finish = before is not None and before.state not in _GOOD
        outcome.address = before.address if before is not None else ""
        if not outcome.plan.is_empty or to_finish or target.name == STORE:
            outcome.address = target.apply(publication, outcome.plan, state.progress)
        _take_version(state, target)
        outcome.proofs = target.read_back(_publication(state), state.progress)
        unchanged = target.unchanged if isinstance(target, StoreTarget) else outcome.plan.is_empty and not to_finish
        _conclude(outcome, changed=not unchanged)
    except CancelledError as error:
        if target.name == STORE:
            raise
        _failed(outcome, error)
    except (SmicaError, OSError) as error:
        _failed(outcome, error)
    return outcome


def _conclude(outcome: TargetOutcome, *, changed: bool) -> None:
    wrong = [proof for proof in outcome.proofs if not proof.agrees]
    if wrong:
        shown = "; ".join(f"{p.what} : {p.found} au lieu de {p.expected}" for p in wrong[:_MOST_SHOWN])
        outcome.message = f"La relecture ne retrouve pas ce qui a été publié ({shown})."
        return
    outcome.state = State.DONE if changed else State.UNCHANGED


_MOST_SHOWN = 3


def _failed(outcome: TargetOutcome, error: Exception) -> None:
    outcome.state = State.FAILED
    outcome.message = error.message if isinstance(error, SmicaError) else str(error)
    outcome.details = error.details if isinstance(error, SmicaError) else ""


def _leave(state: _Progressing, names: Sequence[str], why: str) -> None:
    for name in names:
        state.report.outcomes.append(TargetOutcome(name, State.FAILED, message=why))


def _take_version(state: _Progressing, target: Target) -> None:
    if isinstance(target, StoreTarget):
        state.report.version = target.version


def _after_store(state: _Progressing) -> None:
    """The store may have been opened again: the other targets look at the one that is alive."""
    target = state.targets[STORE]
    if isinstance(target, StoreTarget) and target.store is not state.store:
        state.store = target.store
        others = [name for name in state.targets if name != STORE]
        state.targets.update(make_targets(others, state.journey.settings, state.store))
    state.before = _outcomes_before(state)
    if state.store is not None and isinstance(target, StoreTarget) and not target.unchanged:
        with suppress(StoreError):  # it is published: QGIS would only show the extent of before
            state.store.refresh_statistics(ROW_TABLES)


def _outcomes_before(state: _Progressing) -> Mapping[str, TargetOutcome]:
    if state.store is None or not state.report.version:
        return {}
    registry = PlanningRegistry(state.store)
    return registry.outcomes(state.report.document, state.report.version, state.journey.action)


def _remember(state: _Progressing, outcome: TargetOutcome) -> None:
    """Write what came of a target; where that cannot be, the publication is made all the same, and it is said."""
    store, report = state.store, state.report
    if store is None or not report.version or store.read_only:
        return
    try:
        with store.transaction():
            PlanningRegistry(store).keep_outcome(report.document, report.version, report.action, outcome)
    except StoreError as error:
        outcome.message = f"{outcome.message} (Suite non notée dans la base : {error.message})".strip()
