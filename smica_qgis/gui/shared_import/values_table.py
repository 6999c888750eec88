"""What the words of a column mean: one line a word, one code of the list a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from smica_qgis.core.field_mapping.cells import RefusedCellError, read_cell
from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.gui.icons import own_icon
from smica_qgis.host.translation import tr
from smica_qgis.operations.shared_import.preview import is_known


class ValuesTable(QTableWidget):
    """`changed`: somebody said what a word means."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self._field: Field | None = None
        self.choices: dict[str, QComboBox] = {}
        self.setHorizontalHeaderLabels([tr("In the table"), tr("Means")])
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setAccessibleName(tr("Meaning of the words"))

    def show_field(self, field: Field | None, words: Sequence[str], given: Mapping[str, str]) -> None:
        """Show the words of the column of a field, each with what it means. given: word → code, of the mapping."""
        self._field = field
        self.choices = {}
        self.setRowCount(0)
        if field is None or not field.values:
            return
        self.setRowCount(len(words))
        for row, word in enumerate(words):
            known = given.get(word)
            item = QTableWidgetItem(word)
            if known is None and not is_known(field, word):
                item.setIcon(own_icon("warning"))
                item.setToolTip(tr("not known: rows with it are refused"))
            self.setItem(row, 0, item)
            choice = QComboBox(self)
            choice.addItem(_automatic(field, word), None)
            for code, label in field.values.items():
                choice.addItem(f"{label} ({code})", code)
            choice.setCurrentIndex(max(0, choice.findData(known)) if known else 0)
            choice.setAccessibleName(tr("Meaning of: {word}", word=word))
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
            self.setCellWidget(row, 1, choice)
            self.choices[word] = choice

    def values(self) -> dict[str, str]:
        """The words that somebody gave a meaning to."""
        chosen = {word: choice.currentData() for word, choice in self.choices.items()}
        return {word: str(code) for word, code in chosen.items() if code is not None}


def _automatic(field: Field, word: str) -> str:
    try:
        read = read_cell(field, word)
    except RefusedCellError:
        return tr("to be said…")
    names = [field.values.get(code, code) for code in str(read or "").split(",") if code]
    return tr("{meaning} (recognised)", meaning=", ".join(names)) if names else tr("nothing (recognised)")
