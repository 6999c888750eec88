"""What each target would change, did, and proved: a line for each, and a line for each proof."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from smica_qgis.core.publication.outcome import Proof, State, TargetOutcome
from smica_qgis.core.publication.report import PublicationReport
from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.instruction.wording import target_name
from smica_qgis.host.translation import number, tr

_ICONS = {State.PLANNED: "info", State.UNCHANGED: "fixed", State.DONE: "fixed", State.FAILED: "error"}
_LONGEST = 48


class PublicationTree(QTreeWidget):
    """Empty until something was planned or done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setWordWrap(True)
        self.setAccessibleName(tr("Plan, or what was read back"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_report(self, report: PublicationReport) -> None:
        """Show it."""
        self.clear()
        self._add_head(report)
        for outcome in report.outcomes:
            item = self._add_target(outcome)
            item.setExpanded(True)

    def _add_head(self, report: PublicationReport) -> None:
        text = tr("Plan: nothing is written") if report.dry_run else tr("Read back")
        failed = bool(report.failed)
        icon = own_icon("error" if failed else "info" if report.dry_run else "fixed")
        version = tr("version {number}", number=number(report.version)) if report.version else ""
        head = QTreeWidgetItem([f"{text} · {report.document}", version])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        head.setIcon(0, icon)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addTopLevelItem(head)
        if report.reason:
            self.addTopLevelItem(_line(own_icon("exception"), tr("Reason: {reason}", reason=report.reason)))
        if report.certificate:
            seal = f"{report.certificate[:16]}…"
            self.addTopLevelItem(_line(own_icon("accepted"), tr("Certificate {seal}", seal=seal), report.certificate))

    def _add_target(self, outcome: TargetOutcome) -> QTreeWidgetItem:
        words = {
            State.PLANNED: tr("planned"),
            State.UNCHANGED: tr("nothing to change"),
            State.DONE: tr("done"),
            State.FAILED: tr("failed"),
        }
        item = QTreeWidgetItem([target_name(outcome.target), words[outcome.state]])
        item.setIcon(0, own_icon(_ICONS[outcome.state]))
        item.setToolTip(0, outcome.address)
        self.addTopLevelItem(item)
        if outcome.message:
            item.addChild(_line(own_icon(_ICONS[State.FAILED]), outcome.message, outcome.details))
        if outcome.proofs:
            for proof in outcome.proofs:
                item.addChild(_proof(proof))
        elif outcome.plan is not None:
            for change in outcome.plan.changes:
                line = QTreeWidgetItem([change.text, number(change.count) if change.count else ""])
                line.setToolTip(0, change.text)
                item.addChild(line)
        for warning in outcome.plan.warnings if outcome.plan is not None else ():
            item.addChild(_line(own_icon("warning"), warning))
        return item


def _line(icon: object, text: str, tip: str = "") -> QTreeWidgetItem:
    line = QTreeWidgetItem([text, ""])
    line.setIcon(0, icon)  # type: ignore[arg-type]
    line.setToolTip(0, tip or text)
    return line


def _proof(proof: Proof) -> QTreeWidgetItem:
    """Green when what is there is what was meant; else both are said."""
    wrong = tr("{found} instead of {expected}", found=proof.found, expected=proof.expected)
    found = proof.found if proof.agrees else wrong
    short = found if len(found) <= _LONGEST else f"{found[:10]}…"
    line = QTreeWidgetItem([f"{proof.what} : {short}", tr("proved") if proof.agrees else tr("differs")])
    line.setIcon(0, own_icon("fixed" if proof.agrees else "error"))
    line.setToolTip(0, f"{proof.what} : {found}")
    return line
