"""The tab *Constats*: the tree of the findings of a round with what was said of each, and what can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Finding
from smica_qgis.core.workflow.finding_states import FindingState
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.instruction.remark_pane import RemarkPane
from smica_qgis.gui.validation.fault_geometry import FaultGeometries
from smica_qgis.gui.validation.findings_index import FindingsIndex, PlaceState
from smica_qgis.gui.validation.results_pane import ResultsPane
from smica_qgis.gui.validation.wording import state_word

if TYPE_CHECKING:
    from smica_qgis.operations.compare_rounds import RoundComparison
    from smica_qgis.operations.open_round import OpenedProcedure, RoundSheet

TO_MEND = (PlaceState.PRESENT, PlaceState.NEW)
NEW = (PlaceState.NEW,)
_SHOWN_AS = {FindingState.EXCEPTION: PlaceState.EXCEPTION, FindingState.QUESTION: PlaceState.QUESTION}


class FindingsTab(QWidget):
    """Signals: accept_wanted (keys, reason), ask_wanted (key, text)."""

    accept_wanted = pyqtSignal(list, str)
    ask_wanted = pyqtSignal(str, str)

    def __init__(self, iface: QgisInterface, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: OpenedProcedure | None = None
        self._fid = 0
        self.index: FindingsIndex | None = None
        self.results = ResultsPane(iface, boundary, self)
        self.remarks = RemarkPane(self)
        self.results.splitter.addWidget(self.remarks)
        self.results.splitter.setStretchFactor(2, 0)
        bar = self.results.filter_bar
        offered = (TO_MEND, NEW, (PlaceState.EXCEPTION,), (PlaceState.QUESTION,), (PlaceState.FIXED,))
        bar.offer_states({states: state_word(states[0]) for states in offered})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.results)
        self.results.chosen.connect(self._show_remarks)
        self.remarks.accept_wanted.connect(self._accept)
        self.remarks.ask_wanted.connect(self._ask)

    def show_round(self, opened: OpenedProcedure, compared: RoundComparison | None = None) -> None:
        """Show the findings of the round that is looked at. compared: with the round before, once that is known."""
        self._opened = opened
        sheet = opened.sheet
        if sheet is None:
            return
        if sheet.stored.fid != self._fid:
            self.results.forget()
            self._fid = sheet.stored.fid
        report = sheet.file.kept.report
        self.index = _index(sheet, compared)
        self.results.show_index(self.index, FaultGeometries(report.geometries, report.header.crs), lambda _file: None)
        self._show_remarks()

    def show_states(self, states: tuple[PlaceState, ...]) -> None:
        """Show what is in one of these states."""
        self.results.filter_bar.show_states(states)

    def _show_remarks(self) -> None:
        opened = self._opened
        findings = self.results.choice if opened is not None else []
        self.remarks.show_choice(opened, findings)

    def _accept(self, reason: str) -> None:
        keys = list(dict.fromkeys(finding.key for finding in self.remarks.open_findings))
        if keys:
            self.accept_wanted.emit(keys, reason)

    def _ask(self, text: str) -> None:
        if len(self.remarks.open_findings) == 1:
            self.ask_wanted.emit(self.remarks.open_findings[0].key, text)


def _index(sheet: RoundSheet, compared: RoundComparison | None) -> FindingsIndex:
    report = sheet.file.kept.report
    index = FindingsIndex(report.catalogue)
    index.add(report.findings)
    if compared is not None:
        index.mark(PlaceState.NEW, _among({one.finding.key for one in compared.findings if one.fate is Fate.NEW}))
        index.add((one.finding for one in compared.findings if one.fate is Fate.FIXED), PlaceState.FIXED)
        index.compared = True
    for state, shown in _SHOWN_AS.items():
        keys = {finding.key for finding, said in zip(report.findings, sheet.file.states) if said is state}
        index.mark(shown, _among(keys))
    return index


def _among(keys: set[str]) -> Callable[[Finding], bool]:
    return lambda finding: finding.key in keys
