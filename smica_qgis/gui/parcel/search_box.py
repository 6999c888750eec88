"""The search of the dock *Parcelle*: one box, what it finds below, and step by step: commune, section, parcel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.gui.operation_task import BesideWork
from smica_qgis.gui.parcel.services import ParcelServices
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.find_parcel import Hit

_TYPING_MS = 200
_MOST_LINES_SHOWN = 6
_HIT_ROLE = Qt.ItemDataRole.UserRole + 1
_RECENT_ROLE = Qt.ItemDataRole.UserRole + 2


class ParcelSearch(QWidget):
    """chosen: a hit that one wants to see. Searching is beside the window; an answer that comes too late is dropped."""

    chosen = pyqtSignal(object)

    def __init__(self, services: ParcelServices, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._work = BesideWork(boundary)
        self._asked = ""
        self.box = QgsFilterLineEdit(self)
        self.box.setShowSearchIcon(True)
        self.box.setPlaceholderText(tr("12202 AB 12, AB 12, a commune, an address…"))
        self.results = QListWidget(self)
        self.results.setVisible(False)
        self.steps = [QComboBox(self) for _ in range(3)]
        for combo, text in zip(self.steps, (tr("Commune"), tr("Section"), tr("Parcel"))):
            combo.setAccessibleName(text)
            combo.setToolTip(text)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.addItem(text)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        row = QHBoxLayout()
        for combo, width in zip(self.steps, (3, 2, 2)):
            row.addWidget(combo, width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.results)
        column.addLayout(row)
        self._connect()

    @property
    def commune(self) -> str:
        """INSEE code of the commune chosen, or empty."""
        hit = self.steps[0].currentData()
        return hit.insee if hit is not None else ""

    def load_communes(self) -> None:
        """Fill the first step."""
        self._fill_later(0, tr("Commune"), self._services.communes)

    def look_for(self) -> None:
        """Search now what the box holds."""
        self._typing.stop()
        text, commune = self.box.text().strip(), self.commune
        self._asked = text
        if not text:
            self._show_recent()
            return
        if not self._services.store_address():
            return

        def show(hits: Sequence[Hit]) -> None:
            if self._asked == text:
                self._show_hits(hits)

        self._work.do(tr("Search"), lambda: self._services.search(text, commune, lambda: self._asked != text), show)

    def shut_down(self) -> None:
        """Wait for what is under way."""
        self._asked = "\n"
        self._work.shut_down()

    def _connect(self) -> None:
        self.box.textEdited.connect(lambda _text: self._typing.start())
        self.box.cleared.connect(self.look_for)
        self.box.returnPressed.connect(self._choose_first)
        self._typing.timeout.connect(self.look_for)
        self.results.itemActivated.connect(self._choose)
        self.results.itemClicked.connect(self._choose)
        self.steps[0].activated.connect(lambda _place: self._step(0))
        self.steps[1].activated.connect(lambda _place: self._step(1))
        self.steps[2].activated.connect(lambda _place: self._step(2))

    def _choose_first(self) -> None:
        """Enter: take what was found, or what will be."""
        item = self.results.item(0) if self.results.isVisible() and self._asked == self.box.text().strip() else None
        if item is not None:
            self._choose(item)
        else:
            self.look_for()

    def _choose(self, item: QListWidgetItem) -> None:
        recent = item.data(_RECENT_ROLE)
        if recent:
            self.box.setText(recent)
            self.look_for()
            return
        hit = item.data(_HIT_ROLE)
        if hit is not None:
            self.results.setVisible(False)
            self.chosen.emit(hit)

    def _step(self, place: int) -> None:
        hit = self.steps[place].currentData()
        for combo in self.steps[place + 1 :]:
            while combo.count() > 1:
                combo.removeItem(1)
        if hit is None:
            return
        if place == 0:
            self._fill_later(1, tr("Section"), lambda: self._services.sections(hit.insee))
        elif place == 1:
            self._fill_later(2, tr("Parcel"), lambda: self._services.parcels(hit.section))
        self.chosen.emit(hit)

    def _fill_later(self, place: int, title: str, read: Callable[[], Sequence[Hit]]) -> None:
        def fill(hits: Sequence[Hit]) -> None:
            combo = self.steps[place]
            combo.clear()
            combo.addItem(title)
            for hit in hits:
                combo.addItem(hit.label, hit)

        self._work.do(title, read, fill)

    def _show_hits(self, hits: Sequence[Hit]) -> None:
        self.results.clear()
        for hit in hits:
            text = f"{hit.label} — {hit.detail}" if hit.detail else hit.label
            item = QListWidgetItem(_icon(hit), text)
            item.setToolTip(text)
            if hit.kind.name == "NOTICE":
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            else:
                item.setData(_HIT_ROLE, hit)
            self.results.addItem(item)
        if not hits:
            item = QListWidgetItem(tr("Nothing found: check the spelling, or choose the commune below."))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.results.addItem(item)
        self._fit()

    def _show_recent(self) -> None:
        self.results.clear()
        for text in load_settings().recent_parcels:
            item = QListWidgetItem(theme_icon("mIconHistory"), text)
            item.setData(_RECENT_ROLE, text)
            self.results.addItem(item)
        self._fit()

    def _fit(self) -> None:
        count = self.results.count()
        self.results.setVisible(count > 0)
        height = self.results.sizeHintForRow(0) if count else 0
        self.results.setFixedHeight(height * min(count, _MOST_LINES_SHOWN) + 2 * self.results.frameWidth() + 2)


def _icon(hit: Hit) -> QIcon:
    names = {"PARCELS": "parcel", "NOTICE": "warning"}
    if hit.kind.name in names:
        return own_icon(names[hit.kind.name])
    return theme_icon("mActionAddMap" if hit.kind.name == "ADDRESS" else "mIconPolygonLayer")
