"""What the plugin remembers between two sessions: one typed record kept in QGIS' settings, under `smica/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsSettings

PREFIX = "smica"
MOST_RECENT = 8
MOST_RECENT_PARCELS = 10


@dataclass(frozen=True)
class SmicaSettings:
    """Every field has a default that works, and only JSON types.

    crs: CRS given to a validation; families: those that are run; options: those of the contract that are not
    at their default; rule_profile: name or path of the profile of local rules; zoom_way: "fault", "object" or
    "pan"; zoom_on_selection: whether choosing a place moves the map; reports_folder: where the last report was
    written; recent: paths of the last deliveries, newest first. standards_address: address, folder or zip that the
    standards are fetched from, empty = the Géoportail's; prefer_fetched_standards: whether a fetched standard is used
    rather than the bundled one of the same name. batch_*: what the last batch was asked, as in its parameters.

    store: address of the shared store, without any secret. publication: settings of the places where documents are
    published, by target, without any secret either.

    source_profiles: names of bundled ones, paths or addresses, each laid over the ones before; logins: account of the
    profiles → configuration of QGIS' authentication; territory: what the catalogue is limited to.

    geocoding: whether a search may be sent to the service of addresses; recent_parcels: the last searches of parcels,
    newest first; rules_from_geoportal: whether the parcel sheet asks planning rules to the Géoportail's service rather
    than to the store. spanc: identifier of the SPANC of the last import of sanitation. signatory: who signed the last
    decision, as its certificate names them.
    """

    crs: str = "EPSG:2154"
    families: tuple[str, ...] = ("official", "standard", "local")
    options: Mapping[str, Any] = field(default_factory=dict)
    rule_profile: str = ""
    source_profiles: tuple[str, ...] = ("fr_national", "fr_occitanie_openig")
    logins: Mapping[str, Any] = field(default_factory=dict)
    territory: str = ""
    zoom_way: str = "fault"
    zoom_on_selection: bool = True
    reports_folder: str = ""
    recent: tuple[str, ...] = ()
    standards_address: str = ""
    prefer_fetched_standards: bool = False
    batch_input: str = ""
    batch_output: str = ""
    batch_workers: int = 0
    batch_scheduler: str = ""
    batch_time_limit: int = 600
    batch_html: bool = False
    batch_resume: bool = True
    store: str = ""
    publication: Mapping[str, Any] = field(default_factory=dict)
    geocoding: bool = False
    recent_parcels: tuple[str, ...] = ()
    rules_from_geoportal: bool = False
    spanc: str = ""
    signatory: str = ""


def standards_folder() -> Path:
    """Folder of the fetched standards, in the profile of the user. It may not exist yet."""
    return Path(QgsApplication.qgisSettingsDirPath()) / PREFIX / "standards"


def preferred_standards_folder() -> str:
    """Folder of the fetched standards if the user prefers them, else an empty text."""
    return str(standards_folder()) if load_settings().prefer_fetched_standards else ""


def load_settings() -> SmicaSettings:
    """Read the settings; a value that cannot be read, or of another type, counts as never set."""
    stored = QgsSettings()
    values: dict[str, Any] = {}
    defaults = SmicaSettings()
    for item in fields(SmicaSettings):
        text = stored.value(f"{PREFIX}/{item.name}", "")
        value = _parsed(str(text), getattr(defaults, item.name))
        if value is not None:
            values[item.name] = value
    return SmicaSettings(**values)


def save_settings(settings: SmicaSettings) -> None:
    """Write all the settings."""
    stored = QgsSettings()
    for item in fields(SmicaSettings):
        stored.setValue(f"{PREFIX}/{item.name}", json.dumps(getattr(settings, item.name)))


def change_settings(**changes: object) -> SmicaSettings:
    """Read, change some fields, write; returns the new settings."""
    settings = replace(load_settings(), **changes)  # type: ignore[arg-type]
    save_settings(settings)
    return settings


def remember_delivery(path: str) -> SmicaSettings:
    """Put a delivery at the head of the recent ones."""
    others = [known for known in load_settings().recent if known != path]
    return change_settings(recent=(path, *others)[:MOST_RECENT])


def remember_parcel(text: str) -> SmicaSettings:
    """Put a search of parcels at the head of the recent ones."""
    others = [known for known in load_settings().recent_parcels if known != text]
    return change_settings(recent_parcels=(text, *others)[:MOST_RECENT_PARCELS])


def _parsed(text: str, default: object) -> object:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    if isinstance(default, tuple):
        texts = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return tuple(value) if texts else None
    return value if isinstance(value, type(default)) else None
