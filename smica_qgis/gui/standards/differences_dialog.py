"""What differs between the bundled standards and the fetched ones: a tree, a filter, two exports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.gui import QgsFilterLineEdit, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.error_boundary import ErrorBoundary, Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.gui.standards.differences_model import DifferencesFilter, DifferencesModel
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.gui.validation.reports_menu import open_file
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import number, plural, tr

if TYPE_CHECKING:
    from smica_qgis.core.document_model.differences import ModelComparison

_SIZE = (1040, 560)
_LOOK_EVERY = 150
_OPENED_UP_TO = 3
_WIDTHS = (280, 230, 240)


class DifferencesDialog(QDialog):
    """Compares in the background, then shows. Closed, it stops the comparison."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Standards: what differs"))
        self.resize(*_SIZE)
        self._comparisons: Sequence[ModelComparison] = ()
        self.bar = QgsMessageBar(self)
        self._boundary = ErrorBoundary(self.bar)
        self.summary = QLabel(self)
        self.filter = QgsFilterLineEdit(self)
        self.everything = QCheckBox(tr("also models that are the same"), self)
        self.tree = QTreeView(self)
        self.model = DifferencesModel(self)
        self.shown_model = DifferencesFilter(self)
        self.progress = ProgressLine(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._set_up()
        self._lay_out()
        self._task = OperationTask(
            tr("SMICA: comparison of the standards"), lambda progress: _compared(folder, progress)
        )
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY)
        self._watch.timeout.connect(lambda: self.progress.show_progress(self._task.state))
        self._begin()

    @property
    def is_comparing(self) -> bool:
        """Whether the comparison is under way."""
        return self._watch.isActive()

    def done(self, result: int) -> None:
        """Leave: nothing goes on behind a dialog that is closed."""
        if self.is_comparing:
            self._watch.stop()
            self._task.ended.disconnect(self._on_end)
            self._task.stop_and_wait(WAIT_AT_MOST)
        super().done(result)

    def export(self, kind: str) -> None:
        """Ask where, write the page ("html") or the table ("csv"), offer to open it."""
        from smica_qgis.reports.standard_differences import write_differences_csv, write_differences_html

        folder = load_settings().reports_folder or str(Path.home())
        name = tr("standards_differences")
        proposed = str(Path(folder) / f"{name}.{kind}")
        kinds = tr("HTML page (*.html)") if kind == "html" else tr("Table (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self, tr("Write what differs"), proposed, kinds)
        if not path:
            return
        path = path if path.lower().endswith(f".{kind}") else f"{path}.{kind}"
        write = write_differences_html if kind == "html" else write_differences_csv

        def work() -> None:
            write(self._comparisons, Path(path))
            change_settings(reports_folder=str(Path(path).parent))
            text = tr("The report is written: {path}", path=path)
            self._boundary.announce(text, tr("Open it"), lambda: open_file(path))

        self._boundary.run(work)

    def _begin(self) -> None:
        self.progress.begin()
        self.progress.phase.setText(tr("Comparing…"))
        self._watch.start()
        start(self._task, self._on_end)

    def _on_end(self, outcome: Outcome[list[ModelComparison]]) -> None:
        self._watch.stop()
        self.progress.end()
        if outcome.error is not None:
            self.summary.setText(tr("The comparison did not end."))
            self._boundary.tell(outcome.error)
            return
        self._comparisons = outcome.value or ()
        for button in self.exports:
            button.setEnabled(bool(self._comparisons))
        self._show()

    def _show(self) -> None:
        self.model.show_comparisons(self._comparisons, everything=self.everything.isChecked())
        header = self.tree.header()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        if self.model.rowCount() <= _OPENED_UP_TO:
            self.tree.expandAll()
        self.summary.setText(self._sentence())

    def _sentence(self) -> str:
        total = sum(len(comparison.differences) for comparison in self._comparisons)
        models = number(len(self._comparisons))
        if not total:
            same = plural(
                len(self._comparisons), tr("no difference in {count} model"), tr("no difference in {count} models")
            )
            return same.format(count=models)
        found = plural(total, tr("{count} difference"), tr("{count} differences")).format(count=number(total))
        inside = plural(len(self._comparisons), tr("in {count} fetched model"), tr("in {count} fetched models"))
        return f"{found} {inside.format(count=models)}"

    def _show_filtered(self, text: str) -> None:
        self.shown_model.setFilterFixedString(text.strip())
        if text.strip():
            self.tree.expandAll()

    def _set_up(self) -> None:
        self.shown_model.setSourceModel(self.model)
        self.tree.setModel(self.shown_model)
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.tree.setAccessibleName(tr("Standards: what differs"))
        self.filter.setPlaceholderText(tr("Filter: model, file, column, text…"))
        self.filter.setShowSearchIcon(True)
        self.filter.textChanged.connect(self._show_filtered)
        self.everything.toggled.connect(lambda _checked: self._show())
        self.progress.bar.setAccessibleName(tr("Progress of the comparison"))
        self.progress.cancelled.connect(self.reject)
        self.exports = [
            self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            for text in (tr("Page (HTML)…"), tr("Table (CSV)…"))
        ]
        for button, kind in zip(self.exports, ("html", "csv")):
            button.setEnabled(False)
            button.clicked.connect(lambda _checked, k=kind: self.export(k))
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.filter, 1)
        row.addWidget(self.everything)
        column = QVBoxLayout(self)
        for part in (self.bar, self.summary):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self.tree, 1)
        column.addWidget(self.buttons)


def _compared(folder: Path, progress: TaskProgress) -> Any:  # noqa: ANN401 - what an OperationTask carries
    """Compare, in the working thread; the import is made then."""
    from smica_qgis.operations.compare_standards import compare_standards

    return compare_standards(folder, progress=progress)
