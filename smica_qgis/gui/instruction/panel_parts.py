"""The pages of the dock, the work beside the window and its progress. No behaviour but showing, and receiving drops."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smica_qgis.gui.dropped_path import dropped_path
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.instruction.action_run import ActionRun
from smica_qgis.gui.instruction.comparison_on_map import ComparisonOnMap
from smica_qgis.gui.instruction.empty_state import NoStore
from smica_qgis.gui.instruction.overview_page import OverviewPage
from smica_qgis.gui.instruction.procedure_form import ProcedureForm
from smica_qgis.gui.instruction.procedure_page import ProcedurePage
from smica_qgis.gui.latest_run import LatestRun
from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.host.translation import tr


class InstructionParts(QWidget):
    """reading: what is read to be shown; comparing: two rounds; acting: what changes the store, or writes files.

    dropped: a delivery was dropped where it may be received.
    """

    dropped = pyqtSignal(str)

    def __init__(self, iface: QgisInterface, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = NoStore(self)
        self.overview = OverviewPage(self)
        self.form = ProcedureForm(self)
        self.page = ProcedurePage(iface, boundary, self)
        self.pages = QStackedWidget(self)
        self.progress = ProgressLine(self)
        self.reading = LatestRun(tr("SMICA: procedures"), self)
        self.comparing = LatestRun(tr("SMICA: comparison of two rounds"), self)
        self.acting = ActionRun(self)
        self.on_map = ComparisonOnMap(iface.mapCanvas(), QgsProject.instance(), self)
        for page in (self.empty, self.overview, self.form, self.page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.progress)
        column.addWidget(self.pages, 1)
        self.setAcceptDrops(True)
        self._connect_progress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.pages.currentWidget() is self.page and self.page.may_receive and dropped_path(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event)
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def leave_map(self) -> None:
        """Nothing is looked at any more: neither fault, nor place, nor curtain."""
        self.page.findings.results.highlighter.clear()
        self.page.checklist.place.show_place("")
        self.on_map.swipe(False)

    def _connect_progress(self) -> None:
        self.acting.began.connect(self._on_began)
        self.acting.over.connect(self._on_over)
        for reading in (self.reading, self.comparing):
            reading.slow.connect(self._show_slow)
            for signal in (reading.ended, reading.stopped, reading.failed):
                signal.connect(lambda *_told: self._hide_progress())
        for run in self._runs():
            run.progressed.connect(self.progress.show_progress)
            self.progress.cancelled.connect(run.cancel)

    def _on_began(self) -> None:
        self._show_slow()
        self.pages.setEnabled(False)

    def _on_over(self) -> None:
        self._hide_progress()
        self.pages.setEnabled(True)

    def _show_slow(self) -> None:
        self.progress.begin()
        self.progress.phase.setText("…")

    def _hide_progress(self) -> None:
        if not any(run.is_running for run in self._runs()):
            self.progress.end()

    def _runs(self) -> tuple[OperationRun, ...]:
        return (self.reading, self.comparing, self.acting)
