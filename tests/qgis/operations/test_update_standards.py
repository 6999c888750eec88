"""Fetched standards from a folder and from a zip: what is kept, what is refused, what a killed update leaves."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from smica_qgis.core.document_model.differences import DifferenceKind
from smica_qgis.core.document_model.fetched import FORMER, MANIFEST, FetchedRegistry
from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, bundled_registry, load_model
from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations.standards import places
from smica_qgis.operations.standards.store import held
from smica_qgis.operations.update_standards import StandardsRequest, StandardsUpdate, update_standards
from tests.unit.made_standards import NAME, changed, contents, write_models

OTHER = "cnig_CC_2022"
REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_models(tmp_path / "models", NAME, OTHER)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "standards"


def update(source: Path, kept: Path, *names: str) -> StandardsUpdate:
    return update_standards(StandardsRequest(kept, str(source), names))


def zipped(folder: Path, path: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*.*")):
            archive.write(file, f"{prefix}{file.relative_to(folder).as_posix()}")
    return path


def as_the_geoportail(folder: Path, name: str = NAME) -> Path:
    """Lay a model out as `<name>.json` beside a folder `<name>`."""
    for path, content in contents(name).items():
        target = folder / f"{name}.json" if path == "files.json" else folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def test_a_folder_of_models(source: Path, kept: Path) -> None:
    result = update(source, kept)
    assert (result.updated, result.unchanged, dict(result.failed)) == ((OTHER, NAME), (), {})
    model = FetchedRegistry(kept).load(NAME)
    assert (model.source.origin, model.source.location) == ("fetched", f"models/{NAME}/files.json")
    assert (kept / NAME / "types" / "ZONE_URBA.json").read_bytes() == contents()["types/ZONE_URBA.json"]


def test_the_manifest_says_what_when_and_from_where(source: Path, kept: Path) -> None:
    update(source, kept, NAME)
    manifest = json.loads((kept / NAME / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["location"] == f"models/{NAME}/files.json"
    assert manifest["fetched"].endswith("+00:00")
    assert manifest["sha256"] == load_model(str(source / NAME)).source.sha256
    assert [file["name"] for file in manifest["files"]] == [
        "files.json",
        "types/ZONE_URBA.json",
        "codes/ListeTypezone.csv",
    ]
    assert str(source.parent) not in (kept / NAME / MANIFEST).read_text(encoding="utf-8")


def test_what_is_the_same_is_left_alone(source: Path, kept: Path) -> None:
    update(source, kept)
    before = FetchedRegistry(kept).load(NAME).source
    write_models(source, OTHER, length=12)
    result = update(source, kept)
    assert (result.updated, result.unchanged) == ((OTHER,), (NAME,))
    assert FetchedRegistry(kept).load(NAME).source == before


@pytest.mark.parametrize("prefix", ["", "config/", "validator-config-gpu-7.0.9/config/"])
def test_a_zip_of_models(source: Path, kept: Path, tmp_path: Path, prefix: str) -> None:
    result = update(zipped(source, tmp_path / "models.zip", prefix), kept)
    assert result.updated == (OTHER, NAME)
    assert FetchedRegistry(kept).load(NAME).source.location == f"models.zip/{prefix}{NAME}/files.json"


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_the_layout_of_the_geoportail(kept: Path, tmp_path: Path, form: str) -> None:
    folder = as_the_geoportail(tmp_path / "standard")
    result = update(folder if form == "folder" else zipped(folder, tmp_path / "s.zip"), kept)
    assert (result.updated, dict(result.failed)) == ((NAME,), {})
    assert FetchedRegistry(kept).load(NAME).code_lists[0].column("TYPEZONE") == ["U", "AUc"]
    assert load_model(str(kept / NAME / "files.json")).name == NAME


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_lone_model(source: Path, kept: Path, tmp_path: Path, form: str) -> None:
    folder = source / NAME
    result = update(folder if form == "folder" else zipped(folder, tmp_path / "one.zip"), kept)
    assert result.updated == (NAME,)


def test_only_those_asked_for_whatever_their_case(source: Path, kept: Path) -> None:
    result = update(source, kept, NAME.lower(), "cnig_PLU_1999")
    assert result.updated == (NAME,)
    assert list(result.failed) == ["cnig_PLU_1999"]
    assert "n'y est pas" in result.failed["cnig_PLU_1999"]


@pytest.mark.parametrize("name", ["../x", "a/b", "", "a.b", "C:x", "x" * 200])
def test_a_name_that_cannot_be_one_is_an_error(source: Path, kept: Path, name: str) -> None:
    with pytest.raises(InvalidParameterError, match="nom d'un standard"):
        update_standards(StandardsRequest(kept, str(source), (name,)))
    assert not kept.exists()


@pytest.mark.parametrize("what", ["nowhere", "empty", "not a zip"])
def test_a_source_that_cannot_be_one_is_an_error(kept: Path, tmp_path: Path, what: str) -> None:
    place = tmp_path / {"nowhere": "nowhere", "empty": "empty", "not a zip": "x.zip"}[what]
    if what == "empty":
        place.mkdir()
    if what == "not a zip":
        place.write_bytes(b"PK no")
    with pytest.raises(SmicaError):
        update(place, kept)


Spoil = Callable[[Path], object]
SPOILT: dict[str, Spoil] = {
    "no json": lambda model: (model / "files.json").write_bytes(b"<!doctype html><html>"),
    "a page for a type": lambda model: (model / "types/ZONE_URBA.json").write_bytes(b"<html></html>"),
    "a page for codes": lambda model: (model / "codes/ListeTypezone.csv").write_bytes(b"<html>\n<p>no"),
    "an error for codes": lambda model: (model / "codes/ListeTypezone.csv").write_bytes(b'{"error": "no"}'),
    "a pattern": lambda model: rewrite(model, constraints={"folderName": "[a-"}),
    "another name": lambda model: rewrite(model, name="cnig_PLU_1999"),
    "no file": lambda model: rewrite(model, files=[], codes=[]),
    "a missing type": lambda model: (model / "types/ZONE_URBA.json").unlink(),
    "a file of the disk": lambda model: rewrite(model, codes=[{"name": "L", "data": "file:///etc/passwd"}]),
    "a path above": lambda model: rewrite(model, codes=[{"name": "L", "data": "../../../../etc/passwd"}]),
    "an absolute path": lambda model: rewrite(model, codes=[{"name": "L", "data": "/etc/passwd"}]),
    "an address": lambda model: rewrite(model, codes=[{"name": "L", "data": "http://127.0.0.1:9/x.csv"}]),
    "too many files": lambda model: rewrite(model, codes=[{"name": f"L{n}"} for n in range(600)]),
}


def rewrite(model: Path, **properties: object) -> None:
    main = model / "files.json"
    main.write_bytes(changed(main.read_bytes(), **properties))


@pytest.mark.parametrize("form", ["folder", "zip"])
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_an_unfit_model_is_said_and_the_former_one_stays(
    source: Path, kept: Path, tmp_path: Path, spoil: Spoil, form: str
) -> None:
    update(source, kept)
    before = FetchedRegistry(kept).load(NAME).source
    spoil(source / NAME)
    write_models(source, OTHER, length=12)
    result = update(source if form == "folder" else zipped(source, tmp_path / "models.zip"), kept)
    assert list(result.failed) == [NAME]
    assert result.failed[NAME].endswith(".")
    assert result.updated == (OTHER,), "the others go on"
    assert FetchedRegistry(kept).load(NAME).source == before


def test_too_big_a_file_is_refused(source: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = zipped(source, tmp_path / "models.zip")
    monkeypatch.setattr(places, "MOST_OCTETS_OF_A_FILE", 100)
    for place in (source, archive):
        assert set(update(place, kept).failed) == {NAME, OTHER}


def test_links_are_not_followed(source: Path, kept: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("TYPEZONE\nsecret\n")
    target = source / NAME / "codes" / "ListeTypezone.csv"
    target.unlink()
    target.symlink_to(secret)
    assert NAME in update(source, kept).failed
    archive = tmp_path / "models.zip"
    with zipfile.ZipFile(archive, "w") as stream:
        for path, content in contents().items():
            entry = zipfile.ZipInfo(f"{NAME}/{path}")
            if path.endswith(".csv"):
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            stream.writestr(entry, str(secret).encode() if path.endswith(".csv") else content)
    assert NAME in update(archive, kept).failed


def test_a_zip_writes_nothing_outside(kept: Path, tmp_path: Path) -> None:
    archive = tmp_path / "models.zip"
    with zipfile.ZipFile(archive, "w") as stream:
        for path, content in contents().items():
            stream.writestr(f"../../{NAME}/{path}", content)
            stream.writestr(f"/absolute/{NAME}/{path}", content)
    before = sorted(tmp_path.rglob("*"))
    result = update(archive, kept)
    assert NAME in result.failed, "there twice"
    assert [p for p in sorted(tmp_path.rglob("*")) if p not in before and kept not in p.parents and p != kept] == [
        kept.parent
    ]


def test_a_model_that_is_there_twice_is_said(source: Path, kept: Path) -> None:
    write_models(source / "again", NAME)
    assert "plusieurs fois" in update(source, kept).failed[NAME]


class StopAt(SilentProgress):
    """Asks to stop once so many models are done."""

    def __init__(self, done: int) -> None:
        self._most = done
        self._done = 0

    def advance(self, done: int) -> None:
        self._done = done

    def cancelled(self) -> bool:
        return self._done >= self._most


def test_a_cancelled_update_keeps_what_is_done(source: Path, kept: Path) -> None:
    with pytest.raises(CancelledError, match="Mise à jour"):
        update_standards(StandardsRequest(kept, str(source)), StopAt(1))
    assert FetchedRegistry(kept).names() == (OTHER,)
    assert update(source, kept).updated == (NAME,)


def test_one_update_at_a_time(source: Path, kept: Path) -> None:
    with held(kept), pytest.raises(SmicaError, match="déjà en cours"):
        update(source, kept)
    assert update(source, kept).updated == (OTHER, NAME)


def test_a_spoilt_copy_is_replaced(source: Path, kept: Path) -> None:
    update(source, kept)
    (kept / NAME / MANIFEST).write_bytes(b"{")
    assert update(source, kept).updated == (NAME,)
    assert FetchedRegistry(kept).load(NAME).name == NAME


def test_a_file_where_the_folder_should_be_is_said(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SmicaError, match="ne peut être écrit"):
        update(source, tmp_path / "file")


@pytest.mark.parametrize("renamings", [0, 1])
def test_a_failure_in_the_swap_leaves_the_former_one(
    source: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, renamings: int
) -> None:
    update(source, kept, NAME)
    before = FetchedRegistry(kept).load(NAME).source
    write_models(source, NAME, length=12)
    rename, left = Path.rename, [renamings]

    def failing(self: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == -1:
            raise PermissionError(13, "held open")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    result = update(source, kept, NAME)
    monkeypatch.undo()
    assert "ne peut être écrit" in result.failed[NAME]
    assert FetchedRegistry(kept).load(NAME).source == before


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {repository!r})
from smica_qgis.operations.update_standards import StandardsRequest, update_standards
left = [{renamings}]
rename = Path.rename
def killing(self, target):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(self, target)
Path.rename = killing
update_standards(StandardsRequest(Path({kept!r}), {source!r}))
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
@pytest.mark.parametrize("renamings", [0, 1])
def test_killed_in_the_act_it_leaves_a_whole_model(source: Path, kept: Path, renamings: int) -> None:
    update(source, kept, NAME)
    before = FetchedRegistry(kept).load(NAME).source
    write_models(source, NAME, length=12)
    (source / OTHER / "files.json").unlink()
    code = KILLED.format(repository=str(REPOSITORY), renamings=renamings, kept=str(kept), source=str(source))
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    registry = FetchedRegistry(kept)
    assert registry.names() == (NAME,)
    assert registry.load(NAME).source == before, "found where it was put aside"
    assert update(source, kept, NAME).updated == (NAME,), "the lock of a dead process holds nobody"
    assert sorted(p.name for p in kept.iterdir()) == [NAME]
    assert registry.load(NAME).source != before


def test_what_differs_from_the_bundled_ones(kept: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    for path in (STANDARDS_FOLDER / NAME).rglob("*.*"):
        target = folder / NAME / path.relative_to(STANDARDS_FOLDER / NAME)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    assert update(folder, kept).differences == 0
    rewrite(folder / NAME, constraints={"folderName": "x", "metadataSpecification": "CNIG PLU v2024"})
    result = update(folder, kept)
    assert [d.kind for c in result.comparisons for d in c.differences] == [DifferenceKind.FOLDER_NAME]
    assert result.comparisons[0].bundled == bundled_registry().load(NAME).source


def test_readers_are_never_given_half_a_model(source: Path, kept: Path) -> None:
    update(source, kept, NAME)
    registry = FetchedRegistry(kept)
    end = time.monotonic() + 1.0
    lengths = set()
    code = (
        f"import sys; sys.path.insert(0, {str(REPOSITORY)!r})\n"
        "from pathlib import Path\n"
        "from smica_qgis.operations.update_standards import StandardsRequest, update_standards\n"
        "from tests.unit.made_standards import write_models\n"
        "for length in range(20, 60):\n"
        f"    write_models(Path({str(source)!r}), {NAME!r}, length=length)\n"
        f"    update_standards(StandardsRequest(Path({str(kept)!r}), {str(source)!r}, ({NAME!r},)))\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code])
    while time.monotonic() < end or writer.poll() is None:
        table = registry.load(NAME).files[1].table
        assert table is not None
        lengths.add(table.columns[0].max_length)
    assert writer.wait() == 0
    assert len(lengths) > 1
    assert not (kept / FORMER).exists()
