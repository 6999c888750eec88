"""The page SMICA of QGIS' options: what one sets once. The rest is set in the docks, where it is used."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsScrollArea
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QFrame, QSpinBox, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.standards.update_run import StandardsUpdateRun
from smica_qgis.gui.store_run import StoreRun
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import family_meaning, family_name
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings
from smica_qgis.host.translation import tr

TITLE = "SMICA"


class SmicaOptionsPage(QgsOptionsPageWidget):
    """Shared store, addresses, folder of the reports, families that are run by default, workers, standards.

    run: the update of the standards, store_run: the test of the store; both go on when the options are closed.
    on_change: called once the settings are kept.
    """

    def __init__(
        self,
        run: StandardsUpdateRun,
        store_run: StoreRun,
        on_change: Callable[[], object] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        # when it is looked at, not when QGIS starts
        from smica_qgis.gui.batch.batch_settings import MOST_WORKERS
        from smica_qgis.gui.standards.standards_box import StandardsBox
        from smica_qgis.gui.store_box import StoreBox

        super().__init__(parent)
        settings = load_settings()
        self._on_change = on_change
        self.store = StoreBox(settings, store_run, self)
        self.geocoding = QCheckBox(tr("also search addresses (sent to the service of the IGN)"), self)
        self.geocoding.setChecked(settings.geocoding)
        self.workers = QSpinBox(self)
        self.workers.setRange(0, MOST_WORKERS)
        self.workers.setSpecialValueText(tr("all processors"))
        self.workers.setValue(settings.batch_workers)
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
        self._lay_out(families)

    def _lay_out(self, families: QVBoxLayout) -> None:
        form = QFormLayout()
        form.addRow(tr("Search"), self.geocoding)
        form.addRow(tr("Folder of the reports"), self.reports_folder)
        form.addRow(tr("Families"), families)
        form.addRow(tr("Deliveries at once"), self.workers)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.addWidget(self.store)
        column.addLayout(form)
        column.addWidget(self.standards)
        column.addStretch(1)
        # QGIS does not make its options scroll: what a test says would be cut on a small screen
        area = QgsScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def isValid(self) -> bool:  # noqa: N802 - QGIS' name: it does not close its options on a page that is not
        """Whether everything can be kept: an address with a password cannot."""
        return not self.store.error

    def apply(self) -> None:
        """Keep what the fields hold."""
        families = tuple(family.value for family, box in self.families.items() if box.isChecked())
        change_settings(
            reports_folder=self.reports_folder.filePath(),
            families=families or SmicaSettings().families,
            geocoding=self.geocoding.isChecked(),
            batch_workers=self.workers.value(),
            **self.store.values(),
            **self.standards.values(),
        )
        self._on_change()
