"""The Python that has PyQGIS is found, and believed only once it has imported it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.host import interpreter
from smica_qgis.host.interpreter import VARIABLE, Interpreter, likely_interpreter, search_interpreter


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_what_is_found_has_qgis() -> None:
    found = search_interpreter()
    done = subprocess.run([found.executable, "-c", "import qgis.core"], env=found.environment(), check=False)
    assert done.returncode == 0
    assert likely_interpreter() == found  # or every start of a child would be made twice


def test_what_runs_us_is_not_believed_on_trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # as in qgis_process with another Python first on PATH, or in QGIS for Windows, whose executable is QGIS
    wrong = script(tmp_path / "python3", "exit 1")
    qgis = script(tmp_path / "qgis-bin.exe", f"touch {tmp_path}/started")
    for executable in (wrong, qgis):
        monkeypatch.setattr(sys, "executable", str(executable))
        assert search_interpreter().executable not in (str(wrong), str(qgis))
    assert not (tmp_path / "started").exists()


def test_one_that_needs_to_be_told_where_qgis_is_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = search_interpreter().executable
    deaf = script(tmp_path / "python3", f'test -n "$PYTHONPATH" && exec {real} "$@"')
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setenv(VARIABLE, str(deaf))
    found = search_interpreter()
    assert found.executable == str(deaf)
    assert found.folders
    assert found.environment()["PYTHONPATH"].split(os.pathsep)[: len(found.folders)] == list(found.folders)


def test_none_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(script(tmp_path / "python3", "exit 1")))
    with pytest.raises(SmicaError, match=VARIABLE):
        search_interpreter()


def test_one_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(script(tmp_path / "python3", "exec sleep 60")))
    monkeypatch.setattr(interpreter, "_PATIENCE", 0.2)
    with pytest.raises(SmicaError):
        search_interpreter()


def test_nothing_is_imported_from_where_one_happens_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qgis").mkdir()
    (tmp_path / "qgis" / "__init__.py").write_text(f"open(r'{tmp_path}/trap', 'w')")
    monkeypatch.chdir(tmp_path)
    search_interpreter()
    assert not (tmp_path / "trap").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they need no screen")
def test_no_screen_is_needed() -> None:
    assert Interpreter("python3").environment()["QT_QPA_PLATFORM"] == "offscreen"
