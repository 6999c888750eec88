"""Where the cadastre of a territory is fetched: addresses with places for what varies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from smica_qgis.core.cadastre.download_formats import EDIGEO, ETALAB, LATEST
from smica_qgis.core.cadastre.parcel_id import is_insee
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.source_profile.profile import DOWNLOADS

NATIONAL: Mapping[str, str] = {
    ETALAB: (
        "https://cadastre.data.gouv.fr/data/etalab-cadastre/{millesime}/geojson/{niveau}/{dossier}/"
        "cadastre-{code}-{couche}.json.gz"
    ),
    EDIGEO: "https://cadastre.data.gouv.fr/bundler/pci-vecteur/{niveau}/{code}/edigeo",
}
"""{niveau}: communes or departements; {dossier}: 12/12202 or 12; {code}: 12202 or 12; {couche}: parcelles…

Etalab has one file a layer; EDIGEO is one zip of all the sheets, of the latest issue. Source: cadastre.data.gouv.fr.
"""
_ISSUE = "{millesime}"
_DEPARTMENT = re.compile(r"0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]")
_MILLESIME = re.compile(r"latest|\d{4}-\d{2}-\d{2}")
_OVERSEAS = "97"


def download_name(format_: str) -> str:
    """Name of a format in the `downloads` of a source profile."""
    return f"cadastre_{format_}"


def template_of(format_: str, downloads: Mapping[str, str]) -> str:
    """The template of a format: that of the source profiles, else the national one."""
    return downloads.get(download_name(format_), NATIONAL[format_])


def address_of(template: str, format_: str, territory: str, millesime: str = LATEST, layer: str = "") -> str:
    """The address of a territory (commune or department), and of a layer. Raises InvalidParameterError."""
    if not is_insee(territory) and not _DEPARTMENT.fullmatch(territory):
        message = f"« {territory} » n'est ni une commune (12202) ni un département (12, 2A, 974)."
        raise InvalidParameterError(message)
    if not _MILLESIME.fullmatch(millesime):
        message = f"Le millésime « {millesime} » s'écrit latest ou avec une date (2025-09-01)."
        raise InvalidParameterError(message)
    if millesime != LATEST and _ISSUE not in template:
        message = f"Cette adresse ne donne que le dernier millésime : elle ne contient pas {_ISSUE}."
        raise InvalidParameterError(message, template)
    places = DOWNLOADS[download_name(format_)]
    if any(place not in template for place in places) or urlsplit(template).scheme not in ("http", "https"):
        message = f"L'adresse du cadastre doit être en http(s) et contenir {' et '.join(places)}."
        raise InvalidParameterError(message, template)
    department = territory[:3] if territory.startswith(_OVERSEAS) else territory[:2]
    commune = is_insee(territory)
    values = {
        _ISSUE: millesime,
        "{niveau}": "communes" if commune else "departements",
        "{dossier}": f"{department}/{territory}" if commune else department,
        "{code}": territory,
        "{couche}": layer,
    }
    address = template
    for place, value in values.items():
        address = address.replace(place, value)
    return address
