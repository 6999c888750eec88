"""Dates as the databases give them back: a text from SQLite, a date from PostgreSQL."""

from __future__ import annotations

from datetime import date, datetime


def stored_day(value: object) -> date | None:
    """The day that a column of dates holds, None when it holds none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None
