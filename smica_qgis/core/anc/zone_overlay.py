"""The class of an installation from the zones where it is: a control may not say them, or be older than their act.

Source: arrêté of 27 April 2012, annexe II: an incomplete, undersized or badly working installation is a danger (a) in
a zone à enjeu sanitaire, a risk (b) in a zone à enjeu environnemental, else case c). In two zones the worst wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smica_qgis.core.anc.controls import Controle
from smica_qgis.core.anc.grid_2012 import classe_of, depends_on_zones
from smica_qgis.core.anc.vocabulary import Classe

SANITARY = frozenset({"SAN", "ZES"})
ENVIRONMENTAL = frozenset({"ENV", "ZEE"})


@dataclass(frozen=True)
class StakeZone:
    """A zone à enjeu. kind: code of the table; act_date: when it was decided, None when unknown."""

    kind: str
    label: str = ""
    act: str = ""
    act_date: date | None = None

    @property
    def title(self) -> str:
        """As people name it."""
        name = "zone à enjeu sanitaire" if self.kind in SANITARY else "zone à enjeu environnemental"
        if self.kind not in SANITARY | ENVIRONMENTAL:
            name = f"zone à enjeu {self.kind}"
        dated = f" ({self.act or 'acte'} du {self.act_date:%d/%m/%Y})" if self.act_date else ""
        return f"{name}{f' « {self.label} »' if self.label else ''}{dated}"


@dataclass(frozen=True)
class Derivation:
    """classe: the class that follows; how: French, one part of a sentence that says why."""

    classe: Classe
    how: str


def wants_zones(control: Controle) -> bool:
    """Whether the zones may change the class: not when a technician gave it with a reason."""
    typed = control.classe_saisie is not None and bool(control.motif)
    return control.constats is not None and not typed and depends_on_zones(control.constats)


def derived_class(control: Controle, zones: Sequence[StakeZone], *, zones_known: bool) -> Derivation | None:
    """The class from the zones that hold the installation; None when what the control says stands.

    zones_known: whether the control itself says both zones. It stands then, unless an act is later than the visit.
    """
    if not wants_zones(control) or control.constats is None:
        return None
    later = [zone for zone in zones if _is_later(zone, control)]
    if zones_known and not later:
        return None
    counted = later if zones_known else zones
    classe = classe_of(
        control.constats,
        zone_sanitaire=control.zone_sanitaire or any(zone.kind in SANITARY for zone in counted),
        zone_environnementale=control.zone_environnementale or any(zone.kind in ENVIRONMENTAL for zone in counted),
    )
    where = " et ".join(zone.title for zone in counted)
    if zones_known:
        return Derivation(classe, f"l'installation est dans la {where}, postérieure au contrôle")
    place = f"dans la {where}" if counted else "hors des zones à enjeu chargées"
    return Derivation(classe, f"le contrôle ne dit pas les zones, l'installation est {place}")


def _is_later(zone: StakeZone, control: Controle) -> bool:
    visited = control.reference
    return zone.act_date is not None and (visited is None or zone.act_date > visited)
