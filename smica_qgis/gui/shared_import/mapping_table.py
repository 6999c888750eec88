"""Which column of a table fills which field of ours: one line a field, one choice a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.gui.icons import own_icon
from smica_qgis.host.translation import tr

FIELD, COLUMN, EXAMPLE, STATE = range(4)
_WIDTHS = (190, 180, 120)


class MappingTable(QTableWidget):
    """`changed`: a choice was made; `field_chosen`: a line was entered (name of its field)."""

    changed = pyqtSignal()
    field_chosen = pyqtSignal(str)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(len(fields), 4, parent)
        self.fields = tuple(fields)
        self.choices: dict[str, QComboBox] = {}
        self._states: dict[str, QTableWidgetItem] = {}
        self._shown_examples: dict[str, QTableWidgetItem] = {}
        self._examples: Mapping[str, str] = {}
        self.setHorizontalHeaderLabels([tr("Field"), tr("Column of the table"), tr("Example"), ""])
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Field mapping"))
        for row, field in enumerate(self.fields):
            self._add(row, field)
        self.currentCellChanged.connect(lambda row, *_: self.field_chosen.emit(self._name(row)))

    def show_columns(self, header: Sequence[str], examples: Mapping[str, str]) -> None:
        """Offer the columns of a table."""
        self._examples = examples
        for choice in self.choices.values():
            text = choice.currentText()
            choice.blockSignals(True)
            choice.clear()
            choice.addItems(["", *(title for title in header if title)])
            choice.setEditText(text)
            choice.blockSignals(False)
        self._show_examples()

    def show_mapping(self, columns: Mapping[str, str]) -> None:
        """Show which column fills each field."""
        for name, choice in self.choices.items():
            choice.blockSignals(True)
            choice.setEditText(columns.get(name, ""))
            choice.blockSignals(False)
        self._show_examples()

    def columns(self) -> dict[str, str]:
        """The columns or templates that are chosen, by field."""
        return {name: text for name, choice in self.choices.items() if (text := choice.currentText().strip())}

    def show_state(self, name: str, text: str, *, wrong: bool) -> None:
        """Say something of a field: required and missing, words that are not known."""
        item = self._states[name]
        item.setText(text)
        item.setToolTip(text)
        item.setIcon(own_icon("warning") if wrong else own_icon("info") if text else QIcon())

    def _add(self, row: int, field: Field) -> None:
        title = f"{field.label} *" if field.required else field.label
        named = QTableWidgetItem(title)
        named.setToolTip(tr("needed") if field.required else title)
        self._shown_examples[field.name], self._states[field.name] = QTableWidgetItem(), QTableWidgetItem()
        self.setItem(row, FIELD, named)
        self.setItem(row, EXAMPLE, self._shown_examples[field.name])
        self.setItem(row, STATE, self._states[field.name])
        choice = QComboBox(self)
        choice.setEditable(True)
        choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setToolTip(tr("A column, or a template that joins several: {Section} {Number}"))
        choice.setAccessibleName(tr("Column of: {field}", field=field.label))
        choice.editTextChanged.connect(lambda _text: self._on_changed())
        self.setCellWidget(row, COLUMN, choice)
        self.choices[field.name] = choice

    def _on_changed(self) -> None:
        self._show_examples()
        self.changed.emit()

    def _show_examples(self) -> None:
        for name, item in self._shown_examples.items():
            text = self._examples.get(self.choices[name].currentText(), "")
            item.setText(text)
            item.setToolTip(text)

    def _name(self, row: int) -> str:
        return self.fields[row].name if 0 <= row < len(self.fields) else ""
