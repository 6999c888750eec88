"""A path that one types, drops or chooses, from one or several kinds of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from smica_qgis.gui.dropped_path import dropped_path
from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import tr

Choice = tuple[str, str, Callable[[], str]]
"""Icon, words, and what asks for a path (an empty one when the person gives up)."""


class PathField(QWidget):
    """`edited`: the path was changed by the person."""

    edited = pyqtSignal(str)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.text = QgsFilterLineEdit(self)
        self.text.setShowClearButton(True)
        self.text.setAccessibleName(name)
        self.text.setAcceptDrops(False)  # the field as a whole takes what is dropped
        self.button = QToolButton(self)
        self.button.setText("…")
        self.button.setAccessibleName(tr("Choose: {what}", what=name))
        self._set_up_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.text.textEdited.connect(self.edited)
        self.text.cleared.connect(lambda: self.edited.emit(""))
        self.setAcceptDrops(True)
        self.setFocusProxy(self.text)

    @property
    def path(self) -> str:
        """The path, without blanks around it."""
        return self.text.text().strip()

    def show_path(self, path: str) -> None:
        """Show a path that nobody typed."""
        self.text.setText(path)
        self.text.setToolTip(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(dropped_path(event))

    def _set_up_button(self) -> None:
        if len(self._choices) == 1:
            _, words, ask = self._choices[0]
            self.button.setToolTip(words)
            self.button.clicked.connect(lambda: self._take(ask()))
            return
        menu = QMenu(self.button)
        for icon, words, ask in self._choices:
            action = menu.addAction(theme_icon(icon), words)
            action.triggered.connect(lambda _checked, a=ask: self._take(a()))
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _take(self, path: str) -> None:
        if path:
            self.show_path(path)
            self.edited.emit(path)
