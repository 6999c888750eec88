"""The layers of the delivery: a group from the working copy, whatever state they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from smica_qgis.core.validation.report import Report, TableSummary
from smica_qgis.gui.validation.delivery_layers import DeliveryLayers
from smica_qgis.gui.validation.row_opener import feature_at, open_row
from tests.qgis.gui.conftest import Window
from tests.unit.reports.made_report import made_report

VRT = """<OGRVRTDataSource xmlns:gml="http://www.opengis.net/gml"><OGRVRTLayer name="secret">
<SrcDataSource>{path}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"""


def write(path: Path, layer_source: str, count: int = 3) -> Path:
    """Write a made layer as a Shapefile, a table or a GeoPackage, by the extension."""
    layer = QgsVectorLayer(layer_source, "made_layer", "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"n{number}"])
        if layer.isSpatial():
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(645000 + number, 6358000)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG" if path.suffix == ".gpkg" else "ESRI Shapefile"
    # the writer adds .dbf by itself to the name of a table without geometry
    target = path.with_suffix("") if path.suffix == ".dbf" else path
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(target), QgsProject.instance().transformContext(), options)
    assert path.is_file()
    return path


@pytest.fixture
def layers(qgis_new_project: None) -> Iterator[DeliveryLayers]:  # noqa: ARG001
    shown = DeliveryLayers(QgsProject.instance())
    yield shown
    shown.remove()


@pytest.fixture
def report(tmp_path: Path) -> Report:
    points = write(tmp_path / "points.shp", "Point?crs=EPSG:4326&field=NOM:string(20)")
    table = write(tmp_path / "table.dbf", "NoGeometry?field=NOM:string(20)")
    tables = (
        TableSummary("a/table.dbf", "DOC_URBA", 3, path=str(table)),
        TableSummary("a/points.dbf", "INFO_PCT", 3, path=str(points.with_suffix(".dbf"))),
        TableSummary("a/gone.dbf", "ZONE_URBA", 3, path=str(tmp_path / "gone.dbf")),
    )
    return replace(made_report([]), tables=tables)


def names() -> list[str]:
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def test_the_drawing_of_the_standard_is_at_hand_and_the_plain_one_is_shown(
    layers: DeliveryLayers, report: Report
) -> None:
    layers.show(report)
    layer = layers.layer_of("a/points.dbf")
    assert layer is not None
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)
    plain = layer.styleManager().currentStyle()
    (standard,) = set(layer.styleManager().styles()) - {plain}
    assert layer.styleManager().setCurrentStyle(standard)
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert layer.styleManager().setCurrentStyle(plain)
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)


def test_they_stand_in_a_group_named_after_the_delivery(layers: DeliveryLayers, report: Report) -> None:
    layers.show(report)
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    assert [group.name() for group in groups] == ["99999_PLU_20300101"]
    assert names() == ["INFO_PCT", "DOC_URBA"]


def test_they_have_the_crs_of_the_control_and_cannot_be_written(layers: DeliveryLayers, report: Report) -> None:
    layers.show(report)
    points = layers.layer_of("a/points.dbf")
    assert points is not None
    assert points.isSpatial()
    assert points.crs().authid() == "EPSG:2154"
    assert points.readOnly()


def test_the_next_run_takes_their_place(layers: DeliveryLayers, report: Report) -> None:
    layers.show(report)
    first = set(QgsProject.instance().mapLayers())
    layers.show(report)
    assert len(QgsProject.instance().mapLayers()) == 2
    assert not first & set(QgsProject.instance().mapLayers())
    assert len(QgsProject.instance().layerTreeRoot().findGroups()) == 1


def test_what_the_person_put_in_the_group_is_left(layers: DeliveryLayers, report: Report) -> None:
    layers.show(report)
    other = QgsVectorLayer("Point?crs=EPSG:2154", "my_layer", "memory")
    QgsProject.instance().addMapLayer(other, addToLegend=False)
    QgsProject.instance().layerTreeRoot().findGroups()[0].addLayer(other)
    layers.remove()
    assert names() == ["my_layer"]


def test_a_layer_that_the_person_removed_is_no_more_given(layers: DeliveryLayers, report: Report) -> None:
    layers.show(report)
    layer = layers.layer_of("a/points.dbf")
    assert layer is not None
    QgsProject.instance().removeMapLayer(layer.id())
    assert layers.layer_of("a/points.dbf") is None
    layers.remove()


def test_a_vrt_named_gml_is_not_opened(layers: DeliveryLayers, report: Report, tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.gpkg", "Point?crs=EPSG:2154&field=NOM:string(20)")
    disguised = tmp_path / "zones.gml"
    disguised.write_text(VRT.format(path=secret), encoding="utf-8")
    layers.show(replace(report, tables=(TableSummary("zones.gml", "ZONE_URBA", 1, path=str(disguised)),)))
    assert names() == []


def test_one_layer_of_a_geopackage(layers: DeliveryLayers, report: Report, tmp_path: Path) -> None:
    path = write(tmp_path / "delivery.gpkg", "Point?crs=EPSG:2154&field=NOM:string(20)")
    table = TableSummary("delivery.gpkg#delivery", "INFO_PCT", 3, path=str(path), layer="delivery")
    layers.show(replace(report, tables=(table,)))
    layer = layers.layer_of("delivery.gpkg#delivery")
    assert layer is not None
    assert layer.featureCount() == 3


def test_a_row_is_found_by_its_position(layers: DeliveryLayers, report: Report, tmp_path: Path) -> None:
    path = write(tmp_path / "delivery.gpkg", "Point?crs=EPSG:2154&field=NOM:string(20)")
    table = TableSummary("d", "INFO_PCT", 3, path=str(path), layer="delivery")
    layers.show(replace(report, tables=(table,)))
    layer = layers.layer_of("d")
    assert layer is not None
    found = feature_at(layer, 1)
    assert found is not None
    assert found["NOM"] == "n1"
    assert found.id() == 2, "a GeoPackage counts its rows from 1: the position is not the identifier"
    assert feature_at(layer, 3) is None


def test_the_row_opens_in_the_table_or_in_its_form(layers: DeliveryLayers, report: Report, window: Window) -> None:
    layers.show(report)
    layer = layers.layer_of("a/points.dbf")
    assert layer is not None
    open_row(window, layer, 2)  # type: ignore[arg-type]
    assert window.tables == [("INFO_PCT", "$id = 2")]
    open_row(window, layer, 2, form=True)  # type: ignore[arg-type]
    assert window.forms == [("INFO_PCT", 2)]
