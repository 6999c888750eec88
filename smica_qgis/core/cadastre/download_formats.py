"""In which formats the cadastre is published, and the name of its last issue. Source: cadastre.data.gouv.fr."""

from __future__ import annotations

ETALAB, EDIGEO = "etalab", "edigeo"
FORMATS = (ETALAB, EDIGEO)
LATEST = "latest"
