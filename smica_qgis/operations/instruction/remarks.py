"""What people say of a round while it is instructed: questions, answers, exceptions, what was seen by eye."""

from __future__ import annotations

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.workflow.checklist import ChecklistAnswer
from smica_qgis.core.workflow.finding_states import justify
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, RoundState
from smica_qgis.database.store import Store
from smica_qgis.operations.instruction.kept_rounds import keep_exceptions
from smica_qgis.operations.instruction.procedures import StoredRound, the_round

_AWAITED = (RoundState.RECEIVED, RoundState.CHECKED)


def ask(store: Store, procedure: str, key: str, text: str, actor: Actor, at: str) -> None:
    """Ask about a finding of the last round, or answer. Raises InvalidParameterError, ForbiddenMoveError."""
    stored = the_round(store, procedure)
    _check_open(stored)
    _check_key(store, stored, key)
    if not text.strip():
        raise InvalidParameterError("Une question ou une réponse ne peut pas être vide.")
    store.insert_one(
        "inst_message",
        {
            "procedure_id": procedure,
            "cle": key,
            "tour": stored.round.number,
            "auteur": actor.name,
            "le": at,
            "texte": text.strip(),
        },
    )


def except_finding(store: Store, procedure: str, key: str, reason: str, actor: Actor, at: str) -> None:
    """Let a finding of the last round pass. Raises InvalidParameterError, ForbiddenMoveError, StoreError."""
    stored = the_round(store, procedure)
    _check_open(stored)
    _check_key(store, stored, key)
    keep_exceptions(store, procedure, [justify(key, reason, actor, at, stored.round.number)])


def answer_item(store: Store, stored: StoredRound, answer: ChecklistAnswer) -> None:
    """Say what was seen of a round; a later answer replaces the one before. Raises ForbiddenMoveError, StoreError."""
    _check_open(stored)
    with store.transaction():
        store.execute(
            "DELETE FROM inst_verification WHERE tour_id = :tour AND code = :code",
            {"tour": stored.fid, "code": answer.code},
        )
        store.insert_one(
            "inst_verification",
            {
                "tour_id": stored.fid,
                "code": answer.code,
                "reponse": answer.answer.value,
                "note": answer.note or None,
                "auteur": answer.by,
                "le": answer.at,
                "lieu": answer.place or None,
            },
        )


def _check_open(stored: StoredRound) -> None:
    state = stored.round.state
    if state not in _AWAITED:
        raise ForbiddenMoveError(
            f"Le tour {stored.round.number} est « {STATE_TITLES[state]} » : on n'y ajoute plus rien."
        )


def _check_key(store: Store, stored: StoredRound, key: str) -> None:
    sql = "SELECT 1 FROM inst_constat WHERE tour_id = :tour AND cle = :cle"
    found = store.rows(sql, {"tour": stored.fid, "cle": key})
    if next(found, None) is None:
        raise InvalidParameterError(f"Le constat « {key} » n'est pas de ce tour.")
