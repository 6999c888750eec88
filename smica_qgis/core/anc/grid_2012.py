"""The grid of existing installations: what was found, crossed with where the installation is.

Source: arrêté of 27 April 2012, annexe II. The worst finding decides; the zones only matter for an incomplete,
undersized or badly working installation.
"""

from __future__ import annotations

from collections.abc import Collection

from smica_qgis.core.anc.vocabulary import Classe, Constat

HEALTH_DANGERS = frozenset({Constat.SAN1, Constat.SAN2, Constat.STR, Constat.PUI})
MAJOR_DEFECTS = frozenset({Constat.INC, Constat.DIM, Constat.DYS})


def classe_of(constats: Collection[Constat], *, zone_sanitaire: bool, zone_environnementale: bool) -> Classe:
    """The class of a control. No finding at all is a conforming installation; zone_…: à enjeu, known to the service."""
    found = frozenset(constats)
    if Constat.ABS in found:
        return Classe.ABS
    if found & HEALTH_DANGERS:
        return Classe.A
    if found & MAJOR_DEFECTS:
        if zone_sanitaire:
            return Classe.A
        return Classe.B if zone_environnementale else Classe.C
    return Classe.D if Constat.ENT in found else Classe.E


def depends_on_zones(constats: Collection[Constat]) -> bool:
    """Whether the class of these findings is not the same everywhere."""
    found = frozenset(constats)
    return bool(found & MAJOR_DEFECTS) and not found & (HEALTH_DANGERS | {Constat.ABS})
