"""Which permits are near their deadline, by commune: end of the instruction, and end of validity of those granted.

The list warns, it decides nothing: a deadline that passed without a decision often makes a tacit one, with exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from smica_qgis.core.ads.deadlines import PermitDates, decision_deadline, delay_status, is_open, validity_end
from smica_qgis.core.ads.vocabulary import ECHEANCES, LISTED_STATUSES, SOON_DAYS, STATUTS_DELAI, STATUTS_VALIDITE
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.operations.due_list import DueList, DueRow, check_communes, commune_names
from smica_qgis.operations.import_ads import dates_of

COLUMNS = (
    *(
        "insee",
        "commune",
        "num_canon",
        "num_affiche",
        "type",
        "objet",
        "adresse_txt",
        "etat",
        "echeance",
        "date_limite",
    ),
    *("jours", "statut", "libelle_statut", "date_depot", "date_complet", "statut_lien", "geolocalise"),
)
INSTRUCTION, VALIDITY = ECHEANCES
_LABELS = {INSTRUCTION: STATUTS_DELAI, VALIDITY: STATUTS_VALIDITE}
_STORED = (
    *("num_canon", "num_affiche", "type", "cu_type", "maison", "insee", "objet", "adresse_txt", "etat", "date_depot"),
    *("date_complet", "date_decision", "date_doc", "delai_mois", "majoration_mois", "statut_lien", "geom"),
)


@dataclass(frozen=True)
class PermitDeadlinesRequest:
    """What is asked. days: how many before a deadline is near; kinds: INSTRUCTION, VALIDITE or both."""

    store: str
    days: int = SOON_DAYS
    communes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = (INSTRUCTION,)
    statuses: tuple[str, ...] = LISTED_STATUSES
    today: date = field(default_factory=date.today)


def list_permit_deadlines(request: PermitDeadlinesRequest, progress: Progress | None = None) -> DueList:
    """List them, by commune then by date. Raises InvalidParameterError, StoreError, CancelledError."""
    progress = progress or SilentProgress()
    if request.days < 0:
        message = "Le nombre de jours ne peut être négatif."
        raise InvalidParameterError(message)
    with open_store(request.store, read_only=True) as store:
        progress.phase("Échéances des dossiers")
        present = {insee for (insee,) in store.rows("SELECT DISTINCT insee FROM ads_dossier")}
        check_communes(request.communes, present, store)
        listed = DueList(store.name, store.srid, request.today, COLUMNS, known=bool(present))
        listed.rows = [row for row in _due_rows(store, request, progress) if row.values["statut"] in request.statuses]
    listed.rows.sort(
        key=lambda row: (
            str(row.values["insee"]),
            str(row.values["date_limite"] or "9999"),
            str(row.values["num_canon"]),
            str(row.values["echeance"]),
        )
    )
    return listed


def _due_rows(store: Store, request: PermitDeadlinesRequest, progress: Progress) -> Iterator[DueRow]:
    names = commune_names(store)
    for count, row in enumerate(store.select("ads_dossier", _STORED)):
        if count % 500 == 0:
            stop_if_cancelled(progress)
        stored = dict(zip(_STORED, row))
        if request.communes and stored["insee"] not in request.communes:
            continue
        dates = dates_of(stored)
        for kind, limit, status in _deadlines(dates, request):
            values = {name: stored.get(name) for name in COLUMNS}
            values.update(
                commune=names.get(str(stored["insee"]), ""),
                echeance=kind,
                date_limite=limit,
                jours=(limit - request.today).days if limit else None,
                statut=status,
                libelle_statut=_LABELS[kind][status],
                geolocalise=stored["geom"] is not None,
                date_depot=dates.date_depot,
                date_complet=dates.date_complet,
            )
            yield DueRow(values, stored["geom"])


def _deadlines(dates: PermitDates, request: PermitDeadlinesRequest) -> Iterator[tuple[str, date | None, str]]:
    if INSTRUCTION in request.kinds and is_open(dates):
        yield INSTRUCTION, decision_deadline(dates), delay_status(dates, request.today, request.days)
    end = validity_end(dates)
    if VALIDITY in request.kinds and end is not None:
        soon = request.today + timedelta(days=request.days)
        status = "DEPASSE" if end < request.today else "PROCHE" if end <= soon else "EN_COURS"
        yield VALIDITY, end, status
