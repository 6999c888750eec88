"""The columns of the tables of the store, read where they are made: the numbered migrations."""

from __future__ import annotations

import re
from functools import cache

from smica_qgis.database.migration import migrations

_TABLE = re.compile(r"CREATE TABLE (\w+) \(\n(.*)\n\)", re.DOTALL)
_COLUMN = re.compile(r"^    ([a-z]\w*) (\$?[A-Z]+)", re.MULTILINE)


@cache
def columns_of(table: str) -> dict[str, str]:
    """Columns and their types, without the geometry. Raises KeyError for a table that is not there."""
    for migration in migrations():
        for statement in migration.sql:
            found = _TABLE.match(statement)
            if found is not None and found[1] == table:
                columns = dict(_COLUMN.findall(found[2]))
                return {name: kind for name, kind in columns.items() if kind != "$GEOMETRY"}
    raise KeyError(table)


def columns_of_type(table: str, kind: str) -> frozenset[str]:
    """The columns of a type (DATE, BOOLEAN, $INSTANT)."""
    return frozenset(name for name, known in columns_of(table).items() if known == kind)
