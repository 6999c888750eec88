"""Pictures of the dock *Parcelle*: its sheet on the map, QGIS' search bar, the page of its PDF; and of the options."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtWidgets import QApplication, QDialog, QSplitter, QTreeView  # noqa: TID251 - inside the window

from pictures.shooting import (
    PLAN,
    WORK,
    Ready,
    child,
    docks,
    iface,
    map_is_drawn,
    panel_of,
    pause,
    picture,
    save,
    show_beside,
)
from pictures.village import INSEE
from pictures.village_map import village_on_map

if TYPE_CHECKING:
    from smica_qgis.gui.parcel.panel import ParcelPanel

DOCK = "SmicaParcelDock"
PARCEL = f"{INSEE}000AB0018"
PDF_DPI = "70"
SHOWN_STORE = "P:/SIG/base_partagee.gpkg"
"""What the page of options shows: nothing of this machine."""


def pictures() -> Iterator[Ready]:
    """The steps; each yields what to wait for before the next."""
    village_on_map()
    show_beside(DOCK)
    yield pause(1000)
    show_beside(DOCK)
    yield pause(1500)
    panel: ParcelPanel = panel_of(DOCK)
    yield map_is_drawn
    panel.open_parcels([PARCEL])
    yield lambda: panel.described is not None
    yield pause(1500)
    panel.open_parcels([PARCEL])  # the first time, QGIS may still be settling the map of the new project
    yield lambda: not panel.run.is_running
    yield pause(3000)
    picture("parcel_sheet")
    yield from locator()
    yield from sheet_as_pdf(panel)
    yield from options()
    docks()[DOCK].hide()


def locator() -> Iterator[Ready]:
    """QGIS' own search bar, with the prefix of parcels."""
    iface().locatorSearch("par AB 1")
    yield pause(3000)
    picture("locator")
    iface().mainWindow().setFocus()
    iface().locatorSearch("")
    yield pause(600)


def sheet_as_pdf(panel: ParcelPanel) -> Iterator[Ready]:
    """The first page of the PDF, as a picture; it is the same in every theme."""
    if PLAN["theme"] != "light":
        return
    path = WORK / "fiche.pdf"
    panel.write_pdf(path)
    yield path.exists
    page = WORK / "fiche"
    command = ["pdftoppm", "-png", "-r", PDF_DPI, "-f", "1", "-singlefile", str(path), str(page)]
    subprocess.run(command, check=True)
    save(QPixmap(str(page.with_suffix(".png"))), "parcel_pdf")
    iface().messageBar().clearWidgets()


def options() -> Iterator[Ready]:
    """The page of QGIS' options: a modal window, that closes itself once taken."""
    from smica_qgis.host.settings import change_settings

    done: list[bool] = []
    change_settings(store=SHOWN_STORE)

    def choose() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
        dialog.resize(1000, 680)
        tree = child(dialog, QTreeView, "mOptionsTreeView")
        child(dialog, QSplitter, "mOptionsSplitter").setSizes([230, 770])
        rows = (tree.model().index(row, 0) for row in range(tree.model().rowCount()))
        tree.setCurrentIndex(next(index for index in rows if str(index.data()).startswith("SMICA")))
        QTimer.singleShot(1500, lambda: take(dialog))

    def take(dialog: QDialog) -> None:
        picture("options", dialog)
        dialog.reject()
        done.append(True)

    QTimer.singleShot(1500, choose)
    iface().showOptionsDialog()
    yield lambda: bool(done)
