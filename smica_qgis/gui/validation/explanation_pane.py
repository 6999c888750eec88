"""The pane below the tree: what, why, how to fix it; and the buttons to walk through the places."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QFrame,
    QMenu,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.validation.explanation import group_text, kind_text, place_text, style
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.findings_model import FindingsModel
from smica_qgis.gui.validation.zoom import ZoomWay, zoom_way_name
from smica_qgis.host.translation import tr


class ExplanationPane(QWidget):
    """Signals: step_wanted (1 or -1), row_wanted, form_wanted, zoom_wanted, zoom_chosen, automatic_chosen."""

    step_wanted = pyqtSignal(int)
    row_wanted = pyqtSignal()
    form_wanted = pyqtSignal()
    zoom_wanted = pyqtSignal()
    zoom_chosen = pyqtSignal(object)
    automatic_chosen = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setMinimumHeight(70)
        self.text.setAccessibleName(tr("Explanation of the finding"))
        self.text.setPlaceholderText(tr("Choose a finding to read what it means and how to fix it."))
        self.previous = self._button("mActionArrowLeft", "", tr("Previous finding"), "P")
        self.next = self._button("mActionArrowRight", "", tr("Next finding"), "N")
        self.row = self._button("mActionOpenTable", tr("Open the row"), tr("Attribute table on this row"), "⏎")
        self.zoom = self._button("mActionZoomTo", tr("Zoom"), tr("Show it on the map"), tr("Space"))
        self._ways: dict[ZoomWay, QAction] = {}
        self._add_menus()
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.row.clicked.connect(self.row_wanted)
        self.zoom.clicked.connect(self.zoom_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text, 1)
        for button in (self.previous, self.next):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        column.addWidget(flow_row(self, self.previous, self.next, self.row, self.zoom))
        self.show_nothing()

    def show_zoom(self, way: ZoomWay, *, automatic: bool) -> None:
        """Check what is remembered."""
        self._ways[way].setChecked(True)
        self.automatic.setChecked(automatic)

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._show("", has_row=False, has_place=False)

    def show_index(self, model: FindingsModel, index: QModelIndex, *, has_layer: bool) -> None:
        """Explain what an index of the tree stands for."""
        node, place = model.node_of(index), model.place_of(index)
        if node is None or model.tree is None:
            self.show_nothing()
            return
        findings = model.tree.index
        if place is not None:
            finding = findings.findings[place]
            text = place_text(finding, PlaceState(findings.states[place]), findings.catalogue)
            located = finding.row is not None or bool(finding.feature_bbox or finding.geometry)
            self._show(text, has_row=has_layer and finding.row is not None, has_place=located)
        elif node.kind is not None:
            example = findings.findings[node.shown[0]]
            self._show(kind_text(node, example, findings.catalogue), has_row=False, has_place=True)
        else:
            self._show(group_text(node), has_row=False, has_place=False)

    def _show(self, text: str, *, has_row: bool, has_place: bool) -> None:
        text_colour = self.palette().color(QPalette.ColorRole.Text)
        background = self.palette().color(QPalette.ColorRole.Base)
        self.text.document().setDefaultStyleSheet(style(_between(text_colour, background)))
        self.text.setHtml(text)
        self.row.setEnabled(has_row)
        self.zoom.setEnabled(has_place)

    def _button(self, icon: str, text: str, tooltip: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme_icon(icon))
        button.setText(text)
        button.setToolTip(f"{tooltip} ({key})")
        button.setAccessibleName(tooltip)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _add_menus(self) -> None:
        rows = QMenu(self.row)
        rows.addAction(theme_icon("mActionOpenTable"), tr("In the attribute table"), self.row_wanted.emit)
        rows.addAction(theme_icon("mActionFormView"), tr("In its form"), self.form_wanted.emit)
        self._attach(self.row, rows)
        ways = QMenu(self.zoom)
        group = QActionGroup(ways)
        for way in ZoomWay:
            action = ways.addAction(zoom_way_name(way))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked, w=way: self.zoom_chosen.emit(w))
            self._ways[way] = action
        ways.addSeparator()
        self.automatic = ways.addAction(tr("Also when a finding is chosen"))
        self.automatic.setCheckable(True)
        self.automatic.triggered.connect(self.automatic_chosen)
        self._attach(self.zoom, ways)

    def _attach(self, button: QToolButton, menu: QMenu) -> None:
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)


def _between(text: QColor, background: QColor) -> str:
    """A colour at two thirds of the way to the text: secondary, and readable on both themes."""
    parts = [(2 * a + b) // 3 for a, b in zip(text.getRgb()[:3], background.getRgb()[:3])]
    return QColor(*parts).name()
