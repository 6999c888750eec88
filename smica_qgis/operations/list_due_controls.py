"""Which installations must be controlled, by commune: the dates follow from the controls and the rules of the SPANC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from smica_qgis.core.anc.controls import Controle, ServiceRules, due_status, last_control, next_control, works_deadline
from smica_qgis.core.anc.records import is_mechanical
from smica_qgis.core.anc.stored_control import CONTROL_COLUMNS, control_of_row
from smica_qgis.core.anc.vocabulary import DUE_STATUSES, STATUTS_ECHEANCE, EtatInstallation
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.operations.due_list import DueList, DueRow, check_communes, commune_names

COLUMNS = (
    *("insee", "commune", "service_id", "numero_dossier", "adresse_txt", "etat", "statut", "libelle_statut"),
    *("dernier_controle", "nature", "classe", "prochain_controle", "plafonne", "limite_travaux", "mecanique"),
    *("statut_lien", "geolocalise", "inst_id"),
)
_INSTALLATION = ("inst_id", "service_id", "numero_dossier", "insee", "adresse_txt", "etat", "statut_lien", "geom")


@dataclass(frozen=True)
class DueControlsRequest:
    """What is asked. before: due by that day, None = all; communes: empty = all; statuses: those wanted."""

    store: str
    before: date | None = None
    communes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = DUE_STATUSES
    today: date = field(default_factory=date.today)


def list_due_controls(request: DueControlsRequest, progress: Progress | None = None) -> DueList:
    """List them, by commune then by date, those that were never controlled last.

    Raises InvalidParameterError (a commune without any installation), StoreError, CancelledError.
    """
    progress = progress or SilentProgress()
    with open_store(request.store, read_only=True) as store:
        progress.phase("Échéances des contrôles")
        present = {insee for (insee,) in store.rows("SELECT DISTINCT insee FROM anc_installation")}
        check_communes(request.communes, present, store)
        listed = DueList(store.name, store.srid, request.today, COLUMNS, known=bool(present))
        listed.rows = [row for row in _due_rows(store, request, progress) if _wanted(row, request)]
    listed.rows.sort(
        key=lambda row: (
            str(row.values["insee"]),
            str(row.values["prochain_controle"] or "9999"),
            str(row.values["service_id"]),
            str(row.values["numero_dossier"]),
        )
    )
    return listed


def _wanted(row: DueRow, request: DueControlsRequest) -> bool:
    if row.values["statut"] not in request.statuses:
        return False
    due = row.values["prochain_controle"]
    return request.before is None or not isinstance(due, date) or due <= request.before


def _due_rows(store: Store, request: DueControlsRequest, progress: Progress) -> Iterator[DueRow]:
    names, rules = commune_names(store), _rules(store)
    controls = _controls(store)
    mechanical = _mechanical(store)
    for count, row in enumerate(store.select("anc_installation", _INSTALLATION)):
        if count % 500 == 0:
            stop_if_cancelled(progress)
        inst_id, service_id, number, insee, address, etat, link, wkb = row
        if request.communes and insee not in request.communes:
            continue
        own = controls.get(inst_id, [])
        service = rules.get(service_id, ServiceRules())
        due = next_control(own, service, mechanical=inst_id in mechanical)
        status = due_status(EtatInstallation(etat), due.date, request.today)
        last = due.last
        values: dict[str, object] = {
            "insee": insee,
            "commune": names.get(insee, ""),
            "service_id": service_id,
            "numero_dossier": number,
            "adresse_txt": address,
            "etat": etat,
            "statut": status,
            "libelle_statut": STATUTS_ECHEANCE[status],
            "dernier_controle": last.reference if last else None,
            "nature": last.nature.value if last else None,
            "classe": last.classe.value if last and last.classe else None,
            "prochain_controle": due.date,
            "plafonne": due.capped,
            "limite_travaux": _works(own, service),
            "mecanique": inst_id in mechanical,
            "statut_lien": link,
            "geolocalise": wkb is not None,
            "inst_id": inst_id,
        }
        yield DueRow(values, wkb)


def _works(controls: list[Controle], rules: ServiceRules) -> date | None:
    last = last_control(controls)
    return works_deadline(last, rules) if last else None


def _rules(store: Store) -> dict[str, ServiceRules]:
    columns = ("perio_conforme_an", "perio_nc_an", "perio_meca_an", "delai_travaux_an", "delai_vente_an")
    rows = store.select("anc_service", ("service_id", *columns, "validite_vente_an"))
    return {row[0]: ServiceRules(*row[1:]) for row in rows}


def _controls(store: Store) -> dict[str, list[Controle]]:
    found: dict[str, list[Controle]] = {}
    for row in store.select("anc_controle", CONTROL_COLUMNS):
        found.setdefault(row[0], []).append(control_of_row(row))
    return found


def _mechanical(store: Store) -> set[str]:
    kinds: dict[str, tuple[set[str], set[str]]] = {}
    for inst_id, family, code in store.select("anc_composant", ("inst_id", "famille", "type_code")):
        types, families = kinds.setdefault(inst_id, (set(), set()))
        types.add(code)
        families.add(family)
    return {inst_id for inst_id, (types, families) in kinds.items() if is_mechanical(types, families)}
