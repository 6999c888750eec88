"""What the test of the shared store says, without ever making or changing it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from smica_qgis.database import store_examination
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.check_store import StoreVerdict, check_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "base.gpkg"
    open_store(str(path)).close()
    return path


def test_a_store_that_is_ready(store: Path) -> None:
    before = store.read_bytes()
    check = check_store(str(store))
    assert check.verdict is StoreVerdict.READY
    assert not check.asked
    assert store.read_bytes() == before
    assert sorted(path.name for path in store.parent.iterdir()) == ["base.gpkg"]


def test_a_store_to_be_made_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "base.gpkg"
    assert check_store(str(path)).verdict is StoreVerdict.TO_MAKE
    assert not path.exists()
    nowhere = check_store(str(tmp_path / "absent" / "base.gpkg"))
    assert nowhere.verdict is StoreVerdict.UNUSABLE
    assert "n'existe pas" in nowhere.headline
    assert nowhere.asked


def test_a_geopackage_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "autre.gpkg"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE ailleurs (fid INTEGER)")
    connection.close()
    check = check_store(str(path))
    assert check.verdict is StoreVerdict.TO_MAKE
    assert "n'a pas encore nos tables" in check.headline


@pytest.mark.parametrize(
    ("change", "verdict", "said"),
    [
        ("UPDATE smica_version SET numero = numero + 100", StoreVerdict.UNUSABLE, "plus récente"),
        ("DELETE FROM smica_version WHERE numero > 1", StoreVerdict.TO_MAKE, "plus ancienne"),
    ],
)
def test_a_store_of_another_version(store: Path, change: str, verdict: StoreVerdict, said: str) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute(change)
    connection.close()
    check = check_store(str(store))
    assert check.verdict is verdict
    assert said in check.headline


def test_a_store_that_another_is_writing_in(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_examination, "_PATIENCE", 0.05)
    other = sqlite3.connect(store, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    check = check_store(str(store))
    other.close()
    assert check.verdict is StoreVerdict.READY
    assert any("Un autre poste" in line for line in check.lines)


def test_a_protected_store_is_read_and_the_right_to_write_is_asked_for(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # whoever runs the tests may be the administrator, whom no file refuses
    monkeypatch.setattr(store_examination.os, "access", lambda *_: False)
    check = check_store(str(store))
    assert check.verdict is StoreVerdict.READ_ONLY
    assert any("droit d'écrire dans le dossier" in line for line in check.asked)
    assert "À faire" in check.report()


def test_a_network_share_is_told_with_what_to_do(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_examination, "is_on_network_share", lambda _: True)
    told = "\n".join(check_store(str(store)).lines)
    assert "partage réseau" in told
    assert "PostGIS" in told


@pytest.mark.parametrize("address", ["service=smica password=invented", "postgresql://x:invented@srv/sig"])
def test_a_password_is_refused_and_not_repeated(address: str) -> None:
    check = check_store(address)
    assert check.verdict is StoreVerdict.UNUSABLE
    assert "mot de passe" in check.headline
    assert "invented" not in check.report()


def test_a_server_that_does_not_answer() -> None:
    check = check_store("host=127.0.0.1 port=1 dbname=sig")
    assert check.verdict is StoreVerdict.UNUSABLE
    assert any("5432" in line for line in check.asked)
