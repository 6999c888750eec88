"""3 000 permits come into the store: numbers, states, links, deadlines, and nobody's name."""

from __future__ import annotations

import random
from calendar import monthrange
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.synthetic_anc_ads.permits import TODAY, MadePermit, MadePermits, make_permits
from smica_qgis.operations.import_ads import AdsRequest, import_ads
from smica_qgis.operations.list_permit_deadlines import PermitDeadlinesRequest, list_permit_deadlines
from smica_qgis.operations.shared_import.table_source import open_source
from smica_qgis.operations.write_table_reports import write_due_list, write_table_report
from tests.qgis.shared_tables import SEED, fill_cadastre, made_territory, names_in, write_csv

EVERY_STATUS = ("DEPASSE", "PROCHE", "EN_COURS", "SUSPENDU", "SANS_DELAI")


class Imported:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = str(folder / "base.gpkg")
        territory = made_territory()
        fill_cadastre(self.store, territory)
        self.made: MadePermits = make_permits(random.Random(SEED), territory)  # noqa: S311
        self.table = write_csv(folder / "dossiers.csv", self.made.rows, encoding="cp1252")
        self.perimeter = tuple(territory.communes)
        self.report = import_ads(self.request())
        write_table_report(self.report, folder / "rapport.json")
        write_table_report(self.report, folder / "rapport.csv")

    def request(self, **changes: object) -> AdsRequest:
        values = {"store": self.store, "dossiers": open_source(str(self.table)), "perimeter": self.perimeter}
        return AdsRequest(**{**values, "today": TODAY, **changes})  # type: ignore[arg-type]

    @property
    def permits(self) -> list[MadePermit]:
        return [one for one in self.made.permits if not one.refused and not one.declaration]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("ads"))


def test_the_synthetic_permits_have_their_number_and_every_trap(imported: Imported) -> None:
    assert len(imported.made.permits) == 3000
    assert {one.refused for one in imported.made.permits} == {
        *("", "duplicate", "year to come", "no number", "decision before deposit", "unknown state"),
        *("out of the perimeter", "declaration of nothing"),
    }
    assert {one.link for one in imported.permits} == {"EXACT", "PARTIEL", "ANCIEN", "AMBIGU", "INTROUVABLE"}
    assert any(one.declaration for one in imported.made.permits)


def test_exactly_the_rows_that_must_be_are_refused(imported: Imported) -> None:
    refused = {note.line for note in imported.report.notes if note.refused}
    assert refused == {line for line, one in enumerate(imported.made.permits, 2) if one.refused}


def test_what_was_not_refused_is_in_the_store(imported: Imported) -> None:
    with open_store(imported.store, read_only=True) as store:
        columns = ("num_canon", "insee", "etat", "statut_lien", "n_parcelles_attendues", "date_doc", "racine")
        rows = {row[0]: row[1:] for row in store.select("ads_dossier", columns)}
        events = next(store.rows("SELECT count(*) FROM ads_evenement"))[0]
    assert set(rows) == {one.canonical for one in imported.permits}
    for one in imported.permits:
        insee, etat, link, expected, doc, root = rows[one.canonical]
        assert (insee, etat, link, expected) == (one.insee, one.etat, one.link, one.expected), one.canonical
        assert doc == (one.doc.isoformat() if one.doc else None), one.canonical
        assert root == one.canonical[:15]
    assert events > 0


def test_the_shape_of_the_day_of_the_link_is_kept_and_the_point_is_on_it(imported: Imported) -> None:
    territory = made_territory()
    with open_store(imported.store, read_only=True) as store:
        rows = list(store.select("ads_parcelle", ("statut", "idu14_actuel", "geom", "millesime")))
        unplaced = "SELECT count(*) FROM ads_dossier WHERE geom IS NULL AND statut_lien IN ('EXACT', 'PARTIEL')"
        without = next(store.rows(unplaced))[0]
    exact = [row for row in rows if row[0] == "EXACT"]
    assert exact
    assert all(row[2] == territory.shape(row[1]) and row[3] == "2025-04" for row in exact)
    assert without == 0


# -------------------------------------------------------------------------------- delays, computed in another way
MONTHS = {"DP": 1, "PC": 3, "PA": 3, "PD": 2, "CUa": 1, "CUb": 2, "AT": 4}


def expected_limit(one: MadePermit) -> date | None:
    if one.kind not in MONTHS or (one.etat == "INC" and one.complet is None):
        return None
    start = one.complet or one.depot
    month = start.month + (2 if one.house else MONTHS[one.kind]) + one.majoration
    year = start.year
    while month > 12:
        year, month = year + 1, month - 12
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def test_deadlines_follow_from_the_dates(imported: Imported) -> None:
    listed = list_permit_deadlines(PermitDeadlinesRequest(imported.store, statuses=EVERY_STATUS, today=TODAY))
    rows = {str(row.values["num_canon"]): row.values for row in listed.rows}
    still_open = [one for one in imported.permits if one.etat in ("DEP", "INC", "INS")]
    assert set(rows) == {one.canonical for one in still_open}
    seen: Counter[str] = Counter()
    for one in still_open:
        limit = expected_limit(one)
        row = rows[one.canonical]
        assert row["date_limite"] == limit, one.canonical
        if limit is None:
            expected = "SUSPENDU" if one.etat == "INC" else "SANS_DELAI"
        else:
            left = (limit - TODAY).days
            expected = "DEPASSE" if left < 0 else "PROCHE" if left <= 10 else "EN_COURS"
        assert row["statut"] == expected, one.canonical
        seen[expected] += 1
    assert set(seen) == set(EVERY_STATUS)


def test_validity_ends_three_years_after_the_decision_where_no_works_began(imported: Imported) -> None:
    request = PermitDeadlinesRequest(
        imported.store, kinds=("VALIDITE",), statuses=("DEPASSE", "PROCHE", "EN_COURS"), today=TODAY
    )
    rows = {str(row.values["num_canon"]): row.values["date_limite"] for row in list_permit_deadlines(request).rows}
    granted = [
        one for one in imported.permits
        if one.etat in ("DEC_FAV", "TACITE") and one.doc is None and one.kind in ("DP", "PC", "PA", "PD")
    ]  # fmt: skip
    assert granted
    for one in granted:
        assert one.decision is not None
        day = one.decision
        expected = date(day.year + 3, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 3)
        assert rows[one.canonical] in (expected, date(expected.year, 2, 28)), one.canonical


def test_a_list_by_commune(imported: Imported) -> None:
    listed = list_permit_deadlines(PermitDeadlinesRequest(imported.store, communes=("12302",), today=TODAY))
    assert set(listed.counts()) == {"12302"}
    with pytest.raises(InvalidParameterError, match="12999"):
        list_permit_deadlines(PermitDeadlinesRequest(imported.store, communes=("12999",), today=TODAY))


def test_nobody_is_named_in_the_store_nor_in_what_is_written(imported: Imported) -> None:
    assert len(names_in(imported.table.read_bytes())) == 18
    listed = list_permit_deadlines(PermitDeadlinesRequest(imported.store, statuses=EVERY_STATUS, today=TODAY))
    write_due_list(listed, imported.folder / "liste.csv")
    for name in ("base.gpkg", "rapport.json", "rapport.csv", "liste.csv"):
        assert names_in((imported.folder / name).read_bytes()) == set(), name


def test_the_same_import_again_changes_nothing(imported: Imported) -> None:
    again = import_ads(imported.request())
    changed = {word: count for word, count in again.written.items() if "inchangés" not in word and count}
    assert changed == {}


SITADEL = [
    ["REG", "DEP", "COMM", "Type_DAU", "Num_DAU", "Etat_DAU", "DATE_REELLE_AUTORISATION", "DATE_REELLE_DOC",
     "DENOM_DEM", "ADR_NUM_TER", "ADR_TYPEVOIE_TER", "ADR_LIBVOIE_TER", "ADR_LIEUDIT_TER", "NB_LGT_TOT_CREES",
     "sec_cadastre1", "num_cadastre1", "sec_cadastre2", "num_cadastre2", "sec_cadastre3", "num_cadastre3"],
    ["76", "12", "12302", "PC", "01230222A0001", "2", "2022-05-03", "", "", "4", "RUE", "DU LAVOIR", "", "1",
     "A", "12", "A", "0013p", "", ""],
    ["76", "12", "12301", "DP", "01230122A0002", "6", "2022-05-03", "2022-06-01", "", "", "", "", "", "0",
     "A", "5", "", "", "", ""],
]  # fmt: skip


def test_a_file_of_sitadel(tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    fill_cadastre(store, made_territory())
    table = write_csv(
        tmp_path / "sitadel.csv", SITADEL, title="Liste des autorisations d'urbanisme créant des logements"
    )
    report = import_ads(AdsRequest(store, open_source(str(table)), "sitadel_logements", source="SITADEL", today=TODAY))
    assert report.refused == 0
    with open_store(store, read_only=True) as opened:
        rows = list(
            opened.rows(
                "SELECT num_canon, etat, statut_lien, n_parcelles_trouvees, adresse_txt FROM ads_dossier ORDER BY fid"
            )
        )
        parts = list(opened.rows("SELECT statut FROM ads_parcelle WHERE num_canon = 'PC01230222A0001' ORDER BY ordre"))
    assert rows == [
        ("PC01230222A0001", "DEC_FAV", "PARTIEL", 2, "4 RUE DU LAVOIR"),
        ("DP01230122A0002", "ACH", "AMBIGU", 1, None),
    ]
    assert parts == [("EXACT",), ("PARTIEL",)]


def test_an_export_of_openads(tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    fill_cadastre(store, made_territory())
    rows = [
        ["dossier", "etat", "date_depot", "date_complet", "delai", "date_limite", "petitionnaire", "description",
         "terrain_references_cadastrales"],
        ["PC0123022400012P0", "notifier", "05/01/2025", "31/01/2025", "3", "01/05/2025", "Zolmardier",
         "Maison Zolmardier",         "000AB0012A0015/0018;"],
    ]  # fmt: skip
    table = write_csv(tmp_path / "openads.csv", rows, separator=",")
    report = import_ads(AdsRequest(store, open_source(str(table)), "openads", source="OPENADS", today=TODAY))
    assert report.refused == 0
    assert [note.reason for note in report.notes] == ["la date limite saisie n'est pas celle que donnent les dates"]
    with open_store(store, read_only=True) as opened:
        assert list(opened.rows("SELECT num_canon, statut_lien, n_parcelles_trouvees FROM ads_dossier")) == [
            ("PC0123022400012", "EXACT", 5)
        ]
        numbers = [row[0][10:] for row in opened.rows("SELECT idu14 FROM ads_parcelle ORDER BY ordre")]
    assert numbers == ["0012", "0013", "0014", "0015", "0018"]
    assert names_in(Path(store).read_bytes()) == set()
    listed = list_permit_deadlines(PermitDeadlinesRequest(store, statuses=EVERY_STATUS, today=TODAY))
    assert [row.values["date_limite"] for row in listed.rows] == [date(2025, 4, 30)]
