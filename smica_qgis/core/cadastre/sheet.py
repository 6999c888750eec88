"""A sheet (feuille) of the digital cadastral plan: what names it, and the reference system it is drawn in.

Source: EDIGéO PCI 2013. An archive is named `edigeo-` + department (2) + commune (3) + prefix (3) + section (2) +
sheet (2), and so is the folder in which it is unpacked.
"""

from __future__ import annotations

import re

from smica_qgis.core.cadastre.parcel_id import is_insee

LAMBERT_93 = 2154
WGS_84 = 4326

_SHEET_NAME = re.compile(r"(?<![0-9A-Z])(\d[\dAB]\d{3}\d{3}[0-9A-Z]{2}\d{2})(?![0-9A-Z])", re.IGNORECASE)
_SYSTEMS = {
    "LAMB93": LAMBERT_93,
    **{f"{name}CC{zone}": 3900 + zone for name in ("RGF93", "LAMB", "") for zone in range(42, 51)},
    "LAMB1": 27561,
    "LAMB2": 27562,
    "LAMB3": 27563,
    "LAMB4": 27564,
    "UTM20W84GUAD": 2970,
    "UTM20W84MART": 2973,
    "UTM22RGFG95": 2972,
    "RGR92UTM40S": 2975,
    "RGR92UTM": 2975,
    "RGM04UTM38S": 4471,
}
"""RELSA of the .GEO file → EPSG. GDAL's own answer carries no authority, so that nothing can be compared with it."""
_OVERSEAS = {"971": 2970, "972": 2973, "973": 2972, "974": 2975, "976": 4471}


def sheet_id_in(path: str) -> str | None:
    """The 12-character identifier of a sheet that the last parts of a path name, or None."""
    for part in reversed(path.replace("\\", "/").split("/")[-3:]):
        for match in _SHEET_NAME.finditer(part):
            identifier = match[1].upper()
            if is_insee(identifier[:5]):
                return identifier
    return None


def system_of_sheet(name: str, insee: str) -> int | None:
    """EPSG code of the system that a .GEO file names (RELSA), else that of an overseas department, else None."""
    return _SYSTEMS.get(name.strip().upper()) or _OVERSEAS.get(insee[:3])
