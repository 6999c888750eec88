"""What the imports add to the QGIS window: one entry of the menu, the dialog made when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.shared_import.import_dialog import ImportDialog

ACTION_NAME = "SmicaImportShared"


class ImportWindowParts:
    """Added when made; `remove` takes all away."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        self._iface = iface
        self._menu = menu
        self.dialog: ImportDialog | None = None
        self.action = QAction(theme_icon("mActionAddTable"), tr("Import sanitation, permits…"), iface.mainWindow())
        self.action.setObjectName(ACTION_NAME)
        self.action.triggered.connect(lambda _checked: self.show_dialog())
        iface.addPluginToMenu(menu, self.action)

    def show_dialog(self) -> None:
        """Open the dialog, or bring the one that is open to the front."""
        if self.dialog is None:
            from smica_qgis.gui.shared_import.import_dialog import ImportDialog

            self.dialog = ImportDialog(self._iface.mainWindow())
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def remove(self) -> None:
        """Take all away; what runs is stopped and waited for."""
        if self.dialog is not None:
            self.dialog.reject()
        self._iface.removePluginMenu(self._menu, self.action)
        self.action.deleteLater()

    def _forget(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
