"""A window, settings of its own, a dock whose operation the test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSettings
from qgis.gui import QgsMessageBar

from smica_qgis.gui.validation.panel import ValidationPanel
from smica_qgis.gui.validation.services import Services
from tests.qgis.gui.fake_validation import FakeValidation
from tests.unit.reports.made_report import catalogue


class Window:
    """QgisInterface of pytest-qgis, with a message bar that can be read and a record of what is opened."""

    def __init__(self, iface: Any) -> None:  # noqa: ANN401
        self._iface = iface
        self.bar = QgsMessageBar()
        self.tables: list[tuple[str, str]] = []
        self.forms: list[tuple[str, int]] = []

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self.bar

    def showAttributeTable(self, layer: Any, expression: str = "") -> None:  # noqa: ANN401, N802
        self.tables.append((layer.name(), expression))

    def openFeatureForm(self, layer: Any, feature: Any, *_flags: bool) -> None:  # noqa: ANN401, N802
        self.forms.append((layer.name(), feature.id()))

    def messages(self) -> list[str]:
        """Return the texts of the message bar."""
        return [item.text() for item in self.bar.items()]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._iface, name)


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work beside the window waits its turn on a busy machine: five seconds, the usual, are not always enough."""
    monkeypatch.setattr(QtBot, "waitUntil", partialmethod(QtBot.waitUntil, timeout=30_000))


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    QgsSettings().remove("smica")
    yield
    QgsSettings().remove("smica")


@pytest.fixture
def window(qgis_iface: Any, qgis_new_project: None) -> Window:  # noqa: ANN401, ARG001
    qgis_iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    return Window(qgis_iface)


@pytest.fixture
def fake() -> FakeValidation:
    return FakeValidation()


@pytest.fixture
def delivery(tmp_path: Path) -> str:
    """Return the path of a folder; the fake does not look inside."""
    folder = tmp_path / "99999_PLU_20300101"
    folder.mkdir()
    return str(folder)


@pytest.fixture
def panel(window: Window, fake: FakeValidation, delivery: str, qtbot: QtBot) -> Iterator[ValidationPanel]:
    services = Services(
        validate=fake,
        make_sample=lambda _folder: delivery,
        standards=lambda: ("cnig_PLU_2017", "cnig_PLU_2024"),
        catalogue=catalogue,
        list_files=lambda _path: ("notes.txt",),
    )
    shown = ValidationPanel(window, services)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(360, 620)
    shown.show()
    yield shown
    fake.let_go()
    shown.shut_down()
    QgsProject.instance().clear()


@pytest.fixture
def run(panel: ValidationPanel, delivery: str, qtbot: QtBot) -> Callable[[], None]:
    """Return the gesture: choose the delivery and wait for the end."""

    def choose_and_wait() -> None:
        with qtbot.waitSignal(panel.run.ended):
            panel.choose(delivery)

    return choose_and_wait


@pytest.fixture
def rerun(panel: ValidationPanel, qtbot: QtBot) -> Callable[[], None]:
    """Return the gesture: click *Run again* and wait for the end."""

    def click_and_wait() -> None:
        with qtbot.waitSignal(panel.run.ended):
            panel.again_button.click()

    return click_and_wait
