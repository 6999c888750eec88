"""The ⚙: CRS, families and the options that people use, in a popover; remembered."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QMenu,
    QSpinBox,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from smica_qgis.core.planning.reference_systems import REFERENCE_SYSTEMS
from smica_qgis.core.validation.finding import Family
from smica_qgis.gui.validation.map_extent import reference_system
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import family_meaning, family_name
from smica_qgis.host.settings import SmicaSettings, change_settings, load_settings
from smica_qgis.host.translation import tr

# The official options that look at the characters of the texts, as one switch.
_CHARACTERS = ("string-fix-utf8", "string-simplify-common", "string-escape-controls")


class SettingsMenu(QMenu):
    """Emits `changed` once it closes, if something was changed."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = SettingsForm(self)
        action = QWidgetAction(self)
        action.setDefaultWidget(self._form)
        self.addAction(action)
        self.aboutToShow.connect(lambda: self._form.show_settings(load_settings()))
        self.aboutToHide.connect(self._keep)

    @property
    def form(self) -> SettingsForm:
        """The fields."""
        return self._form

    def _keep(self) -> None:
        before = load_settings()
        if change_settings(**self._form.values(before.options)) != before:
            self.changed.emit()


class SettingsForm(QWidget):
    """The fields of the popover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.system = QComboBox(self)
        for code in sorted(REFERENCE_SYSTEMS, key=_usual_first):
            self.system.addItem(_system_name(code), code)
        self.families: dict[Family, QCheckBox] = {family: QCheckBox(family_name(family), self) for family in Family}
        self.flat = QCheckBox(tr("flat delivery, without subfolders"), self)
        self.conditions = QCheckBox(tr("conditions between columns"), self)
        self.characters = QCheckBox(tr("report badly encoded characters"), self)
        self.encoding = QComboBox(self)
        self.most = QSpinBox(self)
        self._set_up()
        self._lay_out()

    def show_settings(self, settings: SmicaSettings) -> None:
        """Show what is remembered."""
        self.system.setCurrentIndex(max(0, self.system.findData(settings.crs)))
        for family, box in self.families.items():
            box.setChecked(family.value in settings.families)
        options = settings.options
        self.flat.setChecked(bool(options.get("flat", False)))
        self.conditions.setChecked(bool(options.get("enable-conditions", True)))
        self.characters.setChecked(any(options.get(name) for name in _CHARACTERS))
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(options.get("encoding", ""))))
        self.most.setValue(int(options.get("max-errors", 0)))

    def values(self, kept: Any) -> dict[str, Any]:  # noqa: ANN401 - options are JSON
        """Read the fields. kept: options as they were; those without a field are left alone."""
        options = dict(kept)
        _set(options, "flat", self.flat.isChecked(), default=False)
        _set(options, "enable-conditions", self.conditions.isChecked(), default=True)
        for name in _CHARACTERS:
            _set(options, name, self.characters.isChecked(), default=False)
        _set(options, "encoding", self.encoding.currentData(), default="")
        _set(options, "max-errors", str(self.most.value()), default="0")
        return {"crs": self.system.currentData(), "families": self._families(), "options": options}

    def _families(self) -> tuple[str, ...]:
        """The families to run; none would say nothing: then all."""
        chosen = tuple(family.value for family, box in self.families.items() if box.isChecked())
        return chosen or SmicaSettings().families

    def _set_up(self) -> None:
        for family, box in self.families.items():
            box.setToolTip(rich_tooltip(family_meaning(family)))
        self.flat.setToolTip(rich_tooltip(tr("Where the files lie is not checked, only their names.")))
        self.encoding.addItem(tr("as the metadata say"), "")
        for name in ("UTF-8", "LATIN1"):
            self.encoding.addItem(name, name)
        self.most.setRange(0, 1_000_000)
        self.most.setSpecialValueText(tr("all"))
        self.most.setToolTip(rich_tooltip(tr("At most so many findings of each official code.")))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Coordinates"), self.system)
        families = QVBoxLayout()
        for box in self.families.values():
            families.addWidget(box)
        form.addRow(tr("Families"), families)
        checks = QVBoxLayout()
        for box in (self.flat, self.conditions, self.characters):
            checks.addWidget(box)
        form.addRow(tr("Checks"), checks)
        form.addRow(tr("Encoding"), self.encoding)
        form.addRow(tr("Findings of a code"), self.most)
        column = QVBoxLayout(self)
        note = QLabel(tr("Applied at the next run."), self)
        note.setWordWrap(True)
        column.addLayout(form)
        column.addWidget(note)


def _set(options: dict[str, Any], name: str, value: object, *, default: object) -> None:
    """Keep an option only when it is not at its default: a report shows what was asked for."""
    if value == default:
        options.pop(name, None)
    else:
        options[name] = value


def _usual_first(code: str) -> tuple[bool, bool, bool]:
    """Lambert-93, then the conic systems of the mainland, then those with an EPSG code."""
    return (code != SmicaSettings().crs, not code.startswith("EPSG:39"), not code.startswith("EPSG:"))


def _system_name(code: str) -> str:
    """The name of a CRS as QGIS knows it, and its code."""
    name = reference_system(code).description()
    return f"{name} ({code})" if name else code
