"""The page of QGIS' options where one says which source profiles are used, in which order."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings
from smica_qgis.host.translation import tr


class ProfilesPage(QgsOptionsPageWidget):
    """One profile per line: a bundled name, a file, an address. Applied when QGIS applies its options."""

    def __init__(self, on_change: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_change = on_change
        explanation = QLabel(
            tr(
                "Source profiles, one per line, each laid over the ones above: a bundled one (fr_national, "
                "fr_occitanie_openig, exemple_syndicat_postgis), a file, or an address given by your syndicate."
            ),
            self,
        )
        explanation.setWordWrap(True)
        self.profiles = QPlainTextEdit("\n".join(load_settings().source_profiles), self)
        self.profiles.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.file_button = QPushButton(theme_icon("mActionFileOpen"), tr("Add a file…"), self)
        self.default_button = QPushButton(tr("Those of the plugin"), self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.default_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(explanation)
        column.addWidget(self.profiles, 1)
        column.addLayout(buttons)
        self.file_button.clicked.connect(lambda _checked: self._add_file())
        self.default_button.clicked.connect(
            lambda _checked: self.profiles.setPlainText("\n".join(SmicaSettings().source_profiles))
        )

    def apply(self) -> None:
        """Keep what is written, and open the catalogue anew when it changed."""
        lines = tuple(line.strip() for line in self.profiles.toPlainText().splitlines() if line.strip())
        wanted = lines or SmicaSettings().source_profiles
        if wanted != load_settings().source_profiles:
            change_settings(source_profiles=wanted)
            self._on_change()

    def _add_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, tr("Source profile"), "", "JSON (*.json)")
        if path:
            self.profiles.appendPlainText(path)


class ProfilesPageFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options."""

    def __init__(self, on_change: Callable[[], object]) -> None:
        super().__init__(tr("SMICA shared data"), own_icon("catalogue"))
        self._on_change = on_change

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        return ProfilesPage(self._on_change, parent)
