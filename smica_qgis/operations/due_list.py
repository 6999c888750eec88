"""A list of what is due: a table by commune, each row with its place on the map when it has one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.store import Store

Cell = object


@dataclass(frozen=True)
class DueRow:
    """values: by column; wkb: point in the system of the store, None: to be located."""

    values: dict[str, Cell]
    wkb: bytes | None


@dataclass
class DueList:
    """columns: in order; srid: of the points; today: the day of the list; known: whether the store has any."""

    store: str
    srid: int
    today: date
    columns: tuple[str, ...]
    rows: list[DueRow] = field(default_factory=list)
    known: bool = True

    def counts(self) -> dict[str, dict[str, int]]:
        """Rows by commune, then by status."""
        found: dict[str, dict[str, int]] = {}
        for row in self.rows:
            commune = found.setdefault(str(row.values["insee"]), {})
            status = str(row.values["statut"])
            commune[status] = commune.get(status, 0) + 1
        return found

    @property
    def unplaced(self) -> int:
        """Rows that no map shows."""
        return sum(row.wkb is None for row in self.rows)


def commune_names(store: Store) -> dict[str, str]:
    """Names of the communes of the cadastre."""
    return {insee: name or "" for insee, name in store.rows("SELECT insee, nom FROM cad_commune")}


def check_communes(communes: tuple[str, ...], present: set[str], store: Store) -> None:
    """Refuse a commune of which the store holds nothing: an empty list would look like good news."""
    absent = sorted(set(communes) - present)
    if absent:
        message = f"La base {store.name} n'a rien de {', '.join(absent)} : vérifiez le code INSEE, ou importez."
        raise InvalidParameterError(message)
