"""Which parcels an import of the cadastre made and took away, in the communes that the store already had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from smica_qgis.core.cadastre.objects import TABLES, Parcelle
from smica_qgis.database.store import Store, Value
from smica_qgis.operations.cadastre.import_report import ChangedParcels

_PARCELS = TABLES[Parcelle]


class ParcelChanges:
    """Followed lot by lot: what one lot takes away and another gives back did not change.

    created, removed: INSEE code → identifiers. A commune that was not in the store has none: all of it is new.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._had: dict[str, bool] = {}
        self._gone: set[str] = set()
        self._come: set[str] = set()
        self.created: dict[str, set[str]] = {}
        self.removed: dict[str, set[str]] = {}

    @contextmanager
    def of_a_lot(self) -> Iterator[None]:
        """Count what is done inside, unless it fails: then the store has forgotten it."""
        self._gone, self._come = set(), set()
        yield
        self._keep()

    def take_away(self, condition: str, parameters: dict[str, Value]) -> None:
        """Parcels that meet a condition are about to be deleted."""
        rows = self._store.select(_PARCELS, ("idu14",), where=condition, parameters=parameters)
        # a commune of which nothing was asked yet is here since before this import
        self._gone.update(idu14 for (idu14,) in rows if self._had.setdefault(idu14[:5], True))

    def add(self, idu14s: Iterable[str]) -> None:
        """Parcels are about to be written."""
        self._come.update(idu14 for idu14 in idu14s if self._had_commune(idu14[:5]))

    def by_commune(self) -> dict[str, ChangedParcels]:
        """What changed, of the communes where something did."""
        communes = {insee for part in (self.created, self.removed) for insee, some in part.items() if some}
        return {
            insee: ChangedParcels(
                tuple(sorted(self.created.get(insee, ()))), tuple(sorted(self.removed.get(insee, ())))
            )
            for insee in sorted(communes)
        }

    def _had_commune(self, insee: str) -> bool:
        if insee not in self._had:
            rows = self._store.rows(f"SELECT 1 FROM {_PARCELS} WHERE insee = :insee LIMIT 1", {"insee": insee})  # noqa: S608  # nosec B608
            self._had[insee] = next(iter(rows), None) is not None
        return self._had[insee]

    def _keep(self) -> None:
        for insee, idu14 in ((idu14[:5], idu14) for idu14 in self._gone - self._come):
            _move(idu14, self.created.setdefault(insee, set()), self.removed.setdefault(insee, set()))
        for insee, idu14 in ((idu14[:5], idu14) for idu14 in self._come - self._gone):
            _move(idu14, self.removed.setdefault(insee, set()), self.created.setdefault(insee, set()))


def _move(idu14: str, undone: set[str], done: set[str]) -> None:
    """A change that undoes an earlier one of the same import is none."""
    if idu14 in undone:
        undone.remove(idu14)
    else:
        done.add(idu14)
