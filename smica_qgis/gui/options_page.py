"""The page SMICA of QGIS' options: what one sets once. The rest is set in the dock, where it is used."""

from __future__ import annotations

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.icons import plugin_icon
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import family_meaning, family_name
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings
from smica_qgis.host.translation import tr

TITLE = "SMICA"


class SmicaOptionsPage(QgsOptionsPageWidget):
    """Folder of the reports, families that are run by default, standards.

    run: the update of the standards, which goes on when the options are closed.
    """

    def __init__(self, run: StandardsUpdateRun, parent: QWidget | None = None) -> None:
        from smica_qgis.gui.standards.standards_box import StandardsBox  # when it is looked at, not when QGIS starts

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
        self.standards = StandardsBox(settings, run, self)
        form = QFormLayout()
        form.addRow(tr("Folder of the reports"), self.reports_folder)
        form.addRow(tr("Families"), families)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.standards)
        column.addStretch(1)

    def apply(self) -> None:
        """Keep what the fields hold."""
        families = tuple(family.value for family, box in self.families.items() if box.isChecked())
        change_settings(
            reports_folder=self.reports_folder.filePath(),
            families=families or SmicaSettings().families,
            **self.standards.values(),
        )


class SmicaOptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when QGIS opens its options, and keeps the update of the standards, which outlives it."""

    def __init__(self) -> None:
        super().__init__(TITLE, plugin_icon())
        self.run = StandardsUpdateRun()

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        return SmicaOptionsPage(self.run, parent)

    def shut_down(self) -> None:
        """Stop an update that is under way: the plugin is going away."""
        self.run.shut_down()
