"""The contenance of a parcel (the area that its owner is taxed on) against the area drawn on the plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AreaTolerance:
    """Both must be exceeded for a parcel to be doubtful. share: of the contenance; square_metres: difference."""

    share: float
    square_metres: float

    def exceeded(self, contenance: float, drawn: float) -> bool:
        """Whether a drawn area (m²) is too far from a contenance (m²)."""
        difference = abs(drawn - contenance)
        return difference > self.square_metres and difference > self.share * contenance


SURVEYED = AreaTolerance(share=0.05, square_metres=20.0)
NOT_SURVEYED = AreaTolerance(share=0.10, square_metres=40.0)
"""A parcel that was never surveyed (arpentée) was drawn from an old plan: twice as much is let pass."""


def is_doubtful(contenance: int | None, drawn: float, *, surveyed: bool) -> bool:
    """Whether the area drawn contradicts the contenance. A parcel without contenance is not judged."""
    if contenance is None:
        return False
    return (SURVEYED if surveyed else NOT_SURVEYED).exceeded(contenance, drawn)
