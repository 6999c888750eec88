"""The 26 coordinate reference systems that the official tool knows, with the address that metadata must give."""

from __future__ import annotations

from smica_qgis.core.errors import InvalidParameterError

_EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
_IGNF = "http://registre.ign.fr/ign/IGNF/crs/IGNF/"
_CODES = (
    "IGNF:WGS84",
    "EPSG:4326",
    "CRS:84",
    "EPSG:2154",
    "IGNF:RGF93LAMB93",
    "EPSG:32620",
    "IGNF:WGS84UTM20",
    "EPSG:4559",
    "EPSG:5490",
    "EPSG:2972",
    "IGNF:RGFG95UTM22",
    "EPSG:2975",
    "IGNF:RGR92UTM40S",
    "EPSG:4471",
    "IGNF:RGM04UTM38S",
    "EPSG:4467",
    "IGNF:RGSPM06U21",
    *(f"EPSG:{code}" for code in range(3942, 3951)),
)


def _uri(code: str) -> str:
    authority, _, number = code.partition(":")
    if authority == "EPSG":
        return _EPSG + number
    if authority == "IGNF":
        return _IGNF + number
    return "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


REFERENCE_SYSTEMS = {code: _uri(code) for code in _CODES}
"""Code → address, in the official order."""


def uri_of(code: str) -> str:
    """The address of a code. Raises InvalidParameterError for one that the official tool does not know."""
    check_reference_system(code)
    return REFERENCE_SYSTEMS[code]


def code_of(uri: str) -> str | None:
    """The code of an address, character for character, or None."""
    return next((code for code, address in REFERENCE_SYSTEMS.items() if address == uri), None)


def check_reference_system(code: str) -> None:
    """Raise InvalidParameterError when a CRS is not one of the 26."""
    if code not in REFERENCE_SYSTEMS:
        known = ", ".join(REFERENCE_SYSTEMS)
        message = f"Le système de coordonnées « {code} » n'est pas de ceux du Géoportail de l'urbanisme : {known}."
        raise InvalidParameterError(message)
