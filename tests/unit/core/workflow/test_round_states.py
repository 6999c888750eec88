from __future__ import annotations

import itertools

import pytest

from smica_qgis.core.workflow.finding_states import FindingState, Message, justify, state_of
from smica_qgis.core.workflow.procedure import Manifest, ManifestFile, Procedure, Round
from smica_qgis.core.workflow.roles import Actor, ForbiddenMoveError, Role
from smica_qgis.core.workflow.round_states import MOVES, move, next_states
from smica_qgis.core.workflow.vocabulary import ProcedureKind, RoundState

AT = "2026-11-24T10:00:00Z"
EVERYONE = Actor("toutes", frozenset(Role))
TECHNICIAN = Actor("tech", frozenset({Role.TECHNICIAN}))
OFFICER = Actor("ddt", frozenset({Role.OFFICER}))


@pytest.mark.parametrize(("before", "after"), itertools.product(RoundState, RoundState))
def test_only_the_listed_moves_are_legal(before: RoundState, after: RoundState) -> None:
    if (before, after) in MOVES:
        assert move(before, after, EVERYONE, AT, "parce que").after is after
    else:
        with pytest.raises(ForbiddenMoveError, match="ne devient pas"):
            move(before, after, EVERYONE, AT, "parce que")


def test_a_whole_life() -> None:
    path = ["received", "checked", "accepted", "published", "superseded", "published", "withdrawn", "published"]
    for before, after in zip(path, path[1:]):
        assert RoundState(after) in next_states(RoundState(before))
    assert next_states(RoundState.SENT_BACK) == ()


def test_the_technician_does_not_decide() -> None:
    with pytest.raises(ForbiddenMoveError, match="agent de la DDT"):
        move(RoundState.CHECKED, RoundState.ACCEPTED, TECHNICIAN, AT)
    assert move(RoundState.CHECKED, RoundState.ACCEPTED, OFFICER, AT).by == "ddt"


def test_the_officer_does_not_receive() -> None:
    with pytest.raises(ForbiddenMoveError, match="technicien"):
        move(RoundState.RECEIVED, RoundState.CHECKED, OFFICER, AT)


@pytest.mark.parametrize("reason", ["", "  "])
def test_sending_back_says_why(reason: str) -> None:
    with pytest.raises(ForbiddenMoveError, match="pourquoi"):
        move(RoundState.CHECKED, RoundState.SENT_BACK, OFFICER, AT, reason)
    assert (
        move(RoundState.CHECKED, RoundState.SENT_BACK, OFFICER, AT, " zones manquantes ").reason == "zones manquantes"
    )


def test_an_exception_is_the_officers_and_has_a_reason() -> None:
    with pytest.raises(ForbiddenMoveError):
        justify("K", "toléré", TECHNICIAN, AT, 1)
    with pytest.raises(ForbiddenMoveError, match="justifie"):
        justify("K", " ", OFFICER, AT, 1)
    exception = justify("K", "toléré", OFFICER, AT, 2)
    assert (exception.author, exception.since_round) == ("ddt", 2)
    assert state_of("K", [exception], []) is FindingState.EXCEPTION
    assert state_of("L", [exception], []) is FindingState.TO_MEND


def test_a_question_stays_open_until_it_is_answered() -> None:
    asked = Message("K", 1, "bureau", AT, "Quelle limite ?")
    answered = Message("K", 1, "ddt", AT, "Celle du cadastre.")
    assert state_of("K", [], [asked]) is FindingState.QUESTION
    assert state_of("K", [], [asked, answered]) is FindingState.TO_MEND
    assert state_of("L", [], [asked]) is FindingState.TO_MEND


def test_a_manifest_depends_on_the_files_only() -> None:
    one, two = ManifestFile("a.dbf", 3, "aa"), ManifestFile("b.pdf", 4, "bb")
    assert Manifest((one, two)).sha256 == Manifest((two, one)).sha256
    changed = Manifest((one, ManifestFile("b.pdf", 4, "cc")))
    assert changed.sha256 != Manifest((one, two)).sha256
    assert Manifest((one, two)).differences(changed) == ["b.pdf"]
    assert Manifest((one,)).differences(Manifest((one, two))) == ["b.pdf"]


@pytest.mark.parametrize(
    ("state", "turn"),
    [
        (None, "bureau d'études"),
        (RoundState.RECEIVED, "syndicat"),
        (RoundState.CHECKED, "DDT"),
        (RoundState.SENT_BACK, "bureau d'études"),
        (RoundState.ACCEPTED, "syndicat"),
        (RoundState.PUBLISHED, ""),
    ],
)
def test_whose_turn_it_is(state: RoundState | None, turn: str) -> None:
    rounds = [] if state is None else [Round(1, "12202_PLU_20240101", Manifest(()), state, AT, "tech")]
    procedure = Procedure("p", "12202", "12202_PLU_20240101", ProcedureKind.REVISION, rounds=rounds)
    assert procedure.whose_turn == turn
