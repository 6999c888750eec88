"""Import what goes under dossiers of the store: components and works, consultations and constraints.

The dossiers that a table names have, after it, the rows that it gives them and no others of that kind; the others are
left alone. A row that is refused has its line in the report; its dossier is left as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from smica_qgis.core.ads.detail_fields import CONSTRAINT
from smica_qgis.core.ads.records import number_of
from smica_qgis.core.anc.fields import IDENTIFIER_WORDS
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.core.field_mapping.mapping import FieldMapping
from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import LAMBERT_93, open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.shared_tables.source_table import SourceTable
from smica_qgis.operations.shared_import.details import CONSTRAINTS, DETAILS, DetailTable, known_constraint
from smica_qgis.operations.shared_import.mappings import choose_mapping
from smica_qgis.operations.shared_import.merging import Scope, Values, plan_table, replace_children
from smica_qgis.operations.shared_import.reading import Reading, read_rows, shown_key


@dataclass(frozen=True)
class DetailsRequest:
    """What is asked. kind: one of DETAILS; mapping: as for `import_anc`; service: the SPANC, not for permits."""

    store: str
    kind: str
    table: SourceTable
    mapping: str | FieldMapping = ""
    service: str = ""
    dry_run: bool = False
    srid: int = LAMBERT_93
    today: date = field(default_factory=date.today)


@dataclass
class _Import:
    """An import under way. children: rows by parent; spared: parents of which a row is refused."""

    request: DetailsRequest
    store: Store
    report: TableReport
    detail: DetailTable
    parents: dict[str, str]
    children: dict[str, list[Values]] = field(default_factory=dict)
    constraints: dict[str, Values] = field(default_factory=dict)
    spared: set[str] = field(default_factory=set)


def import_dossier_details(request: DetailsRequest, progress: Progress | None = None) -> TableReport:
    """Import, and say what became of each row.

    Raises InvalidParameterError, InvalidMappingError, StoreError, UnreadableTableError, CancelledError.
    """
    progress = progress or SilentProgress()
    detail = DETAILS.get(request.kind)
    if detail is None:
        message = f"« {request.kind} » n'est pas importé seul : écrivez {', '.join(DETAILS)}."
        raise InvalidParameterError(message)
    if not detail.permit and not request.service.strip():
        message = "Le service (SPANC) n'est pas donné : les numéros de dossier ne valent que chez l'un d'eux."
        raise InvalidParameterError(message)
    with open_store(request.store, srid=request.srid, read_only=request.dry_run) as store:
        report = TableReport(store.name, request.kind, "replace", request.dry_run)
        work = _Import(request, store, report, detail, _parents(store, request, detail))
        _read(work, progress)
        _write(work, progress)
    return report


def _parents(store: Store, request: DetailsRequest, detail: DetailTable) -> dict[str, str]:
    """Dossiers of the store: what a row calls them → what its table does."""
    if detail.permit:
        return {name: name for (name,) in store.rows("SELECT num_canon FROM ads_dossier")}
    query = "SELECT numero_dossier, inst_id FROM anc_installation WHERE service_id = :service"
    return dict(store.rows(query, {"service": request.service.strip()}))


def _read(work: _Import, progress: Progress) -> None:
    table, report = work.request.table, work.report
    mapping = choose_mapping(work.request.mapping, work.request.kind, table.header)
    report.mappings[work.request.kind] = mapping.to_json()
    words = () if work.detail.permit else IDENTIFIER_WORDS
    for placed in read_rows(Reading(table, mapping, words), report, progress):
        row = placed.row
        try:
            name = _name_of(work, row)
        except RefusedRowError as error:
            report.refuse(table.name, row.line, error.message)
            continue
        parent = work.parents.get(name)
        if parent is None:
            report.refuse(table.name, row.line, "aucun dossier de ce numéro n'est dans la base", shown_key(name))
            continue
        rows = work.children.setdefault(parent, [])
        rows.append(work.detail.values(row, parent, len(rows) + 1))
        if work.request.kind == CONSTRAINT:
            known = known_constraint(row)
            work.constraints[str(known["contrainte_id"])] = known
        report.taken += 1
    work.spared = {work.parents[name] for text in report.refused_keys if (name := _named(work, text)) in work.parents}


def _name_of(work: _Import, row: ReadRow) -> str:
    """What a row calls its dossier. Raises RefusedRowError."""
    return number_of(row, work.request.today, ()).canonical if work.detail.permit else row.text("numero_dossier")


def _named(work: _Import, text: str) -> str:
    field_name = "numero" if work.detail.permit else "numero_dossier"
    try:
        return _name_of(work, ReadRow(0, {field_name: text.strip()}))
    except RefusedRowError:
        return ""


def _write(work: _Import, progress: Progress) -> None:
    """Write everything at once, unless it is only asked what would be done."""
    report, table = work.report, work.detail.shape.table
    taken = {parent: rows for parent, rows in work.children.items() if parent not in work.spared}
    left = len(work.children) - len(taken)
    if left:
        reason = f"{left} dossier(s) gardés tels quels : une de leurs lignes est refusée"
        report.remark(work.request.table.name, 0, reason)
    report.written[f"{table} : dossiers"] = len(taken)
    report.written[f"{table} : lignes"] = sum(map(len, taken.values()))
    if work.request.dry_run:
        return
    progress.phase("Écriture dans la base")
    with work.store.transaction(lambda: stop_if_cancelled(progress)):
        replace_children(work.store, work.detail.shape, taken)
        if work.constraints:
            plan = plan_table(work.store, CONSTRAINTS, work.constraints.values(), Scope())
            plan.apply(work.store)
        stop_if_cancelled(progress)
    with work.store.transaction():
        work.store.refresh_statistics()
