"""Dates as the databases give them back: a text from SQLite, a date from PostgreSQL."""

from __future__ import annotations

from datetime import date, datetime, timezone


def stored_day(value: object) -> date | None:
    """The day that a column of dates holds, None when it holds none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def stored_instant(value: object) -> str:
    """The instant of a column, ISO 8601 in UTC, to the second (`2026-11-24T10:00:00Z`); empty when it holds none."""
    if isinstance(value, str) and value:
        value = datetime.fromisoformat(value.replace("Z", "+00:00"))
    if not isinstance(value, datetime):
        return ""
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
