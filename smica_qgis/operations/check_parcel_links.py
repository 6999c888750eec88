"""After a new issue of the cadastre, look whether the parcels of permits and of sanitation files are still there.

A parcel that vanished is followed by the filiation: one parcel of today is proposed, several are left to be chosen
from, none is said. No link is ever removed, and the parcel as it was written stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.cadastre.link_check import LINK_TABLES, LinkTable, Outcome
from smica_qgis.core.cadastre.parcel_id import InvalidParcelIdError, parcel_of_idu14
from smica_qgis.core.cadastre.parcel_link import KnownParcels, LinkState, ParcelLink, WrittenParcel, dossier_state
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.operations.cadastre.descent import daughters_of, present
from smica_qgis.operations.shared_import.cadastre_links import link_values

_MAY_BE_FOUND = (LinkState.INTROUVABLE.value, LinkState.ANCIEN.value)
"""Links without a parcel of today that a later issue or a filiation may find; an ambiguous one waits for a choice."""


@dataclass(frozen=True)
class BrokenLink:
    """A link to look at. held: parcel of today that it held, or empty; link: what it becomes."""

    theme: str
    fid: int
    key: str
    dossier: str
    held: str
    outcome: Outcome
    link: ParcelLink


@dataclass
class LinkCheck:
    """The whole check. checked: links looked at; written: whether the store was changed."""

    store: str
    checked: int = 0
    written: bool = False
    broken: list[BrokenLink] = field(default_factory=list)

    def counts(self) -> Counter[Outcome]:
        """Links by what is known of their parcel."""
        return Counter(link.outcome for link in self.broken)


def check_parcel_links(
    address: str, themes: Sequence[str] = tuple(LINK_TABLES), *, apply: bool = False, progress: Progress | None = None
) -> LinkCheck:
    """Check the links of themes. apply: write what was found, in one transaction.

    Raises StoreError, CancelledError (then nothing was written).
    """
    progress = progress or SilentProgress()
    with open_store(address, read_only=not apply) as store:
        check = LinkCheck(store.name)
        progress.phase("Contrôle des parcelles des dossiers", len(themes))
        for done, theme in enumerate(themes, 1):
            found = list(_broken(store, theme, check, progress))
            check.broken += found
            progress.advance(done)
        if apply:
            stop_if_cancelled(progress)
            with store.transaction(lambda: stop_if_cancelled(progress)):
                for theme in themes:
                    _write(store, LINK_TABLES[theme], [link for link in check.broken if link.theme == theme])
            check.written = True
    return check


def _broken(store: Store, theme: str, check: LinkCheck, progress: Progress) -> Iterator[BrokenLink]:
    stop_if_cancelled(progress)
    table = LINK_TABLES[theme]
    columns = f"l.fid, l.{table.key}, d.{table.shown}, l.idu14, l.idu14_actuel, l.statut"
    rows = list(
        store.rows(
            f"SELECT {columns} FROM {table.links} l JOIN {table.dossiers} d "  # noqa: S608  # nosec B608
            f"ON d.{table.key} = l.{table.key} WHERE l.idu14 IS NOT NULL ORDER BY l.fid"
        )
    )
    check.checked += len(rows)
    held = {current for *_, current, _ in rows if current}
    here = present(store, held)
    suspects = [row for row in rows if row[4] not in here and (row[4] or row[5] in _MAY_BE_FOUND)]
    known = _KnownToday(store, {row[4] or row[3] for row in suspects}, progress)
    for fid, key, shown, written, current, _ in suspects:
        link = known.link(written, current)
        outcome = known.outcome(link, current or written)
        if current is None and outcome in (Outcome.NOT_FOUND, Outcome.NOT_LOADED):
            continue  # nothing is known that was not at its import
        yield BrokenLink(theme, fid, key, shown, current or "", outcome, link)


class _KnownToday:
    """The parcels and the filiation that some parcels of yesterday need, and no more."""

    def __init__(self, store: Store, wanted: set[str], progress: Progress) -> None:
        filiation: dict[str, set[str]] = {}
        today, front = present(store, wanted), set(wanted)
        self._loaded = _communes_loaded(store, {idu14[:5] for idu14 in wanted})
        while front:
            stop_if_cancelled(progress)
            following: set[str] = set()
            for mother in sorted(front):
                filiation[mother] = daughters_of(store, [mother])
                following |= filiation[mother]
            today |= present(store, following)
            front = following - set(filiation) - today
        self._known = KnownParcels(today, filiation)

    def link(self, written: str, held: str | None) -> ParcelLink:
        """What a link becomes; it keeps the parcel that was written."""
        try:
            link = self._known.link(WrittenParcel(parcel_of_idu14(held or written)))
        except InvalidParcelIdError:
            return ParcelLink(LinkState.INTROUVABLE, written)
        return ParcelLink(link.state, written, link.current, link.candidates)

    def outcome(self, link: ParcelLink, parcel: str) -> Outcome:
        """What is known of it."""
        if link.state is LinkState.EXACT:
            return Outcome.FOUND_AGAIN
        if link.state is LinkState.ANCIEN:
            return Outcome.PROPOSED if link.current else Outcome.TO_CHOOSE
        return Outcome.NOT_FOUND if parcel[:5] in self._loaded else Outcome.NOT_LOADED


def _communes_loaded(store: Store, communes: set[str]) -> set[str]:
    sql = "SELECT 1 FROM cad_parcelle WHERE insee = :insee LIMIT 1"
    return {insee for insee in communes if next(iter(store.rows(sql, {"insee": insee})), None) is not None}


def _write(store: Store, table: LinkTable, links: Sequence[BrokenLink]) -> None:
    """Write the links whose commune is loaded, then the state of their dossiers."""
    kept = [link for link in links if link.outcome is not Outcome.NOT_LOADED]
    columns = ("idu14_actuel", "candidats", "statut")
    rows = [(link.fid, *(link_values(link.link)[name] for name in columns)) for link in kept]
    store.update(table.links, "fid", columns, rows)
    for key in sorted({link.key for link in kept}):
        states = [
            LinkState(state)
            for (state,) in store.select(table.links, ("statut",), where=f"{table.key} = :key", parameters={"key": key})
        ]
        found = sum(state is not LinkState.INTROUVABLE for state in states)
        state = dossier_state([ParcelLink(state) for state in states])
        store.execute(
            f"UPDATE {table.dossiers} SET statut_lien = :state, n_parcelles_trouvees = :found "  # noqa: S608  # nosec B608
            f"WHERE {table.key} = :key",
            {"state": state.value, "found": found, "key": key},
        )
