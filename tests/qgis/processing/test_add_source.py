"""`smica:add_source`: in the open project, or in a project written to a file, with group and style."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from smica_qgis.processing.add_source import AddSource
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.gui.catalogue_profile import geopackage, members
from tests.qgis.processing.conftest import RecordingFeedback
from tests.unit.core.source_profile.made_profile import written

pytestmark = pytest.mark.usefixtures("provider")
OPACITY = 0.35


@pytest.fixture
def open_project() -> Iterator[QgsProject]:
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


def profile_file(folder: Path, **changes: Any) -> Path:  # noqa: ANN401
    """Write a profile whose first source, a GeoPackage in Urbanisme / PLU, has those members changed."""
    made = members(geopackage(folder))
    made["sources"][0].update(changes)
    path = folder / "profil.json"
    path.write_bytes(written(**made))
    return path


def run(context: QgsProcessingContext | None = None, **parameters: object) -> dict[str, Any]:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:add_source")
    assert isinstance(algorithm, AddSource)
    given = {name: str(value) for name, value in parameters.items()}
    context = context or QgsProcessingContext()
    accepted, reason = algorithm.checkParameterValues(given, context)
    assert accepted, reason
    outputs, succeeded = algorithm.run(given, context, RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


def groups_of(project: QgsProject, layer: QgsMapLayer) -> list[str]:
    names, node = [], project.layerTreeRoot().findLayer(layer.id()).parent()
    while node is not project.layerTreeRoot():
        names.insert(0, node.name())
        node = node.parent()
    return names


def red_at_opacity(folder: Path, suffix: str) -> Path:
    """Write a style, red and see-through, as QML or SLD."""
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=nom:string", "m", "memory")
    layer.renderer().symbol().setColor(QColor("red"))
    layer.setOpacity(OPACITY)
    path = folder / f"zones{suffix}"
    _message, saved = layer.saveNamedStyle(str(path)) if suffix == ".qml" else layer.saveSldStyle(str(path))
    assert saved
    return path


def test_a_project_is_written_with_the_layer_in_its_group(tmp_path: Path) -> None:
    output = tmp_path / "plan.qgz"
    results = run(SOURCE="zones", PROFILES=profile_file(tmp_path), OUTPUT=output)
    assert results["OUTPUT"] == str(output)
    assert results["GROUP"] == "Urbanisme / PLU"
    project = QgsProject()
    assert project.read(str(output))
    [layer] = project.mapLayers().values()
    assert [layer.id()] == results["LAYERS"]
    assert layer.isValid()
    assert groups_of(project, layer) == ["Urbanisme", "PLU"]
    assert layer.minimumScale() == 25000
    assert project.crs().authid() == "EPSG:2154"


def test_the_project_given_keeps_its_layers_even_those_that_do_not_open(tmp_path: Path) -> None:
    start = QgsProject()
    dead = QgsVectorLayer("/absent/anciennes.gpkg|layername=zone", "Anciennes", "ogr")
    start.addMapLayer(dead)
    address = dead.source()
    before = tmp_path / "avant.qgz"
    assert start.write(str(before))
    content = before.read_bytes()
    output = tmp_path / "apres.qgz"
    run(SOURCE="zones", PROFILES=profile_file(tmp_path), PROJECT=before, OUTPUT=output)
    assert before.read_bytes() == content
    project = QgsProject()
    assert project.read(str(output))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert set(layers) == {"Anciennes", "Zonage des PLU"}
    assert Path(layers["Anciennes"].source().partition("|")[0]).name == Path(address.partition("|")[0]).name
    assert layers["Zonage des PLU"].isValid()


def test_a_project_to_start_from_wants_one_to_write(tmp_path: Path) -> None:
    algorithm = AddSource()
    algorithm.initAlgorithm()
    accepted, reason = algorithm.checkParameterValues({"SOURCE": "zones", "PROJECT": "a.qgz"}, QgsProcessingContext())
    assert not accepted
    assert reason
    assert not list(tmp_path.iterdir())


def test_in_the_open_project_from_a_thread(tmp_path: Path, open_project: QgsProject, qtbot: QtBot) -> None:
    """As the toolbox does: the algorithm in a task, its layers added at the end, in the window's thread."""
    context = QgsProcessingContext()
    context.setProject(open_project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:add_source")
    given = {
        "SOURCE": "zones",
        "PROFILES": str(profile_file(tmp_path, style_file=str(red_at_opacity(tmp_path, ".qml")))),
    }
    feedback = RecordingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    with qtbot.waitSignal(task.executed, timeout=20_000) as ended:
        QgsApplication.taskManager().addTask(task)
    assert ended.args is not None
    assert ended.args[0], feedback.errors
    gc.collect()
    [(layer_id, details)] = context.layersToLoadOnCompletion().items()
    layer = context.takeResultLayer(layer_id)
    open_project.addMapLayer(layer)
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert groups_of(open_project, layer) == ["Urbanisme", "PLU"]
    assert layer.opacity() == pytest.approx(OPACITY)
    assert len(open_project.layerTreeRoot().findLayers()) == 1


@pytest.mark.parametrize("suffix", [".qml", ".sld"])
def test_the_style_of_the_profile_is_applied(tmp_path: Path, suffix: str) -> None:
    style = red_at_opacity(tmp_path, suffix)
    output = tmp_path / "plan.qgz"
    run(SOURCE="zones", PROFILES=profile_file(tmp_path, style_file=style.name), OUTPUT=output)
    project = QgsProject()
    assert project.read(str(output))
    [layer] = project.mapLayers().values()
    assert isinstance(layer, QgsVectorLayer)
    assert layer.renderer().symbol().color().name() == "#ff0000"


def test_a_style_that_cannot_be_read_is_told_and_the_layer_is_there(tmp_path: Path) -> None:
    (tmp_path / "faux.qml").write_text("rien", encoding="utf-8")
    feedback = RecordingFeedback()
    said: list[str] = []
    feedback.pushWarning = said.append  # type: ignore[method-assign,assignment]
    algorithm = AddSource()
    algorithm.initAlgorithm()
    given = {"SOURCE": "zones", "PROFILES": str(profile_file(tmp_path, style_file="faux.qml"))}
    outputs, succeeded = algorithm.run(
        {**given, "OUTPUT": str(tmp_path / "plan.qgz")}, QgsProcessingContext(), feedback, {}, False
    )
    assert succeeded
    assert len(outputs["LAYERS"]) == 1
    assert any("n'a pas pu être appliqué" in text for text in said)


def test_a_source_that_is_not_there_is_refused_in_words(tmp_path: Path, provider: SmicaProvider) -> None:
    with pytest.raises(QgsProcessingException, match="smica:list_sources"):
        provider.algorithm("add_source").create().run(
            {"SOURCE": "absent", "PROFILES": str(profile_file(tmp_path))},
            QgsProcessingContext(),
            RecordingFeedback(),
            {},
            False,
        )
