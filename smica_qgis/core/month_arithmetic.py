"""Delays counted in months and years, as the codes count them.

A delay in months ends on the day of the last month that bears the number of the day it began; on the last day of
that month where there is none (code de procédure civile, article 641).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_MONTHS = 12


def add_months(start: date, months: int) -> date:
    """The day that is so many months later (earlier when negative): 31 January + 1 = 28 or 29 February."""
    years, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    """The day that is so many years later: 29 February + 1 = 28 February."""
    return add_months(start, years * _MONTHS)
