"""Faults on the map: which geometry, how far it zooms, what stays on the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsRubberBand

from smica_qgis.core.validation.finding import Finding
from smica_qgis.gui.validation.fault_geometry import FaultGeometries
from smica_qgis.gui.validation.map_highlighter import MOST_PLACES, MapHighlighter
from smica_qgis.gui.validation.zoom import ZoomWay
from tests.unit.reports.made_report import ZONES, MadeGeometries, finding

SQUARE = "POLYGON ((645000 6358000, 645400 6358000, 645400 6358300, 645000 6358300, 645000 6358000))"
FAULT = "POINT (645100 6358100)"


def wkb(text: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(text).asWkb())


def invalid_zone(**more: Any) -> Finding:  # noqa: ANN401
    place = {"file": ZONES, "file_model": "ZONE_URBA", "row": 3, "id": "4", "geometry": FAULT, **more}
    return finding("ATTRIBUTE_GEOMETRY_INVALID", **place)


@pytest.fixture
def geometries() -> FaultGeometries:
    return FaultGeometries(MadeGeometries({ZONES: {3: wkb(SQUARE)}}), "EPSG:2154")


@pytest.fixture
def canvas(qgis_canvas: QgsMapCanvas) -> QgsMapCanvas:
    qgis_canvas.resize(400, 300)
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    qgis_canvas.setExtent(QgsRectangle(600000, 6300000, 700000, 6400000))
    return qgis_canvas


@pytest.fixture
def highlighter(canvas: QgsMapCanvas, geometries: FaultGeometries) -> Iterator[MapHighlighter]:
    shown = MapHighlighter(canvas)
    shown.use(geometries)
    yield shown
    shown.remove()


def bands(canvas: QgsMapCanvas) -> list[QgsRubberBand]:
    """Return the rubber bands that show something."""
    found = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    return [band for band in found if band.numberOfVertices()]


def test_the_fault_itself_is_shown_when_it_is_known(geometries: FaultGeometries) -> None:
    assert [g.asWkt() for g in geometries.faults([invalid_zone()])] == ["Point (645100 6358100)"]
    assert geometries.objects([invalid_zone()])[0].area() == pytest.approx(120000)


def test_otherwise_its_object_is(geometries: FaultGeometries) -> None:
    assert geometries.faults([invalid_zone(geometry=None)])[0].area() == pytest.approx(120000)


def test_otherwise_its_box_in_the_crs_of_the_layers(geometries: FaultGeometries) -> None:
    lost = invalid_zone(geometry=None, row=99, feature_bbox=(2.30, 44.30, 2.31, 44.31))
    box = geometries.faults([lost])[0].boundingBox()
    assert 600000 < box.xMinimum() < 700000
    assert 500 < box.width() < 1200


def test_a_point_in_longitude_and_latitude_is_projected(geometries: FaultGeometries) -> None:
    point = geometries.faults([invalid_zone(geometry=None, error_geometry="POINT (2.3301 44.3201)")])[0]
    assert 600000 < point.asPoint().x() < 700000


def test_what_has_no_place_gives_nothing(geometries: FaultGeometries) -> None:
    for nowhere in (
        finding("FILE_UNEXPECTED"),
        invalid_zone(geometry="not a geometry", row=None),
        invalid_zone(geometry="POINT (NaN NaN)", row=None),
        invalid_zone(geometry=None, row=99, feature_bbox=(500.0, 500.0, 501.0, 501.0)),
    ):
        assert geometries.faults([nowhere]) == []


def test_the_geometries_of_a_table_are_read_at_once() -> None:
    port = MadeGeometries({ZONES: {row: wkb(SQUARE) for row in range(50)}})
    FaultGeometries(port, "EPSG:2154").objects([invalid_zone(row=row) for row in range(50)])
    assert port.asked == [(ZONES, 50)]


def test_a_place_shows_its_fault_and_its_object(canvas: QgsMapCanvas, highlighter: MapHighlighter) -> None:
    highlighter.show_place(invalid_zone())
    kinds = {band.asGeometry().type() for band in bands(canvas) if not band.asGeometry().isEmpty()}
    assert len(kinds) == 2
    highlighter.clear()
    highlighter.remove()


def test_nothing_stays_on_the_map(canvas: QgsMapCanvas, highlighter: MapHighlighter) -> None:
    before = len(canvas.scene().items())
    highlighter.show_kind([invalid_zone(), invalid_zone(geometry=None)])
    highlighter.remove()
    assert len(canvas.scene().items()) < before


def test_a_kind_shows_a_bounded_number_of_places(highlighter: MapHighlighter) -> None:
    assert highlighter.show_kind([invalid_zone()] * (MOST_PLACES + 500)) == MOST_PLACES


def test_the_three_ways_to_zoom(canvas: QgsMapCanvas, highlighter: MapHighlighter) -> None:
    assert highlighter.go_to([invalid_zone()], ZoomWay.PAN)
    wide = canvas.extent()
    assert wide.width() > 50_000
    assert wide.center().x() == pytest.approx(645100)
    assert highlighter.go_to([invalid_zone()], ZoomWay.OBJECT)
    of_object = canvas.extent()
    assert highlighter.go_to([invalid_zone()], ZoomWay.FAULT)
    assert 400 < of_object.width() < 4000
    assert canvas.extent().width() < of_object.width() / 3


def test_what_has_no_place_moves_nothing(canvas: QgsMapCanvas, highlighter: MapHighlighter) -> None:
    before = canvas.extent()
    assert not highlighter.go_to([finding("FILE_UNEXPECTED")], ZoomWay.FAULT)
    assert canvas.extent() == before


def test_the_map_in_another_crs(canvas: QgsMapCanvas, highlighter: MapHighlighter) -> None:
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert highlighter.go_to([invalid_zone()], ZoomWay.FAULT)
    assert 250_000 < canvas.extent().center().x() < 270_000
    extent = highlighter.lonlat_extent()
    assert extent is not None
    assert 2.2 < extent[0] < 2.4
    assert 44.2 < extent[1] < 44.4
