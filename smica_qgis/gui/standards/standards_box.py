"""Part of the page of options: bundled or fetched standards, where from, update, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.document_model.fetched import GEOPORTAIL, FetchedRegistry
from smica_qgis.core.errors import SmicaError
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.host.settings import SmicaSettings, standards_folder
from smica_qgis.host.translation import number, plural, tr
from smica_qgis.reports.difference_wording import french_date

if TYPE_CHECKING:
    from smica_qgis.operations.update_standards import StandardsUpdate

_NAMED = 3


class StandardsBox(QGroupBox):
    """Shows the state of the fetched standards and of their update, which goes on without it."""

    def __init__(self, settings: SmicaSettings, run: StandardsUpdateRun, parent: QWidget | None = None) -> None:
        super().__init__(tr("Standards"), parent)
        self._run = run
        self.bar = QgsMessageBar(self)
        self._boundary = ErrorBoundary(self.bar)
        self.bundled = QRadioButton(tr("those that come with SMICA QGIS"), self)
        self.fetched = QRadioButton(tr("fetched ones, when there are"), self)
        self.address = QLineEdit(settings.standards_address, self)
        self.update_button = QPushButton(theme_icon("mActionRefresh"), tr("Update"), self)
        self.differences_button = QPushButton(theme_icon("mActionOpenTable"), tr("Differences…"), self)
        self.state = QLabel(self)
        self.progress = ProgressLine(self)
        self._set_up(settings)
        self._lay_out()
        self._connect()
        self._show_state()
        self._show_running(running=run.is_running)

    def values(self) -> dict[str, object]:
        """Settings that the fields hold."""
        return {
            "standards_address": self.address.text().strip(),
            "prefer_fetched_standards": self.fetched.isChecked(),
        }

    def update_standards(self) -> None:
        """Fetch from the address in the field."""
        from smica_qgis.operations.update_standards import StandardsRequest

        self.bar.clearWidgets()
        self._run.start(StandardsRequest(folder=standards_folder(), source=self.address.text().strip()))

    def show_differences(self) -> None:
        """Open the table of what differs."""
        from smica_qgis.gui.standards.differences_dialog import DifferencesDialog

        dialog = DifferencesDialog(standards_folder(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _set_up(self, settings: SmicaSettings) -> None:
        (self.fetched if settings.prefer_fetched_standards else self.bundled).setChecked(True)
        self.bundled.setToolTip(rich_tooltip(tr("Tested with this version of the plugin; they change with it only.")))
        self.fetched.setToolTip(
            rich_tooltip(
                tr("Those of the Géoportail at the date of the last update; the others are those of the plugin.")
            )
        )
        self.address.setPlaceholderText(GEOPORTAIL)
        self.address.setClearButtonEnabled(True)
        self.address.setToolTip(
            rich_tooltip(
                tr("Empty: the Géoportail de l'urbanisme."),
                tr("Otherwise an address, where {name} stands for the model, a folder, or a zip.", name="{name}"),
            )
        )
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.bar.setAccessibleName(tr("Progress of the update"))

    def _lay_out(self) -> None:
        choice = QVBoxLayout()
        for button in (self.bundled, self.fetched):
            choice.addWidget(button)
        form = QFormLayout()
        form.addRow(tr("Used"), choice)
        form.addRow(tr("Fetched from"), self.address)
        form.addRow(tr("At hand"), self.state)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(form)
        column.addWidget(self.progress)
        column.addWidget(flow_row(self, self.update_button, self.differences_button))

    def _connect(self) -> None:
        self.update_button.clicked.connect(lambda _checked: self.update_standards())
        self.differences_button.clicked.connect(lambda _checked: self.show_differences())
        self.progress.cancelled.connect(self._run.cancel)
        self._run.began.connect(self._on_began)
        self._run.progressed.connect(self.progress.show_progress)
        self._run.ended.connect(self._on_ended)
        self._run.stopped.connect(self._on_stopped)
        self._run.failed.connect(self._on_failed)

    def _show_state(self) -> None:
        registry = FetchedRegistry(standards_folder())
        count = len(registry.names())
        self.differences_button.setEnabled(count > 0)
        if not count:
            self.state.setText(tr("No fetched standard yet."))
            return
        models = plural(count, tr("{count} fetched standard"), tr("{count} fetched standards"))
        checked = registry.last_checked()
        when = tr("last update {date}", date=french_date(checked)) if checked else tr("last update unknown")
        self.state.setText(f"{models.format(count=number(count))} · {when}")

    def _show_running(self, *, running: bool) -> None:
        for widget in (self.update_button, self.address):
            widget.setEnabled(not running)
        if running:
            self.differences_button.setEnabled(False)
            self.progress.begin()
            self.progress.phase.setText(tr("Opening the source…"))
        else:
            self.progress.end()

    def _on_began(self) -> None:
        self._show_running(running=True)

    def _on_ended(self, update: StandardsUpdate) -> None:
        self._over()
        one_updated, many_updated = tr("{count} updated standard"), tr("{count} updated standards")
        one_same, many_same = tr("{count} unchanged standard"), tr("{count} unchanged standards")
        parts = [
            plural(len(names), one, many).format(count=number(len(names)))
            for names, one, many in (
                (update.updated, one_updated, many_updated),
                (update.unchanged, one_same, many_same),
            )
            if names
        ]
        if update.failed:
            self._boundary.tell(_failures(update, parts))
        else:
            self._boundary.announce(", ".join(parts))

    def _on_stopped(self) -> None:
        self._over()
        self.bar.pushInfo("", tr("Update stopped: what was already fetched is kept."))

    def _on_failed(self, error: Exception) -> None:
        self._over()
        self._boundary.tell(error)

    def _over(self) -> None:
        self._show_running(running=False)
        self._show_state()


def _failures(update: StandardsUpdate, parts: list[str]) -> SmicaError:
    """What failed: a few names at once, every reason as details."""
    count = len(update.failed)
    some = ", ".join(list(update.failed)[:_NAMED])
    more = "…" if count > _NAMED else ""
    what = f"{number(count)} {'échecs' if count > 1 else 'échec'} ({some}{more})"
    reasons = "\n".join(f"{name} : {reason}" for name, reason in update.failed.items())
    details = f"Les copies d'avant, s'il y en a, sont gardées.\n\n{reasons}"
    return SmicaError(f"{', '.join([*parts, what])}.", details)
