"""A delivery becomes a round of its procedure: frozen by its manifest, checked, kept with all that was found.

Absent or whole: everything is computed before, then written in one transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.publication.packed_table import packed_table
from smica_qgis.core.validation.report import Report
from smica_qgis.core.workflow.procedure import Manifest, Procedure, RuleSet
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.database.store import Store
from smica_qgis.geodata.delivery.delivery_manifest import delivery_manifest
from smica_qgis.geodata.planning.content_hash import content_hash
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.operations.compare_rounds import compare_rounds
from smica_qgis.operations.instruction.kept_rounds import exceptions_of, keep_exceptions
from smica_qgis.operations.instruction.procedures import (
    ConflictError,
    make_move,
    stored_rounds,
    the_procedure,
    the_round,
)
from smica_qgis.operations.instruction.rule_set import rule_set_of
from smica_qgis.operations.validate_delivery import FAMILIES, ValidationRequest, validate_delivery
from smica_qgis.reports.json_lines import json_lines
from smica_qgis.reports.json_summary import summary_of

_OPEN = (RoundState.RECEIVED, RoundState.CHECKED)


@dataclass(frozen=True)
class RoundRequest:
    """What is received. procedure: its identifier; standard: empty = the one agreed; rest: see ValidationRequest."""

    procedure: str
    path: str
    standard: str = ""
    crs: str = "EPSG:2154"
    families: tuple[str, ...] = FAMILIES
    rule_profile: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    standards_folder: str = ""


@dataclass(frozen=True)
class ReceivedRound:
    """What came of it. report: keeps the delivery open, close `report.geometries`; notes: French."""

    number: int
    manifest: Manifest
    report: Report
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Objects:
    tables: Mapping[str, ContentTable]
    sha256: str
    note: str


def receive_round(
    store: Store, request: RoundRequest, actor: Actor, at: str, progress: Progress | None = None
) -> ReceivedRound:
    """Receive a delivery and check it. at: ISO 8601, UTC.

    Raises InvalidParameterError for a delivery of another territory, or already received, or while the round before
    awaits its decision; ForbiddenMoveError, StoreError, CancelledError, and what `validate_delivery` raises.
    """
    progress = progress or SilentProgress()
    actor.must_be(Role.TECHNICIAN, "recevoir une livraison")
    procedure = the_procedure(store, request.procedure)
    _check_turn(procedure)
    manifest = delivery_manifest(request.path, progress)
    _check_new(store, procedure, manifest)
    report = _checked(request, procedure, progress)
    try:
        _check_territory(procedure, report.header.delivery)
        objects = _objects(request, report, progress)
        number = _keep(store, procedure, (manifest, report, objects), (actor, at), progress)
    except BaseException:
        report.geometries.close()
        raise
    return ReceivedRound(number, manifest, report, tuple(_notes(procedure, report, objects)))


def _notes(procedure: Procedure, report: Report, objects: _Objects) -> Iterator[str]:
    if report.header.delivery != procedure.document:
        yield f"La livraison s'appelle {report.header.delivery} ; la procédure attend {procedure.document}."
    if objects.note:
        yield objects.note


def _checked(request: RoundRequest, procedure: Procedure, progress: Progress) -> Report:
    asked = ValidationRequest(
        request.path,
        request.standard or procedure.standard,
        request.crs,
        request.families,
        request.rule_profile,
        request.options,
        request.standards_folder,
    )
    report = validate_delivery(asked, progress)
    if report.header.partial:  # a round is checked whole, or not at all
        report.geometries.close()
        raise CancelledError
    return report


def _check_turn(procedure: Procedure) -> None:
    last = procedure.last
    if last is None or last.state is RoundState.SENT_BACK:
        return
    if last.state in _OPEN:
        message = (
            f"Le tour {last.number} de « {procedure.identifier} » attend encore sa décision : acceptez-le ou "
            "renvoyez-le avant d'en recevoir un autre."
        )
    else:
        message = (
            f"La procédure « {procedure.identifier} » a déjà un tour accepté (tour {last.number}) : une nouvelle "
            "version du document demande une nouvelle procédure."
        )
    raise InvalidParameterError(message)


def _check_new(store: Store, procedure: Procedure, manifest: Manifest) -> None:
    for stored in stored_rounds(store, procedure.identifier):
        if stored.round.manifest.sha256 == manifest.sha256:
            raise InvalidParameterError(
                f"Cette livraison est déjà le tour {stored.round.number} de « {procedure.identifier} » : aucun fichier "
                "n'a changé depuis."
            )


def _check_territory(procedure: Procedure, delivery: str) -> None:
    name = parse_document_name(delivery)
    if name is not None and procedure.territory not in (name.territory, name.manager):
        raise InvalidParameterError(
            f"La livraison {delivery} n'est pas du territoire {procedure.territory} de « {procedure.identifier} »."
        )


def _objects(request: RoundRequest, report: Report, progress: Progress) -> _Objects:
    """The objects of the delivery, for the comparison with the next round; a delivery too broken has none."""
    standard = report.model.name if report.model is not None else ""
    try:
        with content_of_delivery(
            request.path,
            standard=standard,
            crs=request.crs,
            progress=progress,
            standards_folder=request.standards_folder,
        ) as content:
            return _Objects(content.tables, content_hash(content), "")
    except CancelledError:
        raise
    except SmicaError as error:
        return _Objects({}, "", f"Les objets de ce tour ne pourront pas être comparés : {error.message}")


def _keep(
    store: Store,
    procedure: Procedure,
    found: tuple[Manifest, Report, _Objects],
    by: tuple[Actor, str],
    progress: Progress,
) -> int:
    manifest, report, objects = found
    actor, at = by
    with store.transaction(lambda: stop_if_cancelled(progress)):
        number = len(list(stored_rounds(store, procedure.identifier))) + 1
        if number != len(procedure.rounds) + 1:
            raise ConflictError(f"Quelqu'un d'autre vient de recevoir un tour de « {procedure.identifier} ».")
        fid = store.insert_one("inst_tour", _row(procedure, number, found, actor, at))
        store.insert(
            "inst_fichier",
            ("tour_id", "chemin", "taille", "sha256"),
            ((fid, file.path, file.size, file.sha256) for file in manifest.files),
        )
        store.insert(
            "inst_table",
            ("tour_id", "nom", "lignes", "contenu"),
            ((fid, name, len(table.rows), packed_table(table)) for name, table in objects.tables.items()),
        )
        keep_findings(store, fid, report)
        make_move(store, the_round(store, procedure.identifier, number), RoundState.CHECKED, actor, at)
        if number > 1:
            _carry_exceptions(store, procedure.identifier, progress)
    return number


def _carry_exceptions(store: Store, procedure: str, progress: Progress) -> None:
    """Give the exceptions that still stand the keys that their findings have in the new round."""
    known = exceptions_of(store, procedure)
    if not known:
        return
    keys = {exception.key for exception in known}
    carried = [one for one in compare_rounds(store, procedure, progress=progress).exceptions if one.key not in keys]
    keep_exceptions(store, procedure, carried)


def keep_findings(store: Store, fid: int, report: Report) -> None:
    """Keep what was found of a round, as the lines of its report."""
    lines = zip(report.findings, json_lines(report))
    store.insert(
        "inst_constat",
        ("tour_id", "rang", "cle", "code", "famille", "niveau", "ligne_rapport"),
        (
            (fid, place, one.key, one.code, one.family.value, one.level.value, line)
            for place, (one, line) in enumerate(lines)
        ),
    )


def _row(
    procedure: Procedure, number: int, found: tuple[Manifest, Report, _Objects], actor: Actor, at: str
) -> dict[str, str | int | None]:
    manifest, report, objects = found
    rules: RuleSet = rule_set_of(report)
    return {
        "procedure_id": procedure.identifier,
        "numero": number,
        "livraison": report.header.delivery,
        "manifeste_sha256": manifest.sha256,
        "contenu_sha256": objects.sha256 or None,
        "etat": RoundState.RECEIVED.value,
        "recu_le": at,
        "recu_par": actor.name,
        "controle_le": at,
        "standard": rules.standard or None,
        "regles": json.dumps(asdict(rules), ensure_ascii=False, sort_keys=True),
        "rapport": json.dumps(summary_of(report), ensure_ascii=False),
        "verdict": report.verdict.value,
    }
