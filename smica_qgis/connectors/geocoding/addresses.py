"""Find an address with the geocoding service of the Géoplateforme (Base Adresse Nationale), when one allows it.

What is typed leaves the machine: off by default, and asked only when nothing else answers to the text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from smica_qgis.core.errors import SmicaError
from smica_qgis.host.network import NetworkSession

SERVICE = "https://data.geopf.fr/geocodage/search"
MOST_ADDRESSES = 5
LONGEST_TEXT = 200
"""Characters that the service takes."""
_SHORTEST_TEXT = 3


@dataclass(frozen=True)
class Address:
    """A place found. x, y: longitude and latitude (CRS84); insee: of its commune; score: 0 to 1."""

    label: str
    x: float
    y: float
    insee: str = ""
    score: float = 0.0


def find_addresses(session: NetworkSession, text: str, *, commune: str = "", service: str = SERVICE) -> list[Address]:
    """Addresses that a text may be, best first. commune: INSEE code that limits them. Raises SmicaError."""
    wanted = " ".join(text.split())[:LONGEST_TEXT]
    if len(wanted) < _SHORTEST_TEXT:
        return []
    asked = {"q": wanted, "limit": str(MOST_ADDRESSES), "index": "address"}
    if commune:
        asked["citycode"] = commune
    answer = session.answer(f"{service}?{urlencode(asked)}")
    try:
        features = json.loads(answer.content)["features"]
        return [_address(feature) for feature in features][:MOST_ADDRESSES]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        message = "Le service d'adresses a répondu autre chose qu'une liste d'adresses : réessayez plus tard."
        raise SmicaError(message, str(error)) from error


def _address(feature: dict[str, Any]) -> Address:
    properties = feature["properties"]
    x, y = feature["geometry"]["coordinates"][:2]
    return Address(
        label=str(properties["label"]),
        x=float(x),
        y=float(y),
        insee=str(properties.get("citycode", "")),
        score=float(properties.get("score", 0.0)),
    )
