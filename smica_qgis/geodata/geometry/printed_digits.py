"""Coordinates as the official tool sees them: printed with 15 significant digits, then read again.

GDAL prints numbers below one with 15 decimals instead, which are fewer digits.

The rounding changes verdicts (facts: pipeline §6; implementation_traps, "15 digits"): a naive rounding differs from
`%.15g` on 6 % of coordinates, so the product is made without error (Dekker 1971, TwoProduct).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

DIGITS = 15
_POWERS: NDArray[Any] = np.array([10.0**k for k in range(DIGITS + 1)])
_SPLITTER = 134217729.0
_LARGEST = 1e15
_HALF = 0.5
_BLOCK = 4096
_SAMPLE = 64
_THOUSAND = 1000.0
_FIFTEEN_DIGITS = 1e12
"""Below it a number of three decimals has fifteen digits at most."""


def printed(values: Doubles) -> Doubles:
    """Each value as the nearest double to its printed text. Not-a-number stays so. values: one dimension.

    Eastings and northings alternate, and each keeps to one power of ten nearly everywhere: taken apart, in blocks
    that stay in the processor's cache, they need one scale a block instead of a look-up a value.
    """
    if _is_printed(values):
        return values
    out = np.empty_like(values)
    for lane in (0, 1):
        given, kept = values[lane::2], out[lane::2]
        for start in range(0, len(given), _BLOCK):
            kept[start : start + _BLOCK] = _printed_block(given[start : start + _BLOCK])
    return out


def _is_printed(values: Doubles) -> bool:
    """Whether all are whole thousandths of few enough digits, as measures often are: printing changes none of them."""
    return all(
        np.abs(part).max(initial=0.0) < _FIFTEEN_DIGITS and np.array_equal(np.rint(part * _THOUSAND) / _THOUSAND, part)
        for part in (values[:_SAMPLE], values)
    )


def _printed_block(values: Doubles) -> Doubles:
    size = np.abs(values)
    least, most = np.searchsorted(_POWERS, (size.min(), size.max()), side="right")
    if least == most <= DIGITS:
        return _scaled(values, _POWERS[DIGITS - least])
    ordinary = size < _LARGEST
    if ordinary.all():
        return _scaled(values, _POWERS[DIGITS - np.searchsorted(_POWERS, size, side="right")])
    out = values.copy()
    out[ordinary] = _scaled(values[ordinary], _POWERS[DIGITS - np.searchsorted(_POWERS, size[ordinary], side="right")])
    for index in np.flatnonzero(~ordinary & np.isfinite(values)):
        out[index] = float(f"{values[index]:.15g}")
    return out


def _scaled(values: Doubles, scale: Doubles) -> Doubles:
    """Round at the last digit that is printed. scale: power of ten that makes that digit a unit, one or one a value."""
    product = values * scale
    whole = np.rint(product)
    rest = product - whole
    # A number of this size is a multiple of some part of one half, and the error is less than that part: it can only
    # decide where the product seems to lie halfway.
    halfway = np.flatnonzero(np.abs(rest) == _HALF)
    if len(halfway):
        error = _product_error(values[halfway], np.broadcast_to(scale, values.shape)[halfway], product[halfway])
        above = rest[halfway] > 0
        whole[halfway] += (above & (error > 0)).astype(np.float64) - (~above & (error < 0))
    return np.asarray(whole / scale, dtype=np.float64)


def _product_error(a: Doubles, b: Doubles, product: Doubles) -> Doubles:
    """Exactly a * b - product."""
    a_high = a * _SPLITTER
    a_high = a_high - (a_high - a)
    a_low = a - a_high
    b_high = b * _SPLITTER
    b_high = b_high - (b_high - b)
    b_low = b - b_high
    rest = ((product - a_high * b_high) - a_low * b_high) - a_high * b_low
    return np.asarray(a_low * b_low - rest, dtype=np.float64)
