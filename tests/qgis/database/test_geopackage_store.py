"""The store in a GeoPackage: what QGIS and GDAL see, several at once, what is refused and why."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from osgeo import gdal, ogr
from qgis.core import QgsVectorLayer

from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.database import geopackage_store
from smica_qgis.database.geopackage_geometry import geopackage_blob, wkb_of_blob
from smica_qgis.database.geopackage_store import open_geopackage
from smica_qgis.database.migration import migrations, store_tables
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import BusyStoreError, StoreError
from tests.qgis.made_cadastre import SOUTH, WEST, square

COLUMNS = ("section_id", "insee", "prefixe", "section2", "libelle", "source", "geom")


def wkb(geometry: ogr.Geometry) -> bytes:
    return bytes(ogr.ForceToMultiPolygon(geometry).ExportToWkb(ogr.wkbNDR))


def row(name: str, geometry: ogr.Geometry | None = None) -> tuple[object, ...]:
    shape = wkb(geometry or square(0, 0))
    return (f"12202000{name}", "12202", "000", name, name, "EDIGEO", shape)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "base commune.gpkg"


def test_a_geometry_is_given_back_as_it_came(path: Path) -> None:
    with open_store(str(path)) as store:
        assert store.insert("cad_section", COLUMNS, [row("AB"), row("AC", square(10, 10))]) == 2
        found = list(store.select("cad_section", ("libelle", "geom"), box=(WEST, SOUTH, WEST + 1, SOUTH + 1)))
        assert found == [("AB", wkb(square(0, 0)))]
        assert [name for (name,) in store.select("cad_section", ("libelle",))] == ["AB", "AC"]


def test_qgis_opens_every_table(path: Path, qgis_app: object) -> None:
    del qgis_app
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [row("AB")])
        store.refresh_statistics()
        addresses = [store.layer(name) for name in store_tables()]
        section = store.layer("cad_section")
    for address in addresses:
        assert QgsVectorLayer(address.uri, address.title, address.provider).isValid(), address
    layer = QgsVectorLayer(section.uri, section.title, section.provider)
    assert (layer.featureCount(), layer.crs().authid(), layer.primaryKeyAttributes()) == (1, "EPSG:2154", [0])
    assert layer.extent().xMinimum() == WEST


def test_gdal_validates_the_file(path: Path) -> None:
    checker = pytest.importorskip("osgeo_utils.samples.validate_gpkg")
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [row("AB")])
        store.refresh_statistics()
    checker.check(str(path), warning_as_error=False, abort_at_first_error=True)


def test_the_index_follows_edits_made_elsewhere(path: Path) -> None:
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [row("AB"), row("AC")])
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    layer = dataset.GetLayerByName("cad_section")
    feature = layer.GetNextFeature()
    feature.SetGeometry(ogr.ForceToMultiPolygon(square(10, 10)))
    layer.SetFeature(feature)
    layer.DeleteFeature(2)
    del feature, layer, dataset
    with open_store(str(path)) as store:
        far = (WEST + 401, SOUTH + 401, WEST + 402, SOUTH + 402)
        assert [name for (name,) in store.select("cad_section", ("libelle",), box=far)] == ["AB"]
        assert list(store.select("cad_section", ("libelle",), box=(WEST, SOUTH, WEST + 1, SOUTH + 1))) == []
        assert store.execute("DELETE FROM cad_section") == 1
        assert list(store.rows('SELECT count(*) FROM "rtree_cad_section_geom"')) == [(0,)]


def test_a_failure_undoes_the_whole_transaction(path: Path) -> None:
    with open_store(str(path)) as store:
        with pytest.raises(StoreError), store.transaction():
            store.insert("cad_section", COLUMNS, [row("AB"), row("AC"), row("AB")])  # the same identifier
        assert list(store.rows("SELECT * FROM cad_section")) == []


def test_updates(path: Path) -> None:
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [row("AB"), row("AC")])
        assert store.update("cad_section", "fid", ("libelle", "millesime"), [(1, "x", "2025"), (2, "y", None)]) == 2
        assert list(store.select("cad_section", ("libelle", "millesime"))) == [("x", "2025"), ("y", None)]


def test_reading_only(path: Path) -> None:
    with pytest.raises(StoreError, match="n'existe pas"):
        open_store(str(path), read_only=True)
    open_store(str(path)).close()
    before = path.read_bytes()
    with open_store(str(path), read_only=True) as store, pytest.raises(StoreError, match="vérifiez vos droits"):
        store.execute("DELETE FROM cad_section")
    assert path.read_bytes() == before


def test_an_older_store_is_brought_up_to_date_and_a_newer_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = migrations()
    for module in ("geopackage_schema", "schema_version"):
        monkeypatch.setattr(f"smica_qgis.database.{module}.migrations", lambda: everything[:1])
    open_store(str(path)).close()
    monkeypatch.undo()
    with pytest.raises(StoreError, match="version plus ancienne"):
        open_store(str(path), read_only=True)
    with open_store(str(path)) as store:
        numbers = [number for (number,) in store.rows("SELECT numero FROM smica_version ORDER BY 1")]
        assert numbers == [migration.number for migration in everything]
        store.execute("INSERT INTO smica_version VALUES (9999, 'x', '2030-01-01', 2154)")
    with pytest.raises(StoreError, match="mettez le plugin à jour"):
        open_store(str(path))


def test_the_system_of_a_store_is_kept(path: Path) -> None:
    open_store(str(path), srid=2975).close()
    with open_store(str(path), srid=2154) as store:
        assert store.srid == 2975


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"PK\x03\x04 this is a zip, not a base, and it is longer than a header", "n'est pas un GeoPackage")],
)
def test_another_file_is_not_touched(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match=said):
        open_store(str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("address", ["", "  ", "base.sqlite", "dossier"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(InvalidParameterError):
        open_store(address)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="n'existe pas"):
        open_store(str(tmp_path / "absent" / "base.gpkg"))


def test_two_writers_take_turns(path: Path) -> None:
    open_store(str(path)).close()

    def write(name: str) -> None:
        with open_geopackage(path, 2154) as store:
            for number in range(20):
                with store.transaction():
                    store.insert("cad_section", COLUMNS, [(f"{name}{number:04d}", *row(name)[1:])])

    threads = [threading.Thread(target=write, args=(name,)) for name in ("AB", "AC", "AD")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_store(str(path)) as store:
        assert list(store.rows("SELECT count(*) FROM cad_section")) == [(60,)]


def test_a_new_store_opened_by_several_at_once(path: Path) -> None:
    failures: list[BaseException] = []

    def make() -> None:
        try:
            open_geopackage(path, 2154).close()
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with open_store(str(path)) as store:
        assert list(store.rows("SELECT count(*) FROM smica_version")) == [(len(migrations()),)]


def test_a_store_held_by_another_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geopackage_store, "PATIENCE", 0.5)
    with open_store(str(path)) as holder, open_store(str(path)) as other, holder.transaction():
        holder.insert("cad_section", COLUMNS, [row("AB")])
        # readers go on meanwhile
        assert list(other.rows("SELECT * FROM cad_section")) == []
        with pytest.raises(BusyStoreError, match="utilisez PostGIS"), other.transaction():
            pass


def test_waiting_may_be_given_up(path: Path) -> None:
    def give_up() -> None:
        raise CancelledError

    with (
        open_store(str(path)) as holder,
        open_store(str(path)) as other,
        holder.transaction(),
        pytest.raises(CancelledError),
        other.transaction(give_up),
    ):
        pass


def test_a_local_store_is_one_file_once_closed(path: Path) -> None:
    with open_store(str(path)) as store:
        assert list(store.rows("PRAGMA journal_mode")) == [("wal",)]
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_no_write_ahead_log_on_a_share(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geopackage_store, "is_on_network_share", lambda _: True)
    with open_store(str(path)) as store:
        assert list(store.rows("PRAGMA journal_mode")) == [("delete",)]


def test_a_share_held_in_the_wrong_mode_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(str(path)):
        monkeypatch.setattr(geopackage_store, "is_on_network_share", lambda _: True)
        with pytest.raises(StoreError, match="fermez-la dans tous les QGIS"):
            open_store(str(path))


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from smica_qgis.database.geopackage_store import open_geopackage
with open_geopackage(Path(sys.argv[1]), 2154) as store, store.transaction():
    store.insert("cad_filiation", ("idu14_mere", "idu14_fille", "source"), [("a", "b", "x")] * 50000)
    os._exit(9)
"""


def test_a_process_killed_while_writing_leaves_what_was_there(path: Path, repository: Path) -> None:
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [row("AB")])
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(repository)], check=False)
    assert done.returncode == 9
    with open_store(str(path)) as store:
        assert list(store.rows("SELECT count(*) FROM cad_filiation")) == [(0,)]
        assert list(store.rows("SELECT count(*) FROM cad_section")) == [(1,)]
        assert list(store.rows("PRAGMA integrity_check")) == [("ok",)]


@pytest.mark.parametrize("wkt", ["POINT(1 2)", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", "MULTIPOLYGON EMPTY"])
def test_blobs(wkt: str) -> None:
    given = bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb(ogr.wkbNDR))
    blob = geopackage_blob(given, 2154)
    assert wkb_of_blob(blob) == given
    assert bool(blob[3] & 0x10) == wkt.endswith("EMPTY")
    assert wkb_of_blob(b"no blob") is None


def test_an_empty_geometry_is_not_indexed(path: Path) -> None:
    empty = bytes(ogr.CreateGeometryFromWkt("MULTIPOLYGON EMPTY").ExportToWkb(ogr.wkbNDR))
    with open_store(str(path)) as store:
        store.insert("cad_section", COLUMNS, [(*row("AB")[:-1], empty), (*row("AC")[:-1], None)])
        assert list(store.rows('SELECT count(*) FROM "rtree_cad_section_geom"')) == [(0,)]
        assert [found for (found,) in store.select("cad_section", ("geom",))] == [empty, None]


def test_names_are_quoted(path: Path) -> None:
    with open_store(str(path)) as store:
        assert store.quoted('a"b') == '"a""b"'
        hostile = json.dumps({"x": "'; DROP TABLE cad_lot; --"})
        assert list(store.rows("SELECT :x", {"x": hostile})) == [(hostile,)]


def test_a_damaged_store_is_said(path: Path) -> None:
    open_store(str(path)).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="abîmée"):
        open_store(str(path))


def test_a_new_store_is_a_geopackage_for_whoever_looks_at_the_file(tmp_path: Path) -> None:
    path = tmp_path / "base.gpkg"
    with open_store(str(path)):
        assert path.read_bytes()[68:72] == b"GPKG"


def test_somebodys_geopackage_does_not_become_a_store(tmp_path: Path) -> None:
    path = tmp_path / "livraison.gpkg"
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    dataset.CreateLayer("ZONE_URBA", None, ogr.wkbPolygon)
    dataset = None
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"n'est pas une base commune|plus ancienne"):
            open_store(str(path), read_only=read_only)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["livraison.gpkg"]
