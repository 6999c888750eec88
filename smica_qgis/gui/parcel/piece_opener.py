"""Opens the written piece of a line at its page: on the web, or beside what was read."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from smica_qgis.core.parcel.piece_link import PieceLink, piece_link
from smica_qgis.core.parcel.sheet import SheetLine
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.gui.parcel.services import ParcelServices
from smica_qgis.host.translation import tr


class PieceOpener:
    """Looking for a file is beside the window: it may be on a slow share or in a zip."""

    def __init__(self, services: ParcelServices, boundary: ErrorBoundary) -> None:
        self._services = services
        self._boundary = boundary
        self._work = BesideWork(boundary)

    def open(self, line: SheetLine) -> None:
        """Open the piece of a line; where it is not, say so."""
        link = piece_link(line.rule.piece, line.rule.document.place)
        if link is None:
            return
        if link.address:
            self._show(QUrl(link.address), link)
            return

        def show(path: Path) -> None:
            self._show(QUrl.fromLocalFile(str(path)), link)
            if link.page is not None:  # not every reader goes to the page that it is asked for
                self._boundary.announce(tr("{piece}: page {page}", piece=link.name, page=link.page))

        self._work.do(tr("Written piece"), lambda: self._services.find_piece(link), show)

    def shut_down(self) -> None:
        """Wait for what is under way."""
        self._work.shut_down()

    def _show(self, url: QUrl, link: PieceLink) -> None:
        """Ask the desktop for the page, else for the piece."""
        if link.fragment:
            at_page = QUrl(url)
            at_page.setFragment(link.fragment)
            if QDesktopServices.openUrl(at_page):
                return
        if not QDesktopServices.openUrl(url):
            self._boundary.announce(tr("No program of this computer opens {piece}.", piece=link.name or link.address))
