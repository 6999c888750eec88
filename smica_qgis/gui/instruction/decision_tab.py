"""The tab *Décision*: what forbids to accept, the decision with its reason and signatory, then its papers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.certificate import read_certificate
from smica_qgis.core.workflow.roles import Role
from smica_qgis.core.workflow.vocabulary import Decision, RoundState
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.gui.instruction.paper import Paper, paper_name
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.wording import state_name
from smica_qgis.host.translation import tr
from smica_qgis.reports.decision_text import certificate_lines

if TYPE_CHECKING:
    from smica_qgis.operations.open_round import OpenedProcedure

_REASON_HEIGHT = 66


class DecisionTab(QWidget):
    """Signals: decided (Decision, signatory, reason), paper_wanted (Paper)."""

    decided = pyqtSignal(object, str, str)
    paper_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accept_refused = self._send_refused = ""
        self.headline = QLabel(self)
        self.blocks = QListWidget(self)
        self.signatory = QLineEdit(self)
        self.reason = QPlainTextEdit(self)
        self.accept_button = QPushButton(own_icon("accepted"), tr("Accept"), self)
        self.send_back_button = QPushButton(own_icon("sent_back"), tr("Send back"), self)
        self.preview = QTextBrowser(self)
        self.papers = {paper: self._paper_button(paper) for paper in Paper}
        self.pages = QStackedWidget(self)
        self._set_up()
        self._lay_out()
        self.signatory.textChanged.connect(lambda _text: self._offer())
        self.reason.textChanged.connect(self._offer)
        self.accept_button.clicked.connect(lambda _checked: self._decide(Decision.ACCEPTED))
        self.send_back_button.clicked.connect(lambda _checked: self._decide(Decision.SENT_BACK))

    def show_round(self, opened: OpenedProcedure) -> None:
        """Show the decision, or what one needs to take it."""
        sheet = opened.sheet
        if sheet is None:
            return
        state = sheet.stored.round.state
        if sheet.certificate:
            self._show_certificate(sheet.certificate, state)
            return
        self.blocks.clear()
        for text in sheet.blocks:
            self.blocks.addItem(QListWidgetItem(own_icon("error"), text))
        if not sheet.blocks:
            self.blocks.addItem(QListWidgetItem(own_icon("fixed"), tr("Nothing forbids to accept this round.")))
        headline = tr("What forbids to accept") if sheet.blocks else tr("This round can be accepted")
        self.headline.setText(headline)
        role = refusal(opened.actor, Role.OFFICER, "décider d'un tour")
        self._accept_refused = role or (tr("Something forbids to accept: see above.") if sheet.blocks else "")
        self._send_refused = role
        for field in (self.signatory, self.reason):
            allow(field, role)
        self.pages.setCurrentIndex(0)
        self._offer()

    def forget(self) -> None:
        """Another round is looked at: what was being written was of the one before."""
        self.reason.clear()

    def _show_certificate(self, text: str, state: RoundState) -> None:
        read = read_certificate(text)
        parts = []
        for line in certificate_lines(read.certificate, read.seal):
            if line.is_title:
                parts.append(f"<tr><td colspan='2'><b>{escape(line.text)}</b></td></tr>")
            else:
                parts.append(f"<tr><td>{escape(line.label)}&nbsp;</td><td>{escape(_breakable(line.text))}</td></tr>")
        self.preview.setHtml(f"<table cellspacing='2'>{''.join(parts)}</table>")
        self.headline.setText(tr("Decided: {state}", state=state_name(state)))
        accepted = read.certificate.decision == Decision.ACCEPTED.value
        allow(self.papers[Paper.LETTER], tr("This round was accepted: there is no letter.") if accepted else "")
        self.pages.setCurrentIndex(1)

    def _offer(self) -> None:
        unsigned = "" if self.signatory.text().strip() else tr("Say who signs.")
        unexplained = "" if self.reason.toPlainText().strip() else tr("Say why it is sent back.")
        allow(self.accept_button, self._accept_refused or unsigned)
        allow(self.send_back_button, self._send_refused or unsigned or unexplained)

    def _decide(self, decision: Decision) -> None:
        self.decided.emit(decision, self.signatory.text().strip(), self.reason.toPlainText().strip())

    def _paper_button(self, paper: Paper) -> QPushButton:
        icon = "mActionSaveAsPDF" if paper in (Paper.CERTIFICATE_PDF, Paper.LETTER) else "mActionFileSaveAs"
        button = QPushButton(theme_icon(icon), paper_name(paper), self)
        button.setToolTip(tr("Write: {paper}", paper=paper_name(paper)))
        button.clicked.connect(lambda _checked: self.paper_wanted.emit(paper))
        return button

    def _set_up(self) -> None:
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.headline.setWordWrap(True)
        self.blocks.setWordWrap(True)
        self.blocks.setResizeMode(QListView.ResizeMode.Adjust)
        self.blocks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blocks.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.blocks.setAccessibleName(tr("What forbids to accept"))
        self.signatory.setPlaceholderText(tr("as the certificate will name them"))
        self.signatory.setAccessibleName(tr("Signatory"))
        self.reason.setMaximumHeight(_REASON_HEIGHT)
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText(tr("Required to send back; the letter says it"))
        self.reason.setAccessibleName(tr("Reason"))
        self.preview.setAccessibleName(tr("Certificate"))
        self.send_back_button.setToolTip(tr("The consultancy mends and delivers again: that will be another round"))
        self.accept_button.setToolTip(tr("The certificate is signed and registered: this cannot be taken back"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(tr("Signatory"), self.signatory)
        form.addRow(tr("Reason of the decision"), self.reason)
        deciding, decided = QWidget(self), QWidget(self)
        for page, parts in (
            (deciding, (self.blocks, form, flow_row(deciding, self.accept_button, self.send_back_button))),
            (decided, (self.preview, flow_row(decided, *self.papers.values()))),
        ):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for part in parts:
                if isinstance(part, QFormLayout):
                    column.addLayout(part)
                else:
                    column.addWidget(part, int(part in (self.blocks, self.preview)))
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.headline)
        column.addWidget(self.pages, 1)


_LONGEST_WORD = 16


def _breakable(text: str) -> str:
    """Let long hashes wrap."""
    words = []
    for word in text.split(" "):
        cut = [word[place : place + _LONGEST_WORD] for place in range(0, len(word), _LONGEST_WORD)]
        words.append("\u200b".join(cut))
    return " ".join(words)
