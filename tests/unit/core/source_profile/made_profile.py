"""Small profiles for the tests."""

from __future__ import annotations

import json
from typing import Any

from smica_qgis.core.source_profile.profile import SourceProfile
from smica_qgis.core.source_profile.reader import read_profile

PARCELS: dict[str, Any] = {
    "id": "cadastre.parcelle",
    "title": "Parcelles",
    "kind": "wfs",
    "group": "cadastre",
    "url": "https://maps.example.org/wfs",
    "layer": "cadastre:parcelle",
    "crs": "EPSG:2154",
    "territory": ["FR-12"],
}


def document(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the members of a profile with one group and one source."""
    made: dict[str, Any] = {
        "format": "smica-source-profile",
        "version": 1,
        "id": "test",
        "title": "Test",
        "level": "syndicate",
        "groups": [{"id": "cadastre", "title": "Cadastre", "theme": "cadastre"}],
        "sources": [PARCELS],
    }
    return {**made, **changes}


def written(**changes: Any) -> bytes:  # noqa: ANN401
    """Return the same as a file has it."""
    return json.dumps(document(**changes), indent=1, ensure_ascii=False).encode()


def profile(location: str = "", **changes: Any) -> SourceProfile:  # noqa: ANN401
    """Return the same, read."""
    return read_profile(written(**changes), location)
