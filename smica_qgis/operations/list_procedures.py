"""All procedures of the department: where each stands, since when, whose turn it is, and what is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smica_qgis.core.stored_dates import stored_day, stored_instant
from smica_qgis.core.workflow.overview import AWAITED, ListedProcedure
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.vocabulary import STATE_TITLES, RoundState
from smica_qgis.database.store import GEOMETRY, Store
from smica_qgis.operations.instruction.procedures import procedures


def list_procedures(
    store: Store, today: date, *, states: Sequence[RoundState] = (), late: bool = False
) -> list[ListedProcedure]:
    """The procedures, those that wait longest first. states: only those; late: only past their deadline. StoreError."""
    moved = _last_moves(store)
    listed = [_listed(procedure, moved, today) for procedure in procedures(store)]
    wanted = {STATE_TITLES[state] for state in states}
    kept = [one for one in listed if (not wanted or one.state in wanted) and (one.late or not late)]
    return sorted(kept, key=lambda one: (-one.late, -one.age, one.procedure.identifier))


def _last_moves(store: Store) -> dict[tuple[str, int], date | None]:
    rows = store.rows(
        "SELECT t.procedure_id, t.numero, max(m.le) FROM inst_tour t JOIN inst_mouvement m ON m.tour_id = t.fid "
        "GROUP BY t.procedure_id, t.numero"
    )
    return {(str(name), int(number)): stored_day(stored_instant(at)) for name, number, at in rows}


def _listed(procedure: Procedure, moved: dict[tuple[str, int], date | None], today: date) -> ListedProcedure:
    last = procedure.last
    since = stored_day(procedure.opened_at)
    if last is not None:
        since = moved.get((procedure.identifier, last.number)) or stored_day(last.received_at) or since
    deadline = stored_day(procedure.deadline)
    waits = bool(procedure.whose_turn)
    return ListedProcedure(
        procedure,
        0 if last is None else last.number,
        AWAITED if last is None else STATE_TITLES[last.state],
        0 if since is None else max(0, (today - since).days),
        max(0, (today - deadline).days) if deadline is not None and waits else 0,
    )


def grounds_of_communes(store: Store) -> dict[str, bytes]:
    """The ground of the communes that the store's cadastre knows, by INSEE code, as WKB in the system of the store."""
    rows = store.select("cad_commune", ("insee", GEOMETRY))
    return {str(code): wkb for code, wkb in rows if wkb is not None}
