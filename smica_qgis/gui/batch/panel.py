"""The content of the dock of the batch: from a folder of deliveries to a table of verdicts and their reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QShortcut, QSplitter, QVBoxLayout, QWidget

from smica_qgis.core.errors import SmicaError
from smica_qgis.gui.batch.batch_form import BatchForm
from smica_qgis.gui.batch.batch_results import BatchResults
from smica_qgis.gui.batch.batch_rows import OFFICIAL, BatchRows, Row, State
from smica_qgis.gui.batch.batch_run import BatchRun
from smica_qgis.gui.batch.services import BatchServices
from smica_qgis.gui.batch.wording import counted_state
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.host.settings import change_settings, load_settings, preferred_standards_folder
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.read_batch import ReadBatch
    from smica_qgis.operations.validate_batch import BatchItem, BatchLine, BatchRequest, BatchSummary
    from smica_qgis.operations.validate_delivery import ValidationRequest

LEAST_FORM, MOST_FORM = 240, 340
WIDE = 1.3


@dataclass(frozen=True)
class Elsewhere:
    """Where a delivery is looked at: in the dock *Contrôle*, and with what the machine has for a file."""

    open_report: Callable[[str], object]
    validate: Callable[[ValidationRequest], object]
    open_path: Callable[[str], object] = lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class BatchPanel(QWidget):
    """The form beside the results when there is room, above them in a narrow dock.

    shown_wanted: something begins that one wants to see, the dock should be there.
    """

    shown_wanted = pyqtSignal()

    def __init__(
        self, iface: QgisInterface, services: BatchServices, elsewhere: Elsewhere, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._boundary = ErrorBoundary(iface.messageBar())
        self._services = services
        self._elsewhere = elsewhere
        self._families: tuple[str, ...] = ()
        self._closed = False
        self._rows = BatchRows()
        self._beside = BesideWork(self._boundary)
        self.run = BatchRun(services, self)
        self.form, self.results = BatchForm(self), BatchResults(self)
        self.splitter = QSplitter(self)
        self._share_room_soon = QTimer(self)
        self._share_room_soon.setSingleShot(True)
        self._share_room_soon.timeout.connect(self._share_room)
        self._lay_out()
        self._connect()
        settings = load_settings()
        self.form.show_settings(settings)
        self.results.offer_last(settings.batch_output)

    # ------------------------------------------------------------------ running

    def start(self) -> None:
        """Run with what the form holds, and remember it."""
        if self.run.is_running:
            return
        from smica_qgis.operations.validate_batch import BatchRequest

        settings = change_settings(**self.form.values())
        request = BatchRequest(
            path=settings.batch_input,
            output=settings.batch_output,
            workers=settings.batch_workers,
            scheduler=settings.batch_scheduler,
            time_limit=settings.batch_time_limit,
            html=settings.batch_html,
            resume=settings.batch_resume,
            families=settings.families,
            rule_profile=settings.rule_profile,
            standards_folder=preferred_standards_folder(),
        )
        self.run.start(request)

    def show_output(self, output: str) -> None:
        """Show the results that a batch left in a folder."""
        read = self._services.read
        self._beside.do(tr("SMICA batch results"), lambda: read(output), lambda found: self._show_read(output, found))

    def cancel_because_closed(self) -> None:
        """Stop because the dock was closed: what is done is kept, and one click goes on."""
        if self.run.is_running:
            self._closed = True
            self.form.show_stopping()
            self.run.cancel()

    def _go_on(self) -> None:
        self.shown_wanted.emit()
        self.start()

    def _on_began(self, request: BatchRequest) -> None:
        self._families, self._closed = request.families, False
        self.form.show_running(running=True)

    def _on_planned(self, items: tuple[BatchItem, ...]) -> None:
        self._rows = BatchRows.planned(items, official=OFFICIAL in self._families)
        self.results.show_rows(self._rows, load_settings().batch_output)

    def _on_done(self, lines: list[BatchLine]) -> None:
        self.results.table.batch.put(lines)
        self.results.refresh()

    def _on_ended(self, summary: BatchSummary) -> None:
        self.form.show_running(running=False)
        self.results.show_ignored(summary.ignored)
        counts = self._rows.counts()
        said = [counted_state(state, counts[state]) for state in State if counts[state]]
        text = ", ".join(said) or tr("there is no delivery in it")
        self._boundary.announce(tr("The batch is finished: {counts}.", counts=text))

    def _on_stopped(self) -> None:
        self._show_end()
        if self._closed:
            text = tr("The batch is stopped: what is done is kept, the next run goes on from there.")
            self._boundary.announce(text, tr("Go on"), self._go_on)

    def _on_failed(self, error: Exception) -> None:
        self._show_end()
        self._boundary.tell(error)

    def _show_end(self) -> None:
        self.form.show_running(running=False)
        self.results.refresh()

    def _show_read(self, output: str, found: ReadBatch) -> None:
        if self.run.is_running:
            return
        lines = found.summary.lines
        self._rows = BatchRows.planned((line.item for line in lines), official=found.official)
        for line in lines:
            self._rows.put(line)
        change_settings(batch_output=output)
        self.form.output.show_path(output)
        self.results.show_rows(self._rows, output, found.summary.ignored)

    # ------------------------------------------------------------------ a delivery

    def _open_report(self, row: Row) -> None:
        if not row.has_report:
            why = row.line.message if row.line is not None else "elle n'est pas encore contrôlée"
            message = f"La livraison {row.item.delivery} n'a pas de rapport : {why.rstrip('.') or 'il a été enlevé'}."
            self._boundary.tell(SmicaError(message))
            return
        self._elsewhere.open_report(row.item.report)

    def _open_page(self, row: Row) -> None:
        from smica_qgis.operations.batch.report_paths import report_files

        page = report_files(row.item.report).page
        if page.is_file():
            self._elsewhere.open_path(str(page))
        else:
            message = (
                f"La page {page.name} n'est pas dans le dossier des rapports : cochez « aussi une page (HTML) » dans "
                "les options et relancez le lot, ou écrivez-la depuis le rapport ouvert."
            )
            self._boundary.tell(SmicaError(message))

    def _open_folder(self, row: Row) -> None:
        folder = Path(row.item.path).parent
        if folder.is_dir():
            self._elsewhere.open_path(str(folder))
        else:
            self._boundary.tell(SmicaError(f"Le dossier {folder} n'est plus là."))

    def _validate_again(self, row: Row) -> None:
        """In the dock, as the batch asked it: the summary of the batch does not change."""
        from smica_qgis.operations.validate_delivery import FAMILIES, ValidationRequest

        item, settings = row.item, load_settings()
        request = ValidationRequest(
            path=item.path,
            standard=item.standard,
            crs=item.crs or ValidationRequest.crs,
            families=self._families or settings.families or FAMILIES,
            rule_profile=settings.rule_profile,
            options=item.options,
            standards_folder=preferred_standards_folder(),
        )
        self._elsewhere.validate(request)

    # ------------------------------------------------------------------ going away, size

    def shut_down(self) -> None:
        """Stop what runs and leave nothing behind: no process, no task."""
        self.run.shut_down()
        self._beside.shut_down()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() > WIDE * self.height() and self.width() > 2 * MOST_FORM
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != orientation:
            self.splitter.setOrientation(orientation)
            self._share_room()

    def _share_room(self) -> None:
        """The form takes what it needs, the results the rest; nothing of the form is cut, it only scrolls down."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self.form.minimumSizeHint().width() + bar)
        if self.splitter.orientation() == Qt.Orientation.Horizontal:
            form = min(MOST_FORM, max(LEAST_FORM, self.width() * 3 // 10))
            self.splitter.setSizes([form, self.width() - form])
        else:
            needed = min(self.form.sizeHint().height() + 4, self.height() * 3 // 5)
            self.splitter.setSizes([needed, self.height() - needed])

    # ------------------------------------------------------------------ once

    def _lay_out(self) -> None:
        area = self._area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.addWidget(area)
        self.splitter.addWidget(self.results)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.find_shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self.find_shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.find_shortcut.activated.connect(self.results.focus_filter)

    def _connect(self) -> None:
        self.form.run_wanted.connect(self.start)
        self.form.settings.collapsedStateChanged.connect(lambda _collapsed: self._share_room_soon.start(0))
        self.form.cancel_wanted.connect(self.run.cancel)
        self.form.results_wanted.connect(self.show_output)
        self.results.last_wanted.connect(lambda: self.show_output(load_settings().batch_output))
        self.results.file_wanted.connect(self._elsewhere.open_path)
        table = self.results.table
        table.report_wanted.connect(self._open_report)
        table.page_wanted.connect(self._open_page)
        table.folder_wanted.connect(self._open_folder)
        table.again_wanted.connect(self._validate_again)
        self.run.began.connect(self._on_began)
        self.run.planned.connect(self._on_planned)
        self.run.done.connect(self._on_done)
        self.run.timed.connect(self.form.show_progress)
        self.run.ended.connect(self._on_ended)
        self.run.stopped.connect(self._on_stopped)
        self.run.failed.connect(self._on_failed)
