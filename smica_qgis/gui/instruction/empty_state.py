"""Nothing to look at yet: no store is chosen, or it cannot be read."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import tr


class NoStore(QWidget):
    """Signals: store_chosen (path of a GeoPackage), options_wanted, again_wanted."""

    store_chosen = pyqtSignal(str)
    options_wanted = pyqtSignal()
    again_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.choose_button = QPushButton(theme_icon("mActionFileOpen"), tr("Choose a GeoPackage…"), self)
        self.options_button = QPushButton(theme_icon("mActionOptions"), tr("Options: GeoPackage or PostGIS…"), self)
        self.again_button = QPushButton(theme_icon("mActionRefresh"), tr("Try again"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.text, self.choose_button, self.options_button, self.again_button):
            column.addWidget(part)
        column.addStretch(1)
        self.choose_button.clicked.connect(lambda _checked: self._ask())
        self.options_button.clicked.connect(lambda _checked: self.options_wanted.emit())
        self.again_button.clicked.connect(lambda _checked: self.again_wanted.emit())
        self.say("")

    def say(self, why: str) -> None:
        """Say what to do next. why: what the store answered; empty when none is chosen."""
        self.again_button.setVisible(bool(why))
        nothing = tr(
            "Procedures, rounds and decisions are kept in the shared store, which is not chosen yet. A GeoPackage that "
            "does not exist is made."
        )
        self.text.setText(why or nothing)

    def _ask(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self,
            tr("Choose the shared store"),
            "",
            "GeoPackage (*.gpkg)",
            options=QFileDialog.Option.DontConfirmOverwrite,  # it is opened, never replaced
        )
        if path:
            self.store_chosen.emit(path if path.lower().endswith(".gpkg") else f"{path}.gpkg")
