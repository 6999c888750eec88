"""Import of nine real sheets of the cadastre: all of them, one cut, stopped, killed, replaced."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from osgeo import gdal

from smica_qgis.core.errors import CancelledError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.cadastre.import_report import ImportReport, InputState
from smica_qgis.operations.check_cadastre import check_cadastre
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from tests.qgis.made_cadastre import MadeCommune

pytestmark = pytest.mark.corpus


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "base.gpkg")


@pytest.fixture
def sheets(shared: Path, tmp_path: Path) -> Path:
    """Return a copy of the real sheets."""
    return Path(shutil.copytree(shared / "corpus" / "edigeo", tmp_path / "edigeo"))


def do(store: str, *paths: Path, **options: object) -> ImportReport:
    return import_cadastre(CadastreRequest(paths, store, **options))  # type: ignore[arg-type]


def values(store: str, sql: str) -> list[tuple[object, ...]]:
    with open_store(store, read_only=True) as opened:
        return list(opened.rows(sql))


def states(report: ImportReport) -> list[str]:
    return [result.state.value for result in report.results]


def test_the_nine_sheets(store: str, sheets: Path) -> None:
    report = do(store, sheets)
    assert states(report) == ["importé"] * 9
    assert report.anomalies() == {}
    assert values(store, "SELECT insee, count(*) FROM cad_parcelle GROUP BY insee ORDER BY insee") == [
        ("13029", 389),
        ("25354", 511),
    ]
    assert values(store, "SELECT count(DISTINCT idu14), count(*) FROM cad_parcelle") == [(900, 900)]
    assert values(store, "SELECT nom FROM cad_commune ORDER BY insee") == [("CORNILLON-CONFOUX",), ("LUXIOL",)]
    assert (report.buildings, report.linked) == (491, 489)
    # house numbers come with the parcel that the plan gives them
    assert values(store, "SELECT count(*), count(idu14) FROM cad_numvoie") == [(112, 112)]
    assert states(do(store, sheets)) == ["déjà connu"] * 9
    left = gdal.ReadDirRecursive("/vsimem/") or []
    assert [name for name in left if "edigeo" in name] == []


def test_the_sheets_of_a_commune_fit(store: str, sheets: Path) -> None:
    do(store, sheets, millesime="2025-09")
    counts = check_cadastre(store, ["25354"]).counts()
    assert {code for code in counts if code != "AREA"} == set()


def test_one_sheet_cut(store: str, sheets: Path) -> None:
    path = sheets / "edigeo-25354000ZC01.tar.bz2"
    path.write_bytes(path.read_bytes()[:30_000])
    report = do(store, sheets)
    refused = [result for result in report.results if result.state is InputState.REFUSED]
    assert [(result.name, "tronquée" in result.message) for result in refused] == [(path.name, True)]
    assert values(store, "SELECT count(*) FROM cad_parcelle") == [(900 - 78,)]
    assert values(store, "SELECT count(*) FROM cad_feuille") == [(8,)]


def test_sheets_merge_or_replace(store: str, sheets: Path) -> None:
    do(store, sheets)
    one = sheets.parent / "one"
    one.mkdir()
    shutil.move(str(sheets / "edigeo-25354000ZC01.tar.bz2"), str(one))
    assert do(store, one).removed == []
    assert values(store, "SELECT count(*) FROM cad_parcelle") == [(900,)]
    with open_store(store) as opened:  # so that the sheet is read again
        opened.execute("UPDATE cad_lot SET empreinte = 'x' WHERE contenu = '25354000ZC01'")
    report = do(store, one, mode="replace")
    assert len(report.removed) == 7
    assert values(store, "SELECT insee, count(*) FROM cad_parcelle GROUP BY insee ORDER BY insee") == [
        ("13029", 389),
        ("25354", 78),
    ]
    assert values(store, "SELECT section_id FROM cad_section WHERE insee = '25354'") == [("25354000ZC",)]


def test_unpacked_sheets_are_the_same(store: str, sheets: Path, tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    for archive in sorted(sheets.iterdir())[1:3]:
        shutil.unpack_archive(archive, folder / archive.name.partition(".")[0], "bztar")
    report = do(store, folder)
    assert report.objects()["cad_parcelle"] == 14 + 142
    thf = next(folder.rglob("*AK01.THF"))
    assert do(store, thf).count(InputState.KNOWN) == 1


def test_a_commune_comes_from_one_source(store: str, sheets: Path, tmp_path: Path) -> None:
    do(store, sheets)
    made = MadeCommune("25354").write(tmp_path / "etalab", ["parcelles"])
    report = do(store, made)
    assert report.replaced_sources == ["25354"]
    assert values(store, "SELECT source, count(*) FROM cad_parcelle WHERE insee = '25354'") == [("ETALAB", 20)]
    assert values(store, "SELECT count(*) FROM cad_numvoie WHERE insee = '25354'") == [(58,)]
    # and back
    assert do(store, sheets).count(InputState.IMPORTED) == 8
    assert values(store, "SELECT source, count(*) FROM cad_parcelle WHERE insee = '25354'") == [("EDIGEO", 511)]


class StopsAtOnce(SilentProgress):
    """Asks to stop a little after the import began, and remembers when."""

    def __init__(self, after: float) -> None:
        self._at = time.monotonic() + after
        self.asked = 0.0

    def cancelled(self) -> bool:
        if time.monotonic() < self._at:
            return False
        self.asked = self.asked or time.monotonic()
        return True


@pytest.mark.parametrize("after", [0.0, 0.1, 0.2])
def test_it_stops_within_a_second(store: str, sheets: Path, after: float) -> None:
    progress = StopsAtOnce(after)
    with pytest.raises(CancelledError):
        import_cadastre(CadastreRequest([sheets], store), progress)
    assert time.monotonic() - progress.asked < 1.0


KILLED = """
import os, sys
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
class Killed(SilentProgress):
    def advance(self, done):
        if done == int(sys.argv[4]):
            os._exit(9)
import_cadastre(CadastreRequest([Path(sys.argv[1])], sys.argv[2]), Killed())
"""


@pytest.mark.parametrize("done", [4, 9])
def test_a_killed_import_resumes(store: str, sheets: Path, repository: Path, done: int) -> None:
    command = [sys.executable, "-c", KILLED, str(sheets), store, str(repository), str(done)]
    assert subprocess.run(command, check=False).returncode == 9
    assert values(store, "SELECT count(*) FROM cad_feuille") == [(done,)]
    report = do(store, sheets)
    assert (report.count(InputState.KNOWN), report.count(InputState.IMPORTED)) == (done, 9 - done)
    assert values(store, "SELECT count(*) FROM cad_parcelle") == [(900,)]
    # what was written before it was killed had no link yet
    assert values(store, "SELECT count(idu14), count(part_pct) FROM cad_batiment") == [(489, 491)]
