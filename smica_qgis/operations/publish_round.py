"""The gate: only the very delivery that was accepted is published without a reason.

What is published names its certificate. Called again, it finishes what was left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.outcome import State
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.core.workflow.certificate import Certificate, is_registered, read_certificate
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.store import Store
from smica_qgis.geodata.delivery.delivery_manifest import delivery_manifest
from smica_qgis.operations.decide_round import certificate_of, register
from smica_qgis.operations.instruction.acting import actor_in, present_instant
from smica_qgis.operations.instruction.followed_rounds import follow_registry
from smica_qgis.operations.instruction.kept_rounds import content_sha256, summary_of_round
from smica_qgis.operations.instruction.procedures import (
    StoredRound,
    make_move,
    manifest_of,
    stored_rounds,
    the_procedure,
    the_round,
)
from smica_qgis.operations.publish_document import PublicationRequest, apply_publication, plan_publication
from smica_qgis.publishing.targets import STORE

_ACCEPTED = (RoundState.ACCEPTED, RoundState.PUBLISHED)
_OUT_OF_FORCE = (RoundState.SUPERSEDED, RoundState.WITHDRAWN)
_MOST_SHOWN = 5


@dataclass(frozen=True)
class RoundPublication:
    """What is asked. delivery: the files of the round, given again; number: 0 = the round that was accepted.

    targets: the store is always served first, asked or not; reason: why a round that nobody accepted is published.
    """

    procedure: str
    delivery: str
    store: str
    number: int = 0
    targets: tuple[str, ...] = (STORE,)
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    reason: str = ""
    standards_folder: str = ""


@dataclass(frozen=True)
class PublishedRound:
    """What came of it. number: of the round; seal: of its certificate, empty when it was published without one."""

    number: int
    seal: str
    report: PublicationReport


@dataclass(frozen=True)
class _Gate:
    """The round that goes through, with its certificate when it was accepted."""

    stored: StoredRound
    crs: str
    certificate: Certificate | None = None
    seal: str = ""


def plan_round_publication(request: RoundPublication, progress: Progress | None = None) -> PublishedRound:
    """What the publication of a round would do; nothing is written. Raises what `publish_round` raises."""
    progress = progress or SilentProgress()
    gate = _opened_gate(request, progress)
    report = plan_publication(_publication(request, gate), progress)
    return PublishedRound(gate.stored.round.number, gate.seal, report)


def publish_round(request: RoundPublication, progress: Progress | None = None) -> PublishedRound:
    """Publish a round: its state, and that of the one that it replaces, follow.

    Raises ForbiddenMoveError (nobody accepted it and no reason is given, no technician), InvalidParameterError (other
    files, out of force), and what `apply_publication` raises. What a target could not do is in the report.
    """
    progress = progress or SilentProgress()
    gate = _opened_gate(request, progress)
    report = apply_publication(_publication(request, gate), progress)
    outcome = report.outcome(STORE)
    if outcome is not None and outcome.state is not State.FAILED:
        with open_store(request.store) as store:
            _move(store, gate, report, actor_in(store))
    return PublishedRound(gate.stored.round.number, gate.seal, report)


def version_of_round(store: Store, procedure: str, number: int) -> int:
    """Number in the store of the last version that holds what a round delivered; 0 when it was never published."""
    stored = the_round(store, procedure, number)
    content = content_sha256(store, stored)
    versions = PlanningRegistry(store).versions(stored.round.delivery)
    return next((version.version for version in versions if version.hash == content), 0)


def _opened_gate(request: RoundPublication, progress: Progress) -> _Gate:
    """Choose the round and compare the delivery with it: what is shown is what was decided on."""
    with open_store(request.store, read_only=True) as store:
        actor_in(store).must_be(Role.TECHNICIAN, "publier un tour")
        stored = _chosen(store, request)
        _check_files(store, stored, request.delivery, progress)
        crs = _system(store, stored)
        if stored.round.state not in _ACCEPTED:
            return _Gate(stored, crs)
        read = read_certificate(certificate_of(store, stored))
        if not read.intact or not is_registered(register(store), read.seal):
            message = (
                f"Le certificat du tour {stored.round.number} de « {stored.procedure} » a été modifié à la main dans "
                f"{store.name} : il ne prouve plus rien, et ce tour ne peut pas être publié."
            )
            raise SmicaError(message, read.seal)
        return _Gate(stored, crs, read.certificate, read.seal)


def _chosen(store: Store, request: RoundPublication) -> StoredRound:
    the_procedure(store, request.procedure)
    accepted = [one for one in stored_rounds(store, request.procedure) if one.round.state in _ACCEPTED]
    stored = the_round(store, request.procedure, request.number) if request.number or not accepted else accepted[-1]
    state = stored.round.state
    if state in _OUT_OF_FORCE:
        message = (
            f"Le tour {stored.round.number} est « {STATE_TITLES[state]} » : rétablissez son document "
            "(smica:restore_document) pour le publier à nouveau."
        )
        raise InvalidParameterError(message)
    if state not in _ACCEPTED and not request.reason.strip():
        message = (
            f"Le tour {stored.round.number} de « {request.procedure} » est « {STATE_TITLES[state]} », pas accepté : "
            "attendez la décision, ou dites pourquoi il est publié sans elle (REASON), ce qui sera gardé."
        )
        raise ForbiddenMoveError(message)
    return stored


def _check_files(store: Store, stored: StoredRound, delivery: str, progress: Progress) -> None:
    manifest = delivery_manifest(delivery, progress)
    if manifest.sha256 == stored.round.manifest.sha256:
        return
    differing = manifest_of(store, stored).differences(manifest)
    shown = ", ".join(differing[:_MOST_SHOWN]) + ("…" if len(differing) > _MOST_SHOWN else "")
    message = (
        f"{delivery} n'est pas la livraison du tour {stored.round.number} : {len(differing)} fichier(s) diffèrent "
        f"({shown}). Donnez les fichiers reçus ce jour-là."
    )
    raise InvalidParameterError(message)


def _system(store: Store, stored: StoredRound) -> str:
    """The system in which the round was read."""
    header = summary_of_round(store, stored).get("header")
    said = header.get("crs") if isinstance(header, Mapping) else None
    return str(said or PublicationRequest.crs)


def _publication(request: RoundPublication, gate: _Gate) -> PublicationRequest:
    rules = gate.stored.round.checked_by
    accepted = gate.certificate
    return PublicationRequest(
        delivery=request.delivery,
        store=request.store,
        targets=(STORE, *(name for name in request.targets if name != STORE)),
        settings=request.settings,
        reason=request.reason.strip() or _reason(gate),
        standard=rules.standard if rules is not None else "",
        crs=gate.crs,
        standards_folder=request.standards_folder,
        certificate=gate.seal,
        content_sha256=accepted.content_sha256 if accepted is not None else "",
    )


def _reason(gate: _Gate) -> str:
    """Why an accepted delivery is published though the Géoportail would refuse it: it was accepted with exceptions."""
    certificate = gate.certificate
    if certificate is None or certificate.verdict == "valid":
        return ""
    count = len(certificate.exceptions)
    return f"Acceptée par {certificate.signatory} avec {count} exception(s) justifiée(s), certificat {gate.seal}."


def _move(store: Store, gate: _Gate, report: PublicationReport, actor: Actor) -> None:
    """The round is published, the one before is replaced. A round that nobody accepted keeps its state."""
    at = present_instant()
    said = f"Version {report.version} de {report.document}, certificat {gate.seal}"
    with store.transaction():
        store.lock(f"procedure:{gate.stored.procedure}")
        stored = the_round(store, gate.stored.procedure, gate.stored.round.number)
        if stored.round.state is RoundState.ACCEPTED:
            make_move(store, stored, RoundState.PUBLISHED, actor, at, said)
            _note(store, gate, report)
    follow_registry(store, report.document, actor, at, report.reason)


def _note(store: Store, gate: _Gate, report: PublicationReport) -> None:
    """Write in the audit which round and which certificate this version comes from, even when it was there before."""
    PlanningRegistry(store).note(
        "certificate",
        report.document,
        report.version,
        certificat=gate.seal,
        procedure=gate.stored.procedure,
        tour=gate.stored.round.number,
    )
