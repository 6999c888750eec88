"""The rounds follow the registry: what is published, replaced, withdrawn or restored in the store is so for its round.

Called at the end of every journey of a publication, in a transaction of its own: one that was killed before it is
caught up with by the next one on that territory.
"""

from __future__ import annotations

from collections.abc import Iterator

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.publication.outcome import State
from smica_qgis.core.publication.place import Place, place_of
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.core.workflow.round_states import MOVES
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import WITHDRAWN, PlanningRegistry
from smica_qgis.database.store import Store
from smica_qgis.operations.instruction.acting import actor_in, present_instant
from smica_qgis.operations.instruction.kept_rounds import content_sha256
from smica_qgis.operations.instruction.procedures import StoredRound, make_move, stored_rounds
from smica_qgis.publishing.targets import STORE

_FOLLOWING = (RoundState.PUBLISHED, RoundState.SUPERSEDED, RoundState.WITHDRAWN)
_DONE = (State.DONE, State.UNCHANGED)


def rounds_follow(report: PublicationReport, address: str) -> None:
    """Let the rounds of the territory follow what was just published, withdrawn or restored.

    Whoever is no technician may publish its own documents, but moves no round: a technician's next publication does.
    What goes wrong here undoes no publication: it is told in the outcome of the store.
    """
    outcome = report.outcome(STORE)
    if outcome is None or outcome.state not in _DONE:
        return
    try:
        with open_store(address) as store:
            actor = actor_in(store)
            if Role.TECHNICIAN in actor.roles:
                follow_registry(store, report.document, actor, present_instant(), report.reason)
    except SmicaError as error:
        outcome.message = f"{outcome.message} (États des tours non notés : {error.message})".strip()


def follow_registry(store: Store, document: str, actor: Actor, at: str, reason: str) -> None:
    """Give the published rounds of a document's place the state that the registry gives.

    A round is the one in force when its delivery is, with the very content that was accepted. Raises StoreError,
    ConflictError.
    """
    name = parse_document_name(document)
    if name is None:
        return
    with store.transaction():
        store.lock(f"tours:{place_of(name).territory}")
        rounds = list(_rounds_of(store, place_of(name)))
        in_force = _in_force(store, rounds)
        for stored in rounds:
            wanted = RoundState.PUBLISHED if stored is in_force else _state_out_of_force(store, stored)
            rule = MOVES.get((stored.round.state, wanted))
            if rule is not None and wanted is not stored.round.state:
                why = reason or ("Restauré dans la base commune." if rule.reason else f"{document} l'a remplacé.")
                make_move(store, stored, wanted, actor, at, why)


def _rounds_of(store: Store, place: Place) -> Iterator[StoredRound]:
    for stored in stored_rounds(store):
        name = parse_document_name(stored.round.delivery)
        if stored.round.state in _FOLLOWING and name is not None and place_of(name) == place:
            yield stored


def _in_force(store: Store, rounds: list[StoredRound]) -> StoredRound | None:
    """The round whose content is in force; of two that are the same, the one that is known as published."""
    registry = PlanningRegistry(store)
    found = []
    for stored in rounds:
        state = registry.state(stored.round.delivery)
        if state is not None and state.in_force and state.hash == content_sha256(store, stored):
            found.append(stored)
    return max(found, key=lambda one: (one.round.state is RoundState.PUBLISHED, one.fid), default=None)


def _state_out_of_force(store: Store, stored: StoredRound) -> RoundState:
    state = PlanningRegistry(store).state(stored.round.delivery)
    return RoundState.WITHDRAWN if state is not None and state.state == WITHDRAWN else RoundState.SUPERSEDED
