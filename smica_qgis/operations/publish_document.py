"""Publish a delivery, or again a document of the store: validated first, then each target, then read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.reference_systems import check_reference_system
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.publication.outcome import Action
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.database.planning.stored_content import known_document, stored_content
from smica_qgis.database.store import StoreError
from smica_qgis.geodata.planning.content_hash import content_hash
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.operations.instruction.followed_rounds import rounds_follow
from smica_qgis.operations.publication.journey import Journey, carry_out, plan_journey
from smica_qgis.operations.publication.store_opening import (
    check_store_given,
    needed_store,
    settings_with_store,
    store_of_publication,
)
from smica_qgis.operations.publication.verdict import OfficialVerdict, check_reason, official_verdict
from smica_qgis.publishing.targets import STORE


@dataclass(frozen=True)
class PublicationRequest:
    """What is asked. delivery: zip, folder or GeoPackage; or document: IDURBA of one in force in the store.

    store: address, may be empty where no target needs it; targets: names in their order; settings: by target (see
    publishing.targets); reason: why an invalid delivery is published; expected_version: the one that must be in the
    store, -1 = any, 0 = none; standard, crs, standards_folder: as for a validation; certificate: seal of the one by
    which the delivery was accepted; content_sha256: hash that its tables must have, empty = any.
    """

    delivery: str = ""
    document: str = ""
    store: str = ""
    targets: tuple[str, ...] = (STORE,)
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    reason: str = ""
    expected_version: int = -1
    standard: str = ""
    crs: str = "EPSG:2154"
    standards_folder: str = ""
    certificate: str = ""
    content_sha256: str = ""


def plan_publication(request: PublicationRequest, progress: Progress | None = None) -> PublicationReport:
    """What a publication would do, verdict included; nothing is written.

    Raises InvalidParameterError, StoreError, UnreadableDeliveryError, CancelledError.
    """
    progress = progress or SilentProgress()
    with _journey(request, progress, dry_run=True) as journey:
        return plan_journey(journey, progress)


def apply_publication(request: PublicationRequest, progress: Progress | None = None) -> PublicationReport:
    """Publish. What a target could not do is in the report, which raises nothing for it.

    The version that a plan showed can be asked for with expected_version. Raises InvalidParameterError,
    InvalidDeliveryError (no reason), StoreError (cannot be opened), UnreadableDeliveryError, CancelledError.
    """
    progress = progress or SilentProgress()
    with _journey(request, progress, dry_run=False) as journey:
        report = carry_out(journey, progress)
    rounds_follow(report, request.store)
    return report


@contextmanager
def _journey(request: PublicationRequest, progress: Progress, *, dry_run: bool) -> Iterator[Journey]:
    _check(request)
    with ExitStack() as opened:
        if request.delivery:
            yield _of_delivery(request, opened, progress, dry_run=dry_run)
        else:
            yield _of_document(request, opened, dry_run=dry_run)


def _check(request: PublicationRequest) -> None:
    if bool(request.delivery) == bool(request.document):
        message = "Donnez soit une livraison (INPUT), soit l'IDURBA d'un document de la base (DOCUMENT)."
        raise InvalidParameterError(message)
    if STORE in request.targets:
        check_store_given(request.store)
    check_reference_system(request.crs)


def _of_delivery(request: PublicationRequest, opened: ExitStack, progress: Progress, *, dry_run: bool) -> Journey:
    verdict = official_verdict(request.delivery, request.standard, request.crs, request.standards_folder, progress)
    if not dry_run:
        check_reason(verdict, request.reason)
    content = opened.enter_context(
        content_of_delivery(
            request.delivery,
            standard=verdict.standard,
            crs=request.crs,
            progress=progress,
            standards_folder=request.standards_folder,
        )
    )
    if request.content_sha256 and content_hash(content) != request.content_sha256:
        message = (
            "Les tables de cette livraison ne se lisent plus comme le jour de la décision : son contenu n'est pas "
            "celui du certificat. Le standard ou le système de coordonnées a changé ; recevez-la comme un nouveau tour."
        )
        raise InvalidParameterError(message, request.content_sha256)
    store = opened.enter_context(store_of_publication(request.store, request.crs, dry_run=dry_run))
    return Journey(
        Action.PUBLISH,
        content,
        request.targets,
        settings_with_store(request.settings, request.store, _asked_of_store(request, verdict)),
        store=store,
        verdict=verdict.verdict,
        errors=verdict.errors,
        reason=request.reason,
        certificate=request.certificate,
    )


def _asked_of_store(request: PublicationRequest, verdict: OfficialVerdict) -> dict[str, object]:
    return {
        "expected": request.expected_version,
        "reason": request.reason,
        "verdict": verdict.verdict,
        "certificate": request.certificate,
    }


def _of_document(request: PublicationRequest, opened: ExitStack, *, dry_run: bool) -> Journey:
    store = opened.enter_context(needed_store(request.store, request.crs, dry_run=dry_run))
    state = known_document(store, request.document)
    if not state.in_force:
        message = f"{state.document_id} n'est plus en vigueur : restaurez-le (smica:restore_document) pour le publier."
        raise InvalidParameterError(message)
    content = stored_content(store, state.document_id)
    if content_hash(content) != state.hash:
        message = (
            f"Les tables de la base {store.name} ne sont plus ce qui a été publié de {state.document_id} : quelqu'un y "
            "a écrit sans passer par une publication. Publiez à nouveau la livraison."
        )
        raise StoreError(message, state.hash)
    asked = {"expected": request.expected_version, "restored": state.version}
    settings = settings_with_store(request.settings, request.store, asked)
    return Journey(
        Action.PUBLISH, content, request.targets, settings, store=store, version=state.version, reason=request.reason
    )
