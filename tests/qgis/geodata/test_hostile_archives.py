"""Archives that would grow, climb out, lie or break: each is refused in words, or gives a report."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError, UnreadableDeliveryError, UnreadableFileError
from smica_qgis.core.validation.finding import Verdict
from smica_qgis.geodata.delivery.bounds import Bounds
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from tests.qgis.deliveries import conformant
from tests.qgis.geodata.archives import (
    write_encrypted_zip,
    write_zip,
    write_zip_that_lies,
    write_zip_with_link,
    write_zip_with_raw_name,
)
from tests.qgis.geodata.judging import judged, said_of

pytestmark = pytest.mark.timeout(120)
NAME = "30014_PLU_20171013"
MEGABYTE = 1024 * 1024


def refused(delivery: OpenedDelivery) -> dict[str, str]:
    return {refused.path: refused.reason for refused in delivery.refused}


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (Bounds(octets=1000), "décompressée"),
        (Bounds(entries=2), "fichiers et dossiers"),
        (Bounds(ratio=10, ratio_from=1000), "grossit"),
    ],
    ids=["octets", "entries", "ratio"],
)
def test_a_bomb_is_not_opened(bounds: Bounds, words: str, tmp_path: Path) -> None:
    members = {f"{NAME}/{number}.csv": b"0" * 5000 for number in range(3)}
    path = write_zip(tmp_path / "bomb.zip", members)
    OpenedDelivery(str(path)).close()
    with pytest.raises(UnreadableDeliveryError, match=words):
        OpenedDelivery(str(path), bounds)


def test_a_real_bomb_gives_an_unreadable_report(tmp_path: Path) -> None:
    path = write_zip(tmp_path / f"{NAME}.zip", {f"{NAME}/ZONE_URBA.csv": b"0" * (110 * MEGABYTE)})
    assert path.stat().st_size < MEGABYTE
    report = judged(path, tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE
    assert "grossit" in report.findings[0].values["REASON"]


def test_a_member_larger_than_announced_is_not_taken(tmp_path: Path) -> None:
    path = write_zip_that_lies(tmp_path / "liar.zip", "T.csv", b"A\n" + b"1\n" * 100_000, announced=10)
    delivery = OpenedDelivery(str(path))
    with pytest.raises(UnreadableFileError, match=r"T\.csv"):
        delivery.local("T.csv")
    assert not list(delivery.copy.folder.rglob("*.csv"))
    delivery.close()


@pytest.mark.parametrize(
    "name",
    [
        "../evil.csv",
        f"{NAME}/../../evil.csv",
        "/etc/evil.csv",
        "//server/share/evil.csv",
        "C:/evil.csv",
        "C:\\evil.csv",
        "..\\evil.csv",
        "\\evil.csv",
    ],
)
def test_a_path_that_leaves_the_delivery_is_named_and_not_followed(name: str, tmp_path: Path) -> None:
    inside = conformant("cnig_PLU_2024", tmp_path / "made").zipped(tmp_path)
    with zipfile.ZipFile(inside, "a") as archive:
        archive.writestr(name, "A\n1\n")
    report = judged(inside, tmp_path / "reports")
    assert "sort de la livraison" in said_of(report, "evil.csv")
    assert not list(tmp_path.parent.glob("evil.csv"))
    assert not Path("/etc/evil.csv").exists()


def test_a_link_in_an_archive_is_named_and_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("SECRET\n1\n")
    path = write_zip_with_link(tmp_path / "link.zip", f"{NAME}/T.csv", str(secret), {f"{NAME}/a.csv": b"A\n1\n"})
    delivery = OpenedDelivery(str(path))
    assert "lien" in refused(delivery)["T.csv"]
    assert [entry.path for entry in delivery.entries] == ["a.csv"]
    delivery.close()


def test_of_two_members_of_one_name_the_first_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("T.csv", "A\nfirst\n")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("T.csv", "A\nsecond\n")
    delivery = OpenedDelivery(str(path))
    assert delivery.local("T.csv").read_text() == "A\nfirst\n"
    assert "deux fichiers" in refused(delivery)["T.csv"]
    delivery.close()


def test_a_name_that_is_both_a_file_and_a_folder(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "both.zip", {"b.csv": b"B\n", "a": b"x", "a/T.csv": b"A\n1\n"})
    delivery = OpenedDelivery(str(path))
    assert delivery.local("a/T.csv").read_bytes() == b"A\n1\n"
    assert delivery.local("a").read_bytes() == b"x"
    delivery.close()


def test_an_encrypted_member_is_said(tmp_path: Path) -> None:
    path = write_encrypted_zip(tmp_path / "secret.zip", "T.csv")
    delivery = OpenedDelivery(str(path))
    with pytest.raises(UnreadableFileError, match=r"T\.csv"):
        delivery.local("T.csv")
    delivery.close()


def test_a_compression_that_is_not_known_is_said(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "other.zip", {"T.csv": b"A\n1\n"})
    octets = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        octets[octets.index(signature) + offset] = 97
    path.write_bytes(octets)
    delivery = OpenedDelivery(str(path))
    with pytest.raises(UnreadableFileError, match=r"T\.csv"):
        delivery.local("T.csv")
    delivery.close()


@pytest.mark.parametrize(
    "raw",
    [
        b"a\nb.csv",
        b"a\tb.csv",
        b"a\x00b.csv",
        b"a\x1bb.csv",
        b"\x9d\xff.csv",
        b".. .csv",
        b"CON.csv",
        b"a:b.csv",
        b"a*.csv",
    ],
)
def test_strange_names(raw: bytes, tmp_path: Path) -> None:
    path = write_zip_with_raw_name(tmp_path / "strange.zip", raw)
    judged(path, tmp_path / "reports")


def test_a_name_that_says_it_is_utf8_and_is_not(tmp_path: Path) -> None:
    path = write_zip_with_raw_name(tmp_path / "liar.zip", b"r\xe9glement.csv", utf8=True)
    report = judged(path, tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE


def test_a_name_of_300_characters_is_listed_and_not_opened(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.zipped()
    long = f"12901_ZONE_URBA_20241106{'x' * 272}.csv"
    assert len(long) == 300
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"{delivery.name}/Donnees_geographiques/{long}", "LIBELLE\na\n")
    report = judged(path, tmp_path / "reports", options={"flat": True})
    assert "trop long" in said_of(report, long)


def test_pieces_are_listed_and_not_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.zipped()
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"{delivery.name}/Pieces_ecrites/3_Reglement/12901_reglement_2_20241106.pdf", b"%PDF" * 10**6)
    seen: list[str] = []
    close = OpenedDelivery.close

    def look_and_close(self: OpenedDelivery) -> None:
        seen.extend(copied.suffix.lower() for copied in self.copy.folder.rglob("*") if copied.is_file())
        close(self)

    monkeypatch.setattr(OpenedDelivery, "close", look_and_close)
    judged(path, tmp_path / "reports")
    assert ".dbf" in seen
    assert ".pdf" not in seen


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18), b"PK\x03\x04", b"Rar!\x1a\x07\x00"])
def test_what_is_no_zip_or_an_empty_one(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.zip"
    path.write_bytes(content)
    report = judged(path, tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE
    assert [finding.code for finding in report.findings] == ["DELIVERY_UNREADABLE"]


def test_a_zip_of_folders_only_is_empty(tmp_path: Path) -> None:
    report = judged(write_zip(tmp_path / "a.zip", {f"{NAME}/": b"", f"{NAME}/a/": b""}), tmp_path / "reports")
    assert report.verdict is Verdict.UNREADABLE
    assert "vide" in report.findings[0].values["REASON"]


def test_a_member_whose_content_is_spoilt_is_one_finding(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.zipped()
    zones = f"{delivery.name}/{delivery.table('ZONE_URBA').main_file}"
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo(zones)
    octets = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(zones) + 8
    octets[start : start + 16] = bytes(16)
    path.write_bytes(octets)
    report = judged(path, tmp_path / "reports")
    assert said_of(report, delivery.table("ZONE_URBA").main_file)
    assert len(report.tables) == len(delivery.invented.tables) - 1


@pytest.mark.parametrize("standard", ["cnig_PLU_2024", ""], ids=["given", "detected"])
def test_spoilt_metadata_are_one_finding(standard: str, tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path)
    path = delivery.zipped()
    name = f"{delivery.name}/{delivery.invented.metadata_path}"
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo(name)
    octets = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(name) + 8
    octets[start : start + 16] = bytes(16)
    path.write_bytes(octets)
    report = judged(path, tmp_path / "reports", standard)
    assert said_of(report, delivery.invented.metadata_path)


@pytest.mark.parametrize("tenths", range(10))
def test_an_archive_cut_anywhere_is_no_traceback(tenths: int, tmp_path: Path) -> None:
    path = conformant("cnig_PLU_2024", tmp_path / "made").zipped(tmp_path)
    octets = path.read_bytes()
    path.write_bytes(octets[: len(octets) * tenths // 10])
    assert judged(path, tmp_path / "reports").verdict is Verdict.UNREADABLE


def test_an_archive_spoilt_anywhere_is_no_traceback(tmp_path: Path) -> None:
    """A thousand archives with one to four wrong bytes: what is raised is for people, or nothing is."""
    path = write_zip(tmp_path / "a.zip", {f"{NAME}/T.csv": b"A\n1\n", f"{NAME}/m.xml": b"<a/>", f"{NAME}/d/": b""})
    octets = path.read_bytes()
    chance = random.Random(6)  # noqa: S311
    said: list[str] = []
    for _ in range(1000):
        spoilt = bytearray(octets)
        for _ in range(chance.randrange(1, 5)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        said += what_is_said_of(path)
    assert len(said) > 100
    assert [message for message in said if not message.endswith(".")] == []


def what_is_said_of(path: Path) -> list[str]:
    """Open an archive and every file in it; return the messages of what is refused."""
    try:
        delivery = OpenedDelivery(str(path))
    except SmicaError as error:
        return [error.message]
    said = []
    for entry in delivery.entries:
        if not entry.is_directory:
            try:
                delivery.local(entry.path)
            except SmicaError as error:
                said.append(error.message)
    delivery.close()
    return said
