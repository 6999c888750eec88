"""The store: the tables that the members share, behind one interface whatever holds them.

A geometry goes in and comes out as WKB (2D, little-endian) in the column `geom`, in the store's system. SQL given
to a store is the part that SQLite and PostgreSQL have in common, with named parameters (`:insee`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, Union

from smica_qgis.core.errors import SmicaError

Value = Union[str, int, float, bool, bytes, None]
Row = tuple[Any, ...]
Box = tuple[float, float, float, float]
"""West, south, east, north."""
GEOMETRY = "geom"
FID = "fid"


class StoreError(SmicaError):
    """The store cannot do what is asked; the message says what to do about it."""


class BusyStoreError(StoreError):
    """Others have been writing for too long."""


class LostConnectionError(StoreError):
    """The store went away. Nothing of the transaction was kept, unless it went away while it was being committed."""


class RefusedValueError(StoreError):
    """A value that the constraints of the store refuse; nothing of the transaction was kept."""


@dataclass(frozen=True)
class LayerAddress:
    """What QGIS needs to open a table: name of the provider, and its address without any secret."""

    provider: str
    uri: str
    title: str


def nothing_to_do() -> None:
    """What a caller does while it waits when it has nothing to watch."""


class Store(Protocol):
    """One connection to the store, of one thread. Close it, or use it in a `with`."""

    name: str
    """For people: a file, a service, never a login."""
    srid: int
    read_only: bool
    user: str
    """Who writes, as the audit says it: the login of the database, or that of this machine."""
    checks_geometries: bool
    """Whether the database itself refuses a geometry that is not valid."""

    def transaction(self, waiting: Callable[[], None] = nothing_to_do) -> AbstractContextManager[None]:
        """All or nothing. waiting: called a few times a second while others write; may raise to give up.

        Raises BusyStoreError.
        """

    def lock(self, name: str) -> None:
        """Take a turn with the others that ask for the same name, until the transaction ends. Raises BusyStoreError."""

    def reopened(self) -> Store:
        """Another connection to the same store, after this one was lost. Raises StoreError."""

    def roles(self) -> frozenset[str] | None:
        """What the login is: member, technician, officer; None where the database tells nobody apart (a file)."""

    def quoted(self, identifier: str) -> str:
        """An identifier as SQL writes it."""

    def row_as_json(self, columns: Sequence[str]) -> str:
        """The SQL of a JSON object with these columns; empty ones may be left out."""

    def geometry_as_wkb(self) -> str:
        """The SQL of the WKB of the column `geom`, as octets."""

    def rows(self, sql: str, parameters: Mapping[str, Value] | None = None) -> Iterator[Row]:
        """Rows of a query, read as they are asked for. A geometry comes as the database keeps it: see `select`."""

    def execute(self, sql: str, parameters: Mapping[str, Value] | None = None) -> int:
        """Change rows; returns how many."""

    def select(
        self,
        table: str,
        columns: Sequence[str],
        *,
        where: str = "",
        parameters: Mapping[str, Value] | None = None,
        box: Box | None = None,
    ) -> Iterator[Row]:
        """Rows of a table in the order of `fid`, geometries as WKB. box: those whose own box meets this one."""

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """Add many rows; returns how many."""

    def insert_one(self, table: str, values: Mapping[str, Value]) -> int:
        """Add a row; returns its `fid`."""

    def update(self, table: str, key: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
        """Change many rows; each gives its key, then the values of the columns. Returns how many were given."""

    def layer(self, table: str) -> LayerAddress:
        """How QGIS opens a table."""

    def refresh_statistics(self, tables: Collection[str] = ()) -> None:
        """Tell the planner and QGIS what a large change did (extents, counts). tables: those changed; none = all."""

    def close(self) -> None:
        """Let the database go."""

    def __enter__(self) -> Store:  # noqa: PYI034 - Self came with Python 3.11
        """Itself."""

    def __exit__(self, *ended: object) -> None:
        """Close it."""


def select_statement(store: Store, table: str, columns: Sequence[str], conditions: Sequence[str]) -> str:
    """The SELECT of `Store.select`. columns: expressions, already quoted; conditions: joined by AND."""
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    # the parts come from this package, identifiers are quoted by the store, values are parameters
    return f"SELECT {', '.join(columns)} FROM {store.quoted(table)}{where} ORDER BY {FID}"  # noqa: S608  # nosec B608
