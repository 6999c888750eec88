"""Life of the plugin in QGIS: provider, dock, toolbar, menu, translation; added once, removed whole.

Nothing heavy is imported here: QGIS starts as quickly with the plugin as without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt

from smica_qgis.host.translation import install_translation, remove_translation, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingProvider
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator
    from qgis.PyQt.QtWidgets import QAction

    from smica_qgis.gui.options_page import SmicaOptionsFactory
    from smica_qgis.gui.validation.dock import ValidationDock

MENU = "SMICA"
ACTION_NAME = "SmicaCheckDelivery"


class SmicaPlugin:
    """Wiring only. iface is None without a window: then only the Processing provider exists."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator: QTranslator | None = install_translation()
        self._provider: QgsProcessingProvider | None = None
        self._dock: ValidationDock | None = None
        self._action: QAction | None = None
        self._options: SmicaOptionsFactory | None = None

    @property
    def dock(self) -> ValidationDock | None:
        """The dock *Contrôle*, once the window has it."""
        return self._dock

    def initProcessing(self) -> None:
        """Add the Processing provider. Called alone by qgis_process."""
        from smica_qgis.processing.provider import SmicaProvider

        self._provider = SmicaProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the provider, the dock, its toolbar button and its menu entry, the page of options."""
        self.initProcessing()
        if self._iface is None:
            return
        from qgis.PyQt.QtWidgets import QAction

        from smica_qgis.gui.icons import plugin_icon
        from smica_qgis.gui.options_page import SmicaOptionsFactory
        from smica_qgis.gui.validation.dock import ValidationDock

        self._dock = ValidationDock(self._iface, parent=self._iface.mainWindow())
        self._dock.setUserVisible(False)
        self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()
        self._action = QAction(plugin_icon(), tr("Check a delivery"), self._iface.mainWindow())
        self._action.setObjectName(ACTION_NAME)
        self._action.setToolTip(tr("Check a delivery: would the Géoportail accept it?"))
        self._action.setCheckable(True)
        self._dock.setToggleVisibilityAction(self._action)
        self._iface.addPluginToMenu(MENU, self._action)
        self._iface.addToolBarIcon(self._action)
        self._options = SmicaOptionsFactory()
        self._iface.registerOptionsWidgetFactory(self._options)

    def unload(self) -> None:
        """Remove all that was added; what runs is stopped and waited for."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._iface is not None:
            self._remove_from_window(self._iface)
        remove_translation(self._translator)
        self._translator = None

    def _remove_from_window(self, iface: QgisInterface) -> None:
        if self._options is not None:
            iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._action is not None:
            iface.removePluginMenu(MENU, self._action)
            iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._dock is not None:
            self._dock.shut_down()
            iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
