"""Bring rows into a table of the store: those that are new, those that changed, those that go. Planned, then done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.database.store import FID, Store, Value

Values = dict[str, Value]
_AT_A_TIME = 500


@dataclass(frozen=True)
class TableShape:
    """A table: the column that names a row, those that are written, and that of the instant, not compared.

    finish: fills and derives columns of a row that is otherwise complete.
    """

    table: str
    key: str
    columns: tuple[str, ...]
    stamp: str = ""
    finish: Callable[[Values], Values] = lambda row: row


@dataclass
class TablePlan:
    """What is to be done to a table. columns: all that are written; removed: `fid` of the rows that go."""

    table: str
    columns: tuple[str, ...]
    added: list[Values] = field(default_factory=list)
    changed: list[Values] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    unchanged: int = 0

    def counts(self) -> dict[str, int]:
        """How many rows of each fate."""
        return {
            "ajoutés": len(self.added),
            "changés": len(self.changed),
            "inchangés": self.unchanged,
            "retirés": len(self.removed),
        }

    def apply(self, store: Store) -> None:
        """Do it. Call it within a transaction. Rows keep their `fid`."""
        remove_rows(store, self.table, [*self.removed, *(int(str(row[FID])) for row in self.changed)])
        names = (FID, *self.columns)
        if self.changed:
            store.insert(self.table, names, ([row.get(name) for name in names] for row in self.changed))
        if self.added:
            store.insert(self.table, self.columns, ([row.get(name) for name in self.columns] for row in self.added))


@dataclass(frozen=True)
class Scope:
    """The rows of the store that an import may touch: a WHERE and its values."""

    where: str = ""
    parameters: Mapping[str, Value] = field(default_factory=dict)


def plan_table(
    store: Store,
    shape: TableShape,
    rows: Iterable[Values],
    scope: Scope,
    *,
    whole: bool = False,
    goes: Callable[[Values], bool] = lambda _: False,
) -> TablePlan:
    """Compare rows with the store.

    whole: a row given replaces the whole row of the store, else only the columns that it gives; goes: whether a row
    of the store that is not given is removed.
    """
    plan = TablePlan(shape.table, shape.columns)
    names = (FID, *shape.columns)
    kept = store.select(shape.table, names, where=scope.where, parameters=scope.parameters)
    existing = {row[names.index(shape.key)]: dict(zip(names, row)) for row in kept}
    given = set()
    for row in rows:
        given.add(row[shape.key])
        before = existing.get(row[shape.key])
        if before is None:
            plan.added.append(shape.finish(row))
            continue
        base = {FID: before[FID]} if whole else before
        after = shape.finish({**dict.fromkeys(shape.columns), **base, **row})
        if all(_same(after[name], before[name]) for name in shape.columns if name != shape.stamp):
            plan.unchanged += 1
        else:
            plan.changed.append(after)
    plan.removed = [int(row[FID]) for name, row in existing.items() if name not in given and goes(row)]
    return plan


def count_plans(report: TableReport, plans: Iterable[TablePlan]) -> None:
    """Tell in a report what is done to each table."""
    for plan in plans:
        for word, count in plan.counts().items():
            report.written[f"{plan.table} : {word}"] = count


def remove_rows(store: Store, table: str, fids: Sequence[int]) -> None:
    """Remove rows by their `fid`."""
    for start in range(0, len(fids), _AT_A_TIME):
        numbers = ", ".join(str(int(fid)) for fid in fids[start : start + _AT_A_TIME])
        store.execute(f"DELETE FROM {store.quoted(table)} WHERE {FID} IN ({numbers})")  # noqa: S608 # nosec B608


def replace_children(store: Store, shape: TableShape, children: Mapping[str, list[Values]]) -> int:
    """Give parents their rows of a child table in place of those they had; returns how many. shape.key: the parent."""
    query = f"SELECT {FID}, {store.quoted(shape.key)} FROM {store.quoted(shape.table)}"  # noqa: S608 # nosec B608
    remove_rows(store, shape.table, [int(fid) for fid, parent in store.rows(query) if parent in children])
    rows = [[row.get(column) for column in shape.columns] for some in children.values() for row in some]
    return store.insert(shape.table, shape.columns, rows)


def _same(after: object, before: object) -> bool:
    if after is None or before is None:
        return after is before
    if isinstance(after, bytes) or isinstance(before, bytes):
        return after == before
    if isinstance(after, (int, float)) and isinstance(before, (int, float)):
        return float(after) == float(before)
    return str(after) == str(before)
