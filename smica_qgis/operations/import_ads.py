"""Import permits into the shared store: tables, layers, exports of openADS, files of SITADEL.

Everything is read and checked first, then written in one transaction. A row that is refused has its line in the
report. Names of people are read only when another store is given for them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from smica_qgis.core.ads.deadlines import PermitDates
from smica_qgis.core.ads.fields import DOSSIER
from smica_qgis.core.ads.permit_number import PermitNumber
from smica_qgis.core.ads.records import check_permit, is_declaration, number_of, stated_deadline_differs
from smica_qgis.core.ads.vocabulary import SOURCES
from smica_qgis.core.cadastre.parcel_link import LINK_STATES, LinkState
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.core.field_mapping.mapping import FieldMapping
from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError
from smica_qgis.core.merging import MERGE, REPLACE, check_mode
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.stored_dates import stored_day
from smica_qgis.database.open_store import LAMBERT_93, open_store
from smica_qgis.database.personal_tables import ADS_CONTACT, check_apart, keep_contacts
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store
from smica_qgis.geodata.shared_tables.source_table import SourceTable
from smica_qgis.operations.shared_import.ads_tables import (
    DOSSIERS,
    EVENTS,
    PARCELS,
    Dossier,
    add_parcels,
    date_column,
    declaration_of,
    dossier_of,
    finished_dossier,
)
from smica_qgis.operations.shared_import.anc_tables import contacts_of
from smica_qgis.operations.shared_import.cadastre_links import CadastreLinks, prepare_links, written_in
from smica_qgis.operations.shared_import.mappings import choose_mapping
from smica_qgis.operations.shared_import.merging import (
    Scope,
    TablePlan,
    Values,
    count_plans,
    plan_table,
    remove_rows,
    replace_children,
)
from smica_qgis.operations.shared_import.reading import PlacedRow, Reading, checked, given_point, read_rows


@dataclass(frozen=True)
class AdsRequest:
    """What is asked.

    dossiers: the table; mapping: one, or the name or path of a saved one, empty = proposed; source: which software it
    comes from (vocabulary.SOURCES); perimeter: INSEE codes of our communes, empty = all; mode: merge, or replace what
    this source had for the communes of the table; the rest as for `import_anc`.
    """

    store: str
    dossiers: SourceTable
    mapping: str | FieldMapping = ""
    source: str = "CSV"
    perimeter: Collection[str] = ()
    mode: str = MERGE
    dry_run: bool = False
    personal_store: str = ""
    srid: int = LAMBERT_93
    today: date = field(default_factory=date.today)


@dataclass
class _Import:
    """An import under way. declarations: line and event of the DOC and DAACT that are rows of their own."""

    request: AdsRequest
    store: Store
    report: TableReport
    progress: Progress
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    declarations: list[tuple[int, Values]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)


def import_ads(request: AdsRequest, progress: Progress | None = None) -> TableReport:
    """Import, and say what became of each row.

    Raises InvalidParameterError, InvalidMappingError, StoreError, UnreadableTableError, CancelledError.
    """
    progress = progress or SilentProgress()
    check_mode(request.mode)
    if request.source not in SOURCES:
        message = f"La source « {request.source} » n'existe pas : écrivez {', '.join(SOURCES)}."
        raise InvalidParameterError(message)
    if request.personal_store:
        check_apart(request.store, request.personal_store)
    with open_store(request.store, srid=request.srid, read_only=request.dry_run) as store:
        report = TableReport(store.name, "ads", request.mode, request.dry_run)
        work = _Import(request, store, report, progress)
        _place(work, _read(work))
        _take_declarations(work)
        _write(work)
    return report


def _read(work: _Import) -> dict[str, tuple[PlacedRow, PermitNumber]]:
    """The rows of dossiers by canonical number; those of declarations are put aside."""
    request, table, report = work.request, work.request.dossiers, work.report
    mapping = choose_mapping(request.mapping, DOSSIER, table.header)
    report.mappings[DOSSIER] = mapping.to_json()
    rows = read_rows(Reading(table, mapping, personal=bool(request.personal_store)), report, work.progress)
    found: dict[str, tuple[PlacedRow, PermitNumber]] = {}
    for item in checked(rows, table.name, report, lambda row: check_permit(row, request.today), ""):
        number = _number(work, item.row)
        if number is None:
            continue
        if is_declaration(number):
            work.declarations.append((item.row.line, declaration_of(item.row, number)))
        elif number.canonical in found:
            first = found[number.canonical][0].row.line
            report.refuse(table.name, item.row.line, f"le dossier figure déjà à la ligne {first}", number.canonical)
        else:
            found[number.canonical] = (item, number)
    work.refused |= {key for text in report.refused_keys if (key := _canonical(text, request.today))}
    return found


def _number(work: _Import, row: ReadRow) -> PermitNumber | None:
    try:
        return number_of(row, work.request.today, work.request.perimeter)
    except RefusedRowError as error:
        work.report.refuse(work.request.dossiers.name, row.line, error.message)
        return None


def _canonical(text: str, today: date) -> str:
    try:
        return number_of(ReadRow(0, {"numero": text}), today, ()).canonical
    except RefusedRowError:
        return ""


def _place(work: _Import, found: dict[str, tuple[PlacedRow, PermitNumber]]) -> None:
    """Tie dossiers to parcels, and give each a point."""
    table, report, stamp = work.request.dossiers, work.report, now()
    written = {name: written_in(item.row.text("parcelles"), number.insee) for name, (item, number) in found.items()}
    communes = {number.insee for _, number in found.values()}
    links = prepare_links(work.store, [one for some in written.values() for one in some], communes, work.progress)
    for insee in sorted(communes - links.loaded):
        report.remark(table.name, 0, f"le cadastre de {insee} n'est pas dans la base : ses parcelles sont introuvables")
    work.progress.phase("Parcelles des dossiers", len(found))
    for count, (name, (item, number)) in enumerate(found.items()):
        if count % 500 == 0:
            stop_if_cancelled(work.progress)
            work.progress.advance(count)
        made = dossier_of(item.row, number, work.request.source, stamp)
        made.contacts = contacts_of(item.row, name)
        linked = links.link(written[name])
        made.values.update(
            statut_lien=linked.state.value,
            n_parcelles_trouvees=linked.found,
            n_parcelles_attendues=len(linked.links),
            geom=_point(item, links, table, links.place(linked)),
        )
        add_parcels(made, linked, links)
        report.links[linked.state.value] += 1
        _remark(work, made, item.row, linked.state)
        work.dossiers[name] = made


def _point(item: PlacedRow, links: CadastreLinks, table: SourceTable, on_parcel: bytes | None) -> bytes | None:
    """On the parcels, else where the table says."""
    return on_parcel if on_parcel is not None else given_point(item, table, links.srid)


def _remark(work: _Import, made: Dossier, row: ReadRow, state: LinkState) -> None:
    name, key = work.request.dossiers.name, made.number.canonical
    if state in (LinkState.PARTIEL, LinkState.INTROUVABLE, LinkState.AMBIGU):
        reason = f"lien aux parcelles : {LINK_STATES[state.value].lower()}"
        work.report.remark(name, made.line, reason, key)
    if stated_deadline_differs(row, dates_of(finished_dossier(made.values))):
        work.report.remark(name, made.line, "la date limite saisie n'est pas celle que donnent les dates", key)


def dates_of(values: Values) -> PermitDates:
    """What the delays of a dossier depend on, from its row of the store."""

    def day(name: str) -> date | None:
        return stored_day(values.get(name))

    def months(name: str) -> int | None:
        value = values.get(name)
        return int(value) if isinstance(value, (int, float)) else None

    house = values.get("maison")
    return PermitDates(
        type=str(values["type"]),
        etat=str(values["etat"]),
        cu=str(values.get("cu_type") or ""),
        house=None if house is None else bool(house),
        date_depot=day("date_depot"),
        date_complet=day("date_complet"),
        date_decision=day("date_decision"),
        date_doc=day("date_doc"),
        delai_mois=months("delai_mois"),
        majoration_mois=months("majoration_mois"),
    )


def _take_declarations(work: _Import) -> None:
    """Give declarations to their permits; one without a permit is refused."""
    known = {name for (name,) in work.store.rows("SELECT num_canon FROM ads_dossier")} if work.declarations else set()
    taken = []
    for line, event in work.declarations:
        root = str(event["num_canon"])
        made = work.dossiers.get(root)
        if made is not None and not made.values.get(date_column(event)):
            made.values[date_column(event)] = event["date"]
        if made is None and root not in known:
            reason = "déclaration de travaux d'un dossier qui n'est ni dans la table ni dans la base"
            work.report.refuse(work.request.dossiers.name, line, reason, root)
        else:
            taken.append((line, event))
    work.declarations = taken


def _write(work: _Import) -> None:
    """Plan, then write everything at once, unless it is only asked what would be done."""
    report = work.report
    report.taken = len(work.dossiers) + len(work.declarations)
    if work.request.dry_run:
        count_plans(report, [_plan(work)])
        return
    work.progress.phase("Écriture dans la base")
    with work.store.transaction(lambda: stop_if_cancelled(work.progress)):
        plan = _plan(work)
        gone = _names_of(work.store, plan.removed)
        plan.apply(work.store)
        stop_if_cancelled(work.progress)
        parcels: dict[str, list[Values]] = {name: [] for name in gone}
        parcels.update({name: made.parcels for name, made in work.dossiers.items() if made.parcels is not None})
        replace_children(work.store, PARCELS, parcels)
        _write_events(work, gone)
        if work.request.personal_store:
            with open_store(work.request.personal_store, srid=work.request.srid) as personal, personal.transaction():
                contacts = [contact for made in work.dossiers.values() for contact in made.contacts]
                report.personal = keep_contacts(personal, ADS_CONTACT, contacts, "import_ads")
        stop_if_cancelled(work.progress)
    count_plans(report, [plan])
    with work.store.transaction():
        work.store.refresh_statistics()


def _plan(work: _Import) -> TablePlan:
    replacing = work.request.mode == REPLACE
    communes = {str(made.values["insee"]) for made in work.dossiers.values()}
    rows = [made.values for made in work.dossiers.values()]
    return plan_table(
        work.store,
        DOSSIERS,
        rows,
        Scope(),
        whole=replacing,
        goes=lambda row: (
            replacing
            and row["source"] == work.request.source
            and row["insee"] in communes
            and row["num_canon"] not in work.refused
        ),
    )


def _write_events(work: _Import, gone: Collection[str]) -> None:
    """The declarations, once each."""
    columns = ("fid", *EVENTS.columns)
    known = {(row[1], row[2]): row[0] for row in work.store.select(EVENTS.table, columns)}
    removed = [fid for (name, _), fid in known.items() if name in gone]
    events = {(event["num_canon"], event["type"]): event for _, event in work.declarations}
    remove_rows(work.store, EVENTS.table, [*removed, *(known[key] for key in events if key in known)])
    work.store.insert(EVENTS.table, EVENTS.columns, ([event[c] for c in EVENTS.columns] for event in events.values()))
    for event in events.values():
        if str(event["num_canon"]) not in work.dossiers and event["date"]:
            column = work.store.quoted(date_column(event))
            work.store.execute(
                f"UPDATE ads_dossier SET {column} = :day WHERE num_canon = :name AND {column} IS NULL",  # noqa: S608 # nosec B608
                {"day": event["date"], "name": event["num_canon"]},
            )


def _names_of(store: Store, fids: Collection[int]) -> set[str]:
    removed = set(fids)
    rows = store.rows("SELECT fid, num_canon FROM ads_dossier") if removed else iter(())
    return {name for fid, name in rows if fid in removed}
