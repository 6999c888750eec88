"""Components, works, consultations and constraints come under dossiers that the store has; nobody's name does."""

from __future__ import annotations

from pathlib import Path

import pytest

from smica_qgis.core.ads.detail_fields import CONSTRAINT, CONSULTATION
from smica_qgis.core.anc.detail_fields import COMPONENT, WORKS
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.import_ads import AdsRequest, import_ads
from smica_qgis.operations.import_anc import AncRequest, import_anc
from smica_qgis.operations.import_dossier_details import DetailsRequest, import_dossier_details
from smica_qgis.operations.shared_import.table_source import open_source
from tests.qgis.shared_tables import names_in, write_csv

PERMIT = "PC01230224A0001"


@pytest.fixture
def store(tmp_path: Path) -> str:
    address = str(tmp_path / "base.gpkg")
    installations = [["N° dossier", "Code INSEE"], ["1", "12302"], ["2", "12302"]]
    import_anc(AncRequest(address, "S1", open_source(str(write_csv(tmp_path / "i.csv", installations)))))
    permits = [["Numéro", "Dépôt"], ["PC 012 302 24 A0001", "05/01/2024"]]
    import_ads(AdsRequest(address, open_source(str(write_csv(tmp_path / "d.csv", permits)))))
    return address


def imported(store: str, kind: str, rows: list[list[str]], **changes: object) -> TableReport:
    path = write_csv(Path(store).with_name("details.csv"), rows)
    values: dict[str, object] = {"service": "S1", **changes}
    return import_dossier_details(DetailsRequest(store, kind, open_source(str(path)), **values))  # type: ignore[arg-type]


def rows_of(store: str, table: str, *columns: str) -> list[tuple[object, ...]]:
    with open_store(store, read_only=True) as opened:
        return list(opened.select(table, columns))


def test_components_keep_what_the_table_says_of_them(store: str) -> None:
    report = imported(
        store,
        COMPONENT,
        [
            ["N° dossier", "Ouvrage", "Volume", "Année de pose", "Agrément"],
            ["1", "Fosse toutes eaux", "3000", "2009", ""],
            ["1", "Microstation SBR", "", "2019", "2012-005-ext01-mod02"],
            ["9", "Fosse toutes eaux", "", "", ""],
            ["2", "Toboggan", "", "", ""],
        ],
    )
    assert (report.read, report.taken, report.refused) == (4, 2, 2)
    columns = ("ordre", "famille", "type_code", "volume_l", "annee_pose", "agrement_no")
    assert rows_of(store, "anc_composant", *columns) == [
        (1, "PRETRAIT", "101", 3000.0, 2009, None),
        (2, "TRAIT", "305", None, 2019, "2012-005-ext01-mod02"),
    ]


def test_the_dossiers_named_are_replaced_and_the_others_left(store: str) -> None:
    titles = ["N° dossier", "Ouvrage"]
    imported(store, COMPONENT, [titles, ["1", "101"], ["2", "101"]])
    imported(store, COMPONENT, [titles, ["1", "304"]])
    assert rows_of(store, "anc_composant", "type_code") == [("101",), ("304",)]
    spared = imported(store, COMPONENT, [titles, ["1", "203"], ["1", "Toboggan"]])
    assert rows_of(store, "anc_composant", "type_code") == [("101",), ("304",)], "a row is refused: as it was"
    assert any("gardés tels quels" in note.reason for note in spared.notes)


def test_works_have_the_same_identifier_at_each_import(store: str) -> None:
    titles = ["N° dossier", "Notification", "Fin des travaux"]
    table = [titles, ["1", "03/02/2020", ""], ["1", "04/02/2021", "1/9/2021"]]
    imported(store, WORKS, table)
    before = rows_of(store, "anc_travaux", "trav_id", "statut", "date_fin")
    imported(store, WORKS, table)
    assert rows_of(store, "anc_travaux", "trav_id", "statut", "date_fin") == before
    assert [row[1:] for row in before] == [("NOTIF", None), ("FAIT", "2021-09-01")]


def test_consultations_without_the_name_of_whom_one_asked(store: str) -> None:
    titles = ["Numéro", "Service", "Date envoi", "Délai", "Avis"]
    written = ["PC 012 302 24 A0001", "ABF, Mme Zolmardier", "01/02/2024", "30", "Favorable"]
    report = imported(store, CONSULTATION, [titles, written, ["illisible", "SDIS", "", "", ""]])
    assert (report.taken, report.refused) == (1, 1)
    assert rows_of(store, "ads_consultation", "num_canon", "service", "date_envoi", "delai_j", "avis") == [
        (PERMIT, "ABF, [nom retiré]", "2024-02-01", 30, "Favorable")
    ]
    assert names_in(Path(store).read_bytes()) == set()


def test_constraints_are_known_once_and_frozen_in_the_dossier(store: str) -> None:
    titles = ["Numéro", "Nature", "Groupe", "Libellé", "Texte", "Surface"]
    one = [PERMIT, "Servitude", "AC1", "Monument historique", "Abords de l'église", "120,5"]
    imported(store, CONSTRAINT, [titles, one, [*one[:3], "Autre", "", ""]])
    imported(store, CONSTRAINT, [titles, one])
    frozen = rows_of(store, "ads_dossier_contrainte", "num_canon", "texte_fige", "surface_m2", "statut")
    assert frozen == [(PERMIT, "Abords de l'église", 120.5, "RETENUE")]
    assert rows_of(store, "ads_contrainte", "type", "groupe", "libelle") == [
        ("SERVITUDE", "AC1", "Monument historique"),
        ("SERVITUDE", "AC1", "Autre"),
    ]


def test_only_telling_writes_nothing(store: str) -> None:
    before = Path(store).read_bytes()
    report = imported(store, COMPONENT, [["N° dossier", "Ouvrage"], ["1", "101"]], dry_run=True)
    assert report.written["anc_composant : lignes"] == 1
    assert Path(store).read_bytes() == before


def test_what_cannot_be_asked_is_said(store: str) -> None:
    with pytest.raises(InvalidParameterError, match="SPANC"):
        imported(store, COMPONENT, [["N° dossier", "Ouvrage"], ["1", "101"]], service=" ")
    with pytest.raises(InvalidParameterError, match="ads_evenement"):
        imported(store, "ads_evenement", [["Numéro"], [PERMIT]])


def test_an_import_that_is_stopped_changes_nothing(store: str) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    table = open_source(str(write_csv(Path(store).with_name("c.csv"), [["N° dossier", "Ouvrage"], ["1", "101"]])))
    with pytest.raises(CancelledError):
        import_dossier_details(DetailsRequest(store, COMPONENT, table, service="S1"), Stopped())
    assert rows_of(store, "anc_composant", "type_code") == []
