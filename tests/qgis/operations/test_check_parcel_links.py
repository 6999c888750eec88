"""Links of permits and of sanitation files, after parcels were divided, joined or lost."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.cadastre.link_check import Outcome
from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Value
from smica_qgis.operations.check_parcel_links import check_parcel_links
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from smica_qgis.operations.write_cadastre_reports import write_links_report
from tests.qgis.made_cadastre import MadeCommune

DAY = "2024-01-01T00:00:00Z"
LINK = ("ordre", "idu14", "idu14_actuel", "candidats", "statut")


def idu(number: int, insee: str = "12202") -> str:
    return f"{insee}0000A{number:04d}"


# dossier → what was written, what it held, its candidates, its state
LINKS = {
    "sound": (idu(1), idu(1), None, "EXACT"),
    "divided": (idu(101), idu(101), None, "EXACT"),
    "joined": (idu(102), idu(102), None, "PARTIEL"),
    "lost": (idu(103), idu(103), None, "EXACT"),
    "elsewhere": (idu(1, "12999"), idu(1, "12999"), None, "EXACT"),
    "found": (idu(2), None, None, "INTROUVABLE"),
    "still lost": (idu(104), None, None, "INTROUVABLE"),
    "to choose": (idu(101), None, f"{idu(3)};{idu(4)}", "ANCIEN"),
    "ambiguous": (idu(105), None, f"{idu(5)};{idu(6)}", "AMBIGU"),
    "twice": (idu(106), idu(107), None, "ANCIEN"),
}
FILIATION = [(101, 3), (101, 4), (102, 5), (106, 107), (107, 108), (108, 7)]
EXPECTED = {
    "divided": (Outcome.TO_CHOOSE, "", (idu(3), idu(4))),
    "joined": (Outcome.PROPOSED, idu(5), (idu(5),)),
    "lost": (Outcome.NOT_FOUND, "", ()),
    "elsewhere": (Outcome.NOT_LOADED, "", ()),
    "found": (Outcome.FOUND_AGAIN, idu(2), (idu(2),)),
    "to choose": (Outcome.TO_CHOOSE, "", (idu(3), idu(4))),
    "twice": (Outcome.PROPOSED, idu(7), (idu(7),)),
}


@pytest.fixture
def store(tmp_path: Path, qgis_app: QgsApplication) -> str:
    """Return a store with a commune, a filiation, and a file of each kind for every case."""
    del qgis_app
    address = str(tmp_path / "base.gpkg")
    import_cadastre(CadastreRequest([MadeCommune("12202").write(tmp_path / "etalab")], address))
    with open_store(address) as opened, opened.transaction():
        pairs = [(idu(mother), idu(daughter), "DFI") for mother, daughter in FILIATION]
        opened.insert("cad_filiation", ("idu14_mere", "idu14_fille", "source"), pairs)
        opened.insert("anc_service", ("service_id", "nom"), [("S1", "Service")])
        for name, link in LINKS.items():
            opened.insert(
                "anc_installation",
                ("inst_id", "service_id", "numero_dossier", "insee", "etat", "statut_lien", "date_maj"),
                [(f"id-{name}", "S1", name, "12202", "ACTIVE", link[3], DAY)],
            )
            opened.insert("anc_installation_parcelle", ("inst_id", *LINK), [(f"id-{name}", 1, *link)])
    return address


def links(store: str) -> dict[str, tuple[object, ...]]:
    with open_store(store, read_only=True) as opened:
        rows = opened.rows(
            "SELECT d.numero_dossier, l.idu14, l.idu14_actuel, l.candidats, l.statut, d.statut_lien "
            "FROM anc_installation_parcelle l JOIN anc_installation d ON d.inst_id = l.inst_id"
        )
        return {str(row[0]): tuple(row[1:]) for row in rows}


def test_what_became_of_each_parcel(store: str) -> None:
    before = links(store)
    check = check_parcel_links(store)
    found = {link.dossier: (link.outcome, link.link.current, link.link.candidates) for link in check.broken}
    assert found == EXPECTED
    assert (check.checked, check.written) == (len(LINKS), False)
    assert links(store) == before


def test_what_was_found_is_written_and_no_link_is_lost(store: str) -> None:
    check_parcel_links(store, apply=True)
    after = links(store)
    assert after.keys() == LINKS.keys()
    assert {name: row[0] for name, row in after.items()} == {name: link[0] for name, link in LINKS.items()}
    assert after["joined"][1:] == (idu(5), None, "ANCIEN", "ANCIEN")
    assert after["divided"][1:] == (None, f"{idu(3)};{idu(4)}", "ANCIEN", "ANCIEN")
    assert after["lost"][1:] == (None, None, "INTROUVABLE", "INTROUVABLE")
    assert after["found"][1:] == (idu(2), None, "EXACT", "EXACT")
    for name in ("sound", "elsewhere", "ambiguous", "still lost"):
        assert after[name] == (*LINKS[name], LINKS[name][3])
    again = {link.dossier: link.outcome for link in check_parcel_links(store).broken}
    choose, absent = Outcome.TO_CHOOSE, Outcome.NOT_LOADED
    assert again == {"divided": choose, "to choose": choose, "elsewhere": absent}


def test_a_dossier_of_several_parcels_keeps_its_worst_state(store: str) -> None:
    with open_store(store) as opened, opened.transaction():
        row = ("id-joined", 2, idu(8), idu(8), None, "EXACT")
        opened.insert("anc_installation_parcelle", ("inst_id", *LINK), [row])
    check_parcel_links(store, apply=True)
    with open_store(store, read_only=True) as opened:
        rows = opened.rows(
            "SELECT statut_lien, n_parcelles_trouvees FROM anc_installation WHERE numero_dossier = 'joined'"
        )
        assert list(rows) == [("ANCIEN", 2)]


def test_permits_too(store: str) -> None:
    with open_store(store) as opened, opened.transaction():
        required = ("num_canon", *LINK, "role")
        opened.insert("ads_parcelle", required, [("PC1", 1, idu(102), idu(102), None, "EXACT", "ASSISE")])
        dossier: dict[str, Value] = {
            "num_canon": "PC1",
            "num_affiche": "PC1",
            "type": "PC",
            "insee": "12202",
            "annee": 2024,
            "division": "A",
            "racine": "PC1",
            "etat": "DEPOSE",
            "source": "CSV",
            "date_import": DAY,
            "statut_lien": "EXACT",
            "n_parcelles_trouvees": 1,
            "n_parcelles_attendues": 1,
        }
        opened.insert_one("ads_dossier", dossier)
    check = check_parcel_links(store, ("ads",), apply=True)
    assert [(link.theme, link.dossier, link.outcome) for link in check.broken] == [("ads", "PC1", Outcome.PROPOSED)]
    assert links(store)["joined"][1] == idu(102)  # the other theme was not asked for


def test_reports(store: str, tmp_path: Path) -> None:
    check = check_parcel_links(store)
    write_links_report(check, tmp_path / "links.json")
    told = json.loads((tmp_path / "links.json").read_text(encoding="utf-8"))
    assert (told["liens"], told["proposed"], told["to_choose"], told["ecrit"]) == (10, 2, 2, False)
    write_links_report(check, tmp_path / "links.csv")
    with (tmp_path / "links.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert [row["proposition"] for row in rows if row["dossier"] == "joined"] == [idu(5)]


def test_stopped_before_it_is_written(store: str) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    before = links(store)
    with pytest.raises(CancelledError):
        check_parcel_links(store, apply=True, progress=Stopped())
    assert links(store) == before
