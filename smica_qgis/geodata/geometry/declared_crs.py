"""What a file says of its own CRS, and whether that is the CRS of the validation.

Names in .prj files vary without end, so sameness is proved by a place: transformed from one to the other it must
not move by a metre.
"""

from __future__ import annotations

from osgeo import osr

from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.geodata.geometry.crs84 import spatial_reference

_PROBE = (2.5, 44.3)
"""Rodez: inside the area of every French metropolitan projection; overseas ones are compared as far as they go."""
_CLOSE = 1.0


def declared_crs(reference: osr.SpatialReference | None, validation: str) -> tuple[str, bool]:
    """(code or name of the file's CRS, whether it is the validation's). ("", True) when the file says nothing."""
    if reference is None:
        return "", True
    with gdal_silent():
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
    try:
        first = osr.CoordinateTransformation(geographic, a).TransformPoint(*_PROBE)
        second = osr.CoordinateTransformation(geographic, b).TransformPoint(*_PROBE)
    except RuntimeError:
        return False
    tolerance = _CLOSE if a.IsProjected() else 1e-5
    return all(abs(first[i] - second[i]) < tolerance for i in (0, 1))
