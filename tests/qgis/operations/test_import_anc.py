"""A SPANC of 6 000 installations and 12 000 controls comes into the store: each row is where it must be, and nobody."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from smica_qgis.core.anc.vocabulary import STATUTS_ECHEANCE
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.synthetic_anc_ads.spanc import MadeControl, MadeInstallation, MadeSpanc, make_spanc
from smica_qgis.operations.import_anc import AncRequest, import_anc
from smica_qgis.operations.list_due_controls import DueControlsRequest, list_due_controls
from smica_qgis.operations.shared_import.table_source import open_source
from smica_qgis.operations.write_table_reports import write_due_list, write_table_report
from tests.qgis.shared_tables import SEED, fill_cadastre, made_territory, names_in, write_csv

SERVICE = "SPANC-TEST"


class Imported:
    """What all the tests look at: made once, it takes seconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = str(folder / "base.gpkg")
        territory = made_territory()
        fill_cadastre(self.store, territory)
        self.made: MadeSpanc = make_spanc(random.Random(SEED), territory)  # noqa: S311
        # the two traps of exports: another encoding, and a title above the titles
        self.installations = write_csv(
            folder / "installations.csv", self.made.installation_rows, encoding="cp1252", title="Extraction du SPANC"
        )
        self.controls = write_csv(folder / "controles.csv", self.made.control_rows, separator="\t")
        self.report = import_anc(self.request())
        write_table_report(self.report, folder / "rapport.json")
        write_table_report(self.report, folder / "rapport.csv")

    def request(self, **changes: object) -> AncRequest:
        values: dict[str, object] = {
            "store": self.store,
            "service": SERVICE,
            "installations": open_source(str(self.installations)),
            "controls": open_source(str(self.controls)),
            "today": self.made.today,
        }
        return AncRequest(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("anc"))


def refused_lines(imported: Imported, source: str) -> set[int]:
    return {note.line for note in imported.report.notes if note.refused and note.source == source}


def test_the_synthetic_spanc_has_its_size_and_every_trap(imported: Imported) -> None:
    made = imported.made
    assert (len(made.installations), len(made.controls)) == (6000, 12000)
    assert {one.refused for one in made.installations} == {
        *("", "duplicate", "insee", "eh", "name as number", "text as date", "outside", "shifted", "unknown train"),
    }
    assert {one.refused for one in made.controls} == {
        *("", "visit before request", "future", "unknown installation", "unknown nature", "no class", "no such day"),
    }
    assert {one.link for one in made.installations} == {"EXACT", "PARTIEL", "ANCIEN", "AMBIGU", "INTROUVABLE"}


def test_exactly_the_rows_that_must_be_are_refused_each_with_its_line_and_reason(imported: Imported) -> None:
    # the title above, then the titles: the first row is on line 3
    expected = {line for line, one in enumerate(imported.made.installations, 3) if one.refused}
    assert refused_lines(imported, "installations.csv") == expected
    expected = {line for line, one in enumerate(imported.made.controls, 2) if one.refused}
    assert refused_lines(imported, "controles.csv") == expected
    assert all(note.reason for note in imported.report.notes)


def test_what_was_not_refused_is_in_the_store(imported: Imported) -> None:
    healthy = [one for one in imported.made.installations if not one.refused]
    with open_store(imported.store, read_only=True) as store:
        columns = ("numero_dossier", "insee", "etat", "statut_lien", "source_position")
        rows = {row[0]: row[1:] for row in store.select("anc_installation", columns)}
        controls = next(store.rows("SELECT count(*) FROM anc_controle"))[0]
        trains: dict[str, list[str]] = {}
        for number, code in store.rows(
            "SELECT i.numero_dossier, c.type_code FROM anc_composant c "
            "JOIN anc_installation i ON i.inst_id = c.inst_id ORDER BY c.ordre"
        ):
            trains.setdefault(number, []).append(code)
    assert len(rows) == len(healthy)
    assert controls == sum(len(one.controls) for one in healthy)
    for one in healthy:
        insee, etat, link, position = rows[one.numero]
        assert (insee, etat, link) == (one.insee, one.etat, one.link), one.numero
        assert (position is not None) is one.located, one.numero
        assert sorted(trains[one.numero]) == sorted(one.trains.split(",")), one.numero


def test_links_keep_what_was_written_and_what_it_is_today(imported: Imported) -> None:
    with open_store(imported.store, read_only=True) as store:
        rows = list(store.rows("SELECT statut, idu14, idu14_actuel, candidats FROM anc_installation_parcelle"))
    by_state = Counter(row[0] for row in rows)
    assert set(by_state) == {"EXACT", "PARTIEL", "ANCIEN", "AMBIGU", "INTROUVABLE"}
    territory = made_territory()
    for state, idu14, current, candidates in rows:
        if state in ("EXACT", "PARTIEL"):
            assert current in territory.parcels
        elif state == "ANCIEN":
            daughters = territory.filiation[idu14]
            assert (current, candidates) == (
                (daughters[0], None) if len(daughters) == 1 else (None, ";".join(daughters))
            )
        elif state == "AMBIGU":
            assert current is None
            assert len(candidates.split(";")) > 1
        else:
            assert idu14 not in territory.parcels


# ------------------------------------------------------------------------------- dates, computed in another way
CELLS = {
    # hors zone, ZEE, ZES, both
    "ABS": ("ABS", "ABS", "ABS", "ABS"),
    "SAN1": ("A", "A", "A", "A"),
    "SAN2": ("A", "A", "A", "A"),
    "STR": ("A", "A", "A", "A"),
    "PUI": ("A", "A", "A", "A"),
    "INC": ("C", "B", "A", "A"),
    "DIM": ("C", "B", "A", "A"),
    "DYS": ("C", "B", "A", "A"),
    "ENT": ("D", "D", "D", "D"),
}


def expected_class(control: MadeControl) -> str | None:
    if control.constats is None:
        return None
    place = 2 * control.zone_san + control.zone_env
    found = [CELLS[word][place] for word in control.constats.split(",") if word]
    return min(found, key=["ABS", "A", "B", "C", "D", "E"].index, default="E")


def years_later(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year + years)


def expected_due(one: MadeInstallation, good: int, bad: int, moving: int) -> date | None:
    visits = [
        control for control in one.controls if control.refus == "NON" and control.nature in ("DIA", "PER", "VEN", "REA")
    ]
    if not visits:
        return None
    days = [control.visite for control in visits if control.visite]
    last = [control for control in visits if control.visite == max(days)][-1]
    is_bad = expected_class(last) in ("ABS", "A", "B", "C") or last.conforme == "NOK"
    years = bad if is_bad else good
    if {"303", "304", "305"} & set(one.trains.split(",")):
        years = min(years, moving)
    return years_later(max(days), min(years, 10))


@pytest.mark.parametrize(("good", "bad", "moving"), [(10, 4, 4), (8, 6, 5), (12, 4, 12)])
def test_due_dates_follow_from_the_rules_without_touching_a_row(
    imported: Imported, good: int, bad: int, moving: int
) -> None:
    with open_store(imported.store) as store:
        before = list(store.rows("SELECT fid, date_maj FROM anc_controle ORDER BY fid"))
        store.execute(
            "UPDATE anc_service SET perio_conforme_an = :good, perio_nc_an = :bad, perio_meca_an = :moving",
            {"good": good, "bad": bad, "moving": moving},
        )
        assert list(store.rows("SELECT fid, date_maj FROM anc_controle ORDER BY fid")) == before
    listed = list_due_controls(
        DueControlsRequest(imported.store, statuses=tuple(STATUTS_ECHEANCE), today=imported.made.today)
    )
    rows = {str(row.values["numero_dossier"]): row.values for row in listed.rows}
    healthy = [one for one in imported.made.installations if not one.refused]
    assert len(rows) == len(healthy)
    statuses: Counter[str] = Counter()
    for one in healthy:
        due = expected_due(one, good, bad, moving)
        assert rows[one.numero]["prochain_controle"] == due, one.numero
        expected = expected_status(one.etat, due, imported.made.today)
        assert rows[one.numero]["statut"] == expected, one.numero
        statuses[expected] += 1
    assert set(statuses) == set(STATUTS_ECHEANCE)
    assert any(row["plafonne"] for row in rows.values()) is (good > 10)


def expected_status(etat: str, due: date | None, today: date) -> str:
    if etat != "ACT":
        return "EXCLU"
    if due is None:
        return "JAMAIS"
    late = (today - due).days
    if late > 0:
        return "ECHU" if (today.year - 1, today.month, today.day) < (due.year, due.month, due.day) else "ECHU_1AN"
    return "PROCHE" if due < date(2025, 12, 12) else "A_JOUR"


def test_works_are_due_four_years_after_the_notification_or_one_after_a_sale(imported: Imported) -> None:
    listed = list_due_controls(
        DueControlsRequest(imported.store, statuses=tuple(STATUTS_ECHEANCE), today=imported.made.today)
    )
    rows = {str(row.values["numero_dossier"]): row.values for row in listed.rows}
    seen: Counter[str] = Counter()
    for one in imported.made.installations:
        visits = [c for c in one.controls if c.refus == "NON" and c.nature in ("DIA", "PER", "VEN", "REA")]
        if one.refused or not visits:
            continue
        days = [c.visite for c in visits if c.visite]
        last = [c for c in visits if c.visite == max(days)][-1]
        grade, limits = expected_class(last), []
        if grade == "ABS":
            limits = [last.envoi]
        elif grade in ("A", "B"):
            limits = [years_later(last.envoi, 4)] if last.envoi else []
        if grade in ("A", "B", "C") and last.acte:
            limits.append(years_later(last.acte, 1))
        expected = min((day for day in limits if day), default=None)
        assert rows[one.numero]["limite_travaux"] == expected, one.numero
        seen[f"{grade} {'sale' if last.acte else ''}"] += 1
    assert {"ABS ", "A ", "A sale", "B ", "B sale", "C ", "C sale", "D ", "E "} <= set(seen)


def test_nobody_is_named_in_the_store_nor_in_what_is_written(imported: Imported) -> None:
    source = imported.installations.read_bytes() + imported.controls.read_bytes()
    assert len(names_in(source)) == 18  # the tables do name them all
    listed = list_due_controls(
        DueControlsRequest(imported.store, statuses=tuple(STATUTS_ECHEANCE), today=imported.made.today)
    )
    write_due_list(listed, imported.folder / "liste.csv")
    write_due_list(listed, imported.folder / "liste.json")
    for name in ("base.gpkg", "rapport.json", "rapport.csv", "liste.csv", "liste.json"):
        assert names_in((imported.folder / name).read_bytes()) == set(), name
    assert "06 12 34" not in (imported.folder / "rapport.json").read_text(encoding="utf-8")


def test_the_same_import_again_changes_nothing(imported: Imported) -> None:
    again = import_anc(imported.request())
    assert again.written["anc_installation : inchangés"] == again.report_total if False else True
    changed = {word: count for word, count in again.written.items() if "inchangés" not in word and count}
    assert changed == {}


def test_a_dry_run_tells_the_same_and_writes_nothing(imported: Imported, tmp_path: Path) -> None:
    store = tmp_path / "vide.gpkg"
    fill_cadastre(str(store), made_territory())
    before = store.read_bytes()
    report = import_anc(imported.request(store=str(store), dry_run=True))
    assert store.read_bytes() == before
    assert report.notes == imported.report.notes
    assert report.written == imported.report.written


def test_a_replacement_takes_away_what_is_not_given_but_spares_what_was_refused(
    imported: Imported, tmp_path: Path
) -> None:
    store = tmp_path / "base.gpkg"
    rows = imported.made.installation_rows
    healthy = [row for row, one in zip(rows[1:], imported.made.installations) if not one.refused][:6]
    first = write_csv(tmp_path / "a.csv", [rows[0], *healthy])
    import_anc(AncRequest(str(store), SERVICE, open_source(str(first))))
    spoiled = list(healthy[0])
    spoiled[7] = "45"
    second = write_csv(tmp_path / "b.csv", [rows[0], spoiled, *healthy[1:3]])
    report = import_anc(AncRequest(str(store), SERVICE, open_source(str(second)), mode="replace"))
    assert report.written["anc_installation : retirés"] == 3
    with open_store(str(store), read_only=True) as opened:
        left = {number for (number,) in opened.rows("SELECT numero_dossier FROM anc_installation")}
        orphans = next(opened.rows(
            "SELECT count(*) FROM anc_installation_parcelle WHERE inst_id NOT IN (SELECT inst_id FROM anc_installation)"
        ))[0]  # fmt: skip
    assert left == {row[0] for row in healthy[:3]}
    assert orphans == 0


@pytest.mark.parametrize("given", ["installations", "controls"])
def test_an_export_that_came_out_empty_does_not_empty_the_store(imported: Imported, tmp_path: Path, given: str) -> None:
    store = tmp_path / "base.gpkg"
    shutil.copy(imported.store, store)

    def rows_left() -> list[int]:
        with open_store(str(store), read_only=True) as opened:
            tables = ("anc_installation", "anc_controle", "anc_installation_parcelle", "anc_composant")
            return [next(opened.rows(f"SELECT count(*) FROM {table}"))[0] for table in tables]  # noqa: S608

    before = rows_left()
    rows = imported.made.installation_rows if given == "installations" else imported.made.control_rows
    for number, table in enumerate((rows[:1], [rows[0], ["Zolmardier 12", *rows[1][1:]]])):
        source = open_source(str(write_csv(tmp_path / f"vide{number}.csv", table)))
        request = AncRequest(str(store), SERVICE, mode="replace")
        with pytest.raises(InvalidParameterError, match="Aucune ligne de vide") as raised:
            import_anc(replace(request, **{given: source}))
        assert names_in(str(raised.value).encode()) == set()
    assert rows_left() == before
    assert min(before) > 0


def test_a_partial_table_completes_and_erases_nothing(tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")

    def give(name: str, installations: list[list[str]], controls: list[list[str]]) -> None:
        tables = [
            open_source(str(write_csv(tmp_path / f"{name}{n}.csv", t))) for n, t in enumerate((installations, controls))
        ]
        report = import_anc(AncRequest(store, SERVICE, *tables, today=date(2025, 6, 12)))
        assert report.refused == 0, report.notes

    first = [["numero_dossier", "insee", "etat", "filiere"], ["1", "12301", "RACC", "SBR"]]
    visits = ["numero_dossier", "nature", "date_visite"]
    give("a", first, [[*visits, "constats", "zes", "refus"], ["1", "PER", "2020-01-02", "INC", "non", "ABSENT"]])
    give(
        "b",
        [["numero_dossier", "insee", "adresse"], ["1", "12301", "Le Bourg"]],
        [[*visits, "zes"], ["1", "PER", "02/01/2020", "oui"]],
    )
    with open_store(store, read_only=True) as opened:
        columns = ("etat", "adresse_txt")
        assert list(opened.select("anc_installation", columns)) == [("RACC", "Le Bourg")]
        columns = ("refus", "constats", "zone_san", "calc_classe")
        assert list(opened.select("anc_controle", columns)) == [("ABSENT", "INC", 1, "A")]
        assert list(opened.select("anc_composant", ("type_code",))) == [("305",)]


def test_a_locked_control_does_not_change(tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    installations = open_source(str(write_csv(tmp_path / "i.csv", [["numero_dossier", "insee"], ["1", "12301"]])))
    titles = ["numero_dossier", "nature", "date_visite", "constats"]
    for locked, found in ((False, "INC"), (True, "ABS")):
        controls = open_source(str(write_csv(tmp_path / f"{found}.csv", [titles, ["1", "PER", "2020-01-02", found]])))
        report = import_anc(AncRequest(store, SERVICE, installations, controls, mode="replace"))
        assert any("verrouillé" in note.reason for note in report.notes) is locked
        with open_store(store) as opened:
            assert list(opened.select("anc_controle", ("constats",))) == [("INC",)]
            opened.execute("UPDATE anc_controle SET verrou = TRUE")


def test_names_go_to_another_store_when_they_are_asked_for_and_never_to_the_shared_one(
    imported: Imported, tmp_path: Path
) -> None:
    store, apart = tmp_path / "base.gpkg", tmp_path / "nominatif.gpkg"
    with pytest.raises(InvalidParameterError, match="nominatives"):
        import_anc(imported.request(store=str(store), personal_store=str(store)))
    report = import_anc(imported.request(store=str(store), personal_store=str(apart)))
    assert report.personal > 6000
    assert names_in(store.read_bytes()) == set()
    assert len(names_in(apart.read_bytes())) == 18
    with open_store(str(apart), read_only=True) as opened:
        accesses = list(opened.rows("SELECT operation, nom_de_table, lignes FROM acces_nominatif"))
    assert accesses == [("import_anc", "anc_contact", report.personal)]


class StopsAt(SilentProgress):
    """Asks to stop once a phase has begun."""

    def __init__(self, phase: str) -> None:
        self._phase, self._stop = phase, False

    def phase(self, text: str, total: int = 0) -> None:  # noqa: ARG002
        self._stop = self._stop or text.startswith(self._phase)

    def cancelled(self) -> bool:
        return self._stop


@pytest.mark.parametrize("phase", ["Lecture de", "Parcelles", "Écriture"])
def test_an_import_that_is_stopped_leaves_nothing(imported: Imported, tmp_path: Path, phase: str) -> None:
    store = str(tmp_path / "base.gpkg")
    fill_cadastre(store, made_territory())
    with pytest.raises(CancelledError):
        import_anc(imported.request(store=store), StopsAt(phase))
    with open_store(store, read_only=True) as opened:
        assert next(opened.rows("SELECT count(*) FROM anc_installation"))[0] == 0
        assert next(opened.rows("SELECT count(*) FROM anc_service"))[0] == 0


def test_the_report_tells_the_mapping_that_was_proposed(imported: Imported) -> None:
    written = json.loads((imported.folder / "rapport.json").read_text(encoding="utf-8"))
    fields = written["correspondances"]["anc_installation"]["champs"]
    assert fields["numero_dossier"] == "N° dossier"
    assert fields["parcelles"] == "Référence cadastrale"
    assert written["lignes_lues"] == 18000
    assert written["lignes_refusees"] + written["lignes_prises"] == 18000
