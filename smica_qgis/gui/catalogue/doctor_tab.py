"""The tab *Santé du projet*: the sick layers, why in one sentence, and their repair, which can be undone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.gui.error_boundary import ErrorBoundary, Outcome
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.host.translation import plural, tr

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.layer_doctor import Diagnosis
    from smica_qgis.operations.repair_project import Repair

_LAYER_ROLE = Qt.ItemDataRole.UserRole + 1


class DoctorTab(QWidget):
    """Checked beside the window; repaired in it, layer by layer chosen."""

    def __init__(self, shared: SharedCatalogue, boundary: ErrorBoundary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._boundary = boundary
        self._diagnoses: tuple[Diagnosis, ...] = ()
        self._undo: tuple[Repair, ...] = ()
        self.verdict = QLabel(tr("Check the layers of the open project against the shared data."), self)
        self.verdict.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.explanation = QTextBrowser(self)
        self.explanation.setMinimumHeight(70)
        self.check_button = QPushButton(theme_icon("mActionRefresh"), tr("Check the project"), self)
        self.repair_button = QPushButton(own_icon("fixed"), tr("Repair"), self)
        self.undo_button = QPushButton(theme_icon("mActionUndo"), tr("Undo the repair"), self)
        buttons = QHBoxLayout()
        for button in (self.repair_button, self.undo_button):
            button.setEnabled(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.check_button)
        column.addWidget(self.verdict)
        column.addWidget(self.tree, 3)
        column.addWidget(self.explanation, 1)
        column.addLayout(buttons)
        self.check_button.clicked.connect(lambda _checked: self.check())
        self.repair_button.clicked.connect(lambda _checked: self._boundary.run(self.repair))
        self.undo_button.clicked.connect(lambda _checked: self._boundary.run(self.undo))
        self.tree.currentItemChanged.connect(lambda new, _old: self._explain(new))
        self.tree.itemChanged.connect(lambda _item, _column: self._update_buttons())

    def check(self) -> None:
        """Read the project now, ask the services beside the window."""
        catalogue = self._shared.catalogue
        if catalogue is None:
            self._shared.open()
            return
        facts = self._shared.services.read_facts(QgsProject.instance())
        if not facts:
            self._show((), tr("The project has no layer: add some from the catalogue."))
            return
        self.check_button.setEnabled(False)
        self.verdict.setText(tr("Asking the services of the project…"))

        def end(outcome: Outcome[tuple[Diagnosis, ...]]) -> None:
            self.check_button.setEnabled(True)
            if outcome.value is None:
                self.verdict.setText("")
                if outcome.error is not None:
                    self._boundary.tell(outcome.error)
                return
            self._show(outcome.value, _verdict(len(outcome.value), len(facts)))

        self._shared.run(
            tr("Checking the project"),
            lambda progress: self._shared.services.check_project(facts, catalogue, progress),
            end,
        )

    def repair(self) -> None:
        """Repair the layers that are ticked."""
        catalogue = self._shared.catalogue
        chosen = self._chosen()
        if catalogue is None or not chosen:
            return
        services = self._shared.services
        repairs = services.plan_repairs([d for d in self._diagnoses if d.layer_id in chosen], catalogue)
        result = services.repair_project(QgsProject.instance(), repairs)
        self._undo = (*result.undo, *self._undo)
        left = tuple(d for d in self._diagnoses if d.layer_id not in result.repaired)
        count = len(result.repaired)
        text = plural(count, tr("{count} layer repaired."), tr("{count} layers repaired.")).format(count=count)
        self._show(left, "\n".join((text, *result.failed)))

    def undo(self) -> None:
        """Give the repaired layers back what they were."""
        self._shared.services.undo_repairs(QgsProject.instance(), self._undo)
        self._undo = ()
        self._show((), tr("The layers are as they were before the repair. Check again to see them."))

    def _chosen(self) -> set[str]:
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        checked = Qt.CheckState.Checked
        return {str(item.data(0, _LAYER_ROLE)) for item in items if item and item.checkState(0) == checked}

    def _show(self, diagnoses: tuple[Diagnosis, ...], verdict: str) -> None:
        self._diagnoses = diagnoses
        self.verdict.setText(verdict)
        self.tree.clear()
        for diagnosis in diagnoses:
            self.tree.addTopLevelItem(self._item(diagnosis))
        self.tree.expandAll()
        self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self._update_buttons()

    def _item(self, diagnosis: Diagnosis) -> QTreeWidgetItem:
        item = QTreeWidgetItem([diagnosis.layer_name])
        item.setIcon(0, own_icon("error" if not diagnosis.repairable else "warning"))
        item.setData(0, _LAYER_ROLE, diagnosis.layer_id)
        for _cause, sentence in diagnosis.causes:
            line = QTreeWidgetItem([without_secrets(sentence)])
            line.setToolTip(0, without_secrets(sentence))
            item.addChild(line)
        if diagnosis.source is not None:
            item.setCheckState(0, Qt.CheckState.Checked)
            new = QTreeWidgetItem([tr("Will become: {source} ({provider})", source=diagnosis.source.title,
                                      provider=diagnosis.source.badge or diagnosis.source.profile)])  # fmt: skip
            new.setIcon(0, own_icon("fixed"))
            item.addChild(new)
        else:
            item.addChild(QTreeWidgetItem([tr("The profile has nothing in its place: ask who publishes it.")]))
        return item

    def _explain(self, item: QTreeWidgetItem | None) -> None:
        """All that is said of a layer, whole: the lines of the tree are cut."""
        layer = item.parent() or item if item is not None else None
        if layer is None:
            self.explanation.clear()
            return
        lines = "".join(f"<li>{escape(layer.child(row).text(0))}</li>" for row in range(layer.childCount()))
        self.explanation.setHtml(f"<b>{escape(layer.text(0))}</b><ul>{lines}</ul>")

    def _update_buttons(self) -> None:
        count = len(self._chosen())
        self.repair_button.setEnabled(count > 0)
        self.repair_button.setText(tr("Repair ({count})", count=count) if count else tr("Repair"))
        self.undo_button.setEnabled(bool(self._undo))


def _verdict(sick: int, layers: int) -> str:
    if sick == 0:
        return plural(layers, tr("The {count} layer is well."), tr("The {count} layers are well.")).format(count=layers)
    return plural(sick, tr("{sick} sick layer out of {layers}."), tr("{sick} sick layers out of {layers}.")).format(
        sick=sick, layers=layers
    )
