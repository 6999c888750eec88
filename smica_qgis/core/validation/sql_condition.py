"""The SQL conditions of a model, decided by SQLite itself over distinct tuples.

A model may come from an address: its SQL runs under an authorizer that allows reading one table and plain functions,
and under a step limit (design §6).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.errors import InvalidModelError

if TYPE_CHECKING:
    from smica_qgis.core.validation.row_tuples import Row

_WORD = re.compile(r"'(?:[^']|'')*'|\"[^\"]+\"|\w+", re.ASCII)
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION)
_FORBIDDEN_FUNCTIONS = ("load_extension", "fts3_tokenizer", "randomblob", "zeroblob", "printf", "format")
_STEPS = 10_000
_ROUNDS = 50_000
"""Half a billion steps of SQLite's machine: far more than any honest condition needs."""


def condition_columns(condition: str, names: Sequence[str]) -> tuple[str, ...]:
    """The columns of the model that a condition speaks of, in the order of the model."""
    words = {word.strip('"').upper() for word in _WORD.findall(condition) if not word.startswith("'")}
    return tuple(name for name in names if name.upper() in words)


def failing_tuples(condition: str, names: Sequence[str], rows: Sequence[Row]) -> list[int]:
    """Indexes of the tuples for which NOT (condition) is true. Raises InvalidModelError for SQL that fails."""
    if not rows:
        return []
    connection = sqlite3.connect(":memory:")
    try:
        columns = ", ".join(f"{_quoted(name)} TEXT" for name in names)
        separator = ", " if names else ""
        connection.execute(f"CREATE TABLE t (__row INTEGER{separator}{columns})")
        marks = ", ".join("?" * (len(names) + 1))
        connection.executemany(
            f"INSERT INTO t VALUES ({marks})",  # noqa: S608  # nosec B608
            ((index, *row) for index, row in enumerate(rows)),
        )
        # The condition is the model's: what it may do is what the authorizer allows.
        _restrict(connection)
        found = connection.execute(f"SELECT __row FROM t WHERE NOT ({condition}) ORDER BY __row")  # noqa: S608  # nosec B608
        return [index for (index,) in found]
    except (sqlite3.Error, sqlite3.Warning) as error:
        message = "Une condition SQL du modèle ne peut être évaluée."
        raise InvalidModelError(message, str(error)) from error
    finally:
        connection.close()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _restrict(connection: sqlite3.Connection) -> None:
    rounds = 0

    def authorize(action: int, _first: str | None, second: str | None, *_others: str | None) -> int:
        if action not in _ALLOWED:
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FORBIDDEN_FUNCTIONS:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    def progress() -> int:
        nonlocal rounds
        rounds += 1
        return int(rounds > _ROUNDS)

    connection.set_authorizer(authorize)
    connection.set_progress_handler(progress, _STEPS)
