"""The folded settings of a batch: how much at once, how long, what is written, which families, where it runs."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import family_meaning, family_name
from smica_qgis.host.settings import SmicaSettings
from smica_qgis.host.translation import tr

MOST_WORKERS = 256
LONGEST = 7 * 24 * 3600


class BatchSettings(QgsCollapsibleGroupBoxBasic):
    """Every field has a default that works: one never has to unfold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Options"), parent)
        self.resume = QCheckBox(tr("skip what is unchanged"), self)
        self.html = QCheckBox(tr("also a page (HTML) each"), self)
        self.families: dict[Family, QCheckBox] = {family: QCheckBox(family_name(family), self) for family in Family}
        self.workers, self.time_limit = QSpinBox(self), QSpinBox(self)
        self.scheduler = QLineEdit(self)
        self._set_up()
        self._lay_out()
        self.setCollapsed(True)

    def show_settings(self, settings: SmicaSettings) -> None:
        """Show what is remembered."""
        self.resume.setChecked(settings.batch_resume)
        self.html.setChecked(settings.batch_html)
        for family, box in self.families.items():
            box.setChecked(family.value in settings.families)
        self.workers.setValue(settings.batch_workers)
        self.time_limit.setValue(settings.batch_time_limit)
        self.scheduler.setText(settings.batch_scheduler)

    def values(self) -> dict[str, Any]:
        """Read the fields, by the names of the settings; no family at all would say nothing: then all."""
        families = tuple(family.value for family, box in self.families.items() if box.isChecked())
        return {
            "batch_resume": self.resume.isChecked(),
            "batch_html": self.html.isChecked(),
            "families": families or SmicaSettings().families,
            "batch_workers": self.workers.value(),
            "batch_time_limit": self.time_limit.value(),
            "batch_scheduler": self.scheduler.text().strip(),
        }

    def _set_up(self) -> None:
        self.html.setToolTip(rich_tooltip(tr("For each delivery, the page that one reads and sends without QGIS.")))
        self.resume.setToolTip(rich_tooltip(tr("A delivery whose report still holds is not validated again.")))
        for family, box in self.families.items():
            box.setToolTip(rich_tooltip(family_meaning(family)))
        self.workers.setRange(0, MOST_WORKERS)
        self.workers.setSpecialValueText(tr("all processors"))
        self.workers.setToolTip(rich_tooltip(tr("How many deliveries are validated at once.")))
        self.time_limit.setRange(1, LONGEST)
        self.time_limit.setSuffix(tr(" s"))
        self.time_limit.setToolTip(rich_tooltip(tr("A delivery that takes longer is given up, the others go on.")))
        self.scheduler.setPlaceholderText(tr("this machine"))
        self.scheduler.setToolTip(
            rich_tooltip(tr("Address of a Dask scheduler, tcp://machine:8786, to share the work between machines."))
        )
        for widget, name in (
            (self.workers, tr("Deliveries at once")),
            (self.time_limit, tr("Time limit of a delivery")),
            (self.scheduler, tr("Dask scheduler")),
        ):
            widget.setAccessibleName(name)
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        checks, families = QVBoxLayout(), QVBoxLayout()
        for box in (self.resume, self.html):
            checks.addWidget(box)
        for box in self.families.values():
            families.addWidget(box)
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(checks)
        form.addRow(tr("Families"), families)
        form.addRow(tr("At once"), self.workers)
        form.addRow(tr("Time limit"), self.time_limit)
        form.addRow(tr("Dask scheduler"), self.scheduler)
