"""Life of the plugin in QGIS: provider, docks, toolbar, menu, translation; added once, removed whole.

Nothing heavy is imported here: QGIS starts as quickly with the plugin as without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt

from smica_qgis.host.translation import install_translation, remove_translation, tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingProvider
    from qgis.gui import QgisInterface, QgsDockWidget
    from qgis.PyQt.QtCore import QTranslator
    from qgis.PyQt.QtGui import QIcon
    from qgis.PyQt.QtWidgets import QAction

    from smica_qgis.gui.batch.dock import BatchDock
    from smica_qgis.gui.catalogue.window_parts import CatalogueWindowParts
    from smica_qgis.gui.instruction.window_parts import InstructionWindowParts
    from smica_qgis.gui.options_factory import SmicaOptionsFactory
    from smica_qgis.gui.parcel.window_parts import ParcelWindowParts
    from smica_qgis.gui.shared_import.window_parts import ImportWindowParts
    from smica_qgis.gui.validation.dock import ValidationDock

MENU = "SMICA"
ACTION_NAME = "SmicaCheckDelivery"
BATCH_ACTION_NAME = "SmicaCheckDeliveries"


class SmicaPlugin:
    """Wiring only. iface is None without a window: then only the Processing provider exists."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator: QTranslator | None = install_translation()
        self._provider: QgsProcessingProvider | None = None
        self._dock: ValidationDock | None = None
        self._batch_dock: BatchDock | None = None
        self._actions: list[QAction] = []
        self._options: SmicaOptionsFactory | None = None
        self._catalogue: CatalogueWindowParts | None = None
        self._parcel: ParcelWindowParts | None = None
        self._imports: ImportWindowParts | None = None
        self._instruction: InstructionWindowParts | None = None

    @property
    def dock(self) -> ValidationDock | None:
        """The dock *Contrôle*, once the window has it."""
        return self._dock

    @property
    def batch_dock(self) -> BatchDock | None:
        """The dock *Contrôle par lot*, once the window has it."""
        return self._batch_dock

    def initProcessing(self) -> None:
        """Add the Processing provider. Called alone by qgis_process."""
        from smica_qgis.processing.provider import SmicaProvider

        self._provider = SmicaProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the provider, the docks with their toolbar buttons and menu entries, the page of options."""
        self.initProcessing()
        if self._iface is None:
            return
        from smica_qgis.gui.options_factory import SmicaOptionsFactory

        self._add_docks(self._iface)
        self._options = SmicaOptionsFactory(self._follow_options)
        self._iface.registerOptionsWidgetFactory(self._options)
        from smica_qgis.gui.catalogue.window_parts import CatalogueWindowParts
        from smica_qgis.gui.parcel.window_parts import ParcelWindowParts

        self._catalogue = CatalogueWindowParts(self._iface, MENU)
        self._parcel = ParcelWindowParts(self._iface, MENU)
        from smica_qgis.gui.instruction.window_parts import InstructionWindowParts
        from smica_qgis.gui.shared_import.window_parts import ImportWindowParts

        self._instruction = InstructionWindowParts(self._iface, MENU)
        self._imports = ImportWindowParts(self._iface, MENU)
        self._tab_docks(self._iface)

    def _tab_docks(self, iface: QgisInterface) -> None:
        """Put the docks of the right in tabs: QGIS does it for those that are shown only, and two do not fit."""
        from qgis.PyQt.QtWidgets import QMainWindow

        window = iface.mainWindow()
        for parts in (self._catalogue, self._parcel, self._instruction):
            if isinstance(window, QMainWindow) and self._dock is not None and parts is not None:
                window.tabifyDockWidget(self._dock, parts.dock)
                parts.dock.hide()

    def _add_docks(self, iface: QgisInterface) -> None:
        from smica_qgis.gui.batch.dock import BatchDock
        from smica_qgis.gui.icons import own_icon, plugin_icon
        from smica_qgis.gui.validation.dock import ValidationDock

        self._dock = ValidationDock(iface, parent=iface.mainWindow())
        self._dock.setUserVisible(False)
        iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()
        text, tip = tr("Check a delivery"), tr("Check a delivery: would the Géoportail accept it?")
        self._add_button(iface, self._dock, ACTION_NAME, plugin_icon(), (text, tip))
        self._batch_dock = BatchDock(iface, self._dock, parent=iface.mainWindow())
        self._batch_dock.setUserVisible(False)
        iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._batch_dock)
        self._batch_dock.hide()
        text, tip = tr("Check many deliveries"), tr("Check many deliveries: a folder or a list, one line each")
        self._add_button(iface, self._batch_dock, BATCH_ACTION_NAME, own_icon("batch"), (text, tip))

    def _add_button(
        self, iface: QgisInterface, dock: QgsDockWidget, name: str, icon: QIcon, words: tuple[str, str]
    ) -> None:
        """Add the toolbar button and the menu entry that show and hide a dock. words: text, then tooltip."""
        from qgis.PyQt.QtWidgets import QAction

        action = QAction(icon, words[0], iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(words[1])
        action.setCheckable(True)
        dock.setToggleVisibilityAction(action)
        iface.addPluginToMenu(MENU, action)
        iface.addToolBarIcon(action)
        self._actions.append(action)

    def _follow_options(self) -> None:
        if self._parcel is not None:
            self._parcel.dock.follow_options()
        if self._instruction is not None:
            self._instruction.dock.follow_options()

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
        if self._imports is not None:
            self._imports.remove()
            self._imports = None
        if self._instruction is not None:
            self._instruction.remove()
            self._instruction = None
        if self._parcel is not None:
            self._parcel.remove()
            self._parcel = None
        if self._catalogue is not None:
            self._catalogue.remove()
            self._catalogue = None
        if self._options is not None:
            iface.unregisterOptionsWidgetFactory(self._options)
            self._options.shut_down()
            self._options = None
        for action in self._actions:
            iface.removePluginMenu(MENU, action)
            iface.removeToolBarIcon(action)
            action.deleteLater()
        self._actions.clear()
        if self._batch_dock is not None:
            self._batch_dock.shut_down()
            iface.removeDockWidget(self._batch_dock)
            self._batch_dock.deleteLater()
            self._batch_dock = None
        if self._dock is not None:
            self._dock.shut_down()
            iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
