"""The dock in QGIS' window: light until it is looked at, gone whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMainWindow

from smica_qgis.gui.validation.dock import ValidationDock
from smica_qgis.gui.validation.services import Services
from smica_qgis.plugin import SmicaPlugin
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.fake_validation import FakeValidation


class MainWindow(Window):
    """A window that really takes docks and toolbars."""

    def __init__(self, iface: Any) -> None:  # noqa: ANN401
        super().__init__(iface)
        self.main = QMainWindow()
        self.menu: list[str] = []
        self.toolbar = self.main.addToolBar("Plugins")

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self.main

    def addTabifiedDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:  # noqa: N802
        self.main.addDockWidget(area, dock)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:  # noqa: N802
        self.main.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:  # noqa: N802
        self.main.removeDockWidget(dock)

    def addToolBarIcon(self, action: QAction) -> None:  # noqa: N802
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action: QAction) -> None:  # noqa: N802
        self.toolbar.removeAction(action)

    def addPluginToMenu(self, name: str, _action: Any) -> None:  # noqa: ANN401, N802
        self.menu.append(name)

    def removePluginMenu(self, name: str, _action: Any) -> None:  # noqa: ANN401, N802
        self.menu.remove(name)


@pytest.fixture
def main(qgis_iface: Any, qgis_new_project: None, qtbot: QtBot) -> MainWindow:  # noqa: ANN401, ARG001
    window = MainWindow(qgis_iface)
    qtbot.addWidget(window.main)
    return window


def contents(window: MainWindow) -> tuple[int, int, int]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (
        len(window.main.findChildren(QDockWidget)),
        len(window.toolbar.actions()),
        len(window.menu),
    )


def test_three_reloads_leave_one_dock_of_each(main: MainWindow) -> None:
    for _ in range(3):
        plugin = SmicaPlugin(main)  # type: ignore[arg-type]
        plugin.initGui()
        assert contents(main) == (5, 5, 6)
        assert QgsApplication.processingRegistry().providerById("smica") is not None
        plugin.unload()
        assert contents(main) == (0, 0, 0)
        assert QgsApplication.processingRegistry().providerById("smica") is None


def test_the_docks_of_the_right_are_tabs(main: MainWindow) -> None:
    plugin = SmicaPlugin(main)  # type: ignore[arg-type]
    plugin.initGui()
    main.main.show()
    assert plugin.dock is not None
    right = Qt.DockWidgetArea.RightDockWidgetArea
    others = [dock for dock in main.main.findChildren(QDockWidget) if main.main.dockWidgetArea(dock) == right]
    assert len(others) >= 3
    for dock in others:
        dock.show()
    assert set(main.main.tabifiedDockWidgets(plugin.dock)) == set(others) - {plugin.dock}
    plugin.unload()


def test_the_button_shows_and_hides_the_dock(main: MainWindow) -> None:
    plugin = SmicaPlugin(main)  # type: ignore[arg-type]
    plugin.initGui()
    main.main.show()
    assert plugin.dock is not None
    button = main.toolbar.actions()[0]
    assert not plugin.dock.isVisible()
    button.trigger()
    assert plugin.dock.isVisible()
    button.trigger()
    assert not plugin.dock.isVisible()
    plugin.unload()


def test_without_a_window_there_is_only_the_provider() -> None:
    plugin = SmicaPlugin(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("smica") is not None
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("smica") is None


def test_unloading_while_it_runs(main: MainWindow, fake: FakeValidation, delivery: str, qtbot: QtBot) -> None:
    plugin = SmicaPlugin(main)  # type: ignore[arg-type]
    plugin.initGui()
    assert plugin.dock is not None
    plugin.dock._services = Services(validate=fake)
    fake.held = True
    plugin.dock.show()
    plugin.dock.panel.choose(delivery)
    qtbot.waitUntil(lambda: bool(fake.requests))
    plugin.unload()
    assert fake.closed == [1]
    assert contents(main) == (0, 0, 0)
    qtbot.wait(200)
    assert QgsApplication.taskManager().countActiveTasks() == 0


def test_the_dock_makes_its_panel_when_it_is_looked_at(main: MainWindow, fake: FakeValidation) -> None:
    dock = ValidationDock(main, Services(validate=fake), main.main)  # type: ignore[arg-type]
    main.main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.hide()
    assert dock._panel is None
    main.main.show()
    dock.show()
    assert dock._panel is not None
    assert dock.widget() is dock.panel
    dock.shut_down()


MODULES_AT_START = """
import sys
sys.path.insert(0, {repository!r})
import qgis.core
before = set(sys.modules)
from smica_qgis import classFactory
plugin = classFactory(None)
print(sorted(name for name in set(sys.modules) - before if name.startswith("smica_qgis")))
"""


def test_starting_qgis_imports_nearly_nothing(repository: Path) -> None:
    code = MODULES_AT_START.format(repository=str(repository))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = done.stdout.strip().splitlines()[-1]
    for heavy in ("gui", "processing", "operations", "geodata", "reports", "core"):
        assert f"smica_qgis.{heavy}" not in modules
