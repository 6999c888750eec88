"""Sanitation and permits of the store on the parcel sheet; the class of an installation where the zones change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.parcel.rules import Theme
from smica_qgis.core.parcel.sheet import ParcelSheet
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.operations.describe_parcels import ParcelRequest, describe_parcels
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST, square
from tests.qgis.made_planning import made_store, wkb

pytestmark = pytest.mark.usefixtures("qgis_app")
NOW = "2026-01-02T03:04:05.000Z"
PARCEL = "122020000A0001"


@pytest.fixture
def address(tmp_path: Path) -> str:
    made = made_store(tmp_path)
    with open_store(made) as opened:
        opened.insert("anc_service", ("service_id", "nom"), [("S", "SPANC d'Aubrelle")])
    return made


def sheet_of(address: str, parcel: str = "12202 A 1") -> ParcelSheet:
    return describe_parcels(ParcelRequest(parcel, store=address)).sheets[0]


def reasons(sheet: ParcelSheet) -> dict[Theme, str]:
    return {table.theme: table.reason for table in sheet.missing}


def add_installation(store: Store, *, placed: tuple[float, float] | None = (0.5, 0.5)) -> None:
    """Add an installation of parcel A 1. placed: in columns and rows of the grid, None for no position."""
    ground = None
    if placed is not None:
        point = ogr.CreateGeometryFromWkt(f"POINT({WEST + placed[0] * SIDE} {SOUTH + placed[1] * SIDE})")
        ground = wkb(point, ogr.wkbPoint)
    columns = ("inst_id", "service_id", "numero_dossier", "insee", "etat", "date_maj", "geom")
    store.insert("anc_installation", columns, [("I", "S", "0042", "12202", "ACT", NOW, ground)])
    link = ("inst_id", "ordre", "idu14", "idu14_actuel", "statut")
    store.insert("anc_installation_parcelle", link, [("I", 1, PARCEL, PARCEL, "EXACT")])


def add_control(store: Store, **values: object) -> None:
    row = {"ctrl_id": "C", "inst_id": "I", "nature": "PER", "date_visite": "2021-03-04", "refus": "NON"}
    store.insert_one("anc_controle", {**row, "date_maj": NOW, **values})  # type: ignore[dict-item]


def add_stake(store: Store, kind: str, day: str | None, east: float = 1.0) -> None:
    ground = wkb(square(0, 0, east, 1), ogr.wkbMultiPolygon)
    columns = ("type", "libelle", "acte", "date_acte", "geom")
    store.insert("anc_zone_enjeu", columns, [(kind, "Captage", "arrêté", day, ground)])


def add_zoning(store: Store, insee: str = "12202") -> None:
    ground = wkb(square(0, 0, 1, 1), ogr.wkbMultiPolygon)
    store.insert("anc_zonage", ("insee", "type", "date_delib", "geom"), [(insee, "NONCOLL", "2015-05-06", ground)])


def outcome(address: str) -> str:
    (line,) = sheet_of(address).of(Theme.SANITATION)
    return line.rule.text


def test_the_last_control(address: str) -> None:
    with open_store(address) as opened:
        add_installation(opened)
        add_control(opened, ctrl_id="C2", calc_classe="B")
        add_control(opened, ctrl_id="C1", nature="DIA", date_visite="2012-01-01", calc_classe="A")
    (line,) = sheet_of(address).of(Theme.SANITATION)
    assert line.rule.label == "Installation 0042 : en service"
    assert line.rule.text == (
        "Vérification périodique le 04/03/2021 : Non conforme, risque environnemental avéré (cas b)"
    )
    assert (line.amount, line.rule.document.date) == ("lié à la parcelle", "2021-03-04")


def test_installations_zoning_and_stakes_are_loaded_apart(address: str) -> None:
    three = {Theme.SANITATION, Theme.SANITATION_ZONING, Theme.SANITATION_STAKE}
    assert three <= set(reasons(sheet_of(address)))
    with open_store(address) as opened:
        add_zoning(opened)
    sheet = sheet_of(address)
    (zone,) = sheet.of(Theme.SANITATION_ZONING)
    assert (zone.rule.label, zone.amount) == ("Assainissement non collectif", "1 600 m²")
    assert three & set(reasons(sheet)) == {Theme.SANITATION, Theme.SANITATION_STAKE}
    assert reasons(sheet)[Theme.SANITATION].startswith("aucune installation")
    with open_store(address) as opened:
        add_installation(opened)
        add_stake(opened, "SAN", None)
        opened.execute("DELETE FROM anc_zonage")
    sheet = sheet_of(address)
    assert three & set(reasons(sheet)) == {Theme.SANITATION_ZONING}
    assert [line.rule.label for line in sheet.of(Theme.SANITATION_STAKE)] == ["Zone à enjeu sanitaire"]
    assert sheet_of(address, "12202 A 9").remarks(Theme.SANITATION) == ["Rien sur ce terrain dans ce qui est chargé."]


def test_zoning_of_another_commune_is_not_loaded_here(address: str) -> None:
    with open_store(address) as opened:
        add_zoning(opened, "12999")
    assert reasons(sheet_of(address))[Theme.SANITATION_ZONING] == "rien n'est chargé pour cette commune"


@pytest.mark.parametrize(
    ("kind", "day", "stored", "expected"),
    [
        (
            "SAN",
            "2010-01-01",
            {},
            "danger pour la santé des personnes (cas a) ; classe recalculée : le contrôle ne dit",
        ),
        ("ENV", None, {}, "risque environnemental avéré (cas b) ; classe recalculée : le contrôle ne dit pas"),
        (
            "SAN",
            "2024-01-02",
            {"zone_san": False, "zone_env": False},
            "(cas a) ; classe recalculée : l'installation est",
        ),
        ("SAN", "2010-01-01", {"zone_san": False, "zone_env": False}, "en cas de vente (cas c)"),
    ],
)
def test_the_class_where_the_installation_is(
    address: str, kind: str, day: str | None, stored: dict[str, object], expected: str
) -> None:
    with open_store(address) as opened:
        add_installation(opened)
        add_control(opened, constats="INC", calc_classe="C", **stored)
        add_stake(opened, kind, day)
    said = outcome(address)
    assert expected in said
    assert ("classe enregistrée : C" in said) is ("recalculée" in said)
    assert ("« Captage »" in said) is ("recalculée" in said)


def test_outside_near_without_position_without_zones(address: str) -> None:
    with open_store(address) as opened:
        add_installation(opened, placed=(0.5, 0.5))
        add_control(opened, constats="DYS", calc_classe="C")
    assert outcome(address).endswith("zones à enjeu non chargées : classe d'une installation hors zone")
    with open_store(address) as opened:
        add_stake(opened, "SAN", "2024-01-01", east=0.4)  # its edge is 4 m away
    said = outcome(address)
    assert "(cas c) ; classe recalculée : le contrôle ne dit pas les zones, l'installation est hors des zones" in said
    assert "à moins de 10 m du bord de la zone à enjeu sanitaire « Captage »" in said
    with open_store(address) as opened:
        opened.execute("UPDATE anc_installation SET geom = NULL")
    assert "installation sans position, zones à enjeu non vérifiées" in outcome(address)


def test_a_class_that_the_zones_do_not_change_stays(address: str) -> None:
    with open_store(address) as opened:
        add_installation(opened)
        add_control(opened, constats="SAN1", calc_classe="A")
        add_stake(opened, "ENV", "2024-01-01")
    assert outcome(address).endswith("danger pour la santé des personnes (cas a)")
    with open_store(address) as opened:
        opened.execute("UPDATE anc_controle SET constats = 'INC', calc_classe = 'C', classe_saisie = 'D', motif = 'vu'")
    assert outcome(address).endswith("Recommandations"), "a technician said why"


def test_a_word_that_is_not_ours_is_shown_as_it_is(address: str) -> None:
    with open_store(address) as opened:
        add_installation(opened)
        add_control(opened, nature="XXX", constats="INC")
    assert outcome(address) == "XXX le 04/03/2021"


def test_an_installation_that_stands_here_without_a_sure_link_is_told(address: str) -> None:
    with open_store(address) as opened:
        add_installation(opened)
        add_control(opened, calc_classe="B")
        opened.execute("UPDATE anc_installation_parcelle SET statut = 'INTROUVABLE', idu14_actuel = NULL, idu14 = 'x'")
    (line,) = sheet_of(address).of(Theme.SANITATION)
    assert line.rule.label == "Installation 0042 : en service (par sa position, sans lien sûr avec une parcelle)"
    assert line.amount == "1 point"
    assert "(cas b)" in line.rule.text
    assert not sheet_of(address, "12202 A 2").of(Theme.SANITATION)
    with open_store(address) as opened:  # linked to another parcel for sure: it is that one's
        opened.execute("UPDATE anc_installation_parcelle SET statut = 'EXACT', idu14 = '122020000A0002'")
    assert not sheet_of(address).of(Theme.SANITATION)
    assert len(sheet_of(address, "12202 A 2").of(Theme.SANITATION)) == 1


def test_permits_by_commune(address: str) -> None:
    with open_store(address) as opened:
        dossier = ("num_canon", "num_affiche", "type", "insee", "annee", "division", "racine", "etat", "date_depot")
        counts = ("source", "date_import", "statut_lien", "n_parcelles_trouvees", "n_parcelles_attendues")
        values = ("PC012999240001", "PC 012 999 24 A0001", "PC", "12999", 2024, "A", "x", "DEC_FAV", "2024-02-03")
        opened.insert("ads_dossier", (*dossier, *counts), [(*values, "CSV", NOW, "ANCIEN", 1, 1)])
        link = ("num_canon", "ordre", "idu14", "idu14_actuel", "statut", "role")
        opened.insert("ads_parcelle", link, [(values[0], 1, "122020000A0099", PARCEL, "ANCIEN", "ASSISE")])
    sheet = sheet_of(address)
    (permit,) = sheet.of(Theme.PERMIT)
    assert (permit.certain, permit.amount) == (False, "lien à vérifier")
    assert permit.rule.text == "Accordé, déposé le 03/02/2024"
    assert reasons(sheet)[Theme.PERMIT] == "rien n'est chargé pour cette commune", "loaded for another commune only"
