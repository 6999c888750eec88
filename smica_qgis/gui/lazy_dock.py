"""A dock that is an empty shell until someone looks at it, so that QGIS starts quickly, and its button."""

from __future__ import annotations

from typing import Any, Callable, Protocol

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QAction, QWidget


class DockContent(Protocol):
    """What a dock shows."""

    def follow_options(self) -> None:
        """The options were changed: there may be another store."""

    def shut_down(self) -> None:
        """Wait for what is under way, leave nothing on the map."""


class LazyDock(QgsDockWidget):
    """Subclasses make the content, and give it as `panel`. `shut_down` before it is removed."""

    def __init__(self, title: str, name: str, make: Callable[[], DockContent], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._make = make
        self._content: Any = None

    def content(self) -> Any:  # noqa: ANN401 - each dock knows which
        """The content, made the first time it is wanted."""
        if self._content is None:
            self._content = self._make()
            self.setWidget(self._content)
        return self._content

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.content().setVisible(True)

    def follow_options(self) -> None:
        """The options were changed: there may be another store."""
        if self._content is not None:
            self._content.follow_options()

    def shut_down(self) -> None:
        """Wait for what is under way, leave nothing on the map."""
        if self._content is not None:
            self._content.shut_down()


class DockButton:
    """A dock on the right, hidden, its entry of the menu and its button; `remove` takes all away."""

    def __init__(self, iface: QgisInterface, menu: str, dock: LazyDock, action: QAction) -> None:
        self._iface = iface
        self._menu = menu
        self.dock = dock
        self.action = action
        dock.setUserVisible(False)
        iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        action.setCheckable(True)
        dock.setToggleVisibilityAction(action)
        iface.addPluginToMenu(menu, action)
        iface.addToolBarIcon(action)

    def remove(self) -> None:
        """Take all away; what runs is waited for."""
        self._iface.removePluginMenu(self._menu, self.action)
        self._iface.removeToolBarIcon(self.action)
        self.action.deleteLater()
        self.dock.shut_down()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()


def dock_action(iface: QgisInterface, icon: QIcon, name: str, texts: tuple[str, str]) -> QAction:
    """The action of a dock. name: of the object; texts: of the menu, and of the tooltip."""
    action = QAction(icon, texts[0], iface.mainWindow())
    action.setObjectName(name)
    action.setToolTip(texts[1])
    return action
