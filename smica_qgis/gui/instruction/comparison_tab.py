"""The tab *Comparaison*: two rounds side by side, findings, objects, ground that changed of type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.object_comparison import ObjectFate
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import own_icon, theme_icon
from smica_qgis.gui.instruction.permission import allow
from smica_qgis.gui.instruction.wording import area, fate_icon, fate_name, object_fate_name
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.compare_rounds import RoundComparison
    from smica_qgis.operations.open_round import RoundOnLine

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Expression that finds on the map what a line counts, with the kind of layer: ("objets", …) or ("zonage", …)."""
_OBJECTS = (ObjectFate.ADDED, ObjectFate.REMOVED, ObjectFate.MOVED, ObjectFate.CHANGED)


class ComparisonTab(QWidget):
    """Signals: asked (two numbers), fate_wanted (Fate), map_wanted, swipe_wanted (bool), place_wanted (tuple)."""

    asked = pyqtSignal(int, int)
    fate_wanted = pyqtSignal(object)
    map_wanted = pyqtSignal()
    swipe_wanted = pyqtSignal(bool)
    place_wanted = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: RoundComparison | None = None
        self.before, self.after = QComboBox(self), QComboBox(self)
        self.compare_button = QPushButton(theme_icon("mActionRefresh"), tr("Compare"), self)
        self.chips = {fate: self._chip(fate) for fate in Fate}
        self.note = QLabel(self)
        self.tree = QTreeWidget(self)
        self.map_button = QPushButton(theme_icon("mActionAddLayer"), tr("Show on the map"), self)
        self.swipe_button = QPushButton(own_icon("swipe"), tr("Before / after"), self)
        self._set_up()
        self._lay_out()
        self.compare_button.clicked.connect(lambda _checked: self._ask())
        self.map_button.clicked.connect(lambda _checked: self.map_wanted.emit())
        self.swipe_button.toggled.connect(self.swipe_wanted)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.itemClicked.connect(self._on_activated)
        self.show_comparison(None)

    @property
    def numbers(self) -> tuple[int, int]:
        """The rounds that are chosen."""
        return int(self.before.currentData() or 0), int(self.after.currentData() or 0)

    def show_rounds(self, line: Sequence[RoundOnLine], current: int) -> None:
        """Offer these rounds: the one that is looked at with the one before it."""
        for combo, chosen in ((self.before, max(1, current - 1)), (self.after, max(2, current))):
            combo.clear()
            for one in line:
                told = one.stored.round.number
                combo.addItem(tr("Round {number}", number=number(told)), told)
            combo.setCurrentIndex(combo.findData(chosen))
        alone = tr("There is nothing to compare before a second round.") if len(line) < 2 else ""  # noqa: PLR2004
        allow(self.compare_button, alone)
        for combo in (self.before, self.after):
            combo.setEnabled(not alone)
        self.show_comparison(None)
        self._say([alone] if alone else [])

    def show_comparing(self) -> None:
        """It is being made."""
        self.show_comparison(None)
        self._say([tr("Comparing the two rounds…")])

    def show_comparison(self, comparison: RoundComparison | None) -> None:
        """Show what changed, or nothing."""
        self.comparison = comparison
        self.tree.clear()
        for fate, chip in self.chips.items():
            count = comparison.count(fate) if comparison is not None else 0
            chip.setText(f"{fate_name(fate)} {number(count)}")
            chip.setVisible(comparison is not None and (bool(count) or fate in (Fate.FIXED, Fate.STILL, Fate.NEW)))
        for button in (self.map_button, self.swipe_button):
            button.setEnabled(comparison is not None)
        if comparison is None:
            self.swipe_button.setChecked(False)
            return
        rules = [] if comparison.same_rules else [tr("The rules or the standard changed between these rounds.")]
        self._say([*rules, *comparison.notes])
        self._add_objects(comparison)
        self._add_zones(comparison)
        self.tree.expandToDepth(1)

    def _say(self, lines: Sequence[str]) -> None:
        self.note.setText("\n".join(lines))
        self.note.setVisible(bool(lines))

    def _add_objects(self, comparison: RoundComparison) -> None:
        changed = {name: table.counts() for name, table in comparison.tables.items()}
        changed = {name: counts for name, counts in changed.items() if any(counts[fate] for fate in _OBJECTS)}
        total = sum(counts[fate] for counts in changed.values() for fate in _OBJECTS)
        section = self._section(tr("Objects that changed"), number(total))
        for name, counts in changed.items():
            table = QTreeWidgetItem([name.upper(), number(sum(counts[fate] for fate in _OBJECTS))])
            table.setData(0, PLACE_ROLE, ("objets", f"\"table\" = '{name}'"))
            section.addChild(table)
            for fate in _OBJECTS:
                if counts[fate]:
                    self._add_fate(table, name, fate, counts[fate])
        if not changed:
            section.addChild(QTreeWidgetItem([tr("Nothing: every object is the same."), ""]))

    def _add_fate(self, table: QTreeWidgetItem, name: str, fate: ObjectFate, count: int) -> None:
        from smica_qgis.reports.comparison_report import OBJECT_WORDS

        line = QTreeWidgetItem([object_fate_name(fate), number(count)])
        line.setData(0, PLACE_ROLE, ("objets", f"\"table\" = '{name}' AND \"sort\" = '{OBJECT_WORDS[fate]}'"))
        table.addChild(line)

    def _add_zones(self, comparison: RoundComparison) -> None:
        changed = {pair: size for pair, size in comparison.zones.areas.items() if pair[0] != pair[1]}
        section = self._section(tr("Areas that changed of TYPEZONE"), area(sum(changed.values(), 0.0)))
        for (then, now), size in sorted(changed.items(), key=lambda one: -one[1]):
            nowhere = tr("no zone")
            line = QTreeWidgetItem([f"{then or nowhere} → {now or nowhere}", area(size)])
            parts = (f"coalesce(\"avant\", '') = '{then}'", f"coalesce(\"apres\", '') = '{now}'")
            line.setData(0, PLACE_ROLE, ("zonage", " AND ".join(parts)))
            section.addChild(line)
        if not changed:
            section.addChild(QTreeWidgetItem([tr("Nothing: all the ground kept its type."), ""]))

    def _section(self, title: str, count: str) -> QTreeWidgetItem:
        section = QTreeWidgetItem([title, count])
        font = section.font(0)
        font.setBold(True)
        section.setFont(0, font)
        section.setFont(1, font)
        self.tree.addTopLevelItem(section)
        return section

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        place = item.data(0, PLACE_ROLE)
        if place is not None:
            self.place_wanted.emit(place)

    def _ask(self) -> None:
        before, after = self.numbers
        if before == after:
            self._say([tr("Choose two different rounds.")])
            return
        self.asked.emit(min(before, after), max(before, after))

    def _chip(self, fate: Fate) -> QToolButton:
        chip = QToolButton(self)
        chip.setIcon(fate_icon(fate))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setToolTip(tr("Show these findings"))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda _checked: self.fate_wanted.emit(fate))
        return chip

    def _set_up(self) -> None:
        self.before.setAccessibleName(tr("Earlier round"))
        self.after.setAccessibleName(tr("Later round"))
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(tr("What changed from one round to the other"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.map_button.setToolTip(tr("The changes and both rounds, as layers"))
        self.swipe_button.setCheckable(True)
        self.swipe_button.setToolTip(
            tr("Draw a curtain over the map: the earlier round at its left. Move the pointer, or press ← and →.")
        )

    def _lay_out(self) -> None:
        rounds = QHBoxLayout()
        rounds.addWidget(self.before, 1)
        rounds.addWidget(QLabel("→", self))
        rounds.addWidget(self.after, 1)
        rounds.addWidget(self.compare_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(rounds)
        column.addWidget(flow_row(self, *self.chips.values()))
        column.addWidget(self.note)
        column.addWidget(self.tree, 1)
        column.addWidget(flow_row(self, self.map_button, self.swipe_button))
