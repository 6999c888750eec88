"""What an import did, or would do: one sentence, then the rows that were refused or that one should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from smica_qgis.gui.icons import own_icon
from smica_qgis.host.translation import number, plural, tr

if TYPE_CHECKING:
    from smica_qgis.core.field_mapping.import_report import TableReport

MOST_NOTES = 500
_LINE, _REASON = 0, 3


class ReportPane(QWidget):
    """report: the last one, None before any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: TableReport | None = None
        self.summary = QLabel(tr("Preview tells what would be done, row by row, and writes nothing."), self)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.notes = QTableWidget(0, 4, self)
        self.notes.setHorizontalHeaderLabels([tr("Line"), tr("Table"), tr("Dossier"), tr("Reason")])
        self.notes.verticalHeader().setVisible(False)
        self.notes.horizontalHeader().setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        self.notes.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.notes.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.notes.setAccessibleName(tr("Rows refused or to be looked at"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.notes, 1)

    def show_report(self, report: TableReport) -> None:
        """Show what an import did."""
        self.report = report
        self.summary.setText(_sentence(report))
        ordered = sorted(report.notes, key=lambda note: not note.refused)[:MOST_NOTES]
        self.notes.setRowCount(len(ordered))
        for row, note in enumerate(ordered):
            icon, said = ("error", tr("refused")) if note.refused else ("info", tr("to be looked at"))
            cells = (str(note.line or ""), note.source, note.key, note.reason)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(said if column == _LINE else text)
                if column == _LINE:
                    item.setIcon(own_icon(icon))
                self.notes.setItem(row, column, item)


def _sentence(report: TableReport) -> str:
    refused = plural(report.refused, tr("{count} row refused"), tr("{count} rows refused"))
    taken = plural(report.taken, tr("{count} row taken"), tr("{count} rows taken"))
    parts = [
        tr("{count} rows read", count=number(report.read)),
        taken.format(count=number(report.taken)),
        refused.format(count=number(report.refused)),
    ]
    if report.remarks:
        remarks = plural(report.remarks, tr("{count} remark"), tr("{count} remarks"))
        parts.append(remarks.format(count=number(report.remarks)))
    head = tr("Nothing was written. ") if report.dry_run else ""
    written = ", ".join(f"{word} {number(count)}" for word, count in report.written.items() if count)
    hidden = len(report.notes) - MOST_NOTES
    more = tr(" The {count} others are in the report.", count=number(hidden)) if hidden > 0 else ""
    return f"{head}{', '.join(parts)}." + (f"\n{written}." if written else "") + more
