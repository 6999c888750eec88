"""A GeoPackage is a database: what it computes instead of storing would run in GDAL's SQLite."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.tables.geopackage_objects import computed_tables
from tests.qgis.deliveries import conformant
from tests.qgis.geodata.canary import TOKEN
from tests.qgis.geodata.judging import everything_said, judged, said_of
from tests.qgis.geodata.printed_tables import cells_of, read_by_us
from tests.qgis.geodata.table_samples import write_layer

pytestmark = pytest.mark.timeout(120, method="thread")  # a query that never ends cannot be interrupted
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS LIBELLE FROM c"


@pytest.fixture
def geopackage(tmp_path: Path) -> Path:
    folder = tmp_path / "delivery"
    folder.mkdir()
    return write_layer(folder / "T.gpkg", ogr.wkbPoint, [("POINT (1 2)", ["a"])])


@contextmanager
def edited(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as database:
        yield database
        database.commit()


def add_statement(path: Path, statement: str, kind: str = "table", root: int = 0) -> None:
    """Write a statement in the schema as it is, and register its table."""
    with edited(path) as database:
        database.execute("PRAGMA writable_schema = 1")
        database.execute("INSERT INTO sqlite_master VALUES (?, 'X', 'X', ?, ?)", (kind, root, statement))
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('X', 'attributes', 'X')"
        )


def add_layer(path: Path, statement: str) -> None:
    with edited(path) as database:
        database.execute(statement)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('X', 'attributes', 'X')"
        )


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    write_layer(tmp_path / "secret.shp", ogr.wkbPoint, [("POINT (1 2)", [TOKEN])])
    (tmp_path / "secret.csv").write_text(f"LIBELLE\n{TOKEN}\n")
    return tmp_path / "secret"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIRTUAL TABLE X USING VirtualShape('{}', 'UTF-8', 2154)",
        "CREATE VIRTUAL TABLE X USING VirtualDBF('{}.dbf', 'UTF-8')",
        "CREATE VIRTUAL TABLE X USING VirtualText('{}.csv', 'UTF-8', 1, POINT, DOUBLEQUOTE, ',')",
        "CREATE VIRTUAL TABLE X USING VirtualOGR('{}.shp')",
        "create virtual table X using virtualtext('{}.csv', 'UTF-8', 1, POINT, DOUBLEQUOTE, ',')",
        "CREATE/**/VIRTUAL TABLE X USING VirtualText('{}.csv', 'UTF-8', 1, POINT, DOUBLEQUOTE, ',')",
        "CREATE VIRTUAL TABLE \"X\" USING /* rtree( */ VirtualText('{}.csv', 'UTF-8', 1, POINT, DOUBLEQUOTE, ',')",
    ],
)
@pytest.mark.parametrize("kind", ["table", "index"])
def test_a_virtual_table_reads_no_file(statement: str, kind: str, geopackage: Path, secret: Path) -> None:
    add_statement(geopackage, statement.format(secret), kind)
    with pytest.raises(UnreadableFileError, match=r"virtuelle|illisible|SQLite"):
        read_by_us(geopackage)


def test_a_delivered_virtual_table_is_one_finding(secret: Path, tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.geopackage(tmp_path / "12901_PLU_20241106.gpkg")
    add_statement(path, f"CREATE VIRTUAL TABLE X USING VirtualText('{secret}.csv','UTF-8',1,POINT,DOUBLEQUOTE,',')")
    with edited(path) as database:
        database.execute("PRAGMA writable_schema = 1")
        database.execute("UPDATE sqlite_master SET name = 'ZONE_URBA', tbl_name = 'ZONE_URBA' WHERE name = 'X'")
    report = judged(path, tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE
    assert TOKEN not in everything_said(tmp_path / "reports")


def test_a_view_is_not_read(geopackage: Path) -> None:
    add_layer(geopackage, f"CREATE VIEW X AS {ENDLESS}")
    assert cells_of(read_by_us(geopackage, layer="T")) == [["POINT (1 2)", "a"]]
    with pytest.raises(UnreadableFileError, match="vue"):
        read_by_us(geopackage, layer="X")


def test_an_endless_view_in_a_delivery_is_one_finding(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.table_path("ZONE_URBA").with_suffix(".gpkg")
    delivery.remove_table("ZONE_URBA")
    write_layer(path, ogr.wkbNone, [])
    with edited(path) as database:
        database.execute(f'DROP TABLE "{path.stem}"')
        database.execute(f'CREATE VIEW "{path.stem}" AS {ENDLESS}')
    for standard in ("cnig_PLU_2024", ""):
        assert "vue" in said_of(judged(delivery.root, tmp_path / "reports", standard), path.name)


@pytest.mark.parametrize("name", ["gpkg_contents", "gpkg_geometry_columns", "gpkg_extensions", "GPKG_CONTENTS"])
def test_a_view_in_the_place_of_a_table_of_the_format_is_not_opened(name: str, geopackage: Path) -> None:
    with edited(geopackage) as database:
        database.execute("PRAGMA foreign_keys = 0")
        database.execute("PRAGMA legacy_alter_table = 1")
        database.execute(f"ALTER TABLE {name} RENAME TO kept")
        condition = f"(SELECT count(*) FROM ({ENDLESS})) > 0"  # noqa: S608 - ours
        database.execute(f"CREATE VIEW {name} AS SELECT * FROM kept WHERE {condition}")  # noqa: S608 - ours
    with pytest.raises(UnreadableFileError, match="GeoPackage régulier"):
        read_by_us(geopackage)


def test_a_generated_column_is_not_read(geopackage: Path) -> None:
    add_layer(geopackage, "CREATE TABLE X (a INTEGER PRIMARY KEY, b TEXT AS (hex(zeroblob(400000000))))")
    with pytest.raises(UnreadableFileError, match="calculée"):
        read_by_us(geopackage, layer="X")


def test_the_spatial_index_of_the_format_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = write_layer(tmp_path / "T.gpkg", ogr.wkbPoint, [("POINT (1 2)", ["a"])], SPATIAL_INDEX="YES")
    with edited(path) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%USING rtree%'").fetchone() == (1,)
        database.execute("CREATE VIEW st_geometry_columns AS SELECT * FROM gpkg_geometry_columns")
    assert computed_tables(path) == {"st_geometry_columns": "c'est une vue, qui n'est pas lue"}
    assert read_by_us(path).row_count == 1


def write_journal(path: Path, victim: Path) -> None:
    """Write a journal left by a transaction over several databases: SQLite deletes the file that it names."""
    magic, name = bytes.fromhex("d9d505f920a163d7"), str(victim).encode()
    head = path.read_bytes()[:32]
    (page,), (pages,) = struct.unpack_from(">H", head, 16), struct.unpack_from(">I", head, 28)
    content = (magic + struct.pack(">5I", 0, 0, pages, 512, page)).ljust(512, b"\0")
    content += struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
    path.with_name(f"{path.name}-journal").write_bytes(content)


@pytest.mark.parametrize("form", ["folder", "zip", "alone"])
def test_a_journal_deletes_no_file_of_the_machine(form: str, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("important")
    delivery = conformant("cnig_PLU_2024", tmp_path, formats={"ZONE_URBA": "gpkg"})
    path = delivery.table_path("ZONE_URBA")
    if form == "alone":
        path = delivery.geopackage(tmp_path / "12901_PLU_20241106.gpkg")
    write_journal(path, victim)
    given = {"folder": delivery.root, "zip": tmp_path / f"{delivery.name}.zip", "alone": path}[form]
    if form == "zip":
        delivery.zipped(tmp_path)
    report = judged(given, tmp_path / "reports")
    assert victim.exists()
    assert report.verdict is Verdict.VALID
    with closing(sqlite3.connect(path)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    assert not victim.exists(), "SQLite would have deleted it"


def test_a_layer_that_is_not_there_is_said(geopackage: Path) -> None:
    with pytest.raises(UnreadableFileError, match="ABSENTE"):
        read_by_us(geopackage, layer="ABSENTE")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000), b"<OGRVRTDataSource/>"])
def test_what_is_no_geopackage_is_an_unreadable_delivery(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "12901_PLU_20241106.gpkg"
    path.write_bytes(content)
    assert judged(path, tmp_path / "reports").verdict is Verdict.UNREADABLE


def test_a_database_without_a_layer_is_an_unreadable_delivery(tmp_path: Path) -> None:
    path = tmp_path / "12901_PLU_20241106.gpkg"
    with edited(path) as database:
        database.execute("CREATE TABLE ZONE_URBA (LIBELLE TEXT)")
    assert judged(path, tmp_path / "reports").verdict is Verdict.UNREADABLE


def test_a_schema_that_is_not_utf8_is_no_traceback(geopackage: Path) -> None:
    octets = geopackage.read_bytes()
    assert b"CREATE TABLE gpkg_contents" in octets
    geopackage.write_bytes(octets.replace(b"CREATE TABLE gpkg_contents", b"CREATE TABLE gpkg_conten\xects"))
    with pytest.raises(UnreadableFileError, match="SQLite"):
        computed_tables(geopackage)
