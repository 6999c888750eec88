"""Which rules of a land unit are certain, and which are only a boundary that does not fall exactly on the cadastre.

Measured on a whole commune, nine pairs parcel × zone out of a hundred are below one square metre: two drawings of
one boundary. They are never hidden: the sheet shows them apart, "à vérifier (limite)".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smica_qgis.core.parcel.rules import MeasuredRule, Shape, Theme


@dataclass(frozen=True)
class Threshold:
    """A surface is certain from so many square metres and so large a share of the unit; a line from so many metres.

    The largest zone is certain whatever its area: a parcel of less than one square metre has a zone too. So is any
    other surface that covers most of the unit.
    """

    square_metres: float = 1.0
    share: float = 0.005
    metres: float = 0.5
    most: float = 0.5


THRESHOLD = Threshold()


def certainties(measured: Sequence[MeasuredRule], area: float, threshold: Threshold = THRESHOLD) -> list[bool]:
    """For each rule of one unit, whether it is certain. area: m² of the unit."""
    zones = [place for place, found in enumerate(measured) if found.rule.theme is Theme.ZONING]
    largest = max(zones, key=lambda place: measured[place].value, default=-1)
    return [place == largest or _is_certain(found, area, threshold) for place, found in enumerate(measured)]


def _is_certain(found: MeasuredRule, area: float, threshold: Threshold) -> bool:
    if found.near:
        return False
    if found.rule.shape in (Shape.POINT, Shape.RECORD):
        return True
    if found.rule.shape is Shape.LINE:
        return found.value >= threshold.metres
    counts = found.value >= threshold.square_metres and found.value >= threshold.share * area
    return counts or found.value > threshold.most * area
