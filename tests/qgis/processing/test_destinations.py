"""Where an algorithm is asked to write: nothing that it reads is lost, and what cannot be is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

from smica_qgis.database.open_store import open_store
from smica_qgis.host.settings import change_settings
from smica_qgis.processing.describe_parcels import DescribeParcels
from smica_qgis.processing.destinations import check_destinations
from smica_qgis.processing.list_due_controls import ListDueControls
from smica_qgis.processing.repair_project import RepairProject
from smica_qgis.processing.validate_delivery import ValidateDelivery
from tests.qgis.made_planning import made_store


@pytest.fixture
def store(qgis_app: object, tmp_path: Path) -> str:
    del qgis_app
    return made_store(tmp_path)


def fails(algorithm: QgsProcessingAlgorithm, said: str, **parameters: object) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        algorithm.create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)


@pytest.mark.parametrize("chosen", [True, False])
def test_a_store_does_not_become_the_output(store: str, *, chosen: bool) -> None:
    if not chosen:
        change_settings(store=store)
    given = store if chosen else ""
    try:
        fails(DescribeParcels(), "serait perdu", PARCELS="12202 A 1", STORE=given, OUTPUT_GPKG=store)
        fails(ListDueControls(), "serait perdu", STORE=given, OUTPUT=store)
        fails(ListDueControls(), "serait perdu", STORE=given, OUTPUT=QgsProcessingOutputLayerDefinition(store))
    finally:
        change_settings(store="")
    with open_store(store, read_only=True) as opened:
        assert next(opened.rows("SELECT count(*) FROM cad_parcelle"))[0] > 0


def test_nor_does_a_layer_that_is_read(store: str) -> None:
    layer = QgsVectorLayer(f"{store}|layername=cad_parcelle", "parcelles", "ogr")
    QgsProject.instance().addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for given in (layer, layer.id(), layer.source(), QgsProcessingFeatureSourceDefinition(layer.id(), True)):
        parameters = {"PARCEL_LAYER": given, "RULE_LAYERS": [given], "OUTPUT_GPKG": store}
        with pytest.raises(Exception, match="serait perdu"):
            check_destinations(DescribeParcels().create(), parameters, context)
    QgsProject.instance().clear()


def test_a_project_may_be_written_over_itself(tmp_path: Path) -> None:
    project = tmp_path / "projet.qgz"
    project.write_bytes(b"")
    check_destinations(
        RepairProject().create(), {"PROJECT": str(project), "OUTPUT": str(project)}, QgsProcessingContext()
    )


def test_what_cannot_be_written_is_said_before_anything_is_read(store: str, tmp_path: Path) -> None:
    absent = str(tmp_path / "absent" / "liste.csv")
    fails(ListDueControls(), "LIST ne peut pas être écrit : le dossier .*absent n'existe pas", STORE=store, LIST=absent)
    wrong = str(tmp_path / "liste.xlsx")
    fails(ListDueControls(), r"LIST s'écrit en \.csv ou en \.json, pas en « \.xlsx »", STORE=store, LIST=wrong)


def test_one_kind_is_written_under_any_name(tmp_path: Path) -> None:
    parameters = {"INPUT": str(tmp_path), "REPORT_JSON": str(tmp_path / "resume.txt")}
    check_destinations(ValidateDelivery().create(), parameters, QgsProcessingContext())
