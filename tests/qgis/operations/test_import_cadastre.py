"""Import of the cadastre: Etalab's files of an invented country, and the real sheets where the corpus is there."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from smica_qgis.core.cadastre.objects import Commune, Parcelle
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import StoreError
from smica_qgis.operations.cadastre.import_report import ImportReport, InputState
from smica_qgis.operations.check_cadastre import check_cadastre
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from smica_qgis.operations.write_cadastre_reports import write_check_report, write_import_report
from tests.qgis.made_cadastre import MadeCommune, parcel, square, write_layer

AUBRELLE, BESSOL = "12202", "12203"


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "base.gpkg")


@pytest.fixture
def aubrelle(tmp_path: Path) -> Path:
    return MadeCommune(AUBRELLE).write(tmp_path / "etalab")


def do(store: str, *paths: Path, **options: object) -> ImportReport:
    return import_cadastre(CadastreRequest(paths, store, **options))  # type: ignore[arg-type]


def values(store: str, sql: str) -> list[tuple[object, ...]]:
    with open_store(store, read_only=True) as opened:
        return list(opened.rows(sql))


def states(report: ImportReport) -> list[str]:
    return [result.state.value for result in report.results]


def test_etalab(store: str, aubrelle: Path) -> None:
    report = do(store, aubrelle, millesime="2025-09-01")
    assert states(report) == ["importé"] * 3
    assert dict(report.objects()) == {"cad_commune": 1, "cad_parcelle": 20, "cad_batiment": 20}
    assert report.anomalies() == {}
    found = values(
        store,
        "SELECT idu14, idu15, section2, libelle, contenance_m2, surface_geom_m2, arpente, figuree, date_creation, "
        "millesime, source FROM cad_parcelle WHERE idu14 = '122020000A0007'",
    )
    assert found == [
        (
            *("122020000A0007", "1202020000A0007", "0A", "A 7", 1600, pytest.approx(1600, abs=0.01)),
            *(0, None, "2012-03-04", "2025-09-01", "ETALAB"),
        )
    ]


def test_buildings_have_their_parcel(store: str, aubrelle: Path) -> None:
    report = do(store, aubrelle)
    assert (report.buildings, report.linked) == (20, 20)
    linked = values(store, "SELECT b.idu14, b.part_pct FROM cad_batiment b ORDER BY b.fid")
    assert linked[6] == ("122020000A0007", pytest.approx(100, abs=0.01))


def test_the_second_time_nothing_is_read(store: str, aubrelle: Path) -> None:
    do(store, aubrelle)
    before = values(store, "SELECT * FROM cad_parcelle")
    again = do(store, aubrelle)
    assert states(again) == ["déjà connu"] * 3
    assert again.objects() == {}
    assert values(store, "SELECT * FROM cad_parcelle") == before
    assert values(store, "SELECT etat, lus, connus FROM cad_import ORDER BY fid") == [
        ("terminé", 3, 0),
        ("terminé", 0, 3),
    ]


def test_a_new_issue_replaces_and_leaves_its_history(store: str, tmp_path: Path) -> None:
    made = MadeCommune(AUBRELLE)
    do(store, made.write(tmp_path / "first"), millesime="2025-06-01")
    del made.parcels[3:]
    do(store, made.write(tmp_path / "second"), millesime="2025-09-01")
    assert values(store, "SELECT DISTINCT millesime, count(*) FROM cad_parcelle") == [("2025-09-01", 3)]
    lots = values(store, "SELECT contenu, etat, millesime, objets FROM cad_lot ORDER BY fid")
    # the communes and the buildings did not change: they are known
    assert lots == [
        ("12202/communes", "actuel", "2025-06-01", 1),
        ("12202/parcelles", "remplacé", "2025-06-01", 20),
        ("12202/batiments", "actuel", "2025-06-01", 20),
        ("12202/parcelles", "actuel", "2025-09-01", 3),
    ]
    # buildings whose parcel is no more have none
    assert values(store, "SELECT count(*) FROM cad_batiment WHERE idu14 IS NOT NULL") == [(3,)]


def test_parcels_made_and_gone_are_said(store: str, tmp_path: Path) -> None:
    made, other = MadeCommune(AUBRELLE), MadeCommune(BESSOL, column=5)
    assert do(store, made.write(tmp_path / "first")).changes == {}  # a new commune: all of it is
    made.parcels[4] = parcel(AUBRELLE, 25, square(4, 0))
    report = do(store, made.write(tmp_path / "second"), other.write(tmp_path / "other"))
    assert {insee: (some.created, some.removed) for insee, some in report.changes.items()} == {
        AUBRELLE: (("122020000A0025",), ("122020000A0005",))
    }
    expected = {AUBRELLE: {"creees": ["122020000A0025"], "supprimees": ["122020000A0005"]}}
    write_import_report(report, tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["parcelles"] == expected
    kept = values(store, "SELECT rapport FROM cad_import ORDER BY fid")
    assert [None if text is None else json.loads(str(text)) for (text,) in kept] == [None, expected]


def test_what_is_given_twice_is_read_once(store: str, tmp_path: Path) -> None:
    made = MadeCommune(AUBRELLE)
    first, copy = made.write(tmp_path / "a"), made.write(tmp_path / "b")
    report = do(store, first, copy)
    assert (report.count(InputState.IMPORTED), report.count(InputState.KNOWN)) == (3, 3)
    assert report.objects()["cad_parcelle"] == 20
    assert report.changes == {}


def test_two_issues_of_a_new_commune_are_no_change(store: str, tmp_path: Path) -> None:
    made = MadeCommune(AUBRELLE)
    first = made.write(tmp_path / "a")
    del made.parcels[3:]
    report = do(store, first, made.write(tmp_path / "b"))
    assert values(store, "SELECT count(*) FROM cad_parcelle") == [(3,)]
    assert report.changes == {}, "all of it is new"


def test_a_lot_that_fails_changes_nothing(store: str, tmp_path: Path) -> None:
    made = MadeCommune(AUBRELLE)
    do(store, made.write(tmp_path / "first"))
    path = tmp_path / "second" / f"cadastre-{AUBRELLE}-parcelles.json"
    path.parent.mkdir()
    write_layer(path, made.parcels * 200)
    path.write_bytes(path.read_bytes()[:-40])
    report = do(store, path)
    assert (states(report), report.changes) == (["refusé"], {})


def test_several_communes_and_a_department(store: str, tmp_path: Path) -> None:
    first, second = MadeCommune(AUBRELLE), MadeCommune(BESSOL, column=5)
    do(store, first.write(tmp_path / "a"), second.write(tmp_path / "b"))
    write_layer(tmp_path / "cadastre-12-parcelles.json", [*first.parcels[:5], *second.parcels[:6]])
    do(store, tmp_path / "cadastre-12-parcelles.json")
    counts = values(store, "SELECT insee, count(*) FROM cad_parcelle GROUP BY insee ORDER BY insee")
    assert counts == [(AUBRELLE, 5), (BESSOL, 6)]
    # the files of the communes are no longer what the store holds: they may be taken again
    again = do(store, tmp_path / "a" / f"cadastre-{AUBRELLE}-parcelles.json.gz")
    assert states(again) == ["importé"]
    assert values(store, "SELECT count(*) FROM cad_parcelle WHERE insee = '12202'") == [(20,)]


def test_a_bad_file_is_named_and_the_others_are_done(store: str, aubrelle: Path) -> None:
    path = aubrelle / f"cadastre-{AUBRELLE}-batiments.json.gz"
    path.write_bytes(path.read_bytes()[:-40])
    report = do(store, aubrelle)
    assert states(report) == ["importé", "importé", "refusé"]
    refused = report.results[-1]
    assert (refused.name, dict(refused.objects)) == (path.name, {})
    assert "tronqué" in refused.message
    assert values(store, "SELECT etat, refuses FROM cad_import") == [("partiel", 1)]
    assert values(store, "SELECT count(*) FROM cad_parcelle") == [(20,)]


def test_a_geojson_that_is_none(store: str, tmp_path: Path) -> None:
    path = tmp_path / "cadastre-12202-parcelles.json"
    path.write_text('{"type": "FeatureCollection", "features": [{"type"', encoding="utf-8")
    (result,) = do(store, path).results
    assert (result.state, "GeoJSON lisible" in result.message) == (InputState.REFUSED, True)


def test_what_is_wrong_is_kept_and_said(store: str, tmp_path: Path) -> None:
    made = MadeCommune(AUBRELLE)
    made.parcels += [
        parcel(AUBRELLE, 7, square(6, 6)),  # twice
        parcel(AUBRELLE, 50, square(0, 4), contenance=None),
        parcel(AUBRELLE, 51, None),
        parcel(AUBRELLE, 52, square(1, 4), id="12202AB"),
        parcel(AUBRELLE, 53, square(2, 4), contenance=3200),
        parcel(AUBRELLE, 54, ogr.CreateGeometryFromWkt("POLYGON((0 0,10 10,10 0,0 10,0 0))")),
    ]
    report = do(store, made.write(tmp_path / "a", ["communes", "parcelles"]))
    assert report.anomalies() == {
        "DUPLICATE": 1,
        "NO_CONTENANCE": 1,
        "NO_GEOMETRY": 1,
        "INVALID_ID": 1,
        "INVALID_GEOMETRY": 1,
    }
    assert report.objects()["cad_parcelle"] == 23
    check = check_cadastre(store)
    assert {code: count for code, count in check.counts().items() if code not in report.anomalies()} == {
        "AREA": 2,  # the one whose contenance is false, and the invalid one
        "OUTSIDE_COMMUNE": 2,
    }
    (area, _) = [finding.anomaly for finding in check.findings if finding.anomaly.code == "AREA"]
    assert (area.identifier, area.detail) == ("122020000A0053", "contenance 3200 m², dessinée 1600 m²")
    assert square(2, 4).Contains(ogr.CreateGeometryFromWkt(f"POINT({area.x} {area.y})"))


def test_only_the_layers_wanted(store: str, aubrelle: Path) -> None:
    report = do(store, aubrelle, wanted=(Commune,))
    assert states(report) == ["importé", "ignoré", "ignoré"]
    # what was not wanted then may be asked for later
    assert states(do(store, aubrelle, wanted=(Commune, Parcelle)))[1] == "importé"


def test_a_zip(store: str, aubrelle: Path, tmp_path: Path) -> None:
    path = tmp_path / "lot.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for item in sorted(aubrelle.iterdir()):
            archive.write(item, f"12/12202/{item.name}")
    assert dict(do(store, path).objects()) == {"cad_commune": 1, "cad_parcelle": 20, "cad_batiment": 20}


def test_overseas_in_its_own_system(store: str, tmp_path: Path) -> None:
    report = do(store, MadeCommune("97411").write(tmp_path / "a"), srid=2975)
    assert report.objects()["cad_parcelle"] == 20
    assert values(store, "SELECT idu15 FROM cad_parcelle LIMIT 1") == [("9744110000A0001",)]


def test_refusals(store: str, tmp_path: Path, aubrelle: Path) -> None:
    with pytest.raises(InvalidParameterError, match="mode"):
        do(store, aubrelle, mode="erase")
    for issue in ("hier", "2025-13", "2025-06-31T", "06/2025"):
        with pytest.raises(InvalidParameterError, match="n'est pas une date"):
            do(store, aubrelle, millesime=issue)
    with pytest.raises(InvalidParameterError, match="deux caractères"):
        do(store, aubrelle, department="012")
    with pytest.raises(InvalidParameterError, match="ni feuille"):
        do(store, _empty(tmp_path))
    assert not Path(store).exists()
    do(store, aubrelle)
    with pytest.raises(InvalidParameterError, match="99999 n'est pas"):
        check_cadastre(store, ["99999"])


def _empty(tmp_path: Path) -> Path:
    folder = tmp_path / "vide"
    folder.mkdir()
    return folder


class StopsAfter(SilentProgress):
    """Asks to stop once so many inputs are done."""

    def __init__(self, inputs: int) -> None:
        self._left = inputs
        self._stopped = False

    def advance(self, done: int) -> None:
        self._stopped = done >= self._left

    def cancelled(self) -> bool:
        return self._stopped


def test_a_stopped_import_keeps_what_was_done_and_resumes(store: str, aubrelle: Path) -> None:
    with pytest.raises(CancelledError):
        import_cadastre(CadastreRequest([aubrelle], store), StopsAfter(1))
    assert values(store, "SELECT etat FROM cad_import") == [("arrêté",)]
    assert values(store, "SELECT count(*) FROM cad_lot") == [(1,)]
    assert states(do(store, aubrelle)) == ["déjà connu", "importé", "importé"]


def test_reports(store: str, aubrelle: Path, tmp_path: Path) -> None:
    made = do(store, aubrelle)
    made.results[0].message = "=1+1"
    write_import_report(made, tmp_path / "r.json")
    write_import_report(made, tmp_path / "r.csv")
    content = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (content["imported"], content["objets"]["cad_parcelle"], len(content["entrees"])) == (3, 20, 3)
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert (rows[1]["etat"], rows[1]["cad_parcelle"], rows[0]["message"]) == ("importé", "20", "'=1+1")
    check = check_cadastre(store, [AUBRELLE])
    write_check_report(check, tmp_path / "c.csv")
    write_check_report(check, tmp_path / "c.json")
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["parcelles"] == 20
    with pytest.raises(InvalidParameterError, match=r"json ou en \.csv"):
        write_check_report(check, tmp_path / "c.pdf")


def plugin_database(path: Path, years: str = "") -> Path:
    """Write a SpatiaLite as the Cadastre extension makes one: two parcels, a building, an owner."""
    dataset = gdal.GetDriverByName("SQLite").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    system = ogr.osr.SpatialReference()
    system.ImportFromEPSG(2154)
    columns: dict[str, tuple[str, ...]] = {
        "geo_parcelle": ("geo_parcelle", "geo_indp", "coar", "geo_subdsect", "creat_date", "update_dat", "supf"),
        "geo_batiment": ("geo_batiment", "geo_dur", "tex", "creat_date", "update_dat"),
        "geo_commune": ("geo_commune", "tex2"),
        "geo_lieudit": ("geo_lieudit", "annee", "tex", "creat_date", "update_dat"),
    }
    rows: dict[str, list[tuple[object, ...]]] = {
        "geo_parcelle": [
            (f"{years}121202000AB0001", "01", "A", f"{years}121202000AB01", "2012-03-04", "2024-05-06", 1600),
            (f"{years}121202000AB0002", "02", None, None, None, None, None),
        ],
        "geo_batiment": [("b1", "01", None, None, None), ("lost", "01", None, None, None)],
        "geo_commune": [(f"{years}121202", "AUBRELLE"), (f"{years}121203", "BESSOL")],
        "geo_lieudit": [
            ("1", "2024", "LA COMBE", "2012-03-04", None),
            ("2", "2024", "LE PUECH", None, None),
            ("3", "2024", "NULLE PART", None, None),  # out of any commune
        ],
    }
    for table, names in columns.items():
        layer = dataset.CreateLayer(table, system, ogr.wkbMultiPolygon)
        for name in names:
            layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal if name == "supf" else ogr.OFTString))
        for place, row in enumerate(rows[table]):
            feature = ogr.Feature(layer.GetLayerDefn())
            for name, value in zip(names, row):
                if value is not None:
                    feature.SetField(name, value)
            feature.SetGeometry(ogr.ForceToMultiPolygon(square(place, 0)))
            layer.CreateFeature(feature)
    del layer, dataset
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE geo_batiment_parcelle (geo_batiment text, geo_parcelle text)")
        connection.execute("INSERT INTO geo_batiment_parcelle VALUES ('b1', ?)", (f"{years}121202000AB0002",))
        connection.execute("CREATE TABLE proprietaire (ddenom text)")
        connection.execute("INSERT INTO proprietaire VALUES ('MARTIN INVENTEE')")
    connection.close()
    return path


@pytest.mark.parametrize("years", ["", "2024"])
def test_a_database_of_the_cadastre_extension(store: str, tmp_path: Path, years: str) -> None:
    path = plugin_database(tmp_path / "cadastre.sqlite", years)
    before = path.read_bytes()
    report = do(store, path)
    assert path.read_bytes() == before
    assert dict(report.objects()) == {"cad_commune": 2, "cad_parcelle": 2, "cad_batiment": 1, "cad_lieudit": 2}
    assert values(store, "SELECT nom, insee, date_creation FROM cad_lieudit ORDER BY nom") == [
        ("LA COMBE", "12202", "2012-03-04"),
        ("LE PUECH", "12203", None),
    ]
    found = values(store, "SELECT idu14, idu15, contenance_m2, arpente, figuree, feuille_id, source FROM cad_parcelle")
    assert found == [
        ("12202000AB0001", "121202000AB0001", 1600, 1, 1, "12202000AB01", "CADASTRE"),
        ("12202000AB0002", "121202000AB0002", None, 0, 0, None, "CADASTRE"),
    ]
    # the largest part, not what the extension says
    assert values(store, "SELECT idu14 FROM cad_batiment") == [("12202000AB0001",)]
    assert b"MARTIN" not in Path(store).read_bytes()


def test_another_sqlite_is_refused_by_name(store: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    (result,) = do(store, tmp_path / "x.db").results
    assert (result.state, "extension Cadastre" in result.message) == (InputState.REFUSED, True)


def test_a_store_that_cannot_be_written(aubrelle: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        do(str(tmp_path / "absent" / "base.gpkg"), aubrelle)
