"""The places where a document can be published, in the order in which they are served: the store first."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.store import Store
from smica_qgis.publishing.target import Target

STORE = "store"
TARGETS = (STORE, "archive", "service", "catalogue", "feed", "official")
"""Data first, what speaks of it after."""


def read_target_names(text: str) -> tuple[str, ...]:
    """The names of a list separated by commas, in the order in which they are served. Raises InvalidParameterError."""
    asked = {name.strip().lower() for name in text.split(",") if name.strip()}
    unknown = sorted(asked - set(TARGETS))
    if unknown:
        message = f"Cible inconnue : {', '.join(unknown)}. Cibles connues : {', '.join(TARGETS)}."
        raise InvalidParameterError(message)
    if not asked:
        message = f"Aucune cible n'est demandée. Cibles connues : {', '.join(TARGETS)}."
        raise InvalidParameterError(message)
    return tuple(name for name in TARGETS if name in asked)


def read_target_settings(text: str, default: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    """The settings of the targets: a JSON object, or the path of a .json file; empty = default.

    Raises InvalidParameterError for what is no such object, or names a target that does not exist.
    """
    given: object = default
    if text.strip():
        try:
            content = text if text.lstrip().startswith("{") else Path(text.strip()).read_text(encoding="utf-8-sig")
            given = json.loads(content)
        except (OSError, ValueError) as error:
            message = "TARGET_SETTINGS n'est ni un objet JSON, ni le chemin d'un fichier .json qui en contient un."
            raise InvalidParameterError(message, str(error)) from error
    if not isinstance(given, Mapping) or not all(isinstance(value, Mapping) for value in given.values()):
        message = 'TARGET_SETTINGS doit être un objet par cible, par exemple {"archive": {"folder": "…"}}.'
        raise InvalidParameterError(message)
    unknown = sorted(str(name) for name in given if name not in TARGETS)
    if unknown:
        message = f"TARGET_SETTINGS parle d'une cible inconnue : {', '.join(unknown)}. Connues : {', '.join(TARGETS)}."
        raise InvalidParameterError(message)
    return cast("Mapping[str, Mapping[str, object]]", given)


def make_targets(
    names: Sequence[str], settings: Mapping[str, Mapping[str, object]], store: Store | None
) -> dict[str, Target]:
    """The targets of these names, ready. Each comes with the modules that it needs, and no other.

    Raises InvalidParameterError for settings that are missing or wrong.
    """
    return {name: _make(name, settings.get(name, {}), store) for name in names}


def _make(name: str, settings: Mapping[str, object], store: Store | None) -> Target:
    module = importlib.import_module(f"smica_qgis.publishing.{name}.target")
    return cast("Target", module.make_target(settings, store))
