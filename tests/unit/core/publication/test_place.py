"""One document in force for each place: who competes with whom."""

from __future__ import annotations

import pytest

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.publication.outcome import Action, Proof, State, TargetOutcome
from smica_qgis.core.publication.place import Place, place_of, writer_code
from smica_qgis.core.publication.report import PublicationReport


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("12202_PLU_20240101", Place("DU", "12202")),
        ("12202_POS_19990101", Place("DU", "12202")),
        ("12202_cc_20240101", Place("DU", "12202")),
        ("244400189_PLUi_20111215_a", Place("DU", "244400189", "A")),
        ("80016_PSMV_20230411", Place("PSMV", "80016")),
        ("123456789_SCOT", Place("SCOT", "123456789")),
        ("80016_PLU_MEC1_20251008", Place("MEC", "80016", "MEC1")),
        ("172014607_AC1_02A_20180130", Place("SUP_AC1", "02A", "172014607")),
    ],
)
def test_place_of_a_document(name: str, place: Place) -> None:
    parsed = parse_document_name(name)
    assert parsed is not None
    assert place_of(parsed) == place


def test_whose_document_it_is() -> None:
    assert writer_code("172014607_AC1_02A_20180130") == "172014607"
    assert writer_code("12202_PLU_20240101") == "12202"


def outcome(state: State, *, agrees: bool = True) -> TargetOutcome:
    return TargetOutcome("x", state, proofs=[Proof("objets", "1", "1" if agrees else "2")])


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((State.PLANNED, State.UNCHANGED), "planned"),
        ((State.UNCHANGED, State.UNCHANGED), "unchanged"),
        ((State.DONE, State.UNCHANGED), "done"),
        ((State.DONE, State.FAILED), "partial"),
        ((State.PLANNED, State.FAILED), "partial"),
        ((State.FAILED, State.FAILED), "failed"),
    ],
)
def test_state_of_a_report(states: tuple[State, ...], said: str) -> None:
    report = PublicationReport(Action.PUBLISH, "d", outcomes=[outcome(state) for state in states])
    assert report.state == said
    assert report.as_json()["state"] == said


def test_what_is_proved() -> None:
    assert outcome(State.DONE).proved
    assert not outcome(State.DONE, agrees=False).proved
    assert not TargetOutcome("x", State.DONE).proved
