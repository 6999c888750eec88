"""The rounds of a procedure on one line: number, state, date, verdict; a click chooses the round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from smica_qgis.core.validation.finding import Level
from smica_qgis.gui.flow_layout import FlowLayout
from smica_qgis.gui.instruction.wording import round_icon, short_day, state_name, verdict_name
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import counted
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.open_round import RoundOnLine

_ICON = QSize(20, 20)


class RoundsTimeline(QWidget):
    """Emits `chosen` with the number of a round that was clicked."""

    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._layout = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Rounds"))

    def show_rounds(self, line: Sequence[RoundOnLine], current: int) -> None:
        """Show the rounds. current: number of the one that is looked at."""
        for button in self.buttons:
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(one, chosen=one.stored.round.number == current) for one in line]
        self.updateGeometry()

    def _button(self, one: RoundOnLine, *, chosen: bool) -> QToolButton:
        told = one.stored.round
        button = QToolButton(self)
        button.setIcon(round_icon(told.state))
        button.setIconSize(_ICON)
        moved = one.moves[-1].at if one.moves else told.received_at
        name = tr("Round {number}", number=number(told.number))
        button.setText(f"{number(told.number)} · {state_name(told.state)}\n{short_day(moved)}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setChecked(chosen)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        errors = f" ({counted(one.errors, Level.ERROR)})" if one.errors else ""
        moves = [
            f"{short_day(move.at)} · {state_name(move.after)} · {move.by}{' · ' + move.reason if move.reason else ''}"
            for move in one.moves
        ]
        button.setToolTip(rich_tooltip(name, told.delivery, f"{verdict_name(one.verdict)}{errors}", *moves))
        button.setAccessibleName(f"{name}, {state_name(told.state)}, {verdict_name(one.verdict)}{errors}")
        button.clicked.connect(lambda _checked: self.chosen.emit(told.number))
        self._group.addButton(button)
        self._layout.addWidget(button)
        button.show()
        return button
