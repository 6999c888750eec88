"""The page SMICA of QGIS' options: what one sets once. The rest is set in the dock, where it is used."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.icons import plugin_icon
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import family_meaning, family_name
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings
from smica_qgis.host.translation import tr

TITLE = "SMICA"


class SmicaOptionsPage(QgsOptionsPageWidget):
    """Folder of the reports, families that are run by default."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = load_settings()
        self.reports_folder = QgsFileWidget(self)
        self.reports_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.reports_folder.setFilePath(settings.reports_folder)
        self.families = {family: QCheckBox(family_name(family), self) for family in Family}
        families = QVBoxLayout()
        for family, box in self.families.items():
            box.setChecked(family.value in settings.families)
            box.setToolTip(rich_tooltip(family_meaning(family)))
            families.addWidget(box)
        form = QFormLayout(self)
        form.addRow(tr("Folder of the reports"), self.reports_folder)
        form.addRow(tr("Families"), families)

    def apply(self) -> None:
        """Keep what the fields hold."""
        families = tuple(family.value for family, box in self.families.items() if box.isChecked())
        change_settings(
            reports_folder=self.reports_folder.filePath(),
            families=families or SmicaSettings().families,
        )


class SmicaOptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options."""

    def __init__(self) -> None:
        super().__init__(TITLE, plugin_icon())

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        return SmicaOptionsPage(parent)
