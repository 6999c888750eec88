"""What QGIS' options are given when QGIS starts: a title and an icon; the page is imported when they are opened."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.icons import plugin_icon
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.store_run import StoreRun

TITLE = "SMICA"


class SmicaOptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options, and keeps what it started, which outlives it."""

    def __init__(self, on_change: Callable[[], object] = lambda: None) -> None:
        super().__init__(TITLE, plugin_icon())
        self._on_change = on_change
        self.run = StandardsUpdateRun()
        self.store_run = StoreRun()

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        from smica_qgis.gui.options_page import SmicaOptionsPage

        return SmicaOptionsPage(self.run, self.store_run, self._on_change, parent)

    def shut_down(self) -> None:
        """Stop what is under way: the plugin is going away."""
        self.run.shut_down()
        self.store_run.shut_down()
