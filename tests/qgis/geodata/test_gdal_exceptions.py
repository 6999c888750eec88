"""Another plugin may have told GDAL to raise instead of returning nothing: what we say does not depend on it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.validation.finding import Verdict
from tests.qgis.deliveries import conformant
from tests.qgis.gdal_exceptions import gdal_exceptions
from tests.qgis.geodata.judging import judged
from tests.qgis.geodata.printed_tables import cells_of, read_by_us
from tests.qgis.geodata.table_samples import DATE, SAMPLES, TEXT, write_layer

TOLERANCE = "[[-1,-1,-1,-1,-1], [3,-1,-1,-1,-1]]"
EVERYTHING = {
    "data-extent": "POLYGON ((0 0,0 1,1 1,1 0,0 0))",
    "cnig-document-emprise": "POLYGON ((3 46,4 46,4 47,3 46))",
    "cnig-complexity-tolerance": TOLERANCE,
}
WKTS = [
    "POLYGON ((0 0,2 2,2 0,0 2,0 0))",
    "POLYGON ((0 0,1 1,0 0))",
    "POLYGON ((0 0, 2 0, 2 2, 0 2))",
    "POINT (1 2)",
    "NO WKT",
    "POLYGON EMPTY",
]


@pytest.fixture
def raising() -> Iterator[None]:
    with gdal_exceptions(True):
        yield


def spoil_texts(path: Path) -> None:
    """Write other geometries in the first rows of a CSV."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row, wkt in zip(rows, WKTS):
        row["WKT"] = wkt
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_cell_is_the_same(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    source = SAMPLES[name](tmp_path)
    quiet = cells_of(read_by_us(source))
    request.getfixturevalue("raising")
    assert cells_of(read_by_us(source)) == quiet


def test_every_finding_is_the_same(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    formats = {"INFO_SURF": "gpkg", "PRESCRIPTION_SURF": "tab", "ZONE_URBA": "csv", "HABILLAGE_SURF": "gml"}
    delivery = conformant("cnig_PLU_2024", tmp_path, formats=formats)
    spoil_texts(delivery.table_path("ZONE_URBA"))

    def findings() -> list[tuple[str, str, str | None]]:
        report = judged(delivery.root, tmp_path / "reports", options=EVERYTHING)
        return [(finding.code, finding.file, finding.error_geometry) for finding in report.findings]

    quiet = findings()
    assert {"ATTRIBUTE_GEOMETRY_INVALID", "CNIG_GEOMETRY_COMPLEXITY_ERROR"} <= {code for code, _, _ in quiet}
    request.getfixturevalue("raising")
    assert findings() == quiet


@pytest.mark.parametrize("dates", [False, True], ids=["by Arrow", "by object"])
@pytest.mark.usefixtures("raising")
def test_a_shape_that_cannot_be_read_is_said(*, dates: bool, tmp_path: Path) -> None:
    types = {"LIBELLE": TEXT, "JOUR": DATE} if dates else {"LIBELLE": TEXT}
    source = write_layer(tmp_path / "T.shp", ogr.wkbLineString, [("LINESTRING (0 0,1 1)", ["a"])] * 3, types)
    octets = bytearray(source.read_bytes())
    octets[-30:] = b"\x7f" * 30
    octets[100 + 88 : 100 + 92] = b"\x7f" * 4  # the number of parts of the second line
    octets[100 + 88 + 44 : 100 + 88 + 52] = b"\x7f" * 8
    source.write_bytes(octets)
    table = read_by_us(source.with_suffix(".dbf"))
    assert table.row_count < 3
    assert "arrêtée" in table.damage


@pytest.mark.parametrize("suffix", [".zip", ".gpkg"])
@pytest.mark.usefixtures("raising")
def test_what_is_no_delivery_is_unreadable(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"12901_PLU_20241106{suffix}"
    path.write_bytes(b"nothing of the kind")
    assert judged(path, tmp_path / "reports").verdict is Verdict.UNREADABLE
