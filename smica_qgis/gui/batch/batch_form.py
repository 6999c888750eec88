"""What a batch is asked: the deliveries, the folder of the reports, the options, *Run*; and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.batch.batch_settings import BatchSettings
from smica_qgis.gui.batch.path_field import PathField
from smica_qgis.gui.batch.wording import duration
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.host.settings import SmicaSettings
from smica_qgis.host.translation import number, tr

BESIDE = "_controle"
FEW = 3
_LISTS = (".csv", ".txt")


class BatchForm(QWidget):
    """Signals: run_wanted, cancel_wanted, results_wanted (path of an output folder)."""

    run_wanted = pyqtSignal()
    cancel_wanted = pyqtSignal()
    results_wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = (
            ("mIconFolder", tr("A folder of deliveries…"), self._ask_folder),
            ("mIconTableLayer", tr("A list (CSV)…"), self._ask_list),
        )
        self.source = PathField(tr("Deliveries"), kinds, self)
        self.source.text.setPlaceholderText(tr("folder of deliveries, or list (CSV)"))
        self.output = PathField(tr("Reports"), [("mIconFolder", tr("Folder of the reports…"), self._ask_output)], self)
        self.output.text.setPlaceholderText(tr("folder of the reports"))
        self._proposed = ""
        self.settings = BatchSettings(self)
        self.run = QPushButton(theme_icon("mActionStart"), tr("Run"), self)
        self.cancel = QPushButton(theme_icon("mActionStop"), tr("Cancel"), self)
        self.results = QToolButton(self)
        self.phase = QLabel(self)
        self.bar = QProgressBar(self)
        self._set_up()
        self._lay_out()
        self.show_running(running=False)

    def show_settings(self, settings: SmicaSettings) -> None:
        """Show what is remembered."""
        self.source.show_path(settings.batch_input)
        self.output.show_path(settings.batch_output)
        self._proposed = settings.batch_output if settings.batch_output == proposed_output(settings.batch_input) else ""
        self.settings.show_settings(settings)
        self._offer_run()

    def values(self) -> dict[str, Any]:
        """Read the fields, by the names of the settings."""
        return {"batch_input": self.source.path, "batch_output": self.output.path, **self.settings.values()}

    def show_running(self, *, running: bool) -> None:
        """Nothing is changed while a batch runs."""
        choices: tuple[QWidget, ...] = (self.source, self.output, self.settings, self.results)
        for choice in choices:
            choice.setEnabled(not running)
        self.run.setVisible(not running)
        shown: tuple[QWidget, ...] = (self.cancel, self.phase, self.bar)
        for part in shown:
            part.setVisible(running)
        self.cancel.setEnabled(running)
        if running:
            self.phase.setText(tr("Looking for the deliveries…"))
            self.bar.setRange(0, 0)
        self._offer_run()

    def show_stopping(self) -> None:
        """The batch was asked to stop and has not yet."""
        self.cancel.setEnabled(False)
        self.phase.setText(tr("Stopping…"))
        self.bar.setRange(0, 0)

    def show_progress(self, progress: TaskProgress, seconds: float) -> None:
        """Say how many are done of how many, for how long, and what is being done."""
        if not self.cancel.isEnabled():
            return
        parts = [progress.text] if progress.text else []
        if progress.total:
            parts.append(tr("{done} of {total}", done=number(progress.done), total=number(progress.total)))
        parts.append(duration(seconds))
        left = _left(progress, seconds)
        if left:
            parts.append(tr("about {time} left", time=duration(left)))
        self.phase.setText(" · ".join(parts))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(min(progress.done, progress.total))

    # ------------------------------------------------------------------ gestures

    def _on_source(self, path: str) -> None:
        """Propose a folder beside the deliveries, unless the person has chosen one."""
        if self.output.path in ("", self._proposed):
            self._proposed = proposed_output(path.strip())
            self.output.show_path(self._proposed)
        self._offer_run()

    def _on_cancel(self) -> None:
        self.show_stopping()
        self.cancel_wanted.emit()

    def _offer_run(self) -> None:
        ready = bool(self.source.path and self.output.path)
        self.run.setEnabled(ready)
        self.run.setToolTip("" if ready else tr("Choose the deliveries and the folder of the reports first"))

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr("Choose the folder of the deliveries"), self.source.path)

    def _ask_list(self) -> str:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the list"), self.source.path, tr("List (*.csv)"))
        return path

    def _ask_output(self) -> str:
        return QFileDialog.getExistingDirectory(self, tr("Choose the folder of the reports"), self.output.path)

    def _ask_results(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, tr("Choose the folder of the reports of a batch"), self.output.path
        )
        if path:
            self.results_wanted.emit(path)

    # ------------------------------------------------------------------ once

    def _set_up(self) -> None:
        self.phase.setTextFormat(Qt.TextFormat.PlainText)
        self.phase.setWordWrap(True)
        self.phase.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(10)
        self.bar.setAccessibleName(tr("Progress of the batch"))
        self.results.setIcon(theme_icon("mActionFileOpen"))
        self.results.setText(tr("Results of before…"))
        self.results.setToolTip(tr("Show the results that a batch left in its folder"))
        self.results.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.results.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.results.clicked.connect(self._ask_results)
        self.source.edited.connect(self._on_source)
        self.output.edited.connect(lambda _path: self._offer_run())
        self.run.clicked.connect(self.run_wanted)
        self.cancel.clicked.connect(self._on_cancel)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for title, field in ((tr("Deliveries"), self.source), (tr("Folder of the reports"), self.output)):
            label = QLabel(title, self)
            label.setBuddy(field.text)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.settings)
        column.addWidget(flow_row(self, self.run, self.cancel, self.results))
        column.addWidget(self.bar)
        column.addWidget(self.phase)
        column.addStretch(1)


def proposed_output(source: str) -> str:
    """A folder beside the deliveries, named after them: never inside, where the next batch would look."""
    if not source:
        return ""
    place = Path(source)
    name = place.stem if place.suffix.lower() in _LISTS else place.name
    return str(place.with_name(f"{name}{BESIDE}")) if name else ""


def _left(progress: TaskProgress, seconds: float) -> float:
    """Seconds that the rest will take at this pace; 0 as long as nobody can say."""
    done, total = progress.done, progress.total
    known = done >= FEW and done * 20 >= total
    return seconds / done * (total - done) if known and done < total else 0.0
