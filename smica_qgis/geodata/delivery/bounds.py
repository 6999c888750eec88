"""How much a delivery may hold: what comes in is hostile until proved otherwise (design §6)."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.errors import UnreadableDeliveryError

GIGABYTE = 1024**3


@dataclass(frozen=True)
class Bounds:
    """Most bytes once unpacked, most entries, most times that an archive may grow, from which size on."""

    octets: int = 10 * GIGABYTE
    entries: int = 100_000
    ratio: int = 200
    ratio_from: int = 100 * 1024**2


def check_bounds(bounds: Bounds, *, entries: int, octets: int, packed: int | None = None) -> None:
    """Raise UnreadableDeliveryError when a delivery is larger than is reasonable."""
    if entries > bounds.entries:
        message = f"La livraison contient {entries} fichiers et dossiers ; {bounds.entries} au plus sont admis."
        raise UnreadableDeliveryError(message)
    if octets > bounds.octets:
        size, most = octets / GIGABYTE, bounds.octets / GIGABYTE
        message = f"La livraison pèse {size:.1f} Go une fois décompressée ; {most:.0f} Go au plus sont admis."
        raise UnreadableDeliveryError(message)
    if packed is not None and octets > bounds.ratio_from and octets > bounds.ratio * max(packed, 1):
        message = f"L'archive grossit {octets // max(packed, 1)} fois en se décompressant : elle n'est pas ouverte."
        raise UnreadableDeliveryError(message)
