"""The tab *Santé du projet*: the sick layers, why in one sentence, and their repair, which can be undone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Callable

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
    from smica_qgis.operations.repair_project import Repair, TriedRepair

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
        self._set_busy(tr("Asking the services of the project…"))

        def end(outcome: Outcome[tuple[Diagnosis, ...]]) -> None:
            self._set_idle("")
            if outcome.value is None:
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
        """Open the new addresses of the layers that are ticked beside the window, then repair those that open."""
        catalogue = self._shared.catalogue
        chosen = self._chosen()
        if catalogue is None or not chosen:
            return
        services = self._shared.services
        repairs = services.plan_repairs([d for d in self._diagnoses if d.layer_id in chosen], catalogue)
        self._try(tr("Repairing the project"), tr("Opening the new addresses…"), repairs, self._repair)

    def undo(self) -> None:
        """Give the repaired layers back what they were."""
        self._try(tr("Undoing the repair"), tr("Opening the former addresses…"), self._undo, self._give_back)

    def _try(
        self,
        description: str,
        meanwhile: str,
        repairs: tuple[Repair, ...],
        on_success: Callable[[tuple[TriedRepair, ...]], object],
    ) -> None:
        """Open addresses beside the window, then go on in it; on an error all is as it was."""
        said = self.verdict.text()
        self._set_busy(meanwhile)

        def end(outcome: Outcome[tuple[TriedRepair, ...]]) -> None:
            tried = outcome.value
            self._set_idle(said)
            if tried is not None:
                self._boundary.run(lambda: on_success(tried))
            elif outcome.error is not None:
                self._boundary.tell(outcome.error)

        self._shared.run(description, lambda progress: self._shared.services.try_repairs(repairs, progress), end)

    def _repair(self, tried: tuple[TriedRepair, ...]) -> None:
        result = self._shared.services.repair_project(QgsProject.instance(), tried)
        self._undo = (*result.undo, *self._undo)
        left = tuple(d for d in self._diagnoses if d.layer_id not in result.repaired)
        count = len(result.repaired)
        text = plural(count, tr("{count} layer repaired."), tr("{count} layers repaired.")).format(count=count)
        self._show(left, "\n".join((text, *result.failed)))

    def _give_back(self, tried: tuple[TriedRepair, ...]) -> None:
        self._shared.services.undo_repairs(QgsProject.instance(), tried)
        self._undo = ()
        self._show((), tr("The layers are as they were before the repair. Check again to see them."))

    def _set_busy(self, text: str) -> None:
        self.verdict.setText(text)
        for button in (self.check_button, self.repair_button, self.undo_button):
            button.setEnabled(False)

    def _set_idle(self, text: str) -> None:
        self.verdict.setText(text)
        self.check_button.setEnabled(True)
        self._update_buttons()

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
