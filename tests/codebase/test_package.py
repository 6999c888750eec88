"""scripts/package: the zip that QGIS installs."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def package(load_command: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return scripts/package at work on a small repository of its own."""
    command = load_command("package")
    monkeypatch.setattr(command, "REPOSITORY", tmp_path)
    folder = tmp_path / "smica_qgis"
    folder.mkdir()
    for name in ("__init__.py", "metadata.txt", "seen.py"):
        (folder / name).write_text("version=1.2.3\n", encoding="utf-8")
    (tmp_path / "LICENSE").write_text("licence", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.pyc\n", encoding="utf-8")
    for arguments in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    (folder / "new.py").write_text("", encoding="utf-8")
    (folder / "seen.pyc").write_text("", encoding="utf-8")
    return command


def test_it_holds_what_git_knows_and_the_licence(package: ModuleType) -> None:
    known = ["smica_qgis/LICENSE", "smica_qgis/__init__.py", "smica_qgis/metadata.txt", "smica_qgis/seen.py"]
    assert list(package.files_of_the_plugin(untracked=False)) == known
    assert list(package.files_of_the_plugin(untracked=True)) == sorted([*known, "smica_qgis/new.py"])


def test_two_runs_make_the_same_bytes(package: ModuleType, tmp_path: Path) -> None:
    members = package.files_of_the_plugin(untracked=True)
    package.write_zip(members, tmp_path / "a.zip")
    for path in members.values():
        path.touch()
        path.chmod(0o755)
    package.write_zip(members, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_version_is_that_of_the_metadata(package: ModuleType) -> None:
    assert package.version() == "1.2.3"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("smica_qgis/a.pyc", "no place"),
        ("smica_qgis/run.sh", "no place"),
        ("smica_qgis/tests/test_a.py", "no place"),
        ("smica_qgis/.hidden", "hidden"),
        ("other/a.py", "not in smica_qgis/"),
    ],
)
def test_what_the_site_refuses_is_refused(package: ModuleType, name: str, problem: str) -> None:
    names = [*package.files_of_the_plugin(untracked=False), name]
    assert any(problem in found for found in package.name_problems(names))


def test_what_the_site_needs_is_asked_for(package: ModuleType) -> None:
    assert "smica_qgis/LICENSE is missing" in package.name_problems(["smica_qgis/__init__.py"])


def test_a_link_is_refused(package: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "smica_qgis" / "link.py").symlink_to(tmp_path / "LICENSE")
    names = list(package.files_of_the_plugin(untracked=True))
    assert package.name_problems(names) == ["smica_qgis/link.py is a link"]


def test_the_plugin_itself_can_be_packed(repository: Path, tmp_path: Path) -> None:
    output = tmp_path / "plugin.zip"
    command = [repository / "scripts" / "package", "--untracked", "--output", output]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    with zipfile.ZipFile(output) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {"smica_qgis"}
    assert {"smica_qgis/LICENSE", "smica_qgis/metadata.txt", "smica_qgis/resources/icon.svg"} <= set(names)
