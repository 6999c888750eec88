"""One procedure: its rounds on a line, and five tabs on the one that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.roles import Role
from smica_qgis.core.workflow.vocabulary import RoundState
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.instruction.checklist_tab import ChecklistTab
from smica_qgis.gui.instruction.comparison_tab import ComparisonTab
from smica_qgis.gui.instruction.decision_tab import DecisionTab
from smica_qgis.gui.instruction.findings_tab import FindingsTab
from smica_qgis.gui.instruction.flow_tabs import FlowTabs
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.publication_tab import PublicationTab
from smica_qgis.gui.instruction.timeline import RoundsTimeline
from smica_qgis.gui.instruction.wording import kind_name, short_day
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.compare_rounds import RoundComparison
    from smica_qgis.operations.open_round import OpenedProcedure

FINDINGS, COMPARISON, CHECKLIST, DECISION, PUBLICATION = range(5)


class ProcedurePage(QWidget):
    """Signals: left, round_chosen (number), delivery_given (path)."""

    left = pyqtSignal()
    round_chosen = pyqtSignal(int)
    delivery_given = pyqtSignal(str)

    def __init__(self, iface: QgisInterface, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedProcedure | None = None
        self._fid = 0
        self.back_button = QToolButton(self)
        self.title = QLabel(self)
        self.about = QLabel(self)
        self.receive_button = QToolButton(self)
        self.timeline = RoundsTimeline(self)
        self.waiting = QLabel(self)
        self.findings = FindingsTab(iface, boundary, self)
        self.comparison = ComparisonTab(self)
        self.checklist = ChecklistTab(iface.mapCanvas(), self)
        self.decision = DecisionTab(self)
        self.publication = PublicationTab(self)
        self.tabs = FlowTabs(
            {
                tr("Findings"): self.findings,
                tr("Comparison"): self.comparison,
                tr("To check by eye"): self.checklist,
                tr("Decision"): self.decision,
                tr("Publication"): self.publication,
            },
            self,
        )
        self.pages = QStackedWidget(self)
        self._set_up()
        self._lay_out()
        self.back_button.clicked.connect(lambda _checked: self.left.emit())
        self.timeline.chosen.connect(self.round_chosen)

    def show_procedure(self, opened: OpenedProcedure) -> None:
        """Show a procedure and the round that is looked at."""
        self.opened = opened
        procedure, sheet = opened.procedure, opened.sheet
        self.title.setText(procedure.document.replace("_", "_\u200b"))
        self.title.setToolTip(rich_tooltip(procedure.identifier))
        turn = tr("turn of: {who}", who=procedure.whose_turn) if procedure.whose_turn else ""
        due = tr("due {day}", day=short_day(procedure.deadline)) if procedure.deadline else ""
        parts = (procedure.territory, kind_name(procedure.kind), procedure.consultancy, turn, due)
        self.about.setText(" · ".join(part for part in parts if part))
        allow(self.receive_button, self._why_not_receive(opened))
        current = sheet.stored.round.number if sheet is not None else 0
        self.timeline.show_rounds(opened.line, current)
        self.pages.setCurrentWidget(self.tabs if sheet is not None else self.waiting)
        if sheet is None:
            return
        if sheet.stored.fid != self._fid:
            self._fid = sheet.stored.fid
            self.decision.forget()
            self.comparison.show_rounds(opened.line, current)
        self.findings.show_round(opened, self._compared_with_before())
        self.checklist.show_round(opened)
        self.decision.show_round(opened)
        self.publication.show_round(opened)
        left, to_mend = self.checklist.remaining(), len(sheet.file.to_mend)
        self.tabs.name(FINDINGS, tr("Findings ({count})", count=number(to_mend)) if to_mend else tr("Findings"))
        by_eye = tr("To check by eye ({count})", count=number(left))
        self.tabs.name(CHECKLIST, by_eye if left and sheet.is_open else tr("To check by eye"))

    def show_comparison(self, comparison: RoundComparison) -> None:
        """Show what changed; the tree of the findings tells the new and the fixed ones too."""
        self.comparison.show_comparison(comparison)
        if self.opened is not None:
            self.findings.show_round(self.opened, self._compared_with_before())

    @property
    def may_receive(self) -> bool:
        """Whether a delivery may be dropped here now."""
        return self.receive_button.isEnabled()

    def _compared_with_before(self) -> RoundComparison | None:
        """The comparison that is shown, when it is of the round that is looked at with the one before it."""
        compared = self.comparison.comparison
        sheet = self.opened.sheet if self.opened is not None else None
        if compared is None or sheet is None or compared.after.stored.fid != sheet.stored.fid:
            return None
        before = compared.before.stored.round.number
        return compared if before == sheet.stored.round.number - 1 else None

    def _why_not_receive(self, opened: OpenedProcedure) -> str:
        role = refusal(opened.actor, Role.TECHNICIAN, "recevoir une livraison")
        last = opened.procedure.last
        if role or last is None or last.state is RoundState.SENT_BACK:
            return role
        if last.state in (RoundState.RECEIVED, RoundState.CHECKED):
            return tr("Round {number} awaits its decision first.", number=number(last.number))
        return tr("A round was accepted: another version of the document wants another procedure.")

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Choose the folder of the delivery"), self._folder())
        if path:
            self.delivery_given.emit(path)

    def _ask_file(self) -> None:
        kinds = tr("Zip archive or GeoPackage (*.zip *.ZIP *.gpkg *.GPKG)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the delivery"), self._folder(), kinds)
        if path:
            self.delivery_given.emit(path)

    def _folder(self) -> str:
        recent = load_settings().recent
        return recent[0] if recent else ""

    def _set_up(self) -> None:
        self.back_button.setIcon(theme_icon("mActionArrowLeft"))
        self.back_button.setToolTip(tr("All procedures"))
        self.back_button.setAccessibleName(tr("All procedures"))
        self.back_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.about, self.waiting):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.waiting.setText(
            tr(
                "No delivery yet. Drop the one that the consultancy sent here, or choose it with Receive: it is "
                "fingerprinted, checked, and becomes round 1."
            )
        )
        button = self.receive_button
        button.setIcon(theme_icon("mActionFileOpen"))
        button.setText(tr("Receive…"))
        button.setToolTip(tr("Receive a delivery: a folder, a zip or a GeoPackage; you can also drop it here"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.addAction(theme_icon("mIconFolder"), tr("A folder…"), self._ask_folder)
        menu.addAction(theme_icon("mIconZip"), tr("A zip or a GeoPackage…"), self._ask_file)
        button.setMenu(menu)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.receive_button)
        self.pages.addWidget(self.tabs)
        self.pages.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.timeline)
        column.addWidget(self.pages, 1)
