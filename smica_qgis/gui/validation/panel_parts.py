"""The widgets of the dock and where they lie. No behaviour but showing, hiding and receiving drops."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QShortcut, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from smica_qgis.gui.dropped_path import dropped_path
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.validation.delivery_header import DeliveryHeader
from smica_qgis.gui.validation.empty_state import EmptyState
from smica_qgis.gui.validation.family_chips import FamilyChips
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.gui.validation.read_report_strip import ReadReportStrip
from smica_qgis.gui.validation.reports_menu import ReportsMenu
from smica_qgis.gui.validation.results_pane import ResultsPane
from smica_qgis.gui.validation.services import Services
from smica_qgis.gui.validation.settings_menu import SettingsMenu
from smica_qgis.gui.validation.unreadable_state import UnreadableState
from smica_qgis.gui.validation.verdict_banner import VerdictBanner
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr


class PanelParts(QWidget):
    """The parts, from top to bottom. `dropped`: path of what was dropped on the dock."""

    dropped = pyqtSignal(str)

    def __init__(
        self, iface: QgisInterface, services: Services, boundary: ErrorBoundary, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.report_button, self.again_button = QToolButton(self), QToolButton(self)
        self.header = DeliveryHeader(services.standards, (self.report_button, self.again_button), self)
        self.header.show_recent(load_settings().recent)
        self.settings = SettingsMenu(self)
        self.header.settings.setMenu(self.settings)
        self.verdict = VerdictBanner(self)
        self.reports = ReportsMenu(self)
        self.chips = FamilyChips(self)
        self.progress = ProgressLine(self)
        self.strip = ReadReportStrip(self)
        self.empty, self.unreadable = EmptyState(self), UnreadableState(self)
        self.results = ResultsPane(iface, boundary, self)
        self.pages = QStackedWidget(self)
        self._holders: dict[QWidget, QScrollArea] = {page: _scrolling(page) for page in (self.empty, self.unreadable)}
        for page in (self.results, *self._holders.values()):
            self.pages.addWidget(page)
        self._set_up_buttons()
        self._lay_out()
        self._set_tab_order()
        self.setAcceptDrops(True)
        self.find_shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self.find_shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.find_shortcut.activated.connect(self.results.focus_filter)
        self.show_page(self.empty)

    def show_page(self, page: QWidget) -> None:
        """Show the empty state, the results or the unreadable delivery, with the parts that go with it."""
        self.pages.setCurrentWidget(self._holders.get(page, page))
        for part in (self.verdict, self.report_button, self.again_button, self.line):
            part.setVisible(page is not self.empty)
        self.chips.setVisible(page is self.results)

    def show_running(self, *, running: bool) -> None:
        """Show the progress, and let nothing else be chosen while a validation runs."""
        self.header.set_running(running=running)
        self.again_button.setEnabled(not running)
        if running:
            self.progress.begin()
        else:
            self.progress.end()

    def offer_reports(self, delivery: str | None) -> None:
        """Offer the reports of a delivery, or none."""
        self.report_button.setEnabled(delivery is not None)
        self.reports.use(delivery or "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.again_button.isEnabled() and dropped_path(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_path(event)
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _set_up_buttons(self) -> None:
        for button, icon, text, tooltip in (
            (
                self.report_button,
                "mActionFileSaveAs",
                tr("Report"),
                tr("Write the report of this validation"),
            ),
            (self.again_button, "mActionRefresh", tr("Run again"), tr("Run again and see what has changed")),
        ):
            button.setIcon(theme_icon(icon))
            button.setText(text)
            button.setToolTip(tooltip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.report_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.report_button.setMenu(self.reports)
        self.offer_reports(None)

    def _lay_out(self) -> None:
        self.line = QFrame(self)
        self.line.setFrameShape(QFrame.Shape.HLine)
        self.line.setFrameShadow(QFrame.Shadow.Sunken)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(5)
        for part in (self.header, self.strip, self.verdict, self.chips, self.progress, self.line):
            column.addWidget(part)
        column.addWidget(self.pages, 1)

    def _set_tab_order(self) -> None:
        """From top to bottom, as one reads."""
        header, results = self.header, self.results
        bar, explanation = results.filter_bar, results.explanation
        stops: list[QWidget] = [header.choose, self.report_button, self.again_button, header.settings, header.change]
        stops += [self.strip.layers, self.strip.again, *self.chips.chips.values(), self.progress.cancel]
        stops += [bar.text, bar.in_view, bar.table, bar.level, bar.only_new, bar.clear_button, results.view]
        stops += [explanation.text, explanation.previous, explanation.next, explanation.row, explanation.zoom]
        for before, after in zip(stops, stops[1:]):
            QWidget.setTabOrder(before, after)


def _scrolling(page: QWidget) -> QScrollArea:
    """Let a page scroll on a low screen rather than make the dock higher than it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
