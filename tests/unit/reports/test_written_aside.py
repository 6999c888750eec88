"""A report is whole or not there, and a refusal says what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.reports.written_aside import written_aside


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    target.write_text("before", encoding="utf-8")
    with written_aside(target) as aside:
        aside.write_text("after", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "before"
        assert (aside.parent, aside.suffix) == (tmp_path, ".html")
    assert target.read_text(encoding="utf-8") == "after"
    assert list(tmp_path.iterdir()) == [target]


def write_and_fail(target: Path, error: Exception) -> None:
    with written_aside(target) as aside:
        aside.write_text("half", encoding="utf-8")
        raise error


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "rapport.html"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="in the middle"):
        write_and_fail(target, ValueError("in the middle"))
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 249 + ".jsonl")
    with written_aside(target) as aside:
        aside.write_text("x", encoding="utf-8")
    assert target.exists()


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(SmicaError, match="nom trop long"), written_aside(tmp_path / ("n" * 300)) as aside:
        aside.write_text("x", encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(SmicaError, match="n'existe pas") as caught,
        written_aside(tmp_path / "no" / "a.html") as aside,
    ):
        aside.write_text("x", encoding="utf-8")
    assert str(tmp_path / "no") in caught.value.message


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(SmicaError, match="c'est un dossier"), written_aside(tmp_path / "a.html") as aside:
        aside.write_text("x", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


@pytest.mark.parametrize(
    ("code", "reason"), [(errno.EACCES, "accès refusé"), (errno.ENOSPC, "plus de place sur le disque")]
)
def test_a_refusal_of_the_system(tmp_path: Path, code: int, reason: str) -> None:
    with pytest.raises(SmicaError, match=reason) as caught:
        write_and_fail(tmp_path / "a.html", OSError(code, os.strerror(code)))
    assert caught.value.details
    assert list(tmp_path.iterdir()) == []


def test_the_log_of_a_replaced_database_goes_with_it(tmp_path: Path) -> None:
    target = tmp_path / "constats.gpkg"
    for name in ("constats.gpkg", "constats.gpkg-wal", "constats.gpkg-shm"):
        (tmp_path / name).write_text("before", encoding="utf-8")
    with written_aside(target) as aside:
        aside.write_text("after", encoding="utf-8")
    assert list(tmp_path.iterdir()) == [target]
