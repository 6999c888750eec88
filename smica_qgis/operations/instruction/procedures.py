"""Procedures and rounds in the store: written whole or not at all, read back as the trade's own objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.stored_dates import stored_instant
from smica_qgis.core.workflow.procedure import Manifest, ManifestFile, Procedure, Round, RuleSet
from smica_qgis.core.workflow.roles import Actor
from smica_qgis.core.workflow.round_states import Move, move
from smica_qgis.core.workflow.vocabulary import ProcedureKind, RoundState
from smica_qgis.database.store import Store


class ConflictError(SmicaError):
    """Somebody else did it first: nothing was changed."""


@dataclass(frozen=True)
class StoredRound:
    """A round and its key in the store."""

    fid: int
    procedure: str
    round: Round


def add_procedure(store: Store, procedure: Procedure, actor: Actor, at: str) -> None:
    """Open a procedure. Raises InvalidParameterError when its identifier is taken, StoreError."""
    with store.transaction():
        if find_procedure(store, procedure.identifier) is not None:
            raise InvalidParameterError(
                f"La procédure « {procedure.identifier} » existe déjà : donnez-lui un autre nom."
            )
        store.insert_one(
            "inst_procedure",
            {
                "identifiant": procedure.identifier,
                "territoire": procedure.territory,
                "document": procedure.document,
                "type_procedure": procedure.kind.value,
                "bureau_etudes": procedure.consultancy or None,
                "standard": procedure.standard or None,
                "ouverte_le": at,
                "ouverte_par": actor.name,
                "echeance": procedure.deadline or None,
            },
        )


def find_procedure(store: Store, identifier: str) -> Procedure | None:
    """A procedure with its rounds, None when there is none of that name."""
    return next(procedures(store, identifier), None)


def the_procedure(store: Store, identifier: str) -> Procedure:
    """A procedure with its rounds. Raises InvalidParameterError, which names the known ones."""
    found = find_procedure(store, identifier)
    if found is None:
        known = [str(row[0]) for row in store.rows("SELECT identifiant FROM inst_procedure ORDER BY identifiant")]
        listed = ", ".join(known[:8]) + ("…" if len(known) > 8 else "") if known else "aucune"  # noqa: PLR2004
        raise InvalidParameterError(
            f"La procédure « {identifier} » n'existe pas dans {store.name} (connues : {listed})."
        )
    return found


def procedures(store: Store, identifier: str = "") -> Iterator[Procedure]:
    """All procedures with their rounds, or the one of that name, in the order of their opening."""
    rounds: dict[str, list[Round]] = {}
    for stored in stored_rounds(store, identifier):
        rounds.setdefault(stored.procedure, []).append(stored.round)
    where = "WHERE identifiant = :identifiant" if identifier else ""
    rows = store.rows(
        "SELECT identifiant, territoire, document, type_procedure, bureau_etudes, standard, ouverte_le, echeance "  # noqa: S608  # nosec B608
        f"FROM inst_procedure {where} ORDER BY fid",
        {"identifiant": identifier} if identifier else None,
    )
    for name, territory, document, kind, consultancy, standard, opened, deadline in rows:
        yield Procedure(
            str(name),
            str(territory),
            str(document),
            ProcedureKind(kind),
            _text(consultancy),
            _text(standard),
            stored_instant(opened),
            _text(deadline),
            tuple(rounds.get(str(name), ())),
        )


def stored_rounds(store: Store, identifier: str = "") -> Iterator[StoredRound]:
    """Rounds of all procedures, or of one, by number; without the list of their files, whose hash is kept."""
    where = "WHERE procedure_id = :identifiant" if identifier else ""
    rows = store.rows(
        "SELECT fid, procedure_id, numero, livraison, manifeste_sha256, etat, recu_le, recu_par, regles "  # noqa: S608  # nosec B608
        f"FROM inst_tour {where} ORDER BY procedure_id, numero",
        {"identifiant": identifier} if identifier else None,
    )
    for fid, procedure, number, delivery, sha256, state, received, by, rules in rows:
        yield StoredRound(
            int(fid),
            str(procedure),
            Round(
                int(number),
                str(delivery),
                Manifest((), known_sha256=str(sha256)),
                RoundState(state),
                stored_instant(received),
                str(by),
                None if rules is None else RuleSet(**json.loads(rules)),
            ),
        )


def the_round(store: Store, identifier: str, number: int = 0) -> StoredRound:
    """A round of a procedure; number 0 is the last one. Raises InvalidParameterError."""
    the_procedure(store, identifier)
    rounds = {stored.round.number: stored for stored in stored_rounds(store, identifier)}
    if not rounds:
        raise InvalidParameterError(f"La procédure « {identifier} » n'a encore reçu aucune livraison.")
    wanted = number or max(rounds)
    if wanted not in rounds:
        raise InvalidParameterError(f"La procédure « {identifier} » n'a pas de tour {wanted} (de 1 à {max(rounds)}).")
    return rounds[wanted]


def manifest_of(store: Store, stored: StoredRound) -> Manifest:
    """The files of a round, as they were when it was received."""
    rows = store.rows(
        "SELECT chemin, taille, sha256 FROM inst_fichier WHERE tour_id = :tour ORDER BY chemin", {"tour": stored.fid}
    )
    return Manifest(tuple(ManifestFile(str(path), int(size), str(sha256)) for path, size, sha256 in rows))


def make_move(store: Store, stored: StoredRound, after: RoundState, actor: Actor, at: str, reason: str = "") -> Move:
    """Move a round to another state, with its line in the history. Call it within a transaction.

    Raises ForbiddenMoveError, and ConflictError when the round is no longer in the state that was read.
    """
    made = move(stored.round.state, after, actor, at, reason)
    changed = store.execute(
        "UPDATE inst_tour SET etat = :apres WHERE fid = :fid AND etat = :avant",
        {"fid": stored.fid, "avant": made.before.value, "apres": made.after.value},
    )
    if changed != 1:
        raise ConflictError(
            f"Le tour {stored.round.number} de {stored.procedure} vient de changer d'état : quelqu'un d'autre a agi. "
            "Rien n'a été enregistré ; relisez-le avant de recommencer."
        )
    store.insert_one(
        "inst_mouvement",
        {
            "tour_id": stored.fid,
            "avant": made.before.value,
            "apres": made.after.value,
            "par": made.by,
            "le": made.at,
            "motif": made.reason or None,
        },
    )
    return made


def moves_of(store: Store, stored: StoredRound) -> list[Move]:
    """The moves of a round, the first first."""
    rows = store.rows(
        "SELECT avant, apres, par, le, motif FROM inst_mouvement WHERE tour_id = :tour ORDER BY fid",
        {"tour": stored.fid},
    )
    return [Move(RoundState(b), RoundState(a), str(by), stored_instant(at), _text(why)) for b, a, by, at, why in rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)
