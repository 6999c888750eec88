"""What became of a parcel that the cadastre of the store no longer has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from smica_qgis.core.cadastre.filiation import ACTIONS, descendants
from smica_qgis.core.cadastre.parcel_id import ParcelId, parcel_of_idu14
from smica_qgis.core.stored_dates import stored_day
from smica_qgis.database.store import Store

_MOST_AT_ONCE = 500


@dataclass(frozen=True)
class Descent:
    """action: see ACTIONS; date: of the document; today: identifiers of the parcels that are left of it."""

    parcel: ParcelId
    action: str
    date: dt.date | None
    today: tuple[str, ...]

    def sentence(self) -> str:
        """As people say it."""
        happened = ACTIONS.get(self.action, "modifiée")
        day = f" le {self.date:%d/%m/%Y}" if self.date else ""
        left = ", ".join(parcel_of_idu14(idu14).label for idu14 in self.today)
        became = f" : aujourd'hui {left}" if left else ""
        return f"{self.parcel.full_label} n'est plus au cadastre, {happened}{day}{became}."


def descent_of(store: Store, parcel: ParcelId) -> Descent | None:
    """What the filiation says of a parcel; None when it says nothing. Raises StoreError."""
    first = next(
        iter(
            store.rows(
                "SELECT type, date FROM cad_filiation WHERE idu14_mere = :idu14 ORDER BY date IS NULL, date DESC, fid",
                {"idu14": parcel.idu14},
            )
        ),
        None,
    )
    if first is None:
        return None
    today = descendants(parcel.idu14, lambda some: daughters_of(store, some), lambda some: present(store, some))
    return Descent(parcel, first[0] or "", stored_day(first[1]), tuple(sorted(today)))


def daughters_of(store: Store, mothers: Collection[str]) -> set[str]:
    """Daughters of parcels, in one generation."""
    return _column(store, "cad_filiation", "idu14_fille", "idu14_mere", mothers)


def present(store: Store, idu14s: Collection[str]) -> set[str]:
    """Those that the cadastre has."""
    return _column(store, "cad_parcelle", "idu14", "idu14", idu14s)


def _column(store: Store, table: str, wanted: str, key: str, values: Collection[str]) -> set[str]:
    ordered = sorted(values)
    found: set[str] = set()
    for start in range(0, len(ordered), _MOST_AT_ONCE):
        some = {f"v{place}": value for place, value in enumerate(ordered[start : start + _MOST_AT_ONCE])}
        places = ", ".join(f":{name}" for name in some)
        found.update(row[0] for row in store.select(table, (wanted,), where=f"{key} IN ({places})", parameters=some))
    return found
