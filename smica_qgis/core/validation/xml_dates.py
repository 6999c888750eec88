"""XML-Schema dates as the official tool accepts them (facts: unit_cases, "XML-Schema dates in metadata")."""

from __future__ import annotations

import calendar
import re

_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)(?:\.[0-9]+)?"
_YEAR = r"-?(?P<year>[0-9]{4,})"
_FORMS = tuple(
    re.compile(form + _ZONE, re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}-(?P<month>[0-9]{{2}})",
        rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
        rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})T{_TIME}",
        _TIME,
        r"--(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
        r"--(?P<month>[0-9]{2})",
        r"---(?P<day>[0-9]{2})",
    )
)
_LEAP_YEAR = "2000"
_MONTHS = 12


def is_xml_date(text: str) -> bool:
    """Whether a text is a year, a month, a day, a moment with seconds, a time… that exists."""
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _exists(match.groupdict())
    return False


def _exists(parts: dict[str, str | None]) -> bool:
    year = parts.get("year") or _LEAP_YEAR
    month, day = int(parts.get("month") or 1), int(parts.get("day") or 1)
    if not year.strip("0") or not 1 <= month <= _MONTHS:
        return False
    if not parts.get("month"):
        return 1 <= day <= 31  # noqa: PLR2004 - a day of no month
    # The calendar comes back every 400 years: the last four figures are enough, however many there are.
    return 1 <= day <= calendar.monthrange(int(year[-4:]) or int(_LEAP_YEAR), month)[1]
