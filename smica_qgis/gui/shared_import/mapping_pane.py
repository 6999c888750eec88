"""The mapping of one table: proposed, taken from a saved one, corrected, saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.field_mapping.mapping import FieldMapping
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.shared_import.mapping_table import MappingTable
from smica_qgis.gui.shared_import.values_table import ValuesTable
from smica_qgis.host.translation import number, plural, tr
from smica_qgis.operations.shared_import.mappings import (
    FIELDS,
    load_mapping,
    mapping_names,
    propose_mapping,
    save_mapping,
)
from smica_qgis.operations.shared_import.preview import TablePreview, unknown_words

_MAPPING_SHARE, _VALUES_SHARE = 680, 280


class MappingPane(QWidget):
    """`changed`: the mapping is another one. kind: of the rows of the table."""

    changed = pyqtSignal()

    def __init__(self, kind: str, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._boundary = boundary
        self._mapping = FieldMapping("", kind, {})
        self.preview: TablePreview | None = None
        self.fields = {field.name: field for field in FIELDS[kind] if not field.personal}
        self.saved = QComboBox(self)
        self.save_button = QPushButton(theme_icon("mActionFileSave"), tr("Save the mapping…"), self)
        self.table = MappingTable(tuple(self.fields.values()), self)
        self.values_title = QLabel(self)
        self.values = ValuesTable(self)
        self.words = QLineEdit(self)
        self._field = ""
        self._lay_out()
        self._fill_saved()
        self._connect()

    @property
    def mapping(self) -> FieldMapping:
        """The mapping as it is shown, with the columns of names: these only serve to take names out of texts."""
        people = {name: text for name, text in self._mapping.champs.items() if name not in self.fields}
        constants = {name: text for name, text in self._mapping.constantes.items() if name in self.fields}
        columns = self.table.columns()
        used = {*columns, *constants}
        values = {name: table for name, table in self._mapping.valeurs.items() if name in used}
        words = tuple(re.findall(r"\w+", self.words.text()))
        return replace(
            self._mapping, champs={**people, **columns}, constantes=constants, valeurs=values, mots_admis=words
        )

    @property
    def missing(self) -> list[str]:
        """Labels of the fields that are needed and have no column."""
        given = {*self.mapping.champs, *self.mapping.constantes}
        return [field.label for name, field in self.fields.items() if field.required and name not in given]

    def show_preview(self, preview: TablePreview) -> None:
        """Show a table; the mapping is proposed from its titles, unless a saved one is chosen."""
        self.preview = preview
        self.table.show_columns(preview.header, preview.examples)
        self._choose_saved()

    def show_mapping(self, mapping: FieldMapping) -> None:
        """Show a mapping."""
        self._mapping = mapping
        self.table.show_mapping(mapping.champs)
        self.words.setText(" ".join(mapping.mots_admis))
        self._update()

    def save(self, name: str) -> None:
        """Keep the mapping under a name, in the profile of QGIS."""
        saved = self._boundary.run(lambda: save_mapping(self.mapping, name))
        if saved is not None:
            self._fill_saved(saved.stem)
            self._boundary.announce(tr("The mapping is saved: {name}", name=saved.stem))

    def _choose_saved(self) -> None:
        name = self.saved.currentData()
        if name:
            mapping = self._boundary.run(lambda: load_mapping(name, self.kind))
        else:
            mapping = propose_mapping(self.kind, self.preview.header) if self.preview else None
        if mapping is not None:
            self.show_mapping(mapping)

    def _fill_saved(self, current: str = "") -> None:
        self.saved.blockSignals(True)
        self.saved.clear()
        self.saved.addItem(tr("proposed from the titles"), "")
        for name in mapping_names(self.kind):
            self.saved.addItem(name, name)
        self.saved.setCurrentIndex(max(0, self.saved.findData(current)))
        self.saved.blockSignals(False)

    def _on_values(self) -> None:
        values: dict[str, Mapping[str, str]] = {**self._mapping.valeurs, self._field: self.values.values()}
        self._mapping = replace(self._mapping, valeurs={name: table for name, table in values.items() if table})
        self._show_states()
        self.changed.emit()

    def _on_field(self, name: str) -> None:
        self._field = name
        field = self.fields.get(name)
        column = self.table.columns().get(name, "")
        words = self.preview.words.get(column, ()) if self.preview else ()
        self.values.show_field(field, words, self._mapping.valeurs.get(name, {}))
        if field is None or not field.values:
            self.values_title.setText(tr("This field has no list of values."))
        elif not words:
            self.values_title.setText(tr("No value of this column to be translated."))
        else:
            self.values_title.setText(tr("Words of the column {column}:", column=column))

    def _update(self) -> None:
        self._show_states()
        self._on_field(self._field)
        self.changed.emit()

    def _show_states(self) -> None:
        mapping = self.mapping
        for name, field in self.fields.items():
            if field.required and field.label in self.missing:
                self.table.show_state(name, tr("needed: choose its column"), wrong=True)
                continue
            unknown = unknown_words(field, mapping, self.preview) if self.preview else []
            words = plural(len(unknown), tr("{count} word not known"), tr("{count} words not known"))
            text = words.format(count=number(len(unknown))) if unknown else ""
            if not unknown and name in mapping.constantes:
                text = tr("always: {value}", value=mapping.constantes[name])
            self.table.show_state(name, text, wrong=bool(unknown))

    def _ask_name(self) -> None:
        proposed = self.saved.currentData() or (self.preview.name.rpartition(".")[0] if self.preview else "")
        name, accepted = QInputDialog.getText(self, tr("Save the mapping"), tr("Name"), text=str(proposed))
        if accepted and name.strip():
            self.save(name.strip())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = QLabel(tr("Mapping"), self)
        label.setBuddy(self.saved)
        row.addWidget(label)
        row.addWidget(self.saved, 1)
        row.addWidget(self.save_button)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        words_label = QLabel(tr("Words allowed in dossier numbers"), right)
        words_label.setBuddy(self.words)
        self.words.setToolTip(tr("A number that holds another word is refused: it may be somebody's name."))
        self.values_title.setWordWrap(True)
        self.values_title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.values_title)
        column.addWidget(self.values, 1)
        column.addWidget(words_label)
        column.addWidget(self.words)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.table)
        splitter.addWidget(right)
        splitter.setSizes([_MAPPING_SHARE, _VALUES_SHARE])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.addLayout(row)
        whole.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.saved.currentIndexChanged.connect(lambda _place: self._choose_saved())
        self.save_button.clicked.connect(lambda _checked: self._ask_name())
        self.table.changed.connect(self._update)
        self.table.field_chosen.connect(self._on_field)
        self.values.changed.connect(self._on_values)
        self.words.textEdited.connect(lambda _text: self.changed.emit())
