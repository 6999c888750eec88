"""The numbered migrations of the store: one SQL file each, for both databases.

The files of `migrations/` are written once; the words that begin with $ are the few types that SQLite and
PostgreSQL write differently (`dialect`). Two directives, read here, register a table: `--table NAME "title"` and
`--layer NAME GEOMETRY "title"`. A file that was released is never changed: what must change comes in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "migrations"
_FILE_NAME = re.compile(r"(\d{4})_([a-z_]+)\.sql")
_DIRECTIVE = re.compile(r'^--(?:table (\w+)|layer (\w+) (\w+)) "(.+)"$', re.MULTILINE)
_COMMENT = re.compile(r"^\s*--.*$", re.MULTILINE)
_TYPE = re.compile(r"\$(ID|TEXT|BIGINT|REAL|INSTANT|GEOMETRY)(?:\((\w+)\))?")


@dataclass(frozen=True)
class StoreTable:
    """A table of the store. title: for people; geometry: kind of the column `geom`, empty when there is none."""

    name: str
    title: str
    geometry: str = ""


@dataclass(frozen=True)
class Migration:
    """One step of the schema. sql: statements in which $-words stand for types."""

    number: int
    name: str
    sql: tuple[str, ...]
    tables: tuple[StoreTable, ...]

    def statements(self, type_of: Callable[[str, str], str]) -> list[str]:
        """The statements of one database. type_of(word, argument) gives the type."""
        return [_TYPE.sub(lambda match: type_of(match[1], match[2] or ""), statement) for statement in self.sql]


@lru_cache(maxsize=1)
def migrations() -> tuple[Migration, ...]:
    """All migrations, in order."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


@lru_cache(maxsize=1)
def store_tables() -> dict[str, StoreTable]:
    """All tables of the store by name."""
    return {table.name: table for migration in migrations() for table in migration.tables}


def _read(path: Path) -> Migration:
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        message = f"{path.name} is not named like a migration"
        raise ValueError(message)
    text = path.read_text(encoding="utf-8")
    tables = tuple(StoreTable(found[1] or found[2], found[4], found[3] or "") for found in _DIRECTIVE.finditer(text))
    statements = tuple(part.strip() for part in _COMMENT.sub("", text).split(";") if part.strip())
    return Migration(int(match[1]), match[2], statements, tables)
