"""The first page: every procedure, whose turn it is, what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QShortcut,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.overview import ListedProcedure
from smica_qgis.core.workflow.roles import Role
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.procedures_model import ANY, LISTED_ROLE, ProceduresFilter, ProceduresModel
from smica_qgis.gui.instruction.wording import listed_state_name, round_icon
from smica_qgis.host.translation import number, plural, tr

if TYPE_CHECKING:
    from smica_qgis.gui.instruction.services import Desk

_ROOM = 4


class OverviewPage(QWidget):
    """Signals: opened (identifier), new_wanted, again_wanted, table_wanted, map_wanted."""

    opened = pyqtSignal(str)
    new_wanted = pyqtSignal()
    again_wanted = pyqtSignal()
    table_wanted = pyqtSignal()
    map_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.procedures = ProceduresModel(self)
        self.filtered = ProceduresFilter(self)
        self.filtered.setSourceModel(self.procedures)
        self.text = QgsFilterLineEdit(self)
        self.state = QComboBox(self)
        self.late = QCheckBox(tr("late"), self)
        self.list = QListView(self)
        self.status = QLabel(self)
        self.nothing = QLabel(self)
        self.new_button = QPushButton(theme_icon("mActionAdd"), tr("New procedure…"), self)
        self.again_button = self._tool("mActionRefresh", tr("Read the list again"))
        self.map_button = self._tool("mActionAddOgrLayer", tr("Map"), tr("Communes by state, as a layer"))
        self.table_button = self._tool("mActionFileSaveAs", "CSV", tr("Write the list as a table"))
        self.pages = QStackedWidget(self)
        self._set_up()
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> list[ListedProcedure]:
        """The procedures that the filter leaves, in their order."""
        rows = (self.filtered.index(row, 0) for row in range(self.filtered.rowCount()))
        return [row.data(LISTED_ROLE) for row in rows]

    def show_desk(self, desk: Desk) -> None:
        """Show the procedures, as this person may act on them."""
        chosen = self._chosen()
        self.procedures.show(desk.listed)
        self.pages.setCurrentWidget(self.list if desk.listed else self.nothing)
        allow(self.new_button, refusal(desk.actor, Role.TECHNICIAN, "ouvrir une procédure"))
        for button in (self.map_button, self.table_button, self.text, self.state, self.late):
            button.setEnabled(bool(desk.listed))
        self._filter()
        self._choose(chosen)

    def _filter(self) -> None:
        self.filtered.ask(self.text.text(), self.state.currentData(), late=self.late.isChecked())
        shown, total = self.filtered.rowCount(), self.procedures.rowCount()
        late = sum(1 for one in self.shown if one.late)
        text = plural(shown, tr("{shown} of {total} procedure"), tr("{shown} of {total} procedures"))
        said = text.format(shown=number(shown), total=number(total))
        self.status.setText(said + (" · " + tr("{count} late", count=number(late)) if late else ""))
        self.status.setVisible(bool(total))

    def _chosen(self) -> str:
        one = self.list.currentIndex().data(LISTED_ROLE)
        return "" if one is None else one.procedure.identifier

    def _choose(self, identifier: str) -> None:
        for place, one in enumerate(self.shown):
            if one.procedure.identifier == identifier or (not identifier and place == 0):
                self.list.setCurrentIndex(self.filtered.index(place, 0))

    def _open(self, index: QModelIndex) -> None:
        one = index.data(LISTED_ROLE)
        if one is not None:
            self.opened.emit(one.procedure.identifier)

    def _tool(self, icon: str, text: str, tip: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme_icon(icon))
        button.setToolTip(tip or text)
        button.setAccessibleName(tip or text)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if tip:
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _set_up(self) -> None:
        self.text.setShowSearchIcon(True)
        self.text.setShowClearButton(True)
        self.text.setPlaceholderText(tr("Filter (Ctrl+F)"))
        self.text.setAccessibleName(tr("Filter the procedures by words"))
        self.state.setAccessibleName(tr("State"))
        self.state.addItem(tr("Any state"), ANY)
        for state in (None, *RoundState):
            self.state.addItem(round_icon(state), listed_state_name(state), state)
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setModel(self.filtered)
        self.list.setWordWrap(True)
        self.list.setSpacing(_ROOM // 2)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Procedures"))
        self.list.setAlternatingRowColors(True)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setText(
            tr(
                "No procedure yet. Open one for each document that is made or changed: its deliveries, the decisions "
                "and what is published of it will be kept here, for all who share the store."
            )
        )

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.text, 2)
        filters.addWidget(self.state, 1)
        filters.addWidget(self.late)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_ROOM)
        buttons = (self.new_button, self.again_button, self.map_button, self.table_button)
        column.addWidget(flow_row(self, *buttons))
        column.addLayout(filters)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self._filter())
        self.state.currentIndexChanged.connect(lambda _place: self._filter())
        self.late.toggled.connect(lambda _on: self._filter())
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.new_button.clicked.connect(lambda _checked: self.new_wanted.emit())
        self.again_button.clicked.connect(lambda _checked: self.again_wanted.emit())
        self.table_button.clicked.connect(lambda _checked: self.table_wanted.emit())
        self.map_button.clicked.connect(lambda _checked: self.map_wanted.emit())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.text.setFocus)
