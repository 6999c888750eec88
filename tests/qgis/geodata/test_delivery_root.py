"""What is a delivery, what is its name, and what are the files in it (contract, INPUT)."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.errors import UnreadableDeliveryError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from tests.qgis.geodata.archives import write_zip, write_zip_with_raw_name
from tests.qgis.geodata.table_samples import write_layer

NAME = "30014_PLU_20171013"
CSV = b"A\n1\n"
DATA, PIECES = "Donnees_geographiques", "Pieces_ecrites"


@contextmanager
def opened(path: Path) -> Iterator[OpenedDelivery]:
    delivery = OpenedDelivery(str(path))
    try:
        yield delivery
    finally:
        delivery.close()


def found(path: Path) -> tuple[str, list[str]]:
    """Name of the delivery and the paths of its files."""
    with opened(path) as delivery:
        for entry in delivery.entries:
            if not entry.is_directory and entry.extension == "csv":
                assert delivery.local(entry.path).read_bytes() == CSV
        return delivery.name, [entry.path for entry in delivery.entries if not entry.is_directory]


@pytest.mark.parametrize(
    ("members", "name", "files"),
    [
        ([f"{NAME}/{DATA}/T.csv"], NAME, [f"{DATA}/T.csv"]),
        ([f"{NAME}/", f"{NAME}/{DATA}/", f"{NAME}/{DATA}/T.csv"], NAME, [f"{DATA}/T.csv"]),
        ([f"{DATA}/T.csv", f"{PIECES}/a.pdf"], "archive", [f"{DATA}/T.csv", f"{PIECES}/a.pdf"]),
        ([f"{DATA}/T.csv"], "archive", [f"{DATA}/T.csv"]),
        ([f"{PIECES.upper()}/a.pdf"], "archive", [f"{PIECES.upper()}/a.pdf"]),
        (["Actes/a.pdf"], "archive", ["Actes/a.pdf"]),
        (["T.csv"], "archive", ["T.csv"]),
        (["livraison finale/T.csv"], "livraison finale", ["T.csv"]),
        ([f"a/{NAME}/T.csv"], NAME, ["T.csv"]),
        ([f"a/{DATA}/T.csv"], "a", [f"{DATA}/T.csv"]),
        ([f"{NAME}/T.csv", "lisez-moi.txt"], "archive", [f"{NAME}/T.csv", "lisez-moi.txt"]),
        ([f"{NAME}/T.csv", f"__MACOSX/{NAME}/._T.csv", ".DS_Store"], NAME, ["T.csv"]),
        ([f"{NAME}\\{DATA}\\T.csv"], NAME, [f"{DATA}/T.csv"]),
        ([f"./{NAME}//T.csv"], NAME, ["T.csv"]),
    ],
)
def test_the_root_of_a_zip(members: list[str], name: str, files: list[str], tmp_path: Path) -> None:
    path = write_zip(tmp_path / "archive.zip", {m: b"" if m.endswith("/") else CSV for m in members})
    assert found(path) == (name, files)


def test_a_folder_is_the_root_whatever_its_name(tmp_path: Path) -> None:
    root = tmp_path / "ma livraison"
    (root / DATA).mkdir(parents=True)
    (root / DATA / "T.csv").write_bytes(CSV)
    assert found(root) == ("ma livraison", [f"{DATA}/T.csv"])


def test_a_folder_that_holds_only_a_delivery_is_not_the_root(tmp_path: Path) -> None:
    (tmp_path / "recu" / NAME).mkdir(parents=True)
    (tmp_path / "recu" / NAME / "T.csv").write_bytes(CSV)
    assert found(tmp_path / "recu") == (NAME, ["T.csv"])


def test_a_folder_given_by_a_relative_path_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / NAME
    root.mkdir()
    (root / "T.csv").write_bytes(CSV)
    monkeypatch.chdir(root)
    assert found(Path())[0] == NAME


def test_folders_are_entries_too(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "archive.zip", {f"{NAME}/{DATA}/T.csv": CSV, f"{NAME}/{PIECES}/": b""})
    with opened(path) as delivery:
        assert [entry.path for entry in delivery.entries if entry.is_directory] == [DATA, PIECES]


def test_a_zip_and_its_folder_hold_the_same(tmp_path: Path) -> None:
    root = tmp_path / NAME
    (root / DATA / "vide").mkdir(parents=True)
    (root / DATA / "T.csv").write_bytes(CSV)
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", tmp_path, NAME)
    with opened(root) as folder, opened(Path(archive)) as zipped:
        assert folder.entries == zipped.entries
        assert folder.name == zipped.name


def test_a_lone_geopackage_is_tables_without_files(tmp_path: Path) -> None:
    path = write_layer(tmp_path / f"{NAME}.gpkg", ogr.wkbPoint, [("POINT (1 2)", ["a"])])
    (tmp_path / "voisin.csv").write_bytes(CSV)
    with opened(path) as delivery:
        assert (delivery.name, delivery.has_files) == (NAME, False)
        assert [entry.path for entry in delivery.entries] == [f"{NAME}.gpkg"]
        assert list(delivery.layers(f"{NAME}.gpkg")) == [NAME]


def test_the_last_rows_of_a_geopackage_in_use_are_read(tmp_path: Path) -> None:
    path = write_layer(tmp_path / f"{NAME}.gpkg", ogr.wkbNone, [(None, ["a"])])
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute(f"""INSERT INTO "{NAME}" (LIBELLE) VALUES ('b')""")  # noqa: S608
        database.commit()
        with opened(path) as delivery:
            table = delivery.read_table(
                f"{NAME}.gpkg", layer=NAME, crs="EPSG:2154", charset="UTF-8", progress=SilentProgress()
            )
    assert [table.columns[0].value(row) for row in range(table.row_count)] == ["a", "b"]


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("ZONE.dbf", ["ZONE.cpg", "ZONE.dbf", "ZONE.prj", "ZONE.shx", "zone.SHP"]),
        ("ZONE.TAB", ["ZONE.TAB", "ZONE.dat", "ZONE.dbf", "ZONE.id", "ZONE.ind", "ZONE.map"]),
        ("ZONE.gml", ["ZONE.gml", "ZONE.xsd"]),
        ("ZONE.gpkg", ["ZONE.gpkg", "ZONE.gpkg-wal"]),
        ("ZONE.csv", ["ZONE.csv"]),
        ("ZONE.xml", ["ZONE.xml"]),
        ("sans", ["sans"]),
    ],
)
def test_what_goes_with_a_file_and_nothing_else(path: str, taken: list[str], tmp_path: Path) -> None:
    names = ["zone.SHP", "sans", "autre/ZONE.shp", "ZONE_2.shp", "ZONE.pdf"]
    names += [
        f"ZONE.{extension}"
        for extension in [
            "dbf",
            "shx",
            "prj",
            "cpg",
            "qml",
            "qix",
            "TAB",
            "dat",
            "map",
            "id",
            "ind",
            "gml",
            "xsd",
            "gfs",
        ]
    ]
    names += [
        f"ZONE.{extension}" for extension in ["gpkg", "gpkg-wal", "gpkg-shm", "gpkg-journal", "csv", "xml", "dbf.xml"]
    ]
    archive = write_zip(tmp_path / "archive.zip", dict.fromkeys(names, b""))
    with opened(archive) as delivery:
        place = delivery.local(path).parent
        assert sorted(copied.name for copied in place.iterdir()) == taken


@pytest.mark.parametrize(
    ("raw", "utf8", "name"),
    [
        ("réglement.csv".encode(), True, "réglement.csv"),
        ("réglement.csv".encode(), False, "réglement.csv"),
        ("réglement.csv".encode("cp850"), False, "réglement.csv"),
        ("réglement.csv".encode("cp437"), False, "réglement.csv"),
        ("PIÈCE n°1 – à l’été.csv".encode(), False, "PIÈCE n°1 – à l’été.csv"),
        ("À LIRE.csv".encode("cp850"), False, "À LIRE.csv"),
        (b"T.csv", False, "T.csv"),
    ],
)
def test_names_in_a_zip_are_read_in_the_charset_they_were_written_in(
    raw: bytes, *, utf8: bool, name: str, tmp_path: Path
) -> None:
    path = write_zip_with_raw_name(tmp_path / "archive.zip", raw, CSV, utf8=utf8)
    assert found(path) == ("archive", [name])


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_the_manifest_tells_contents_apart(form: str, tmp_path: Path) -> None:
    hashes = set()
    for number, content in enumerate((b"A\n1\n", b"A\n2\n", b"A\n1\n")):
        if form == "zip":
            path = write_zip(tmp_path / f"{number}.zip", {f"{NAME}/T.csv": content})
        else:
            path = tmp_path / str(number) / NAME
            path.mkdir(parents=True)
            (path / "T.csv").write_bytes(content)
        with opened(path) as delivery:
            hashes.add(delivery.manifest())
    assert len(hashes) == 2


@pytest.mark.parametrize("name", ["", " ", "nulle-part.zip", "a\0b.zip", "x" * 300 + ".zip"])
def test_what_does_not_exist_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDeliveryError, match="n'existe pas"):
        OpenedDelivery(str(tmp_path / name) if name.strip() else name)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "temp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    path = write_zip(tmp_path / "archive.zip", {"T.csv": CSV})
    with opened(path) as delivery:
        delivery.local("T.csv")
        assert list(place.rglob("T.csv"))
    with pytest.raises(UnreadableDeliveryError):
        OpenedDelivery(str(write_zip(tmp_path / "vide.zip", {})))
    assert list(place.iterdir()) == []
