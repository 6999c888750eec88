"""How an import meets what the store already holds: merge (the same objects are replaced) or replace (all of it is)."""

from __future__ import annotations

from smica_qgis.core.errors import InvalidParameterError

REPLACE, MERGE = "replace", "merge"
MODES = (MERGE, REPLACE)


def check_mode(mode: str) -> None:
    """Refuse a mode that does not exist. Raises InvalidParameterError."""
    if mode not in MODES:
        message = f"Le mode « {mode} » n'existe pas : écrivez merge ou replace."
        raise InvalidParameterError(message)
