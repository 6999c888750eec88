"""The verdict, first and big: icon, sentence, tint."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family, Level, Verdict
from smica_qgis.core.validation.report import Report
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.validation.findings_index import FindingsIndex, PlaceState
from smica_qgis.gui.validation.wording import changes, counted, family_was_run, verdict_text
from smica_qgis.host.translation import number, plural, tr

ICON = QSize(22, 22)
# A tint over the palette's own background: the text keeps the palette's colour, readable on both themes.
_TINTS = {"error": "211, 58, 44", "warning": "240, 163, 10", "fixed": "46, 157, 79", "info": "59, 130, 196"}


class VerdictBanner(QFrame):
    """One sentence in bold, one line of precision below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("smicaVerdict")
        self._icon = QLabel(self)
        self.sentence = _wrapping_label(self)
        font = self.sentence.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.sentence.setFont(font)
        self.precision = _wrapping_label(self)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.sentence)
        texts.addWidget(self.precision)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def show_report(self, report: Report, index: FindingsIndex) -> None:
        """Say the verdict of a run that ended."""
        self._show(_icon_of(report), verdict_text(report), _precision(report, index))

    def show_running(self) -> None:
        """No verdict yet."""
        self._show("info", tr("Validation in progress…"), tr("What is found is listed as it goes."))

    def show_stopped(self, index: FindingsIndex) -> None:
        """A run that was stopped and gave no report: its findings are kept."""
        count = len(index.findings)
        text = plural(count, tr("{count} finding until then."), tr("{count} findings until then."))
        self._show("warning", tr("Stopped: the list is partial"), text.format(count=number(count)))

    def show_failed(self, why: str) -> None:
        """A run that could not go to its end. why: French or English sentence, empty when said elsewhere."""
        self._show("error", tr("The validation could not be done"), why)

    def _show(self, icon: str, sentence: str, precision: str) -> None:
        self._icon.setPixmap(own_icon(icon).pixmap(ICON))
        self.sentence.setText(sentence)
        self.precision.setText(precision)
        self.precision.setVisible(bool(precision))
        self.setAccessibleName(f"{sentence}. {precision}")
        tint = _TINTS[icon]
        self.setStyleSheet(
            f"#smicaVerdict {{ background: rgba({tint}, 38); border: none; border-radius: 3px;"
            f" border-left: 4px solid rgb({tint}); }}"
        )


def _icon_of(report: Report) -> str:
    if report.verdict is not Verdict.VALID:
        return "error"
    if not family_was_run(report, Family.OFFICIAL):
        return "info"
    return "warning" if report.header.partial else "fixed"


def _precision(report: Report, index: FindingsIndex) -> str:
    """Partial, what the other family says, what changed since the run before."""
    parts = []
    if report.header.partial:
        parts.append(tr("Stopped at your request: the list is partial."))
    if not report.header.files_checked and report.verdict is not Verdict.UNREADABLE:
        parts.append(tr("Tables only: there were no files to check."))
    if report.verdict is Verdict.VALID:
        standard = index.counts(Family.STANDARD)[Level.ERROR]
        if standard:
            parts.append(tr("But the standard is not followed: {errors}.", errors=counted(standard, Level.ERROR)))
    if index.compared:
        changed = changes(new=index.total(PlaceState.NEW), fixed=index.total(PlaceState.FIXED))
        parts.append(tr("Since the last run: {changes}.", changes=changed))
    return " ".join(parts)


def _wrapping_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
