"""The migrations: numbered, written once for both databases, every table registered."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from smica_qgis.core.cadastre.objects import TABLES
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.validation.document import Document
from smica_qgis.database.migration import DROP, FOLDER, migrations, store_tables, store_views
from smica_qgis.database.network_share import is_on_network_share, is_remote_system
from smica_qgis.database.planning.tables import is_drawn, standard_columns, store_table
from smica_qgis.operations.cadastre.writing import LOT_COLUMNS


def test_numbers_follow_each_other() -> None:
    assert [migration.number for migration in migrations()] == list(range(1, len(migrations()) + 1))
    common = {path.name.split(".")[0] for path in FOLDER.glob("*.sql")}
    assert len(migrations()) == len(common)


def test_every_table_is_registered_with_its_geometry() -> None:
    for migration in migrations():
        for statement in migration.sql:
            created = re.match(r"CREATE TABLE (\w+) \(", statement)
            if created:
                geometry = re.search(r"geom \$GEOMETRY\((\w+)\)", statement)
                assert store_tables()[created[1]].geometry == (geometry[1] if geometry else "")
            view = re.match(r"CREATE VIEW (\w+)_en_vigueur", statement)
            if view:
                of_table = store_tables()[view[1]].geometry
                assert store_views()[f"{view[1]}_en_vigueur"].geometry == of_table


def test_no_word_is_left_for_the_database() -> None:
    for migration in migrations():
        for statement in migration.statements(lambda word, argument: f"{word.lower()} {argument}"):
            assert "$" not in statement.removeprefix(DROP)


@pytest.mark.parametrize("name", bundled_registry().names())
def test_every_column_of_every_standard_has_its_column(name: str) -> None:
    for file, table in Document(MagicMock(), bundled_registry().load(name), MagicMock(), "").table_models():
        target = store_table(file.name.lower())
        assert target is not None, file.name
        drawn = [column for column in table.columns if column.type.is_geometry]
        assert bool(drawn) == is_drawn(target)
        limits = standard_columns(target)
        for column in table.columns:
            if column not in drawn:
                limit = limits[column.name.lower()]
                assert limit == 0 or limit >= (column.max_length or 0), column


def test_the_objects_of_the_cadastre_have_their_columns() -> None:
    statements = " ".join(" ".join(migration.sql) for migration in migrations())
    for kind, table in TABLES.items():
        created = re.search(rf"CREATE TABLE {table} \((.*?)\n\)", statements, re.DOTALL)
        assert created is not None
        columns = set(re.findall(r"^\s+(\w+) ", created[1], re.MULTILINE))
        assert {*kind._fields, *LOT_COLUMNS, "fid"} == columns


@pytest.mark.parametrize(
    ("mounts", "remote"),
    [
        ("/dev/sda1 / ext4 rw 0 0\n", False),
        ("/dev/sda1 / ext4 rw 0 0\n//server/share {folder} cifs rw 0 0\n", True),
        ("server:/x / nfs4 rw 0 0\n/dev/sdb1 {folder} ext4 rw 0 0\n", False),
        ("host: {folder} fuse.sshfs rw 0 0\n", True),
        ("//server/share {folder}autre cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0\n", False),
        ("damaged\n", False),
    ],
)
def test_network_shares(tmp_path: Path, mounts: str, remote: bool) -> None:  # noqa: FBT001
    listing = tmp_path / "mounts"
    folder = tmp_path / "base"
    folder.mkdir()
    listing.write_text(mounts.format(folder=folder), encoding="utf-8")
    assert is_on_network_share(folder / "sous dossier" / "a.gpkg", listing) is remote


def test_where_there_is_no_list_of_mounts(tmp_path: Path) -> None:
    assert is_on_network_share(tmp_path / "a.gpkg", tmp_path / "absent") is False
    assert is_remote_system("smb3")
    assert not is_remote_system("tmpfs")
