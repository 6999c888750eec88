"""What is shown of the findings: words, map extent, table, level, new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSignalBlocker, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.validation.finding import Box, Family, Level
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.validation.finding_icons import level_icon, state_icon
from smica_qgis.gui.validation.findings_filter import FindingsFilter
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.wording import SHOWN_LEVELS, level_word
from smica_qgis.host.translation import number, plural, tr

TYPING_PAUSE = 250


class FilterBar(QWidget):
    """Emits `changed` when the person asked for something else. The family comes from the chips."""

    changed = pyqtSignal()
    extent_wanted = pyqtSignal(bool)
    cleared = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family: Family | None = None
        self.extent: Box | None = None
        self.text = QgsFilterLineEdit(self)
        self.text.setShowSearchIcon(True)
        self.text.setShowClearButton(True)
        self.text.setPlaceholderText(tr("Filter (Ctrl+F)"))
        self.text.setToolTip(tr("Words, codes, rows or values, in any order"))
        self.text.setAccessibleName(tr("Filter the findings by words"))
        self.in_view = QCheckBox(tr("in the view"), self)
        self.in_view.setToolTip(tr("Only what lies in the extent of the map"))
        self.table = _narrow_combo(tr("Table"), self)
        self.level = _narrow_combo(tr("Level"), self)
        self.state = _narrow_combo(tr("State"), self)
        self.state.setVisible(False)
        self.only_new = QCheckBox(tr("new since the last run"), self)
        self.only_new.setIcon(state_icon(PlaceState.NEW))
        self.status = QLabel(self)
        self.clear_button = QToolButton(self)
        self.clear_button.setText(tr("Show everything"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self.show_tables(())
        self.show_comparison(compared=False)
        self.show_count(0, 0)

    @property
    def filter(self) -> FindingsFilter:
        """What is asked for now."""
        return FindingsFilter(
            family=self.family,
            levels=self._levels(),
            table=self.table.currentData() or "",
            text=self.text.text(),
            extent=self.extent if self.in_view.isChecked() else None,
            only_new=self.only_new.isChecked(),
            states=self.state.currentData() or (),
        )

    def show_tables(self, tables: Iterable[str]) -> None:
        """Offer these tables, keeping the choice if it is still there."""
        chosen = self.table.currentData()
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.addItem(tr("Any table"), "")
            for table in tables:
                self.table.addItem(table, table)
            self.table.setCurrentIndex(max(0, self.table.findData(chosen)))

    def show_comparison(self, *, compared: bool) -> None:
        """Offer the new ones only when the run could be compared with the one before."""
        if not compared:
            self.only_new.setChecked(False)
        self.only_new.setVisible(compared and not self.state.count())  # with states, it is one of them

    def offer_states(self, offered: Mapping[tuple[PlaceState, ...], str]) -> None:
        """Let one choose by state. offered: states that go together → word; the icon is that of the first."""
        with QSignalBlocker(self.state):
            self.state.addItem(tr("Any state"), ())
            for states, word in offered.items():
                icon = QIcon() if states[0] is PlaceState.PRESENT else state_icon(states[0])
                self.state.addItem(icon, word, states)
        self.state.setVisible(True)

    def show_states(self, states: tuple[PlaceState, ...]) -> None:
        """Show what is in one of these states, nothing else asked."""
        self.clear()
        places = (place for place in range(self.state.count()) if tuple(self.state.itemData(place) or ()) == states)
        self.state.setCurrentIndex(next(places, 0))

    def show_count(self, shown: int, total: int) -> None:
        """Say how many findings are left by the filter, and how to see them all."""
        filtering = not self.filter.is_empty
        text = plural(total, tr("{shown} of {total} finding"), tr("{shown} of {total} findings"))
        self.status.setText(text.format(shown=number(shown), total=number(total)) if filtering else "")
        self.status.setVisible(filtering)
        self.clear_button.setVisible(filtering)

    def clear(self) -> None:
        """Show everything again."""
        fields = (self.text, self.table, self.level, self.state, self.in_view, self.only_new)
        for field in fields:
            field.blockSignals(True)
        self.text.clear()
        self.table.setCurrentIndex(0)
        self.level.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.in_view.setChecked(False)
        self.only_new.setChecked(False)
        for field in fields:
            field.blockSignals(False)
        self._pause.stop()
        self.family = None
        self.extent_wanted.emit(False)
        self.cleared.emit()
        self.changed.emit()

    def _lay_out(self) -> None:
        for level in SHOWN_LEVELS:
            self.level.addItem(level_icon(level), level_word(level), level)
        self.level.insertItem(0, tr("Any level"), None)
        self.level.setCurrentIndex(0)
        words = QHBoxLayout()
        words.addWidget(self.text, 1)
        words.addWidget(self.in_view)
        combos = QHBoxLayout()
        combos.addWidget(self.table, 1)
        combos.addWidget(self.level, 1)
        combos.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(words)
        column.addLayout(combos)
        column.addWidget(flow_row(self, self.only_new, self.status, self.clear_button))

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self.changed)
        self.table.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.state.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.level.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.in_view.toggled.connect(self.extent_wanted)
        self.only_new.toggled.connect(lambda _on: self.changed.emit())
        self.clear_button.clicked.connect(self.clear)

    def _levels(self) -> tuple[Level, ...]:
        level = self.level.currentData()
        if level is None:
            return ()
        return (Level.FATAL, Level.ERROR) if level is Level.ERROR else (level,)


def _narrow_combo(name: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(3)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
