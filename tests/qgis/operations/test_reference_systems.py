"""A small delivery in each of the 26 coordinate reference systems of the official tool.

What is expected comes from the definition of each projection, written here by hand: neither the EPSG register nor our
names of the systems take part in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import osr

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.reference_systems import REFERENCE_SYSTEMS
from smica_qgis.core.validation.finding import Finding
from tests.qgis.deliveries import validated
from tests.qgis.made_models import column, made_delivery, made_model, table_file, write_layers

Place = tuple[float, float]
GRS80, WGS84 = "+ellps=GRS80 +towgs84=0,0,0 +units=m", "+datum=WGS84 +units=m"
LAMBERT_93 = f"+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 {GRS80}"
DEGREES = "+proj=longlat +datum=WGS84"
AVEYRON, GUADELOUPE, MARTINIQUE = (2.5, 44.3), (-61.55, 16.25), (-61.0, 14.65)
GUYANE, REUNION, MAYOTTE, SAINT_PIERRE = (-52.3, 4.9), (55.5, -21.1), (45.15, -12.8), (-56.2, 46.8)


def conic(latitude: int) -> str:
    """One of the nine conical conformal zones: two degrees of latitude around it."""
    northing = (latitude - 41) * 1_000_000 + 200_000
    parallels = f"+lat_1={latitude - 0.75} +lat_2={latitude + 0.75}"
    return f"+proj=lcc +lat_0={latitude} +lon_0=3 {parallels} +x_0=1700000 +y_0={northing} {GRS80}"


def utm(zone: int, ellipsoid: str = GRS80, *, south: bool = False) -> str:
    northing = 10_000_000 if south else 0
    return f"+proj=tmerc +lat_0=0 +lon_0={6 * zone - 183} +k=0.9996 +x_0=500000 +y_0={northing} {ellipsoid}"


SYSTEMS: dict[str, tuple[str, Place]] = {
    "IGNF:WGS84": (DEGREES, AVEYRON),
    "EPSG:4326": (DEGREES, AVEYRON),
    "CRS:84": (DEGREES, AVEYRON),
    "EPSG:2154": (LAMBERT_93, AVEYRON),
    "IGNF:RGF93LAMB93": (LAMBERT_93, AVEYRON),
    "EPSG:32620": (utm(20, WGS84), GUADELOUPE),
    "IGNF:WGS84UTM20": (utm(20, WGS84), MARTINIQUE),
    "EPSG:4559": (utm(20), MARTINIQUE),
    "EPSG:5490": (utm(20), GUADELOUPE),
    "EPSG:2972": (utm(22), GUYANE),
    "IGNF:RGFG95UTM22": (utm(22), GUYANE),
    "EPSG:2975": (utm(40, south=True), REUNION),
    "IGNF:RGR92UTM40S": (utm(40, south=True), REUNION),
    "EPSG:4471": (utm(38, south=True), MAYOTTE),
    "IGNF:RGM04UTM38S": (utm(38, south=True), MAYOTTE),
    "EPSG:4467": (utm(21), SAINT_PIERRE),
    "IGNF:RGSPM06U21": (utm(21), SAINT_PIERRE),
    **{f"EPSG:{3900 + latitude}": (conic(latitude), (3.5, latitude + 0.2)) for latitude in range(42, 51)},
}
EPSG = {
    "IGNF:WGS84": 4326,
    "CRS:84": 4326,
    "IGNF:RGF93LAMB93": 2154,
    "IGNF:WGS84UTM20": 32620,
    "IGNF:RGFG95UTM22": 2972,
    "IGNF:RGR92UTM40S": 2975,
    "IGNF:RGM04UTM38S": 4471,
    "IGNF:RGSPM06U21": 4467,
}
"""The EPSG code that a file in one of the other systems carries."""
SIDE = 0.001
"""Degrees: the square of each delivery."""
every_system = pytest.mark.parametrize("code", SYSTEMS)


def test_they_are_all_here() -> None:
    assert list(SYSTEMS) == list(REFERENCE_SYSTEMS)


def corners(code: str, place: Place) -> list[Place]:
    """The corners of the square north-east of a place, in the system; latitude first in EPSG:4326."""
    definition, _ = SYSTEMS[code]
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromProj4(DEGREES)
    target.ImportFromProj4(definition)
    for reference in (source, target):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lon, lat = place
    degrees = [(lon, lat), (lon, lat + SIDE), (lon + SIDE, lat + SIDE), (lon + SIDE, lat)]
    points = osr.CoordinateTransformation(source, target).TransformPoints(degrees)
    return [(y, x) if code == "EPSG:4326" else (x, y) for x, y, _ in points]


def square(points: list[Place]) -> str:
    return "POLYGON ((" + ",".join(f"{x!r} {y!r}" for x, y in [*points, points[0]]) + "))"


def crossed(points: list[Place]) -> str:
    """Return the same corners in an order that crosses in the middle of the square."""
    a, b, c, d = points
    return square([a, c, b, d])


@pytest.fixture
def model(tmp_path: Path) -> str:
    columns = [column("NOM"), column("WKT", "Polygon")]
    return made_model(tmp_path, [table_file("ZONE_URBA", "zones")], {"ZONE_URBA": columns})


def findings_by_code(root: Path, model: str, code: str, **options: object) -> dict[str, list[Finding]]:
    report = validated(root, model, crs=code, options=options)
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.code, []).append(finding)
    return found


@every_system
def test_boxes_and_places_are_in_degrees_of_longitude_and_latitude(code: str, model: str, tmp_path: Path) -> None:
    place = SYSTEMS[code][1]
    points = corners(code, place)
    root = made_delivery(tmp_path, {"zones.csv": f'WKT,NOM\n"{square(points)}",\n"{crossed(points)}",a\n'})
    found = findings_by_code(root, model, code)
    (unfilled,) = found["ATTRIBUTE_UNEXPECTED_NULL"]
    west, south = place
    assert unfilled.feature_bbox == pytest.approx((west, south, west + SIDE, south + SIDE), abs=2e-7)
    (invalid,) = found["ATTRIBUTE_GEOMETRY_INVALID"]
    assert invalid.error_geometry is not None
    lon, lat = map(float, invalid.error_geometry.removeprefix("POINT (").removesuffix(")").split())
    assert (lon, lat) == pytest.approx((west + SIDE / 2, south + SIDE / 2), abs=1e-6)
    assert "NO_SPATIAL_DATA" not in found
    assert [f.values["URI_PROJECTION"] for f in found["VALIDATOR_PROJECTION_INFO"]] == [REFERENCE_SYSTEMS[code]]
    assert ("VALIDATOR_PROJECTION_LATLON" in found) == (code == "EPSG:4326")


@every_system
def test_the_extent_of_the_data_is_in_their_system(code: str, model: str, tmp_path: Path) -> None:
    west, south = SYSTEMS[code][1]
    points = corners(code, (west, south))
    root = made_delivery(tmp_path, {"zones.csv": f'WKT,NOM\n"{square(points)}",a\n'})
    xs, ys = [x for x, _ in points], [y for _, y in points]
    margin = (max(xs) - min(xs)) / 10
    around = [(min(xs) - margin, min(ys) - margin), (max(xs) + margin, max(ys) + margin)]
    (left, low), (right, high) = around
    inside = square([(left, low), (left, high), (right, high), (right, low)])
    assert "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT" not in findings_by_code(
        root, model, code, **{"data-extent": inside}
    )
    degrees = square([(west - 1, south - 1), (west - 1, south + 1), (west + 1, south + 1), (west + 1, south - 1)])
    outside = findings_by_code(root, model, code, **{"data-extent": degrees})
    longitude_first = SYSTEMS[code][0] == DEGREES and code != "EPSG:4326"
    assert ("ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT" in outside) != longitude_first


@every_system
def test_the_emprise_of_the_document_is_in_degrees(code: str, model: str, tmp_path: Path) -> None:
    """Enlarged by ten units: metres, or degrees where the unit is a degree."""
    outside_code = "CNIG_GEOMETRY_OUTSIDE_DOCUMENT_EMPRISE_ERROR"
    west, south = SYSTEMS[code][1]
    root = made_delivery(tmp_path, {"zones.csv": f'WKT,NOM\n"{square(corners(code, (west, south)))}",a\n'})

    def found(away: float) -> bool:
        w, s = west + away, south + away
        emprise = square([(w, s), (w, s + SIDE), (w + SIDE, s + SIDE), (w + SIDE, s)])
        return outside_code in findings_by_code(root, model, code, **{"cnig-document-emprise": emprise})

    assert not found(0)
    assert not found(0.00005)
    assert found(0.0005) == (SYSTEMS[code][0] != DEGREES)
    assert found(12)


@every_system
def test_a_file_that_carries_the_system_does_not_contradict_it(code: str, model: str, tmp_path: Path) -> None:
    """EPSG:4326 has latitude first here, while a file that carries it has longitude first: nobody can see it."""
    root = made_delivery(tmp_path, {})
    points = corners("CRS:84" if code == "EPSG:4326" else code, SYSTEMS[code][1])
    epsg = EPSG.get(code) or int(code.partition(":")[2])
    write_layers(root / "zones.gpkg", {"zones": [(square(points), {"NOM": "a"})]}, epsg)
    assert "CRS_INCONSISTENT" not in findings_by_code(root, model, code)
    if SYSTEMS[code][0] != DEGREES:
        other = "EPSG:3944" if code != "EPSG:3944" else "EPSG:2154"
        (finding,) = findings_by_code(root, model, other)["CRS_INCONSISTENT"]
        assert finding.values["EXPECTED_CRS"] == other


@pytest.mark.parametrize("code", ["EPSG:27572", "EPSG:3857", "epsg:2154", "2154", "IGNF:LAMB93", ""])
def test_another_system_is_an_error_before_anything_is_read(code: str, model: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidParameterError, match="n'est pas de ceux du Géoportail"):
        validated(tmp_path / "absent", model, crs=code)
