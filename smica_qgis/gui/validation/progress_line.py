"""While it runs: the phase with its counts, a bar, *Cancel*."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.host.translation import number, plural, tr


class ProgressLine(QWidget):
    """Hidden when nothing runs."""

    cancelled = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phase = QLabel(self)
        self.phase.setTextFormat(Qt.TextFormat.PlainText)
        self.phase.setWordWrap(True)
        self.phase.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(10)
        self.bar.setAccessibleName(tr("Progress of the validation"))
        self.cancel = QPushButton(theme_icon("mActionStop"), tr("Cancel"), self)
        self.cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.phase)
        column.addLayout(row)
        self.setVisible(False)

    def begin(self) -> None:
        """Show that something runs."""
        self.phase.setText(tr("Opening the delivery…"))
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.setVisible(True)

    def show_progress(self, progress: TaskProgress) -> None:
        """Say the phase, how far it is, and how much was found."""
        if not self.cancel.isEnabled():
            return
        text = progress.text
        if progress.total:
            done, total = number(progress.done), number(progress.total)
            text = tr("{phase}: {done} / {total}", phase=text, done=done, total=total)
        if progress.findings:
            found = plural(progress.findings, tr("{count} finding"), tr("{count} findings"))
            text = f"{text} · {found.format(count=number(progress.findings))}"
        self.phase.setText(text)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(min(progress.done, progress.total))

    def end(self) -> None:
        """Nothing runs any more."""
        self.setVisible(False)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.phase.setText(tr("Stopping…"))
        self.bar.setRange(0, 0)
        self.cancelled.emit()
