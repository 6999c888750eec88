"""Where a JSON text that a person wrote stops being JSON."""

from __future__ import annotations

from json import JSONDecodeError


def json_place(error: ValueError) -> str:
    """`ligne 2, colonne 1`: what json.loads raises is in English."""
    return f"ligne {error.lineno}, colonne {error.colno}" if isinstance(error, JSONDecodeError) else str(error)
