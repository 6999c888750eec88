"""The filiation documents of the DGFiP in the store: what became of a parcel that is no more."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.cadastre.parcel_id import parcel_of_idu14
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.cadastre.descent import descent_of
from smica_qgis.operations.find_parcel import HitKind, ParcelFinder
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from smica_qgis.operations.import_filiation import FiliationReport, FiliationRequest, import_filiation
from tests.qgis.made_cadastre import MadeCommune

pytestmark = pytest.mark.usefixtures("qgis_app")
SURVEYOR = "ZOLMARDIER GEOMETRE"


def lot(mothers: str, daughters: str, number: int = 1, date: str = "20190510", insee: str = "202") -> str:
    head = f"120;{insee};000;0000450;5;{date};{SURVEYOR};{number:05d}"
    return f"{head};1;{mothers}\r\n{head};2;{daughters}\r\n"


TEXT = (
    lot("0A0101;", "0A0102; 0A0103;")
    + lot("0A0102;", "0A0001; 0A0002;", 2, "20210301")
    + lot("0A0103;", "0A0003;", 3)
    + lot("0A0110;", "", 4, "20220102")
    + lot("0A0120;", "0A0999;", 5)
)


@pytest.fixture
def store(tmp_path: Path, qgis_app: QgsApplication) -> str:
    """Return a store with the commune 12202, section A, parcels 1 to 20."""
    del qgis_app
    address = str(tmp_path / "base.gpkg")
    import_cadastre(CadastreRequest([MadeCommune("12202").write(tmp_path / "etalab")], address))
    return address


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "dfiano-dep120-19012025.txt"
    path.write_text(TEXT, encoding="latin-1", newline="")
    return path


def do(store: str, *paths: Path) -> FiliationReport:
    return import_filiation(FiliationRequest(paths, store))


def relations(store: str) -> int:
    with open_store(store, read_only=True) as opened:
        return int(next(iter(opened.rows("SELECT count(*) FROM cad_filiation")))[0])


def sentence(store: str, idu14: str) -> str | None:
    with open_store(store, read_only=True) as opened:
        descent = descent_of(opened, parcel_of_idu14(idu14))
    return None if descent is None else descent.sentence()


def test_a_text_then_again(store: str, text: Path) -> None:
    report = do(store, text)
    assert (report.relations, report.communes, report.refused) == (7, {"12202"}, 0)
    assert do(store, text).relations == relations(store) == 7


def test_what_came_of_a_parcel_is_said(store: str, text: Path) -> None:
    do(store, text)
    gone = "n'est plus au cadastre"
    assert (
        sentence(store, "122020000A0101") == f"12202 A 101 {gone}, divisée le 10/05/2019 : aujourd'hui A 1, A 2, A 3."
    )
    assert sentence(store, "122020000A0110") == f"12202 A 110 {gone}, passée au domaine public le 02/01/2022."
    assert sentence(store, "122020000A0120") == f"12202 A 120 {gone}, renommée le 10/05/2019."
    assert sentence(store, "122020000A0555") is None


def test_an_old_number_finds_the_parcels_of_today(store: str, text: Path) -> None:
    do(store, text)
    with open_store(store, read_only=True) as opened:
        hits = ParcelFinder(opened).find("12202 A 101")
    assert [hit.kind for hit in hits] == [HitKind.PARCELS, HitKind.NOTICE]
    assert hits[0].parcels == ("122020000A0001", "122020000A0002", "122020000A0003")
    assert "divisée" in hits[1].label


def test_zips_and_folders(store: str, text: Path, tmp_path: Path) -> None:
    folder = tmp_path / "published" / "sub"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / f"{text.name}.zip", "w") as archive:
        archive.write(text, text.name)
        archive.writestr("lisez-moi.pdf", "nothing")
    (tmp_path / "published" / "other.txt").write_text(lot("0A0001;", "0A0002;", insee="203"), encoding="latin-1")
    report = do(store, tmp_path / "published")
    assert (report.relations, report.communes) == (8, {"12202", "12203"})


def test_two_files_of_one_commune_add_up(store: str, text: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text(lot("0A0130;", "0A0004;", 9), encoding="latin-1")
    assert do(store, text, second).relations == relations(store) == 8


def test_a_file_that_is_none_is_named_and_the_others_are_done(store: str, text: Path, tmp_path: Path) -> None:
    wrong, broken = tmp_path / "a.txt", tmp_path / "b.zip"
    wrong.write_text("idu;nom\n1;2\n", encoding="utf-8")
    broken.write_bytes(b"PK\x03\x04 cut")
    report = do(store, wrong, broken, text)
    assert [(file.name, bool(file.refusal)) for file in report.files] == [
        ("a.txt", True), ("b.zip", True), (text.name, False),
    ]  # fmt: skip
    assert relations(store) == 7


def test_a_refused_file_takes_nothing_away(store: str, text: Path, tmp_path: Path) -> None:
    do(store, text)
    whole = tmp_path / "cut.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("dfi.txt", lot("0A0001;", "0A0002;") * 9000)
    content = whole.read_bytes()
    whole.write_bytes(content.replace(b"0A0002", b"0A0009", 1))  # the checksum is wrong, seen at the end only
    report = do(store, whole)
    assert (report.refused, report.communes) == (1, set())
    assert relations(store) == 7


def test_nothing_to_read(store: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InvalidParameterError, match="aucun fichier de filiation"):
        do(store, tmp_path / "empty")
    with pytest.raises(InvalidParameterError, match="n'existe pas"):
        do(store, tmp_path / "absent.txt")


def test_it_may_be_stopped(store: str, text: Path) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        import_filiation(FiliationRequest([text], store), Stopped())
    assert relations(store) == 0


def test_nobody_is_named_in_the_store(store: str, text: Path) -> None:
    do(store, text)
    assert SURVEYOR.encode() not in Path(store).read_bytes()
