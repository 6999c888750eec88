"""Import the installations and the controls of a SPANC into the shared store.

Everything is read and checked first, then written in one transaction: an import that fails or is stopped changes
nothing. A row that is refused has its line in the report and does not bring the others down. Names of people are
read only when another store is given for them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from smica_qgis.core.anc.fields import CONTROL, CONTROL_FIELDS, IDENTIFIER_WORDS, INSTALLATION
from smica_qgis.core.anc.grid_2012 import depends_on_zones
from smica_qgis.core.anc.records import check_control, check_installation, control_of, installation_id
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.core.field_mapping.mapping import FieldMapping
from smica_qgis.core.merging import MERGE, REPLACE, check_mode
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import LAMBERT_93, open_store
from smica_qgis.database.personal_tables import ANC_CONTACT, check_apart, keep_contacts
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store
from smica_qgis.geodata.shared_tables.source_table import SourceTable
from smica_qgis.operations.shared_import.anc_tables import (
    COMPONENTS,
    CONTROLS,
    INSTALLATIONS,
    PARCELS,
    Installation,
    add_parcels,
    contacts_of,
    control_values,
    installation_of,
)
from smica_qgis.operations.shared_import.cadastre_links import prepare_links, written_in
from smica_qgis.operations.shared_import.mappings import choose_mapping
from smica_qgis.operations.shared_import.merging import (
    Scope,
    TablePlan,
    Values,
    count_plans,
    plan_table,
    replace_children,
)
from smica_qgis.operations.shared_import.reading import (
    PlacedRow,
    Reading,
    checked,
    given_point,
    read_rows,
    shown_key,
)

_OF_SERVICE = "service_id = :service"
_OF_CONTROL = tuple(item.name for item in CONTROL_FIELDS if item.name != "numero_dossier" and not item.personal)
_CONTROLS_OF_SERVICE = "inst_id IN (SELECT inst_id FROM anc_installation WHERE service_id = :service)"


@dataclass(frozen=True)
class AncRequest:
    """What is asked.

    service: identifier of the SPANC; installations, controls: tables, at least one; …_mapping: a mapping, or the name
    or path of a saved one, empty = proposed from the titles; mode: merge, or replace what the SPANC had; dry_run: only
    tell; personal_store: where the names of people go, empty = they are not read; today: of the checks.
    """

    store: str
    service: str
    installations: SourceTable | None = None
    controls: SourceTable | None = None
    installation_mapping: str | FieldMapping = ""
    control_mapping: str | FieldMapping = ""
    mode: str = MERGE
    dry_run: bool = False
    personal_store: str = ""
    srid: int = LAMBERT_93
    today: date = field(default_factory=date.today)


@dataclass
class _Import:
    """An import under way."""

    request: AncRequest
    store: Store
    report: TableReport
    progress: Progress
    installations: dict[str, Installation] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    controls: list[Values] = field(default_factory=list)
    contacts: list[Values] = field(default_factory=list)


def import_anc(request: AncRequest, progress: Progress | None = None) -> TableReport:
    """Import, and say what became of each row.

    Raises InvalidParameterError, InvalidMappingError, StoreError, UnreadableTableError, CancelledError.
    """
    progress = progress or SilentProgress()
    check_mode(request.mode)
    if not request.service.strip():
        message = "Le service (SPANC) n'est pas donné : les numéros de dossier ne valent que chez l'un d'eux."
        raise InvalidParameterError(message)
    if request.installations is None and request.controls is None:
        message = "Rien n'est donné à importer : ni table des installations, ni table des contrôles."
        raise InvalidParameterError(message)
    if request.personal_store:
        check_apart(request.store, request.personal_store)
    with open_store(request.store, srid=request.srid, read_only=request.dry_run) as store:
        report = TableReport(store.name, "anc", request.mode, request.dry_run)
        work = _Import(request, store, report, progress)
        _read_installations(work)
        _read_controls(work)
        _check_replacement(work)
        _write(work)
    return report


def _mapping(work: _Import, asked: str | FieldMapping, kind: str, table: SourceTable) -> FieldMapping:
    mapping = choose_mapping(asked, kind, table.header)
    work.report.mappings[kind] = mapping.to_json()
    return mapping


def _read_installations(work: _Import) -> None:
    table, request, report = work.request.installations, work.request, work.report
    if table is None:
        return
    mapping = _mapping(work, request.installation_mapping, INSTALLATION, table)
    rows = read_rows(Reading(table, mapping, IDENTIFIER_WORDS, bool(request.personal_store)), report, work.progress)
    placed: dict[str, PlacedRow] = {}
    same_table = request.controls is table
    for item in checked(rows, table.name, report, check_installation, "numero_dossier"):
        number = item.row.text("numero_dossier")
        if number not in placed:
            placed[number] = item
        elif not same_table or item.row.values != placed[number].row.values:
            report.refuse(table.name, item.row.line, _duplicate(placed[number]), shown_key(number))
    _place(work, table, placed)
    work.refused |= _refused_installations(work)


def _duplicate(first: PlacedRow) -> str:
    return f"le numéro de dossier figure déjà à la ligne {first.row.line}"


def _place(work: _Import, table: SourceTable, placed: dict[str, PlacedRow]) -> None:
    """Tie installations to parcels, and give each a point."""
    stamp, report = now(), work.report
    written = {n: written_in(item.row.text("parcelles"), item.row.text("insee")) for n, item in placed.items()}
    communes = {item.row.text("insee") for item in placed.values()}
    links = prepare_links(work.store, [one for some in written.values() for one in some], communes, work.progress)
    for insee in sorted(communes - links.loaded):
        report.remark(table.name, 0, f"le cadastre de {insee} n'est pas dans la base : ses parcelles sont introuvables")
    known = _known_installations(work)
    work.progress.phase("Parcelles des installations", len(placed))
    for count, (number, item) in enumerate(placed.items()):
        if count % 500 == 0:
            stop_if_cancelled(work.progress)
            work.progress.advance(count)
        # one that was typed in a form has an identifier of its own
        inst_id = known.get(number) or installation_id(work.request.service, number)
        made = installation_of(item.row, inst_id, work.request.service, stamp)
        if "parcelles" in item.row.values:
            linked = links.link(written[number])
            add_parcels(made, linked, links)
            report.links[linked.state.value] += 1
            if linked.found < len(linked.links):
                missing = len(linked.links) - linked.found
                report.remark(table.name, item.row.line, f"{missing} parcelle(s) introuvable(s)", shown_key(number))
            _set_point(made, links.place(linked), "PARCELLE")
        given = given_point(item, table, work.store.srid)
        if given is not None and links.outside(item.row.text("insee"), given):
            report.refuse(table.name, item.row.line, "le point est hors de la commune", shown_key(number))
            report.refused_keys.add(number)
            continue
        _set_point(made, given, "GPS")
        work.installations[number] = made
        work.contacts += made.contacts


def _set_point(made: Installation, point: bytes | None, source: str) -> None:
    if point is not None:
        made.values.update(geom=point, source_position=source)


def _read_controls(work: _Import) -> None:
    table, request, report = work.request.controls, work.request, work.report
    if table is None:
        return
    mapping = _mapping(work, request.control_mapping, CONTROL, table)
    known = {number: str(made.values["inst_id"]) for number, made in work.installations.items()}
    known = {**_known_installations(work), **known}
    alone = table is not request.installations
    skipped = () if alone else _OF_CONTROL
    rows = read_rows(
        Reading(table, mapping, IDENTIFIER_WORDS, bool(request.personal_store), skipped), report, work.progress
    )
    stamp, ranks = now(), Counter[tuple[str, str, str]]()
    for item in checked(rows, table.name, report, lambda row: check_control(row, request.today), "numero_dossier"):
        number = item.row.text("numero_dossier")
        inst_id = known.get(number)
        if inst_id is None:
            if alone:  # else the same row was refused as an installation
                reason = "aucune installation de ce numéro n'est dans la base ni dans la table"
                report.refuse(table.name, item.row.line, reason, shown_key(number))
            continue
        values = control_values(item.row, inst_id, ranks, stamp)
        _remark_class(item, values, table, report)
        work.controls.append(values)
        work.contacts += contacts_of(item.row, str(values["ctrl_id"]))
    work.refused |= _refused_installations(work)


def _known_installations(work: _Import) -> dict[str, str]:
    """Identifiers of the installations that the service has in the store, by number."""
    query = "SELECT numero_dossier, inst_id FROM anc_installation WHERE service_id = :service"
    return dict(work.store.rows(query, {"service": work.request.service}))


def _refused_installations(work: _Import) -> set[str]:
    known, service = _known_installations(work), work.request.service
    return {known.get(number) or installation_id(service, number) for number in work.report.refused_keys}


def _remark_class(item: PlacedRow, values: Values, table: SourceTable, report: TableReport) -> None:
    control = control_of(item.row)
    computed, key = control.computed_class, shown_key(item.row.text("numero_dossier"))
    stated = control.classe_saisie
    if computed is not None and stated is not None and stated is not computed and not control.motif:
        reason = f"la classe saisie ({stated.value}) n'est pas celle des constats ({computed.value}), qui vaut"
        report.remark(table.name, item.row.line, reason, key)
    unknown = values.get("zone_san") is None or values.get("zone_env") is None
    if control.constats is not None and unknown and depends_on_zones(control.constats):
        reason = "les zones à enjeu ne sont pas données : la classe est celle d'une installation hors zone"
        report.remark(table.name, item.row.line, reason, key)


def _check_replacement(work: _Import) -> None:
    """An export that came out empty must not empty the store. Raises InvalidParameterError."""
    request = work.request
    for table, taken in ((request.installations, work.installations), (request.controls, work.controls)):
        if request.mode == REPLACE and table is not None and not taken:
            refused = [note for note in work.report.notes if note.refused and note.source == table.name]
            reason = f" (ligne {refused[0].line} : {refused[0].reason})" if refused else ""
            message = (
                f"Aucune ligne de {table.name} n'a été prise{reason} : en mode replace, le SPANC n'aurait plus rien. "
                "Rien n'est changé ; un import en mode merge donne le rapport."
            )
            raise InvalidParameterError(message)


def _write(work: _Import) -> None:
    """Plan, then write everything at once, unless it is only asked what would be done."""
    work.report.taken = len(work.installations) + len(work.controls)
    if work.request.dry_run:
        count_plans(work.report, _plans(work)[0])
        return
    work.progress.phase("Écriture dans la base")
    with work.store.transaction(lambda: stop_if_cancelled(work.progress)):
        _write_service(work)
        plans, gone = _plans(work)
        for plan in plans:
            plan.apply(work.store)
            stop_if_cancelled(work.progress)
        parcels: dict[str, list[Values]] = {name: [] for name in gone}
        trains: dict[str, list[Values]] = {name: [] for name in gone}
        for made in work.installations.values():
            if made.parcels is not None:
                parcels[str(made.values["inst_id"])] = made.parcels
            if made.components is not None:
                trains[str(made.values["inst_id"])] = made.components
        replace_children(work.store, PARCELS, parcels)
        replace_children(work.store, COMPONENTS, trains)
        _keep_names(work)
        stop_if_cancelled(work.progress)
    count_plans(work.report, plans)
    with work.store.transaction():
        work.store.refresh_statistics()


def _plans(work: _Import) -> tuple[list[TablePlan], set[str]]:
    """What is to be done, and the installations that go."""
    request, replacing = work.request, work.request.mode == REPLACE
    parameters = {"service": request.service}
    plans = []
    gone: set[str] = set()
    if request.installations is not None:
        rows = [made.values for made in work.installations.values()]
        installations = plan_table(
            work.store,
            INSTALLATIONS,
            rows,
            Scope(_OF_SERVICE, parameters),
            whole=replacing,
            goes=lambda row: replacing and row["inst_id"] not in work.refused,
        )
        plans.append(installations)
        gone = _names_of(work.store, installations.removed)
    controls_replaced = replacing and request.controls is not None
    controls = plan_table(
        work.store,
        CONTROLS,
        work.controls,
        Scope(_CONTROLS_OF_SERVICE, parameters),
        whole=controls_replaced,
        goes=lambda row: (
            row["inst_id"] in gone or (controls_replaced and not row["verrou"] and row["inst_id"] not in work.refused)
        ),
    )
    _spare_locked(work, controls)
    return [*plans, controls], gone


def _spare_locked(work: _Import, plan: TablePlan) -> None:
    """A control that was locked once its report was sent does not change any more."""
    locked = {
        ctrl_id
        for ctrl_id, verrou in work.store.rows("SELECT ctrl_id, verrou FROM anc_controle WHERE verrou IS NOT NULL")
        if verrou
    }
    spared = [row for row in plan.changed if row["ctrl_id"] in locked]
    plan.changed = [row for row in plan.changed if row["ctrl_id"] not in locked]
    plan.unchanged += len(spared)
    if spared:
        reason = f"{len(spared)} contrôle(s) verrouillé(s) ne changent pas"
        work.report.remark(work.request.controls.name if work.request.controls else "", 0, reason)


def _names_of(store: Store, fids: list[int]) -> set[str]:
    """Identifiers of installations that a replacement takes away."""
    removed = set(fids)
    rows = store.rows("SELECT fid, inst_id FROM anc_installation") if removed else iter(())
    return {inst_id for fid, inst_id in rows if fid in removed}


def _write_service(work: _Import) -> None:
    service = work.request.service
    known = list(work.store.rows("SELECT 1 FROM anc_service WHERE service_id = :service", {"service": service}))
    if not known:
        work.store.insert("anc_service", ("service_id", "nom"), [(service, service)])


def _keep_names(work: _Import) -> None:
    if not work.request.personal_store:
        return
    with open_store(work.request.personal_store, srid=work.request.srid) as personal, personal.transaction():
        work.report.personal = keep_contacts(personal, ANC_CONTACT, work.contacts, "import_anc")
