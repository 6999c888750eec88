"""Controls of an installation and the dates that follow from them: derived each time, never typed.

Sources: CGCT L2224-8 III (ten years at most between two controls), CSP L1331-1-1 and arrêté of 27 April 2012 (four
years for the works), CCH L271-4 and CSP L1331-11-1 (one year after a sale, report of less than three years).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smica_qgis.core.anc.grid_2012 import classe_of
from smica_qgis.core.anc.vocabulary import Classe, Constat, EtatInstallation, Nature, Refus
from smica_qgis.core.month_arithmetic import add_months, add_years

LONGEST_PERIOD = 10
"""Years, by law."""
SOON = 6
"""Months."""
GRID_NATURES = frozenset({Nature.DIA, Nature.PER, Nature.VEN, Nature.EXC})
"""Controls whose outcome is a class of the grid."""
_OUT_OF_STOCK = frozenset({EtatInstallation.DESACT, EtatInstallation.RACC, EtatInstallation.SUPP})
_BAD = frozenset({Classe.ABS, Classe.A, Classe.B, Classe.C})


@dataclass(frozen=True)
class ServiceRules:
    """What the règlement of a SPANC decides, in years. None: the period of conforming installations holds."""

    perio_conforme_an: int = 10
    perio_nc_an: int | None = None
    perio_meca_an: int | None = None
    delai_travaux_an: int = 4
    delai_vente_an: int = 1
    validite_vente_an: int = 3


@dataclass(frozen=True)
class Controle:
    """A control, without anybody's name.

    classe_saisie: outcome that was typed; motif: why it overrides the computed one. constats None: not known.
    """

    nature: Nature
    date_visite: date | None = None
    date_transmission: date | None = None
    refus: Refus = Refus.NON
    constats: frozenset[Constat] | None = None
    zone_sanitaire: bool = False
    zone_environnementale: bool = False
    classe_saisie: Classe | None = None
    motif: str = ""
    conformite_neuf: bool | None = None
    date_acte: date | None = None

    @property
    def reference(self) -> date | None:
        """The day from which delays between controls run."""
        return self.date_visite or self.date_transmission

    @property
    def computed_class(self) -> Classe | None:
        """The class that follows from what was found, None when that is not known."""
        if self.constats is None:
            return None
        return classe_of(
            self.constats, zone_sanitaire=self.zone_sanitaire, zone_environnementale=self.zone_environnementale
        )

    @property
    def classe(self) -> Classe | None:
        """The class that holds: the computed one, unless a technician gave another one and why."""
        computed = self.computed_class
        if computed is None or (self.motif and self.classe_saisie is not None):
            return self.classe_saisie
        return computed

    @property
    def counts(self) -> bool:
        """Whether it starts a new period: a visit that took place, and not a mere project or counter-visit."""
        return (
            self.reference is not None
            and self.refus is Refus.NON
            and (self.nature in GRID_NATURES or self.nature is Nature.REA)
        )


@dataclass(frozen=True)
class ControlDue:
    """When the next control is due. date None: never controlled; capped: the period asked for exceeds the law's."""

    last: Controle | None
    date: date | None
    capped: bool = False


def last_control(controls: Iterable[Controle]) -> Controle | None:
    """The last one that counts."""
    dated = [(control.reference, control) for control in controls if control.counts]
    best = None
    for reference, control in dated:
        if reference is not None and (best is None or reference >= best[0]):
            best = (reference, control)
    return best[1] if best else None


def next_control(controls: Iterable[Controle], rules: ServiceRules, *, mechanical: bool) -> ControlDue:
    """The next periodic control. mechanical: the installation has moving parts."""
    last = last_control(controls)
    if last is None or last.reference is None:
        return ControlDue(None, None)
    years = rules.perio_conforme_an
    if rules.perio_nc_an is not None and (last.classe in _BAD or last.conformite_neuf is False):
        years = rules.perio_nc_an
    if mechanical and rules.perio_meca_an is not None:
        years = min(years, rules.perio_meca_an)
    return ControlDue(last, add_years(last.reference, min(years, LONGEST_PERIOD)), years > LONGEST_PERIOD)


def due_status(etat: EtatInstallation, due: date | None, today: date) -> str:
    """Where an installation stands (vocabulary.STATUTS_ECHEANCE). The day itself is still in time."""
    if etat in _OUT_OF_STOCK:
        return "EXCLU"
    if due is None:
        return "JAMAIS"
    if today > due:
        return "ECHU_1AN" if today >= add_years(due, 1) else "ECHU"
    return "PROCHE" if due < add_months(today, SOON) else "A_JOUR"


def works_deadline(control: Controle, rules: ServiceRules) -> date | None:
    """The last day for the works, None when none are due or when the notification is not dated.

    An installation that does not exist is due at once.
    """
    notified, sold = control.date_transmission, control.date_acte
    after_sale = add_years(sold, rules.delai_vente_an) if sold is not None else None
    if control.classe is Classe.ABS:
        return notified
    if control.classe is Classe.C:
        return after_sale
    if control.classe not in (Classe.A, Classe.B):
        return None
    dates = [day for day in (add_years(notified, rules.delai_travaux_an) if notified else None, after_sale) if day]
    return min(dates) if dates else None


def sale_report_end(control: Controle, rules: ServiceRules) -> date | None:
    """The day from which the report of a control may no longer be annexed to a sale."""
    if control.reference is None or control.nature not in GRID_NATURES:
        return None
    return add_years(control.reference, rules.validite_vente_an)


def is_conforming(control: Controle) -> bool | None:
    """As the indicator P301.3 reads it: the grid's case c) counts as conforming (arrêté of 2 May 2007)."""
    if control.nature is Nature.REA:
        return control.conformite_neuf
    if control.classe is None:
        return None
    return control.classe in (Classe.C, Classe.D, Classe.E)
