"""Delays of permits, derived from the dates of the dossier.

Sources: code de l'urbanisme, R423-23 (delays of instruction), R423-19 (they run from a complete dossier), R423-24 ff.
(increases), R424-17 (three years of validity), R410-18 and L410-1 (eighteen months for a certificate).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from smica_qgis.core.ads.vocabulary import GRANTED_STATES, OPEN_STATES
from smica_qgis.core.month_arithmetic import add_months

_DELAYS = {"DP": 1, "PC": 3, "PA": 3, "PD": 2, "AT": 4, "CUA": 1, "CUB": 2}
"""Months, by type."""
_HOUSE_DELAY = 2
_VALIDITIES = {"DP": 36, "PC": 36, "PA": 36, "PD": 36, "CU": 18}
"""Months, from the decision."""
_INCOMPLETE = "INC"


@dataclass(frozen=True)
class PermitDates:
    """What the delays depend on. delai_mois, majoration_mois: those of the dossier when its software says them."""

    type: str
    etat: str
    cu: str = ""
    house: bool | None = None
    date_depot: date | None = None
    date_complet: date | None = None
    date_decision: date | None = None
    date_doc: date | None = None
    delai_mois: int | None = None
    majoration_mois: int | None = None


def base_delay(kind: str, cu: str = "", *, house: bool | None = None) -> int | None:
    """Months that the authority has, without increase; None where no delay is known. cu: A or B; house: PCMI."""
    if kind == "PC" and house:
        return _HOUSE_DELAY
    return _DELAYS.get(f"{kind}{cu.upper()}" if kind == "CU" else kind)


def decision_deadline(permit: PermitDates) -> date | None:
    """The last day of the instruction. The clock starts when the dossier is complete: an incomplete one has none."""
    start = permit.date_complet or (None if permit.etat == _INCOMPLETE else permit.date_depot)
    delay = permit.delai_mois or base_delay(permit.type, permit.cu, house=permit.house)
    if start is None or delay is None:
        return None
    return add_months(start, delay + (permit.majoration_mois or 0))


def validity_end(permit: PermitDates) -> date | None:
    """The day on which a granted permit whose works are not opened lapses."""
    months = _VALIDITIES.get(permit.type)
    if months is None or permit.date_decision is None or permit.date_doc is not None:
        return None
    return add_months(permit.date_decision, months) if permit.etat in GRANTED_STATES else None


def is_open(permit: PermitDates) -> bool:
    """Whether the authority has still to decide."""
    return permit.etat in OPEN_STATES and permit.date_decision is None


def delay_status(permit: PermitDates, today: date, soon_days: int) -> str:
    """Where the instruction stands (vocabulary.STATUTS_DELAI). The last day itself is still in time."""
    if not is_open(permit):
        return "DECIDE"
    if permit.etat == _INCOMPLETE and permit.date_complet is None:
        return "SUSPENDU"
    deadline = decision_deadline(permit)
    if deadline is None:
        return "SANS_DELAI"
    if deadline < today:
        return "DEPASSE"
    return "PROCHE" if deadline <= today + timedelta(days=soon_days) else "EN_COURS"
