"""The dialog *Import sanitation, permits…*: the tables, their mapping, a preview of what is refused, the import."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.gui.shared_import.import_run import ImportJob, ImportRun
from smica_qgis.gui.shared_import.mapping_pane import MappingPane
from smica_qgis.gui.shared_import.report_pane import ReportPane
from smica_qgis.gui.shared_import.source_form import SourceForm
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import tr
from smica_qgis.operations.shared_import.preview import TablePreview, preview_table

_SIZE = (1000, 640)


class ImportDialog(QDialog):
    """Not modal: one looks at the map meanwhile. Closed, it stops what is under way, which then changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import sanitation, permits"))
        self.resize(*_SIZE)
        self.bar = QgsMessageBar(self)
        self._boundary = ErrorBoundary(self.bar)
        self._work = BesideWork(self._boundary)
        self.run = ImportRun(self)
        self.form = SourceForm(self)
        self.panes: dict[str, MappingPane] = {}
        self.tabs = QTabWidget(self)
        self.report_pane = ReportPane(self)
        self.progress = ProgressLine(self)
        self.hint = QLabel(self)
        self.preview_button = QPushButton(theme_icon("mActionShowAllLayers"), tr("Preview"), self)
        self.import_button = QPushButton(theme_icon("mActionStart"), tr("Import"), self)
        self.report_button = QPushButton(theme_icon("mActionFileSaveAs"), tr("Report…"), self)
        self.layers_button = QPushButton(theme_icon("mActionAddOgrLayer"), tr("Open the layers"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._lay_out()
        self._connect()
        self._show_subject()

    def job(self, *, dry_run: bool) -> ImportJob:
        """What the fields ask."""
        form, tables = self.form, self.form.addresses()
        return ImportJob(
            store=load_settings().store,
            subject=form.subject.key,
            tables=tables,
            mappings={kind: pane.mapping for kind, pane in self.panes.items() if kind in tables and pane.preview},
            spanc=form.spanc.text().strip(),
            source=str(form.source.currentData()),
            mode=str(form.mode.currentData()),
            dry_run=dry_run,
        )

    def start(self, *, dry_run: bool) -> None:
        """Preview or import, beside the window."""
        if self.form.subject.spanc:
            change_settings(spanc=self.form.spanc.text().strip())
        self.bar.clearWidgets()
        self.run.start(self.job(dry_run=dry_run))

    def write_report(self, path: Path) -> None:
        """Write the report of the last import, or preview."""
        from smica_qgis.operations.write_table_reports import write_table_report

        report = self.report_pane.report
        if report is not None:
            self._boundary.run(lambda: write_table_report(report, path))

    def open_layers(self) -> None:
        """Add the layers of what was imported to the project."""
        from smica_qgis.operations.open_shared_layers import add_to_project

        theme = "ads" if self.form.subject.key.startswith("ads") else "anc"
        self._boundary.run(lambda: add_to_project(load_settings().store, (theme,), QgsProject.instance()))

    def done(self, result: int) -> None:
        """Leave: nothing goes on behind a dialog that is closed."""
        self.run.shut_down()
        self._work.shut_down()
        super().done(result)

    def _show_subject(self) -> None:
        """New panes for the tables of the subject."""
        self.tabs.clear()
        for pane in self.panes.values():
            pane.deleteLater()
        self.panes = {}
        for kind, title in self.form.subject.kinds.items():
            self.panes[kind] = MappingPane(kind, self._boundary, self)
            self.panes[kind].changed.connect(self._offer)
            self.tabs.addTab(self.panes[kind], title)
        self.tabs.addTab(self.report_pane, tr("Result"))
        self._offer()

    def _read_table(self, kind: str, address: str) -> None:
        self._offer()
        if address and kind in self.panes:
            show = partial(self._show_preview, kind, address)
            self._work.do(tr("SMICA: reading a table"), lambda: preview_table(address), show)

    def _show_preview(self, kind: str, address: str, preview: TablePreview) -> None:
        if self.form.addresses().get(kind) == address:
            self.panes[kind].show_preview(preview)
            self.tabs.setCurrentWidget(self.panes[kind])
        self._offer()

    def _offer(self) -> None:
        """Say what is still wanted; the buttons follow."""
        tables = self.form.addresses()
        missing = [label for kind in tables if kind in self.panes for label in self.panes[kind].missing]
        read = all(self.panes[kind].preview is not None for kind in tables if kind in self.panes)
        hint = ""
        if not load_settings().store:
            hint = tr("The shared store is not chosen: choose it in QGIS › Options › SMICA.")
        elif not tables:
            hint = tr("Choose a table.")
        elif self.form.subject.spanc and not self.form.spanc.text().strip():
            hint = tr("Say which SPANC: dossier numbers only hold for one of them.")
        elif read and missing:
            hint = tr("Needed, without a column: {fields}.", fields=", ".join(missing))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        ready = not hint and read and not self.run.is_running
        for button in (self.preview_button, self.import_button):
            button.setEnabled(ready)
        self.report_button.setEnabled(self.report_pane.report is not None and not self.run.is_running)
        self.layers_button.setEnabled(bool(load_settings().store) and not self.run.is_running)

    def _on_began(self) -> None:
        self.progress.begin()
        self.progress.phase.setText(tr("Reading…"))
        self.form.setEnabled(False)
        self._offer()

    def _on_ended(self, report: TableReport) -> None:
        self._over()
        self.report_pane.show_report(report)
        self.tabs.setCurrentWidget(self.report_pane)
        self._offer()
        if not report.dry_run:
            self._boundary.announce(tr("The import is done."), tr("Open the layers"), self.open_layers)

    def _on_stopped(self) -> None:
        self._over()
        self.bar.pushInfo("", tr("Stopped: nothing was changed."))

    def _on_failed(self, error: Exception) -> None:
        self._over()
        self._boundary.tell(error)

    def _over(self) -> None:
        self.progress.end()
        self.form.setEnabled(True)
        self._offer()

    def _ask_report(self) -> None:
        folder = load_settings().reports_folder or str(Path.home())
        name = tr("import_report")  # apart: texts within an f-string are not gathered for the translation
        proposed = str(Path(folder) / f"{name}.csv")
        path, _ = QFileDialog.getSaveFileName(self, tr("Write the report"), proposed, "CSV (*.csv);;JSON (*.json)")
        if path:
            self.write_report(Path(path))

    def _lay_out(self) -> None:
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        role = QDialogButtonBox.ButtonRole.ActionRole
        for button in (self.preview_button, self.import_button, self.report_button, self.layers_button):
            button.setAutoDefault(False)
            self.buttons.addButton(button, role)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.form)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.hint)
        column.addWidget(self.progress)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.form.subject_changed.connect(self._show_subject)
        self.form.table_chosen.connect(self._read_table)
        self.form.spanc.textChanged.connect(lambda _text: self._offer())
        self.preview_button.clicked.connect(lambda _checked: self.start(dry_run=True))
        self.import_button.clicked.connect(lambda _checked: self.start(dry_run=False))
        self.report_button.clicked.connect(lambda _checked: self._ask_report())
        self.layers_button.clicked.connect(lambda _checked: self.open_layers())
        self.buttons.rejected.connect(self.reject)
        self.progress.cancelled.connect(self.run.cancel)
        self.run.began.connect(self._on_began)
        self.run.progressed.connect(self.progress.show_progress)
        self.run.ended.connect(self._on_ended)
        self.run.stopped.connect(self._on_stopped)
        self.run.failed.connect(self._on_failed)
