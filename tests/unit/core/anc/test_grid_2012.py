"""The grid of 2012: nine findings, four kinds of places, thirty-six classes written down here from the text."""

from __future__ import annotations

from itertools import combinations

import pytest

from smica_qgis.core.anc.grid_2012 import classe_of, depends_on_zones
from smica_qgis.core.anc.vocabulary import CLASSES, CONSTATS, Classe, Constat

#          nowhere, environment, health, both
GRID = {
    "ABS": "ABS ABS ABS ABS",
    "SAN1": "A A A A",
    "SAN2": "A A A A",
    "STR": "A A A A",
    "PUI": "A A A A",
    "INC": "C B A A",
    "DIM": "C B A A",
    "DYS": "C B A A",
    "ENT": "D D D D",
}
PLACES = ((False, False), (False, True), (True, False), (True, True))
CASES = [(word, place, cell) for word, cells in GRID.items() for place, cell in zip(PLACES, cells.split())]


@pytest.mark.parametrize(("constat", "place", "expected"), CASES)
def test_the_thirty_six_cells(constat: str, place: tuple[bool, bool], expected: str) -> None:
    health, environment = place
    found = classe_of({Constat(constat)}, zone_sanitaire=health, zone_environnementale=environment)
    assert found.value == expected


def test_there_are_thirty_six_of_them_and_every_word_has_a_label() -> None:
    assert len(CASES) == 36
    assert set(CONSTATS) == {constat.value for constat in Constat} == set(GRID)
    assert set(CLASSES) == {classe.value for classe in Classe}


@pytest.mark.parametrize("place", PLACES)
def test_the_worst_finding_decides(place: tuple[bool, bool]) -> None:
    health, environment = place
    order = list(Classe)
    for size in (2, 3):
        for several in combinations(Constat, size):
            alone = [classe_of({one}, zone_sanitaire=health, zone_environnementale=environment) for one in several]
            together = classe_of(several, zone_sanitaire=health, zone_environnementale=environment)
            assert together is min(alone, key=order.index)


def test_nothing_found_is_conforming_everywhere() -> None:
    assert all(classe_of((), zone_sanitaire=a, zone_environnementale=b) is Classe.E for a, b in PLACES)


def test_the_zones_matter_only_where_they_change_the_class() -> None:
    for constat in Constat:
        classes = {classe_of({constat}, zone_sanitaire=a, zone_environnementale=b) for a, b in PLACES}
        assert depends_on_zones({constat}) is (len(classes) > 1)
    assert not depends_on_zones({Constat.INC, Constat.SAN1})
