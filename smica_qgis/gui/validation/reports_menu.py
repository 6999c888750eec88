"""The ▣: write the report of the run in one of the four formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from smica_qgis.core.validation.report import Report
from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import N_, tr

Writer = Callable[[Report, Path], None]


@dataclass(frozen=True)
class ReportFormat:
    """One line of the menu. title, kinds: marked for translation, looked up when shown."""

    title: str
    kinds: str
    suffix: str
    icon: str
    write: Writer


def _write_html(report: Report, path: Path) -> None:
    from smica_qgis.reports.html import write_html

    write_html(report, path)


def _write_geopackage(report: Report, path: Path) -> None:
    from smica_qgis.reports.findings_geopackage import write_findings_geopackage

    write_findings_geopackage(report, path)


def _write_json_lines(report: Report, path: Path) -> None:
    from smica_qgis.reports.json_lines import write_json_lines

    write_json_lines(report, path)


def _write_json_summary(report: Report, path: Path) -> None:
    from smica_qgis.reports.json_summary import write_json_summary

    write_json_summary(report, path)


FORMATS: tuple[ReportFormat, ...] = (
    ReportFormat(N_("Page to read and send (HTML)…"), N_("HTML page (*.html)"), ".html", "mActionAddHtml", _write_html),
    ReportFormat(
        N_("Findings on a map (GeoPackage)…"),
        N_("GeoPackage (*.gpkg)"),
        ".gpkg",
        "mGeoPackage",
        _write_geopackage,
    ),
    ReportFormat(
        N_("One finding a line (JSON Lines)…"),
        N_("JSON Lines (*.jsonl)"),
        ".jsonl",
        "mIconFile",
        _write_json_lines,
    ),
    ReportFormat(N_("Summary for scripts (JSON)…"), N_("JSON (*.json)"), ".json", "mIconFile", _write_json_summary),
)


class ReportsMenu(QMenu):
    """Asks where to write, and says so: `wanted` (ReportFormat, path)."""

    wanted = pyqtSignal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delivery = ""
        for kind in FORMATS:
            action = self.addAction(theme_icon(kind.icon), tr(kind.title))
            action.triggered.connect(lambda _checked, k=kind: self.ask(k))

    def use(self, delivery: str) -> None:
        """Name of the delivery, which the files take."""
        self._delivery = delivery

    def ask(self, kind: ReportFormat) -> None:
        """Ask where, remember the folder, and say that the report is wanted."""
        folder = load_settings().reports_folder or str(Path.home())
        proposed = str(Path(folder) / f"{self._delivery}{kind.suffix}")
        path, _ = QFileDialog.getSaveFileName(self.parentWidget(), tr("Write the report"), proposed, tr(kind.kinds))
        if not path:
            return
        if not path.lower().endswith(kind.suffix):
            path += kind.suffix
        change_settings(reports_folder=str(Path(path).parent))
        self.wanted.emit(kind, path)


def open_file(path: str) -> None:
    """Open a written file with what the machine has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
