"""The head of the dock: choose a delivery, see which standard it follows and why, change it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.document_model.detection import Detection
from smica_qgis.core.document_model.model import ModelSource
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.standards_menu import add_standards, empty
from smica_qgis.gui.validation.wording import standard_title
from smica_qgis.host.settings import load_settings
from smica_qgis.host.translation import tr
from smica_qgis.reports.difference_wording import provenance


class DeliveryHeader(QWidget):
    """Signals: path_chosen (path, also of a report), layers_wanted, sample_wanted, standard_chosen (name or empty).

    actions: buttons of others that stand in the first row.
    """

    path_chosen = pyqtSignal(str)
    layers_wanted = pyqtSignal()
    sample_wanted = pyqtSignal()
    standard_chosen = pyqtSignal(str)

    def __init__(
        self,
        standards: Callable[[], Sequence[str]],
        actions: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._standards = standards
        self._detection: Detection | None = None
        self._recent: Sequence[str] = ()
        self._folder = ""
        self.choose = self._choose_button()
        self.settings = QToolButton(self)
        self.settings.setIcon(theme_icon("mActionOptions"))
        self.settings.setToolTip(tr("What is checked, and how"))
        self.settings.setAccessibleName(tr("Validation settings"))
        self.settings.setAutoRaise(True)
        self.settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.name = _label(self, wrap=False)
        self.standard = _label(self, wrap=True)
        self.change = self._change_button()
        self._lay_out(actions)
        self.show_delivery("", None, "")

    def show_recent(self, recent: Sequence[str]) -> None:
        """Offer the last deliveries."""
        self._recent = recent
        self._folder = str(Path(recent[0]).parent) if recent else ""

    def show_delivery(
        self, name: str, detection: Detection | None, title: str, source: ModelSource | None = None
    ) -> None:
        """Show whose findings these are. detection: None while it is not known; source: where the model is from."""
        self._detection = detection
        self.name.setText(_wrappable(name))
        self.name.setToolTip(rich_tooltip(name))
        self.name.setVisible(bool(name))
        self.choose.setText(tr("Choose…") if name else tr("Choose a delivery…"))
        self.standard.setVisible(detection is not None)
        self.change.setVisible(detection is not None)
        if detection is not None:
            self._show_standard(detection, title, source or ModelSource(""))

    def choose_folder(self) -> None:
        """Ask for a folder."""
        path = QFileDialog.getExistingDirectory(self, tr("Choose the folder of the delivery"), self._folder)
        if path:
            self.path_chosen.emit(path)

    def choose_file(self) -> None:
        """Ask for a zip or a GeoPackage."""
        kinds = tr("Zip archive or GeoPackage (*.zip *.ZIP *.gpkg *.GPKG)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose the delivery"), self._folder, kinds)
        if path:
            self.path_chosen.emit(path)

    def choose_report(self) -> None:
        """Ask for a report that was written as JSON Lines."""
        folder = load_settings().reports_folder or self._folder
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a report"), folder, tr("JSON Lines (*.jsonl)"))
        if path:
            self.path_chosen.emit(path)

    def set_running(self, *, running: bool) -> None:
        """Nothing else is chosen while a validation runs."""
        for widget in (self.choose, self.settings, self.change):
            widget.setEnabled(not running)

    def _show_standard(self, detection: Detection, title: str, source: ModelSource) -> None:
        model = standard_title(detection.model) or tr("standard not recognised")
        how = detection.reason.rstrip(".")
        to_confirm = escape(tr("To be confirmed."))
        doubt = "" if detection.certain else f" <b>{to_confirm}</b>"
        reason = f" <span>({escape(how)})</span>" if how else ""
        origin = provenance(source) if source.location else ""
        model_from = escape(tr("model: {origin}", origin=origin))
        told = f"<br>{model_from}" if origin and source.origin != "bundled" else ""
        self.standard.setText(f"<b>{escape(model)}</b>{reason}{doubt}{told}")
        lines = [f"{standard_title(name)}: {why}" for name, why in detection.hesitations]
        hesitations = [tr("Could also have been:"), *lines] if lines else []
        whole = [origin, *(() if source.origin == "bundled" else (source.location,))] if origin else []
        self.standard.setToolTip(rich_tooltip(title, *whole, *hesitations))

    def _choose_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme_icon("mActionFileOpen"))
        button.setToolTip(tr("A folder, a zip, a GeoPackage or the open layers; you can also drop it on this panel"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_choices(menu))
        button.setMenu(menu)
        return button

    def _fill_choices(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(theme_icon("mIconFolder"), tr("A folder…"), self.choose_folder)
        menu.addAction(theme_icon("mIconZip"), tr("A zip or a GeoPackage…"), self.choose_file)
        menu.addAction(theme_icon("mActionAddOgrLayer"), tr("The open layers"), self.layers_wanted.emit)
        menu.addSeparator()
        for path in self._recent:
            action = menu.addAction(_menu_text(Path(path).name))
            action.setToolTip(rich_tooltip(path))
            action.triggered.connect(lambda _checked, p=path: self.path_chosen.emit(p))
        menu.addSeparator()
        menu.addAction(theme_icon("mActionFileOpen"), tr("A report of before…"), self.choose_report)
        menu.addAction(tr("The sample delivery"), self.sample_wanted.emit)
        menu.setToolTipsVisible(True)

    def _change_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(tr("change"))
        button.setToolTip(tr("Check against another standard"))
        button.setAccessibleName(tr("Change the standard"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_standards(menu))
        button.setMenu(menu)
        return button

    def _fill_standards(self, menu: QMenu) -> None:
        """Those that it hesitated with first, then all."""
        empty(menu)
        detection = self._detection
        automatic = menu.addAction(tr("Detect it"), lambda: self.standard_chosen.emit(""))
        automatic.setCheckable(True)
        automatic.setChecked(detection is not None and not detection.given)
        menu.addSeparator()
        close = [name for name, _ in detection.hesitations] if detection else []
        for name in close:
            self._add_standard(menu, name)
        menu.addSeparator()
        add_standards(menu, [name for name in self._standards() if name not in close], self._add_standard)

    def _add_standard(self, menu: QMenu, name: str) -> None:
        action = menu.addAction(_menu_text(standard_title(name)))
        action.setCheckable(True)
        action.setChecked(self._detection is not None and self._detection.model == name)
        action.triggered.connect(lambda _checked: self.standard_chosen.emit(name))

    def _lay_out(self, actions: Sequence[QWidget]) -> None:
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        second = QHBoxLayout()
        second.addWidget(self.standard, 1)
        second.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(flow_row(self, self.choose, *actions, self.settings))
        column.addWidget(self.name)
        column.addLayout(second)


def _label(parent: QWidget, *, wrap: bool) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _wrappable(name: str) -> str:
    """Names of deliveries have no space: let them wrap after their underscores."""
    return name.replace("_", "_\u200b")


def _menu_text(text: str) -> str:
    """A menu takes an ampersand for a shortcut."""
    return text.replace("&", "&&")
