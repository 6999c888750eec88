"""Tabs whose names wrap on a second line in a narrow dock: none is cut, none hides behind an arrow."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QButtonGroup, QShortcut, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from smica_qgis.gui.flow_layout import flow_row


class FlowTabs(QWidget):
    """Pages by name. moved: another page is shown. Ctrl+Page Down and Ctrl+Page Up go from one to the next."""

    moved = pyqtSignal(int)

    def __init__(self, pages: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = QStackedWidget(self)
        self._group = QButtonGroup(self)
        self.buttons: list[QToolButton] = []
        for place, (name, page) in enumerate(pages.items()):
            button = QToolButton(self)
            button.setText(name)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked, p=place: self.show_page(p))
            self._group.addButton(button)
            self.buttons.append(button)
            self.pages.addWidget(page)
        self.row = flow_row(self, *self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.pages, 1)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda s=step: self.show_page((self.pages.currentIndex() + s) % len(pages)))
        self.show_page(0)

    def show_page(self, place: int) -> None:
        """Show a page."""
        self.buttons[place].setChecked(True)
        if place != self.pages.currentIndex():
            self.pages.setCurrentIndex(place)
            self.moved.emit(place)

    def name(self, place: int, text: str) -> None:
        """Give a page another name, for the count that it holds."""
        self.buttons[place].setText(text)
        self.row.updateGeometry()
