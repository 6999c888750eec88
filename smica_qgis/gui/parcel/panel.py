"""What the dock *Parcelle* holds: the search, then the sheet of what was found, then what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.parcel.sheet_text import sheet_text, unit_title
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.latest_run import LatestRun
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.gui.parcel.piece_opener import PieceOpener
from smica_qgis.gui.parcel.search_box import ParcelSearch
from smica_qgis.gui.parcel.services import ParcelServices
from smica_qgis.gui.parcel.sheet_view import SheetView
from smica_qgis.gui.parcel.unit_on_map import UnitOnMap
from smica_qgis.gui.validation.progress_line import ProgressLine
from smica_qgis.host.settings import change_settings, load_settings, remember_parcel
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.database.store import Box
    from smica_qgis.operations.describe_parcels import DescribedParcels
    from smica_qgis.operations.find_parcel import Hit


class ParcelPanel(QWidget):
    """One land unit at a time. `parcels`: the identifiers it is made of."""

    def __init__(
        self, iface: QgisInterface, services: ParcelServices | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._services = services or ParcelServices()
        self._boundary = ErrorBoundary(iface.messageBar())
        self._work = BesideWork(self._boundary)
        self.parcels: list[str] = []
        self.described: DescribedParcels | None = None
        self.search = ParcelSearch(self._services, self._boundary, self)
        self.sheet = SheetView(self)
        self.map = UnitOnMap(iface.mapCanvas(), self)
        self.empty = _EmptyState(self)
        self.pages = QStackedWidget(self)
        self.run = LatestRun(tr("Parcel sheet"), self)
        self.progress = ProgressLine(self)
        self.opener = PieceOpener(self._services, self._boundary)
        self.rules = QComboBox(self)
        self._zoom = True
        self.add_button = QToolButton(self)
        self.copy_button = QToolButton(self)
        self.pdf_button = QToolButton(self)
        self.piece_button = QToolButton(self)
        self.addresses_button = QToolButton(self)
        self._lay_out()
        self._connect()
        self._update()

    def open_parcels(self, identifiers: Sequence[str], *, zoom: bool = True) -> None:
        """Show the sheet of a land unit; the answer comes later."""
        wanted = list(dict.fromkeys(identifiers))
        if not wanted:
            return
        self._zoom = zoom
        layers = self._services.read_layers(QgsProject.instance())
        from_geoportal = bool(self.rules.currentData())
        self.run.start(lambda progress: self._services.describe(wanted, layers, from_geoportal, progress))

    def open_hit(self, hit: Hit) -> None:
        """Show what was found: a sheet, or a place of the map."""
        kind = hit.kind.name
        if kind == "PARCELS":
            self.open_parcels(hit.parcels)
        elif kind == "ADDRESS":
            self.map.zoom_to_point(hit.x, hit.y)
        elif kind in ("COMMUNE", "SECTION"):
            self._work.do(tr("Search"), lambda: self._services.box_of(hit), self._zoom_to)

    def write_pdf(self, path: Path) -> None:
        """Write the sheet, with the layers that the map shows."""
        described = self.described
        if described is None:
            return
        layers = self._iface.mapCanvas().layers()

        def write() -> bool:
            self._services.write_pdf(described, path, layers)
            return True

        if self._boundary.run(write):
            opened = QUrl.fromLocalFile(str(path))
            self._boundary.announce(
                tr("The sheet is written: {file}", file=path.name),
                tr("Open"),
                lambda: QDesktopServices.openUrl(opened),
            )

    def follow_options(self) -> None:
        """The options were changed: there may be another store, and addresses may be searched or not."""
        self.addresses_button.setChecked(load_settings().geocoding)
        self._update()

    def shut_down(self) -> None:
        """Wait for what is under way, leave nothing on the map."""
        self.search.shut_down()
        self.run.shut_down()
        self.opener.shut_down()
        self._work.shut_down()
        self.map.remove()

    def _lay_out(self) -> None:
        for button, icon, text in (
            (self.add_button, "mActionAddPolygon", tr("Add a parcel: click it on the map")),
            (self.copy_button, "mActionEditCopy", tr("Copy the sheet as text")),
            (self.pdf_button, "mActionSaveAsPDF", tr("Write the sheet as a PDF")),
            (self.piece_button, "mActionOpenTable", tr("Open the written piece of the line, at its page")),
            (self.addresses_button, "mActionAddMap", tr("Also search addresses (sent to the service of the IGN)")),
        ):
            button.setIcon(theme_icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setAutoRaise(True)
        self.add_button.setCheckable(True)
        self.selection = QAction(tr("Parcels selected in the active layer"), self)
        self.add_button.addAction(self.selection)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.addresses_button.setCheckable(True)
        self.addresses_button.setChecked(load_settings().geocoding)
        buttons = QHBoxLayout()
        for button in (self.add_button, self.copy_button, self.pdf_button, self.piece_button):
            buttons.addWidget(button)
        buttons.addWidget(self.rules, 1)
        buttons.addWidget(self.addresses_button)
        self._offer_rules()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.pages, 1)

    def _offer_rules(self) -> None:
        """Where planning rules are read."""
        self.rules.addItem(tr("Rules: store and project"), False)
        self.rules.addItem(tr("Rules: Géoportail"), True)
        self.rules.setAccessibleName(tr("Where planning rules are read"))
        self.rules.setToolTip(
            tr(
                "Zones, prescriptions, informations and easements come from the shared store and the layers of the "
                "project, or from the service of the Géoportail de l'urbanisme. The place of the parcel is then sent "
                "to it."
            )
        )
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rules.setCurrentIndex(int(load_settings().rules_from_geoportal))

    def _connect(self) -> None:
        self.run.slow.connect(self._tell_slow)
        self.run.progressed.connect(self.progress.show_progress)
        self.run.ended.connect(self._show)
        for signal in (self.run.ended, self.run.stopped, self.run.failed):
            signal.connect(lambda *_told: self.progress.end())
        self.run.failed.connect(self._boundary.tell)
        self.progress.cancelled.connect(self.run.cancel)
        self.rules.activated.connect(lambda _place: self._choose_rules())
        self.sheet.line_chosen.connect(lambda line: self.piece_button.setEnabled(bool(line and line.rule.piece)))
        self.sheet.piece_wanted.connect(self.opener.open)
        self.piece_button.clicked.connect(lambda _checked: self._open_piece())
        self.search.chosen.connect(self.open_hit)
        self.map.clicked.connect(self._add_at)
        self.map.click_ended.connect(lambda: self.add_button.setChecked(False))
        self.add_button.toggled.connect(lambda wanted: self.map.wait_for_click(wanted=wanted))
        self.selection.triggered.connect(lambda _checked: self._take_selection())
        self.copy_button.clicked.connect(lambda _checked: self._copy())
        self.pdf_button.clicked.connect(lambda _checked: self._ask_pdf())
        self.addresses_button.toggled.connect(lambda wanted: change_settings(geocoding=wanted))
        self.empty.choose.clicked.connect(lambda _checked: self._choose_store())

    def _update(self) -> None:
        """What can be done now."""
        has_store = bool(self._services.store_address())
        self.empty.say(has_store=has_store)
        self.search.setEnabled(has_store)
        self.add_button.setEnabled(has_store)
        for button in (self.copy_button, self.pdf_button):
            button.setEnabled(self.described is not None)
        self.piece_button.setEnabled(False)
        self.pages.setCurrentWidget(self.sheet if self.described is not None else self.empty)
        if has_store:
            self.search.load_communes()

    def _show(self, described: DescribedParcels) -> None:
        first = self.described is None
        self.described = described
        sheet = described.sheets[0]
        self.parcels = [parcel.identifier for parcel in sheet.unit.parcels]
        absent = [tr("Not found: {parcels}", parcels=", ".join(described.not_found))] if described.not_found else []
        self.sheet.show_sheet(sheet, [*absent, *described.notes])
        self.map.show_unit(described.geometries[0], described.crs, zoom=self._zoom)
        remember_parcel("; ".join(self.parcels))
        self.setWindowTitle(unit_title(sheet))
        if first:
            for button in (self.copy_button, self.pdf_button):
                button.setEnabled(True)
            self.pages.setCurrentWidget(self.sheet)

    def _tell_slow(self) -> None:
        """It takes long enough to be shown, and stopped."""
        self.progress.begin()
        self.progress.phase.setText(tr("Reading what applies to the parcel…"))

    def _choose_rules(self) -> None:
        """Other rules: the sheet that is shown is made again."""
        change_settings(rules_from_geoportal=bool(self.rules.currentData()))
        if self.parcels:
            self.open_parcels(self.parcels, zoom=False)

    def _open_piece(self) -> None:
        line = self.sheet.current_line
        if line is not None:
            self.opener.open(line)

    def _zoom_to(self, found: tuple[Box, int] | None) -> None:
        if found is not None:
            box, srid = found
            self.map.zoom_to(QgsRectangle(*box), QgsCoordinateReferenceSystem.fromEpsgId(srid))

    def _add_at(self, x: float, y: float, crs: str) -> None:
        """Add the parcel that was clicked, or take it away when it was in the unit already."""

        def add(identifier: str) -> None:
            if not identifier:
                self._boundary.announce(tr("There is no parcel of the loaded cadastre here."))
            elif identifier in self.parcels and len(self.parcels) > 1:
                self.open_parcels([known for known in self.parcels if known != identifier], zoom=False)
            else:
                self.open_parcels([*self.parcels, identifier], zoom=False)

        self._work.do(tr("Parcel sheet"), lambda: self._services.parcel_at(x, y, crs), add)

    def _take_selection(self) -> None:
        """The parcels that are selected in the layer of the project that is current: one land unit."""
        found = self._services.selected_parcels(self._iface.activeLayer())
        if found:
            self.open_parcels(found)
        else:
            said = tr("No parcel is selected in the active layer, or its identifier is not understood.")
            self._boundary.announce(said)

    def _copy(self) -> None:
        if self.described is not None:
            QApplication.clipboard().setText(sheet_text(self.described.sheets[0]))
            self._boundary.announce(tr("The sheet is copied."))

    def _ask_pdf(self) -> None:
        folder = load_settings().reports_folder
        name = f"{'_'.join(self.parcels[:3])}.pdf"
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("Write the sheet as a PDF"), str(Path(folder) / name), "PDF (*.pdf)"
        )
        if path:
            self.write_pdf(Path(path).with_suffix(".pdf"))

    def _choose_store(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, tr("Choose the shared store"), "", "GeoPackage (*.gpkg)")
        if path:
            change_settings(store=path)
            self._update()


class _EmptyState(QWidget):
    """Nothing was searched yet, or there is nothing to search in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.choose = QPushButton(theme_icon("mActionFileOpen"), tr("Choose the shared store…"), self)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.choose)
        column.addStretch(1)

    def say(self, *, has_store: bool) -> None:
        """What to do next."""
        self.choose.setVisible(not has_store)
        self.text.setText(
            tr("Search a parcel above, or take the click on the map: what applies to it is listed here.")
            if has_store
            else tr(
                "Parcels are searched in the shared store, which is not chosen yet. Choose it, or import the cadastre "
                "with the algorithm Import the cadastre."
            )
        )
