"""What is imported, and from which tables: a file, a layer of the project, or the address of a table of PostGIS."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QFormLayout, QInputDialog, QLabel, QLineEdit, QWidget

from smica_qgis.core.ads.vocabulary import SOURCES
from smica_qgis.core.merging import MERGE, REPLACE
from smica_qgis.gui.batch.path_field import PathField
from smica_qgis.gui.shared_import.subjects import Subject, subjects
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr

_TABLES = "(*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.xls *.gpkg *.shp *.geojson *.dbf);;(*.*)"


class SourceForm(QWidget):
    """Signals: subject_changed; table_chosen (kind of its rows, address, empty when there is none)."""

    subject_changed = pyqtSignal()
    table_chosen = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject_choice = QComboBox(self)
        for subject in subjects():
            self.subject_choice.addItem(subject.title, subject)
        self.spanc = QLineEdit(load_settings().spanc, self)
        self.source, self.mode = QComboBox(self), QComboBox(self)
        self.tables: dict[str, PathField] = {}
        self._form = QFormLayout(self)
        self._set_up()
        self._show_subject()
        self.subject_choice.currentIndexChanged.connect(lambda _place: self._show_subject())

    @property
    def subject(self) -> Subject:
        """What is imported."""
        chosen = self.subject_choice.currentData()
        if not isinstance(chosen, Subject):
            message = "the choice holds subjects only"
            raise TypeError(message)
        return chosen

    def addresses(self) -> Mapping[str, str]:
        """Kind → address of its table, those that are given."""
        return {kind: field.path for kind, field in self.tables.items() if field.path}

    def _set_up(self) -> None:
        self.spanc.setPlaceholderText(tr("identifier of the SPANC, for example SPANC-CC"))
        for code, label in SOURCES.items():
            self.source.addItem(label, code)
        self.source.setCurrentIndex(self.source.findData("CSV"))
        self.mode.addItem(tr("complete what the store has"), MERGE)
        self.mode.addItem(tr("replace what the store has of them"), REPLACE)
        self._form.setContentsMargins(0, 0, 0, 0)
        for label, field in (
            (tr("What"), self.subject_choice),
            (tr("SPANC"), self.spanc),
            (tr("Comes from"), self.source),
            (tr("Mode"), self.mode),
        ):
            self._form.addRow(label, field)

    def _show_subject(self) -> None:
        subject = self.subject
        for field in self.tables.values():
            self._form.removeRow(field)
        self.tables = {}
        for kind, title in subject.kinds.items():
            self.tables[kind] = self._table(kind, title)
            self._form.addRow(title, self.tables[kind])
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.spanc, subject.spanc),
            (self.source, subject.has_source),
            (self.mode, subject.merges),
        )
        for part, wanted in shown:
            part.setVisible(wanted)
            label = self._form.labelForField(part)
            if isinstance(label, QLabel):
                label.setVisible(wanted)
        self.subject_changed.emit()

    def _table(self, kind: str, title: str) -> PathField:
        choices = (
            ("mActionFileOpen", tr("A file…"), self._ask_file),
            ("mActionAddOgrLayer", tr("A layer of the project…"), self._ask_layer),
        )
        field = PathField(title, choices, self)
        field.text.setPlaceholderText(tr("file, or service=… schema=… | table=… (PostGIS)"))
        field.text.editingFinished.connect(lambda: self.table_chosen.emit(kind, field.path))
        field.edited.connect(lambda path: self._on_chosen(kind, field, path))
        return field

    def _on_chosen(self, kind: str, field: PathField, path: str) -> None:
        """A path that was picked or dropped is read at once, one that is being typed when it is finished."""
        if not field.text.hasFocus() or not path:
            self.table_chosen.emit(kind, path)

    def _ask_file(self) -> str:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the table"), load_settings().reports_folder, _TABLES)
        return str(path)

    def _ask_layer(self) -> str:
        layers = {
            f"{layer.name()}": layer.source().partition("|subset=")[0]
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.providerType() == "ogr"
        }
        name, accepted = QInputDialog.getItem(
            self, tr("Choose the layer"), tr("Layers of the project that are files"), sorted(layers), 0, False
        )
        return layers.get(name, "") if accepted else ""
