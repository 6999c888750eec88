"""`smica:create_template`, `smica:map_fields` and `smica:convert_version`, as scripts run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr, osr
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsVectorLayer

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.processing.conftest import RecordingFeedback

DOCUMENT = "12202_PLU_20260301"


def ran(provider: SmicaProvider, name: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401
    del provider
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"smica:{name}")
    assert algorithm is not None
    context = QgsProcessingContext()
    good, reason = algorithm.checkParameterValues(parameters, context)
    assert good, reason
    outputs, succeeded = algorithm.run(parameters, context, RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


def zones(path: Path) -> str:
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("zonage", system, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("nom", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("nom", "Ua")
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
    layer.CreateFeature(feature)
    return f"{path}|layername=zonage"


def test_a_template(provider: SmicaProvider, tmp_path: Path) -> None:
    output = str(tmp_path / f"{DOCUMENT}.gpkg")
    outputs = ran(provider, "create_template", STANDARD="cnig_PLU_2025", DOCUMENT=DOCUMENT, OUTPUT=output)
    assert outputs["TEMPLATE"] == output
    assert QgsVectorLayer(f"{output}|layername=ZONE_URBA", "z", "ogr").isValid()


def test_layers_into_a_folder(provider: SmicaProvider, tmp_path: Path) -> None:
    outputs = ran(
        provider,
        "map_fields",
        INPUT=[zones(tmp_path / "local.gpkg")],
        STANDARD="cnig_PLU_2025",
        DOCUMENT=DOCUMENT,
        OUTPUT=str(tmp_path / "out"),
        SAVE_MAPPING=str(tmp_path / "m.json"),
        REPORT=str(tmp_path / "r.json"),
    )
    assert (outputs["READ"], outputs["WRITTEN"], outputs["REFUSED"]) == (1, 1, 0)
    assert Path(outputs["DELIVERY"]).name == DOCUMENT
    assert json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))["tables"][0]["table"] == "ZONE_URBA"
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["lignes_ecrites"] == 1


def test_a_conversion(provider: SmicaProvider, tmp_path: Path) -> None:
    root = invent_delivery(bundled_registry().load("cnig_PLU_2017"), DeliveryRequest(objects=40)).write(tmp_path)
    outputs = ran(
        provider,
        "convert_version",
        INPUT=str(root),
        OUTPUT=str(tmp_path / "new"),
        REPORT=str(tmp_path / "r.html"),
        ZIP=True,
    )
    assert outputs["UNDECIDED"] == outputs["ERRORS"] == 0
    assert outputs["DELIVERY"] == str(tmp_path / "new" / f"{root.name}.zip")
    assert "Conversion de version" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_mistake_is_said_in_french(provider: SmicaProvider, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="n'est pas le nom d'un document"):
        ran(provider, "create_template", STANDARD="cnig_PLU_2025", DOCUMENT="x", OUTPUT=str(tmp_path / "x.gpkg"))
    with pytest.raises(QgsProcessingException, match="JSON"):
        ran(provider, "convert_version", INPUT=str(tmp_path), OUTPUT=str(tmp_path / "n"), DECISIONS="{")
