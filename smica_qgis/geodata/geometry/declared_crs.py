"""What a file says of its own CRS, and whether that is the CRS of the validation.

Names in .prj files vary without end, so sameness is proved by a place: transformed from one to the other it must
not move by a metre.
"""

from __future__ import annotations

from pathlib import Path

from osgeo import ogr, osr

from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.crs84 import spatial_reference

_RODEZ = (2.5, 44.3)
_CLOSE = 1.0
_LONGEST_PRJ = 10_000
_MOST_KNOWN = 100
_known: dict[tuple[bytes, str], tuple[str, bool]] = {}
"""What the .prj met so far are worth: GDAL compares each with its whole register, and the layers of a delivery often
share one text, as do the deliveries of a batch."""


def declared_crs(layer: ogr.Layer, shapefile: Path | None, validation: str) -> tuple[str, bool]:
    """(code or name of the file's CRS, whether it is the validation's). ("", True) when the file says nothing.

    shapefile: where it is, when it is one.
    """
    prj = _prj(shapefile) if shapefile is not None else b""
    if not prj:
        return _declared(layer, validation)
    if (prj, validation) not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[prj, validation] = _declared(layer, validation)
    return _known[prj, validation]


def _prj(shapefile: Path) -> bytes:
    """The text beside a Shapefile that says its CRS; empty when there is none of ordinary length."""
    for extension in (".prj", ".PRJ"):
        path = shapefile.with_suffix(extension)
        if path.is_file() and path.stat().st_size <= _LONGEST_PRJ:
            return path.read_bytes()
    return b""


def _declared(layer: ogr.Layer, validation: str) -> tuple[str, bool]:
    with gdal_silent():
        try:
            reference = layer.GetSpatialRef()
        except RuntimeError:
            reference = None
        if reference is None:
            return "", True
        reference = reference.Clone()
        code = _code(reference)
        if code == validation:
            return code, True
        return code or reference.GetName() or "sans nom", _same_place(reference, spatial_reference(validation))


def _code(reference: osr.SpatialReference) -> str:
    try:
        reference.AutoIdentifyEPSG()
    except RuntimeError:
        return ""
    name, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return f"{name}:{code}" if name and code else ""


def _same_place(a: osr.SpatialReference, b: osr.SpatialReference) -> bool:
    if bool(a.IsProjected()) != bool(b.IsProjected()):
        return False
    a.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    b = b.Clone()
    b.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    geographic = spatial_reference("CRS:84")
    place = _place_in(b)
    try:
        to_a, to_b = (osr.CreateCoordinateTransformation(geographic, reference) for reference in (a, b))
        if to_a is None or to_b is None:  # a damaged .prj, when GDAL does not raise
            return False
        first, second = to_a.TransformPoint(*place), to_b.TransformPoint(*place)
    except RuntimeError:
        return False
    tolerance = _CLOSE if a.IsProjected() else 1e-5
    return all(abs(first[i] - second[i]) < tolerance for i in (0, 1))


def _place_in(reference: osr.SpatialReference) -> tuple[float, float]:
    """Longitude and latitude of the middle of where a projection is used; Rodez for a geographic system."""
    area = reference.GetAreaOfUse() if reference.IsProjected() else None
    if area is None:
        return _RODEZ
    return (area.west_lon_degree + area.east_lon_degree) / 2, (area.south_lat_degree + area.north_lat_degree) / 2
