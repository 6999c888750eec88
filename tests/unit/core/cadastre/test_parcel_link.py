"""What dossiers write of their parcels, tied to the cadastre of today."""

from __future__ import annotations

import pytest

from smica_qgis.core.cadastre.parcel_link import KnownParcels, LinkState, dossier_state, written_parcels
from smica_qgis.core.cadastre.parcel_parser import ParcelContext

HERE = ParcelContext(commune="12202")
KNOWN = KnownParcels(
    ["12202000AB0012", "12202000AB0013", "122020000A0005", "122021200A0005", "12202000ZD0001", "12202000ZD0002",
     "12202120AC0007"],
    {
        "12202000AB0001": ["12202000AB0002"],  # divided twice: the daughter is a mother
        "12202000AB0002": ["12202000ZD0001", "12202000ZD0002"],
        "12202000AB0003": ["12202000ZD0001"],
        "12202000AB0004": ["12202000AB0005"],
        "12202000AB0005": ["12202000AB0004"],  # a circle
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("AB 12", ["EXACT"]),
        ("12202000AB0012", ["EXACT"]),
        ("AB 12, 13 et 14", ["EXACT", "EXACT", "INTROUVABLE"]),
        ("AB 12/13", ["EXACT", "EXACT"]),
        ("AB12/AB13", ["EXACT", "EXACT"]),
        ("000AB0012A0013;", ["EXACT", "EXACT"]),
        ("000AB0012/0013;0000A0005;", ["EXACT", "EXACT", "EXACT"]),
        ("AB 12p", ["PARTIEL"]),
        ("AB 12 partie", ["PARTIEL"]),
        ("A 5", ["AMBIGU"]),
        ("000 A 5", ["EXACT"]),
        ("120 A 5", ["EXACT"]),
        ("AC 7", ["EXACT"]),  # the prefix was left out, and only one parcel can be meant
        ("AB 1", ["ANCIEN"]),
        ("AB 3", ["ANCIEN"]),
        ("AB 4", ["INTROUVABLE"]),
        ("voir le plan ; AB 12", ["INTROUVABLE", "EXACT"]),
        ("AB 12 ; AB 12", ["EXACT"]),
        ("", []),
    ],
)
def test_states(text: str, states: list[str]) -> None:
    assert [KNOWN.link(one).state.value for one in written_parcels(text, HERE)] == states


def test_the_parcel_of_today() -> None:
    divided, renamed, ambiguous, absorbed = (KNOWN.link(one) for one in written_parcels("AB 1; AB 3; A 5; AC 7", HERE))
    assert (divided.current, divided.candidates) == ("", ("12202000ZD0001", "12202000ZD0002"))
    assert renamed.current == "12202000ZD0001"
    assert (ambiguous.current, ambiguous.candidates) == ("", ("122020000A0005", "122021200A0005"))
    assert absorbed.current == "12202120AC0007"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("AB 12; AB 13", "EXACT"),
        ("AB 12; AB 99", "PARTIEL"),
        ("AB 98; AB 99", "INTROUVABLE"),
        ("", "INTROUVABLE"),
        ("AB 12; A 5", "AMBIGU"),
        ("AB 12; AB 3", "ANCIEN"),
        ("AB 12; AB 13p", "PARTIEL"),
    ],
)
def test_the_state_of_a_dossier(text: str, state: str) -> None:
    assert dossier_state([KNOWN.link(one) for one in written_parcels(text, HERE)]) is LinkState(state)
