"""The content of the dock: from a path to a verdict, its findings and its reports."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QCursor, QHideEvent
from qgis.PyQt.QtWidgets import QMenu, QWidget

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.validation.finding import Family, Finding, Verdict
from smica_qgis.core.validation.report import NoGeometries, Report
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.gui.validation.delivery_layers import DeliveryLayers
from smica_qgis.gui.validation.delivery_reopening import DeliveryReopening
from smica_qgis.gui.validation.fault_geometry import FaultGeometries
from smica_qgis.gui.validation.findings_index import FindingsIndex, comparable
from smica_qgis.gui.validation.locked_geometries import let_go, with_locked_geometries
from smica_qgis.gui.validation.open_layers import deliveries_of, delivery_folder
from smica_qgis.gui.validation.panel_parts import PanelParts
from smica_qgis.gui.validation.reports_menu import ReportFormat, open_file
from smica_qgis.gui.validation.services import Services, request_of
from smica_qgis.gui.validation.validation_run import ValidationRun
from smica_qgis.gui.validation.wording import family_was_run
from smica_qgis.host.settings import load_settings, preferred_standards_folder, remember_delivery
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.validate_delivery import ValidationRequest

READ_AS_IT_IS = (".zip", ".gpkg")
REPORT = ".jsonl"


class ValidationPanel(PanelParts):
    """Wires the parts together; each part knows only its own work."""

    def __init__(self, iface: QgisInterface, services: Services, parent: QWidget | None = None) -> None:
        self._boundary = ErrorBoundary(iface.messageBar())
        super().__init__(iface, services, self._boundary, parent)
        self._iface = iface
        self._services = services
        self._path = ""
        self._standard = ""
        self._asked: ValidationRequest | None = None
        self._wanted_report = ""
        self._index: FindingsIndex | None = None
        self._report: Report | None = None
        self._before: Report | None = None
        self._sample_folder: tempfile.TemporaryDirectory[str] | None = None
        self._beside = BesideWork(self._boundary)
        self.run = ValidationRun(services, self)
        self.reopening = DeliveryReopening(services, self)
        self.layers = DeliveryLayers(QgsProject.instance())
        self._connect()

    @property
    def path(self) -> str:
        """Path of the delivery that is open, or an empty text."""
        return self._path

    # ------------------------------------------------------------------ choosing

    def choose(self, path: str) -> None:
        """Open a delivery: a folder, a zip, a GeoPackage, or any file of a delivery; or a report of one."""
        place = Path(path)
        if place.suffix.lower() == REPORT:
            self.open_report(path)
            return
        if place.is_file() and place.suffix.lower() not in READ_AS_IT_IS:
            place = delivery_folder(place)
        self.header.show_recent(remember_delivery(str(place)).recent)
        self._open(str(place))

    def take_open_layers(self) -> None:
        """Open the delivery that the layers of the project come from; ask when there are several."""
        ours = self.layers.ids()
        layers = QgsProject.instance().mapLayers()
        paths = deliveries_of(layer for identifier, layer in layers.items() if identifier not in ours)
        if not paths:
            message = "Aucune couche ouverte ne vient d'un fichier : choisissez plutôt le dossier de la livraison."
            self._boundary.tell(SmicaError(message))
        elif len(paths) == 1:
            self.choose(paths[0])
        else:
            menu = QMenu(self)
            for path in paths:
                menu.addAction(path.replace("&", "&&")).triggered.connect(lambda _checked, p=path: self.choose(p))
            menu.popup(QCursor.pos())

    def try_sample(self) -> None:
        """Make the sample delivery and open it."""
        if self._sample_folder is None:
            self._sample_folder = tempfile.TemporaryDirectory(prefix="smica_sample_")
        folder, make = self._sample_folder.name, self._services.make_sample
        self._beside.do(tr("SMICA sample delivery"), lambda: make(folder), self._open)

    def again(self) -> None:
        """Run on the delivery that is open: as it was asked for elsewhere, else by the settings of now."""
        if not self._path or self.run.is_running:
            return
        request = self._asked or self._request_by_settings()
        self.run.start(replace(request, standard=self._standard))

    def validate(self, request: ValidationRequest) -> None:
        """Open a delivery and validate it as asked, whatever the settings: those of its batch, of its report."""
        if self._is_free():
            self.header.show_recent(remember_delivery(request.path).recent)
            self._open(request.path, request)

    def open_report(self, path: str) -> None:
        """Show a report that was written as JSON Lines, without validating again."""
        if self._is_free():
            self._wanted_report = path
            read = self._services.read
            self._beside.do(tr("SMICA report"), lambda: read(path), lambda report: self._show_read(path, report))

    def _is_free(self) -> bool:
        """Whether something else may be opened; says why not."""
        if self.run.is_running:
            self._boundary.tell(SmicaError("Un contrôle est en cours : attendez sa fin, ou annulez-le d'abord."))
        return not self.run.is_running

    def _request_by_settings(self) -> ValidationRequest:
        from smica_qgis.operations.validate_delivery import ValidationRequest

        settings = load_settings()
        return ValidationRequest(
            path=self._path,
            crs=settings.crs,
            families=settings.families,
            rule_profile=settings.rule_profile,
            options=settings.options,
            standards_folder=preferred_standards_folder(),
        )

    def _open(self, path: str, asked: ValidationRequest | None = None) -> None:
        if self.run.is_running:
            return
        self._path, self._asked, self._before, self._wanted_report = path, asked, None, ""
        self._standard = asked.standard if asked is not None else ""
        self.results.forget()
        self.header.show_delivery(Path(path).name, None, "")
        self.again()

    def _forget_asked(self) -> None:
        """The settings were changed: they hold from now on."""
        self._asked = None

    def _choose_standard(self, name: str) -> None:
        self._standard = name
        self.again()

    # ------------------------------------------------------------------ running

    def _on_began(self, request: ValidationRequest) -> None:
        self._index = FindingsIndex(self._services.catalogue())
        self.reopening.give_up()
        self.strip.setVisible(False)
        self.offer_reports(None)
        self.chips.show_index(self._index, [f for f in Family if f.value in request.families])
        self.verdict.show_running()
        self.show_running(running=True)
        self.show_page(self.results)
        geometries = FaultGeometries(NoGeometries(), request.crs)
        self.results.show_index(self._index, geometries, self.layers.layer_of)

    def _on_found(self, findings: list[Finding]) -> None:
        if self._index is not None:
            self._index.add(findings)
            self.chips.show_index(self._index)
            self.results.grow()

    def _on_ended(self, report: Report) -> None:
        self.show_running(running=False)
        self._boundary.run(lambda: self._show_report(with_locked_geometries(report)))

    def _on_stopped(self) -> None:
        self.show_running(running=False)
        if self._index is not None:
            self.verdict.show_stopped(self._index)

    def _on_failed(self, error: Exception) -> None:
        self.show_running(running=False)
        self._boundary.tell(error)
        if isinstance(error, SmicaError) and self._index is not None and not self._index.findings:
            self.verdict.show_failed("")
            self._show_why_not(error)
        else:
            self.verdict.show_failed(tr("The message bar of QGIS says why."))

    def _show_why_not(self, error: SmicaError) -> None:
        """Nothing could be read: say why, what there is, and let one choose the standard."""
        if isinstance(error, InvalidParameterError) and not self._standard:
            self.header.show_delivery(Path(self._path).name, Detection("", ""), "")
        self._show_unreadable(error.message, ())

    def _show_unreadable(self, reason: str, files: Sequence[str]) -> None:
        """Say why nothing could be read and what there is, looked for when it is not known."""
        path, list_files = self._path, self._services.list_files
        self.unreadable.show_files(reason, files)
        self.show_page(self.unreadable)
        if not files and path:
            self._beside.do(
                tr("SMICA list of files"),
                lambda: list_files(path),
                lambda found: self.unreadable.show_files(reason, found),
            )

    def _show_report(self, report: Report) -> None:
        """Show a run that ended, compared with the last whole one of the same delivery."""
        header = report.header
        index = FindingsIndex(report.catalogue)
        index.add(report.findings)
        if self._before is not None and comparable(self._before, report):
            index.compare_with(self._before.findings)
        self._index = index
        self._take_over(report)
        self.header.show_delivery(header.delivery, header.detection, header.model_title, header.model_source)
        self.verdict.show_report(report, index)
        self.chips.show_index(index, [f for f in Family if family_was_run(report, f)])
        self._show_on_map(report, index)
        if report.verdict is Verdict.UNREADABLE:
            reasons = dict.fromkeys(report.catalogue.message(finding) for finding in report.findings)
            self._show_unreadable("\n".join(reasons), report.files)

    def _show_on_map(self, report: Report, index: FindingsIndex) -> None:
        crs = report.geometries.crs or report.header.crs or load_settings().crs
        self.results.show_index(index, FaultGeometries(report.geometries, crs), self.layers.layer_of)

    def _show_read(self, path: str, report: Report) -> None:
        """Show a report that was read, unless one opened something else meanwhile."""
        if path != self._wanted_report or self.run.is_running:
            return
        self.reopening.give_up()
        self._path, self._asked, self._before = report.header.path, request_of(report, self._services.standards()), None
        self._standard = self._asked.standard
        self.results.forget()
        self.show_page(self.results)
        self._show_report(report)
        self.strip.show_report(report, path)
        self.again_button.setEnabled(bool(self._path))

    def _open_layers(self) -> None:
        """Show the objects of the delivery whose report was read."""
        if self._report is not None:
            self.strip.show_opening()
            self.reopening.start(self._report)

    def _on_reopened(self, opened: Report) -> None:
        if self._index is not None:
            report = with_locked_geometries(opened)
            self._show_layers(report)
            self._show_on_map(report, self._index)
            self.strip.show_opened()
            if not self.results.has_choice:
                self.layers.zoom_to(self._iface.mapCanvas())

    def _on_not_reopened(self, error: Exception) -> None:
        if isinstance(error, SmicaError):
            self.strip.show_closed(error.message)
        else:
            self._boundary.tell(error)
            self.strip.show_closed(tr("The message bar of QGIS says why."))

    def _take_over(self, report: Report) -> None:
        """The layers of this report take the place of the last one's, whose working copy is let go."""
        same_delivery = self._report is not None and self._report.header.path == report.header.path
        was_shown = same_delivery and bool(self.layers.ids())
        self._show_layers(report)
        if not report.header.partial:
            self._before = report
        self.offer_reports(report.header.delivery)
        if not was_shown:
            self.layers.zoom_to(self._iface.mapCanvas())

    def _show_layers(self, report: Report) -> None:
        self.layers.show(report)
        let_go(self._report)
        self._report = report

    def _write_report(self, kind: ReportFormat, path: str) -> None:
        report = self._report
        if report is None:
            return

        def write() -> str:
            kind.write(report, Path(path))
            return path

        def tell(written: str) -> None:
            text = tr("The report is written: {path}", path=written)
            self._boundary.announce(text, tr("Open it"), lambda: open_file(written))

        self._beside.do(tr("SMICA report"), write, tell)

    # ------------------------------------------------------------------ going away

    def shut_down(self) -> None:
        """Stop what runs and leave nothing behind: no layer, no highlight, no folder, no connection."""
        self.run.shut_down()
        self.reopening.shut_down()
        self._beside.shut_down()
        self.results.leave()
        self.layers.remove()
        let_go(self._report)
        self._report = None
        if self._sample_folder is not None:
            self._sample_folder.cleanup()
            self._sample_folder = None

    def hideEvent(self, event: QHideEvent) -> None:
        self.results.highlighter.clear()
        super().hideEvent(event)

    # ------------------------------------------------------------------ once

    def _connect(self) -> None:
        self.dropped.connect(self.choose)
        self.header.path_chosen.connect(self.choose)
        self.header.layers_wanted.connect(self.take_open_layers)
        self.header.sample_wanted.connect(self.try_sample)
        self.header.standard_chosen.connect(self._choose_standard)
        self.empty.folder_wanted.connect(self.header.choose_folder)
        self.empty.file_wanted.connect(self.header.choose_file)
        self.empty.layers_wanted.connect(self.take_open_layers)
        self.empty.sample_wanted.connect(self.try_sample)
        self.unreadable.other_wanted.connect(self.header.choose.showMenu)
        self.again_button.clicked.connect(self.again)
        self.strip.again_wanted.connect(self.again)
        self.strip.layers_wanted.connect(self._open_layers)
        self.reopening.opened.connect(self._on_reopened)
        self.reopening.refused.connect(self._on_not_reopened)
        self.settings.changed.connect(self._forget_asked)
        self.reports.wanted.connect(self._write_report)
        self.chips.chosen.connect(self.results.show_family)
        self.results.filter_bar.cleared.connect(self.chips.uncheck)
        self.progress.cancelled.connect(self.run.cancel)
        self.run.began.connect(self._on_began)
        self.run.progressed.connect(self.progress.show_progress)
        self.run.found.connect(self._on_found)
        self.run.ended.connect(self._on_ended)
        self.run.stopped.connect(self._on_stopped)
        self.run.failed.connect(self._on_failed)
