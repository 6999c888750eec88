"""What files say of their CRS; the .prj texts already met are not looked for again, and answer the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import ogr, osr

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.validation.table import Table
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.geometry import declared_crs
from tests.qgis.geodata.table_samples import write_layer

ZONE = "POLYGON ((700000 6600000,700010 6600000,700010 6600010,700000 6600000))"
LAMBERT93 = "EPSG:2154"


def write_zone(folder: Path, name: str, crs: str | None) -> Path:
    """Write a shapefile whose .prj is the one of a CRS as ESRI writes it, or that has none."""
    path = write_layer(folder / f"{name}.shp", ogr.wkbPolygon, [(ZONE, ["a"])])
    prj = path.with_suffix(".prj")
    prj.unlink()
    if crs is not None:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        prj.write_text(reference.ExportToWkt(["FORMAT=WKT1_ESRI"]), encoding="ascii")
    return path


def read(folder: Path, name: str, crs: str = LAMBERT93) -> Table:
    delivery = OpenedDelivery(str(folder))
    try:
        return delivery.read_table(f"{name}.dbf", layer="", crs=crs, charset="UTF-8", progress=SilentProgress())
    finally:
        delivery.close()


@pytest.fixture(autouse=True)
def _nothing_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declared_crs, "_known", {})


def test_layers_of_one_text_are_told_the_same(tmp_path: Path) -> None:
    for name in ("A", "B", "C"):
        write_zone(tmp_path, name, LAMBERT93)
    told = {(table.declared_crs, table.same_crs) for table in (read(tmp_path, name) for name in "ABCA")}
    assert told == {(LAMBERT93, True)}
    assert len(declared_crs._known) == 1


def test_each_text_has_its_own_answer(tmp_path: Path) -> None:
    for name, crs in (("A", LAMBERT93), ("B", "EPSG:3948"), ("C", None)):
        write_zone(tmp_path, name, crs)
    for _ in range(2):
        tables = [read(tmp_path, name) for name in "ABC"]
        assert [(t.declared_crs, t.same_crs) for t in tables] == [(LAMBERT93, True), ("EPSG:3948", False), ("", True)]


def test_the_answer_is_that_of_the_crs_of_the_validation(tmp_path: Path) -> None:
    write_zone(tmp_path, "A", "EPSG:3948")
    assert not read(tmp_path, "A").same_crs
    assert read(tmp_path, "A", "EPSG:3948").same_crs
    assert not read(tmp_path, "A").same_crs


def test_a_text_that_is_no_crs_says_nothing(tmp_path: Path) -> None:
    write_zone(tmp_path, "A", LAMBERT93).with_suffix(".prj").write_bytes(b"Lambert ?")
    assert [(t.declared_crs, t.same_crs, t.row_count) for t in (read(tmp_path, "A"), read(tmp_path, "A"))] == [
        ("", True, 1)
    ] * 2


def test_what_is_kept_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declared_crs, "_MOST_KNOWN", 2)
    for number in range(5):
        path = write_zone(tmp_path, "A", LAMBERT93)
        path.with_suffix(".prj").write_text(path.with_suffix(".prj").read_text(encoding="ascii") + " " * number)
        assert read(tmp_path, "A").declared_crs == LAMBERT93
        assert len(declared_crs._known) <= 2
