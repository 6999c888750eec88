"""The numbered migrations of the store: one SQL file each, for both databases.

The files of `migrations/` are written once; the words that begin with $ are the few types that SQLite and
PostgreSQL write differently (`dialect`). Directives, read here, register what QGIS is to see: `--table NAME "title"`,
`--layer NAME GEOMETRY "title"`, `--view NAME GEOMETRY "title"` (`-` for none); `--drop NAME` removes a table with its
registration, where it stands among the statements. What one database alone understands (triggers, functions) is
beside, in `NNNN_name.geopackage.sql` and `NNNN_name.postgis.sql`, and runs last. A file that was released is never
changed: what must change comes in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "migrations"
GEOPACKAGE, POSTGIS = "geopackage", "postgis"
DROP = "$DROP "
"""Begins the statement that stands for a `--drop`."""
_FILE_NAME = re.compile(r"(\d{4})_([a-z_]+)\.sql")
_DIRECTIVE = re.compile(r'^--(?:table (\w+)|(layer|view) (\w+) (\w+|-)) "(.+)"$', re.MULTILINE)
_DROP = re.compile(r"^--drop (\w+)$", re.MULTILINE)
_COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)
_TYPE = re.compile(r"\$(ID|TEXT|BIGINT|REAL|INSTANT|BYTES|GEOMETRY)(?:\((\w+)\))?")
_TABLE = re.compile(r"CREATE TABLE (\w+) \(")
_TEXT_COLUMN = re.compile(r"(\w+) \$TEXT(?:\((\d+)\))?")


@dataclass(frozen=True)
class StoreTable:
    """A table of the store, or a view. title: for people; geometry: kind of the column `geom`, empty when none.

    texts: its columns of text with the most characters that they hold, 0 for no limit.
    """

    name: str
    title: str
    geometry: str = ""
    texts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Migration:
    """One step of the schema. sql: statements in which $-words stand for types; own: script by database."""

    number: int
    name: str
    sql: tuple[str, ...]
    tables: tuple[StoreTable, ...]
    views: tuple[StoreTable, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    def statements(self, type_of: Callable[[str, str], str]) -> list[str]:
        """The statements of one database. type_of(word, argument) gives the type."""
        return [_TYPE.sub(lambda match: type_of(match[1], match[2] or ""), statement) for statement in self.sql]


@lru_cache(maxsize=1)
def migrations() -> tuple[Migration, ...]:
    """All migrations, in order."""
    # a name with two dots is that of the part of a migration that one database alone has
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")) if path.name.count(".") == 1)


@lru_cache(maxsize=1)
def store_tables() -> dict[str, StoreTable]:
    """All tables of the store by name, as the last migration leaves them."""
    return {table.name: table for migration in migrations() for table in migration.tables}


@lru_cache(maxsize=1)
def store_views() -> dict[str, StoreTable]:
    """All views of the store by name."""
    return {view.name: view for migration in migrations() for view in migration.views}


def _read(path: Path) -> Migration:
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        message = f"{path.name} is not named like a migration"
        raise ValueError(message)
    text = path.read_text(encoding="utf-8")
    whole = _DROP.sub(lambda found: f"{DROP}{found[1]};", text)
    statements = tuple(part.strip() for part in _COMMENT.sub("", whole).split(";") if part.strip())
    texts = {found[1]: _texts(statement) for statement in statements if (found := _TABLE.match(statement))}
    tables: list[StoreTable] = []
    views: list[StoreTable] = []
    for found in _DIRECTIVE.finditer(text):
        name = found[1] or found[3]
        geometry = "" if found[4] in (None, "-") else found[4]
        registered = StoreTable(name, found[5], geometry, texts.get(name, {}))
        (views if found[2] == "view" else tables).append(registered)
    return Migration(int(match[1]), match[2], statements, tuple(tables), tuple(views), _own_scripts(path))


def _texts(statement: str) -> dict[str, int]:
    return {name: int(length or 0) for name, length in _TEXT_COLUMN.findall(statement)}


def _own_scripts(path: Path) -> dict[str, str]:
    beside = {database: path.with_suffix(f".{database}.sql") for database in (GEOPACKAGE, POSTGIS)}
    return {database: file.read_text(encoding="utf-8") for database, file in beside.items() if file.is_file()}
