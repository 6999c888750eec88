"""What was said of a finding — question, answer, exception — and the field where one says something."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Finding, Level
from smica_qgis.core.workflow.roles import Role
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.wording import short_day
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.open_round import OpenedProcedure, RoundSheet

_THREAD_HEIGHT = 62


class RemarkPane(QWidget):
    """Signals: accept_wanted (reason), ask_wanted (text). open_findings: those that one may speak of."""

    accept_wanted = pyqtSignal(str)
    ask_wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_findings: list[Finding] = []
        self.said = QTextBrowser(self)
        self.said.setFrameShape(QFrame.Shape.NoFrame)
        self.said.setMaximumHeight(_THREAD_HEIGHT)
        self.said.setAccessibleName(tr("What was said of the finding"))
        self.text = QLineEdit(self)
        self.text.setAccessibleName(tr("Reason of the exception, question or answer"))
        self.text.setPlaceholderText(tr("Reason, question or answer"))
        self.accept_button = QPushButton(own_icon("exception"), tr("Accept as an exception"), self)
        self.accept_button.setToolTip(tr("The fault is let pass, with this reason; the next rounds keep it"))
        self.ask_button = QPushButton(own_icon("question"), tr("Ask"), self)
        self.ask_button.setToolTip(tr("Ask about this finding, or answer what was asked"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.said)
        column.addWidget(self.text)
        column.addWidget(flow_row(self, self.accept_button, self.ask_button))
        self.accept_button.clicked.connect(lambda _checked: self.accept_wanted.emit(self.text.text()))
        self.ask_button.clicked.connect(lambda _checked: self.ask_wanted.emit(self.text.text()))
        self.text.returnPressed.connect(lambda: self.ask_wanted.emit(self.text.text()))
        self.text.textChanged.connect(lambda _text: self._offer())
        self._why_not = ("", "")
        self.show_choice(None, ())

    def show_choice(self, opened: OpenedProcedure | None, findings: Sequence[Finding]) -> None:
        """Show what was said of these findings, as this person may add to it."""
        sheet = opened.sheet if opened is not None else None
        present = {finding.key for finding in sheet.file.kept.report.findings} if sheet is not None else set()
        changed = [finding.key for finding in findings] != [finding.key for finding in self.open_findings]
        self.open_findings = [finding for finding in findings if finding.key in present]
        if changed:
            self.text.clear()
        if opened is None or sheet is None or not findings:
            self._why_not = (tr("Choose a finding first."),) * 2
        elif not self.open_findings:
            self._why_not = (tr("This finding is no longer there."),) * 2
        elif not opened.is_last or not sheet.is_open:
            self._why_not = (tr("This round is decided: nothing more is said of it."),) * 2
        else:
            self._why_not = self._refusals(opened, sheet)
        self._tell(sheet)
        self._offer()

    def _refusals(self, opened: OpenedProcedure, sheet: RoundSheet) -> tuple[str, str]:
        """Why the findings cannot be accepted, why nothing can be asked of them."""
        accept = refusal(opened.actor, Role.OFFICER, "accepter une exception")
        excepted = {one.key for one in sheet.file.exceptions}
        if all(finding.key in excepted for finding in self.open_findings):
            accept = tr("It is an exception already.")
        elif all(finding.level is Level.INFO for finding in self.open_findings):
            accept = tr("A piece of information needs no exception.")
        return accept, "" if len(self.open_findings) == 1 else tr("Choose one finding to ask about it.")

    def _offer(self) -> None:
        nothing = "" if self.text.text().strip() else tr("Write it above first.")
        allow(self.accept_button, self._why_not[0] or nothing)
        allow(self.ask_button, self._why_not[1] or nothing)
        self.text.setEnabled(not all(self._why_not))

    def _tell(self, sheet: RoundSheet | None) -> None:
        said: list[str] = []
        count = len(self.open_findings)
        if sheet is not None and count == 1:
            key = self.open_findings[0].key
            for one in (one for one in sheet.file.exceptions if one.key == key):
                day, word = short_day(one.at), escape(tr("Exception"))
                said.append(f"<b>{word}</b> · {escape(one.author)}, {day} : {escape(one.reason)}")
            for message in (one for one in sheet.file.messages if one.key == key):
                day = short_day(message.at)
                said.append(f"<b>{escape(message.author)}</b>, {day} : {escape(message.text)}")
        elif count > 1:
            said.append(escape(tr("{count} findings of this kind.", count=number(count))))
        asked = sheet is not None and count == 1 and self._is_asked(sheet)
        self.ask_button.setText(tr("Reply") if asked else tr("Ask"))
        self.said.setHtml("<br>".join(said))
        self.said.setVisible(bool(said))

    def _is_asked(self, sheet: RoundSheet) -> bool:
        key = self.open_findings[0].key
        return sum(1 for message in sheet.file.messages if message.key == key) % 2 == 1
