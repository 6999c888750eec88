"""Folders with links, pipes, depths, names and locks."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from smica_qgis.core.errors import UnreadableDeliveryError
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.delivery.bounds import Bounds
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from tests.qgis.deliveries import ConformantDelivery, conformant
from tests.qgis.geodata.canary import TOKEN, pipe_canary
from tests.qgis.geodata.judging import everything_said, judged, said_of

pytestmark = pytest.mark.timeout(120, method="thread")  # a read that never ends cannot be interrupted
ZONES = "ZONE_URBA"


@pytest.fixture
def delivery(tmp_path: Path) -> ConformantDelivery:
    return conformant("cnig_PLU_2024", tmp_path)


def test_a_link_to_a_file_is_named_and_not_followed(delivery: ConformantDelivery, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(f"LIBELLE\n{TOKEN}\n")
    delivery.remove_table(ZONES)
    link = delivery.table_path(ZONES).with_suffix(".csv")
    link.symlink_to(secret)
    report = judged(delivery.root, tmp_path / "reports")
    assert "lien" in said_of(report, link.name)
    assert TOKEN not in everything_said(tmp_path / "reports")


@pytest.mark.parametrize("suffix", [".shp", ".shx", ".prj"])
def test_a_part_of_a_shapefile_that_is_a_link_is_not_read(
    suffix: str, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    part = delivery.table_path(ZONES).with_suffix(suffix)
    moved = part.rename(tmp_path / f"elsewhere{suffix}")
    part.symlink_to(moved)
    assert "lien" in said_of(judged(delivery.root, tmp_path / "reports"), part.name)


def test_a_link_to_a_folder_is_named_and_not_followed(delivery: ConformantDelivery, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / f"{TOKEN}.csv").write_text("A\n")
    (delivery.root / "lien").symlink_to(elsewhere, target_is_directory=True)
    (delivery.root / "boucle").symlink_to(delivery.root, target_is_directory=True)
    report = judged(delivery.root, tmp_path / "reports")
    assert "lien" in said_of(report, "lien")
    assert "lien" in said_of(report, "boucle")
    assert TOKEN not in everything_said(tmp_path / "reports")


@pytest.mark.parametrize("name", ["12901_ZONE_URBA_20241106.dbf", "12901_ZONE_URBA_20241106.csv", "m.xml"])
def test_a_pipe_is_named_and_not_read(name: str, delivery: ConformantDelivery, tmp_path: Path) -> None:
    delivery.remove_table(ZONES)
    with pipe_canary(delivery.root / "Donnees_geographiques" / name) as canary:
        report = judged(delivery.root, tmp_path / "reports")
    assert "fichier ordinaire" in said_of(report, name)
    assert not canary.was_read


def test_a_socket_is_named(delivery: ConformantDelivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(delivery.root)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("prise.csv")
        assert "fichier ordinaire" in said_of(judged(delivery.root, tmp_path / "reports"), "prise.csv")


def test_a_folder_with_the_name_of_a_table(delivery: ConformantDelivery, tmp_path: Path) -> None:
    delivery.remove_table(ZONES)
    (delivery.table_path(ZONES)).mkdir()
    codes = {finding.code for finding in judged(delivery.root, tmp_path / "reports").findings}
    assert "DIRECTORY_UNEXPECTED" in codes


def test_a_folder_with_the_name_of_a_part(delivery: ConformantDelivery, tmp_path: Path) -> None:
    part = delivery.table_path(ZONES).with_suffix(".shx")
    part.unlink()
    part.mkdir()
    judged(delivery.root, tmp_path / "reports")


@contextmanager
def nested(root: Path, name: str, depth: int) -> Iterator[None]:
    """Nest folders in a folder, one step at a time: the path is longer than the system takes at once."""
    here = os.open(root, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=here)
        there = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    os.close(here)
    try:
        yield
    finally:  # no tool of Python removes them
        first, second = root / name, root / "next"
        for _ in range(depth - 1):
            (first / name).rename(second)
            first.rmdir()
            second.rename(first)


def test_folders_nested_deeper_than_calls(delivery: ConformantDelivery, tmp_path: Path) -> None:
    with nested(delivery.root, "p", 1500):
        report = judged(delivery.root, tmp_path / "reports")
    assert len([finding for finding in report.findings if finding.code == "DIRECTORY_UNEXPECTED"]) == 1500


def test_a_path_longer_than_the_system_takes_is_said(tmp_path: Path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    (root / "a.csv").write_text("A\n")
    with nested(root, "x" * 200, 30):
        opened = OpenedDelivery(str(root))
        assert [refused.reason for refused in opened.refused] == ["le dossier ne peut être lu"]
        opened.close()


@pytest.mark.parametrize(
    "name", [b"r\xe9glement.csv", b"a\nb.csv", b"a\tb.xml", b"\xff\xfe.dbf", b"-rf.csv", b"a'b\".csv", b"%s%n.csv"]
)
def test_strange_names(name: bytes, delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(delivery.root / "Donnees_geographiques"), name)  # noqa: PTH118 - bytes
    with open(path, "wb") as stream:  # noqa: PTH123 - bytes
        stream.write(b"A\n1\n")
    judged(delivery.root, tmp_path / "reports", options={"flat": True})
    judged(delivery.root, tmp_path / "reports", "")


def test_two_names_that_are_not_text_and_look_alike(tmp_path: Path) -> None:
    root = tmp_path / "30014_PLU_20171013"
    root.mkdir()
    for name in (b"\xff_ZONE_URBA.csv", b"\xfe_ZONE_URBA.csv"):
        with open(os.path.join(os.fsencode(root), name), "wb") as stream:  # noqa: PTH118, PTH123 - bytes
            stream.write(b"A\n1\n")
    judged(root, tmp_path / "reports", "cnig_PLU_2017", options={"flat": True})


def test_a_file_that_cannot_be_read_is_one_finding(
    delivery: ConformantDelivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copyfile
    locked = delivery.table_path(ZONES).name

    def refuse(source: Path, target: Path) -> None:
        if Path(source).name == locked:
            raise PermissionError(13, "Permission denied")
        copy(source, target)

    monkeypatch.setattr("shutil.copyfile", refuse)
    report = judged(delivery.root, tmp_path / "reports")
    assert said_of(report, locked) == f"Le fichier Donnees_geographiques/{locked} ne peut être lu"
    assert len(report.tables) == len(delivery.invented.tables) - 1


def test_a_file_that_goes_away_is_one_finding(
    delivery: ConformantDelivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = OpenedDelivery.__init__

    def open_then_remove(self: OpenedDelivery, path: str, bounds: Bounds | None = None) -> None:
        opened(self, path, bounds)
        delivery.table_path(ZONES).unlink()

    monkeypatch.setattr(OpenedDelivery, "__init__", open_then_remove)
    assert said_of(judged(delivery.root, tmp_path / "reports"), delivery.table_path(ZONES).name)


def test_a_folder_that_cannot_be_listed_is_one_finding(
    delivery: ConformantDelivery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = os.scandir

    def refuse(path: Path) -> object:
        if isinstance(path, Path) and path.name == "Pieces_ecrites":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert "lu" in said_of(judged(delivery.root, tmp_path / "reports"), "Pieces_ecrites")


def test_a_locked_root_is_an_unreadable_delivery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "30014_PLU_20171013"
    root.mkdir()
    listing = os.scandir

    def refuse(path: Path) -> object:
        if path == root:
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert judged(root, tmp_path / "reports").verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("inside", [[], ["vide"], ["vide/encore/plus"]])
def test_an_empty_folder_is_an_unreadable_delivery(inside: list[str], tmp_path: Path) -> None:
    root = tmp_path / "30014_PLU_20171013"
    root.mkdir()
    for path in inside:
        (root / path).mkdir(parents=True)
    report = judged(root, tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE
    assert "vide" in report.findings[0].values["REASON"]


def test_a_folder_larger_than_the_bounds_is_not_opened(delivery: ConformantDelivery) -> None:
    for bounds in (Bounds(entries=10), Bounds(octets=1000)):
        with pytest.raises(UnreadableDeliveryError):
            OpenedDelivery(str(delivery.root), bounds)


@pytest.mark.parametrize("place", ["/dev/null", "/dev/zero", "pipe"])
def test_a_delivery_that_is_no_file_is_unreadable(place: str, tmp_path: Path) -> None:
    if place == "pipe":
        with pipe_canary(tmp_path / "pipe.zip") as canary:
            assert judged(canary.path, tmp_path / "reports").verdict is Verdict.UNREADABLE
        assert not canary.was_read
    else:
        assert judged(Path(place), tmp_path / "reports").verdict is Verdict.UNREADABLE
