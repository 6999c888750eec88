"""The class of an installation from the zones where it is."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from smica_qgis.core.anc.controls import Controle
from smica_qgis.core.anc.vocabulary import Classe, Constat, Nature
from smica_qgis.core.anc.zone_overlay import StakeZone, derived_class, wants_zones

VISIT = date(2020, 5, 6)
SANITARY = StakeZone("SAN", "Captage", "arrêté", date(2024, 1, 2))
ENVIRONMENTAL = StakeZone("ENV", "SAGE", "", date(2010, 1, 2))


def control(*constats: Constat, san: bool = False, env: bool = False, typed: Classe | None = None) -> Controle:
    return Controle(
        Nature.PER, VISIT, constats=frozenset(constats), zone_sanitaire=san, zone_environnementale=env,
        classe_saisie=typed, motif="vu sur place" if typed else "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zones", "classe"),
    [
        ((), Classe.C),
        ((ENVIRONMENTAL,), Classe.B),
        ((SANITARY,), Classe.A),
        ((ENVIRONMENTAL, SANITARY), Classe.A),
        ((StakeZone("ZES"),), Classe.A),
        ((StakeZone("ZEE"),), Classe.B),
    ],
)
def test_zones_that_the_control_does_not_say(zones: tuple[StakeZone, ...], classe: Classe) -> None:
    found = derived_class(control(Constat.INC), zones, zones_known=False)
    assert found is not None
    assert found.classe is classe
    assert "le contrôle ne dit pas les zones" in found.how
    assert ("hors des zones" in found.how) is (not zones)


def test_only_a_later_act_changes_what_the_control_says() -> None:
    stated = control(Constat.DYS)
    assert derived_class(stated, (ENVIRONMENTAL,), zones_known=True) is None
    found = derived_class(stated, (ENVIRONMENTAL, SANITARY), zones_known=True)
    assert found is not None
    assert found.classe is Classe.A
    assert found.how == (
        "l'installation est dans la zone à enjeu sanitaire « Captage » (arrêté du 02/01/2024), postérieure au contrôle"
    )
    assert derived_class(stated, (StakeZone("SAN"),), zones_known=True) is None, "an act without a date is not later"


def test_what_the_control_says_is_not_forgotten() -> None:
    found = derived_class(
        control(Constat.INC, san=True), (StakeZone("ENV", act_date=date(2024, 1, 1)),), zones_known=True
    )
    assert found is not None
    assert found.classe is Classe.A


def test_findings_that_do_not_depend_on_zones_and_a_reasoned_choice_stand() -> None:
    for constats in itertools.chain(*(itertools.combinations(Constat, size) for size in (0, 1, 2))):
        made = control(*constats)
        zones = derived_class(made, (SANITARY,), zones_known=False)
        assert (zones is not None) is wants_zones(made)
        major = {Constat.INC, Constat.DIM, Constat.DYS} & set(constats)
        worse = {Constat.ABS, Constat.SAN1, Constat.SAN2, Constat.STR, Constat.PUI} & set(constats)
        assert wants_zones(made) is (bool(major) and not worse)
    assert not wants_zones(control(Constat.INC, typed=Classe.C))
    assert not wants_zones(Controle(Nature.PER, VISIT))
    assert derived_class(Controle(Nature.PER, VISIT), (SANITARY,), zones_known=False) is None
