"""The results of a batch: filter, table, totals, and the way to the files."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.batch.batch_rows import STATES, BatchRows, State
from smica_qgis.gui.batch.batch_table import BatchTable
from smica_qgis.gui.batch.verdict_chip import state_icon
from smica_qgis.gui.batch.wording import counted_deliveries, counted_state, state_name
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import plugin_icon, theme_icon
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import counts_sentence
from smica_qgis.host.translation import number, plural, tr

TYPING_PAUSE = 250
SUMMARY = "summary.csv"
MOST_NAMED = 30


class BatchResults(QWidget):
    """Signals: file_wanted (path of a file or folder to open), last_wanted (show the last results)."""

    file_wanted = pyqtSignal(str)
    last_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output = ""
        self._ignored: tuple[str, ...] = ()
        self.text, self.state = QgsFilterLineEdit(self), QComboBox(self)
        self.table = BatchTable(self)
        self.totals = QLabel(self)
        self.summary, self.folder = QToolButton(self), QToolButton(self)
        self.last = QCommandLinkButton(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self.pages = QStackedWidget(self)
        self._set_up()
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------ what is shown

    def offer_last(self, output: str) -> None:
        """Offer the results of the last batch, if there are any."""
        self.last.setVisible(bool(output) and (Path(output) / SUMMARY).is_file())
        self.last.setDescription(output)

    def show_rows(self, rows: BatchRows, output: str, ignored: tuple[str, ...] = ()) -> None:
        """Show another batch, in its own order, unfiltered."""
        self._output, self._ignored = output, ignored
        self.clear_filter()
        self.table.sort_as_planned()
        self.table.batch.show_rows(rows)
        self.pages.setCurrentIndex(1)
        self.refresh()

    def show_ignored(self, ignored: tuple[str, ...]) -> None:
        """Say what was found that is no delivery."""
        self._ignored = ignored
        self.refresh()

    def refresh(self) -> None:
        """Count again: rows have changed."""
        rows = self.table.batch.rows
        counts, (errors, warnings, infos) = rows.counts(), rows.sums()
        self._show_states(list(counts))
        links = [_link(state.value, counted_state(state, counts[state])) for state in STATES if counts[state]]
        everything = _link("", counted_deliveries(len(rows.rows)))
        text = tr("{deliveries}: {verdicts}", deliveries=everything, verdicts=", ".join(links)) if links else everything
        found = counts_sentence({Level.ERROR: errors, Level.WARNING: warnings, Level.INFO: infos})
        parts = [text] if counts[State.WAITING] == len(rows.rows) else [text, escape(found)]
        if self._ignored:
            ignored = plural(len(self._ignored), tr("{count} file ignored"), tr("{count} files ignored"))
            parts.append(escape(ignored.format(count=number(len(self._ignored)))))
        if self.table.filter.filters:
            shown = tr("{count} shown", count=number(self.table.filter.rowCount()))
            parts.insert(0, f"<b>{escape(shown)}</b>")
        self.totals.setText(" · ".join(parts))
        self.totals.setToolTip(self._ignored_names())
        written = bool(self._output) and (Path(self._output) / SUMMARY).is_file()
        self.summary.setEnabled(written)
        self.folder.setEnabled(bool(self._output) and Path(self._output).is_dir())

    def clear_filter(self) -> None:
        """Show all deliveries."""
        self.text.clear()
        self.state.setCurrentIndex(0)
        self._filter()

    def focus_filter(self) -> None:
        """Go and type in the filter."""
        self.text.setFocus()
        self.text.selectAll()

    # ------------------------------------------------------------------ the filter

    def _filter(self) -> None:
        self._pause.stop()
        self.table.filter.show_only(self.state.currentData(), self.text.text())
        self.refresh()

    def _follow(self, link: str) -> None:
        """A number of the totals leads to what it counts."""
        place = self.state.findData(State(link)) if link else 0
        if not link:
            self.text.clear()
        self.state.setCurrentIndex(max(0, place))
        self._filter()

    def _show_states(self, present: list[State]) -> None:
        """Offer the verdicts that are there, and keep the one that is chosen."""
        wanted = [state for state in STATES if state in present or state is self.state.currentData()]
        if wanted == [self.state.itemData(i) for i in range(1, self.state.count())]:
            return
        chosen = self.state.currentData()
        self.state.blockSignals(True)
        self.state.clear()
        self.state.addItem(tr("Any verdict"), None)
        for state in wanted:
            self.state.addItem(state_icon(state), state_name(state), state)
        self.state.setCurrentIndex(wanted.index(chosen) + 1 if chosen in wanted else 0)
        self.state.blockSignals(False)

    def _ignored_names(self) -> str:
        if not self._ignored:
            return ""
        names = list(self._ignored[:MOST_NAMED]) + ["…"] * (len(self._ignored) > MOST_NAMED)
        return rich_tooltip(tr("Neither a zip nor the folder of a delivery:"), *names)

    # ------------------------------------------------------------------ once

    def _set_up(self) -> None:
        self.text.setShowSearchIcon(True)
        self.text.setShowClearButton(True)
        self.text.setPlaceholderText(tr("Filter (Ctrl+F)"))
        self.text.setToolTip(tr("Names, standards or messages, in any order"))
        self.text.setAccessibleName(tr("Filter the deliveries by words"))
        self.state.addItem(tr("Any verdict"), None)
        self.state.setAccessibleName(tr("Verdict"))
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.totals.setTextFormat(Qt.TextFormat.RichText)
        self.totals.setWordWrap(True)
        self.totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.totals.setAccessibleName(tr("Totals"))
        for button, icon, text in (
            (self.summary, "mActionOpenTable", tr("Summary (CSV)")),
            (self.folder, "mIconFolderOpen", tr("Folder of the reports")),
        ):
            button.setIcon(theme_icon(icon))
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.last.setText(tr("Show the last results"))
        self.last.setIcon(theme_icon("mActionFileOpen"))
        self.last.setVisible(False)

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        picture, text = QLabel(page), QLabel(page)
        picture.setPixmap(plugin_icon().pixmap(48, 48))
        text.setText(
            tr(
                "Choose a folder of deliveries, then Run: each delivery gets its line here, "
                "and its report is one double click away."
            )
        )
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setForegroundRole(QPalette.ColorRole.WindowText)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        column.addWidget(self.last)
        column.addStretch(2)
        return page

    def _lay_out(self) -> None:
        page = QWidget(self)
        words = QHBoxLayout()
        words.addWidget(self.text, 1)
        words.addWidget(self.state)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.setSpacing(4)
        inside.addLayout(words)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.totals)
        inside.addWidget(flow_row(page, self.summary, self.folder))
        self.pages.addWidget(self._empty_page())
        self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._filter)
        self.state.currentIndexChanged.connect(lambda _index: self._filter())
        self.totals.linkActivated.connect(self._follow)
        self.last.clicked.connect(self.last_wanted)
        self.summary.clicked.connect(lambda: self.file_wanted.emit(str(Path(self._output) / SUMMARY)))
        self.folder.clicked.connect(lambda: self.file_wanted.emit(self._output))


def _link(target: str, text: str) -> str:
    return f'<a href="{target}">{escape(text)}</a>'
