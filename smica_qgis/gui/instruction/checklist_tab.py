"""The tab *À vérifier à l'œil*: what no machine sees, one question after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.core.workflow.checklist import ChecklistAnswer, ChecklistItem
from smica_qgis.core.workflow.roles import Role
from smica_qgis.core.workflow.vocabulary import Answer
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.instruction.permission import allow, refusal
from smica_qgis.gui.instruction.place_on_map import PlaceOnMap
from smica_qgis.gui.instruction.services import Seen
from smica_qgis.gui.instruction.wording import answer_icon, answer_name, short_day
from smica_qgis.host.translation import number, tr

if TYPE_CHECKING:
    from smica_qgis.operations.open_round import OpenedProcedure

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_KEYS = {Answer.YES: "1", Answer.NO: "2", Answer.NOT_CONCERNED: "3"}


class ChecklistTab(QWidget):
    """Emits `seen` with what was answered."""

    seen = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[str, ChecklistAnswer] = {}
        self._fid = 0
        self._why_not = ""
        self.status = QLabel(self)
        self.list = QListWidget(self)
        self.help = QLabel(self)
        self.note = QLineEdit(self)
        self.buttons = {answer: self._button(answer) for answer in Answer}
        self.place_button = QPushButton(theme_icon("mActionAddMarker"), tr("Place on the map"), self)
        self.place = PlaceOnMap(canvas, self)
        self._set_up()
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_items: self._show_item())
        self.list.installEventFilter(self)
        self.note.returnPressed.connect(self._keep_note)
        self.place_button.toggled.connect(lambda wanted: self.place.wait(wanted=wanted))
        self.place.chosen.connect(self._keep_place)
        self.place.ended.connect(lambda: self.place_button.setChecked(False))

    def show_round(self, opened: OpenedProcedure) -> None:
        """Show what was seen of the round that is looked at, as this person may add to it."""
        sheet = opened.sheet
        if sheet is None:
            return
        chosen = self._code() if sheet.stored.fid == self._fid else ""
        self._fid = sheet.stored.fid
        self._answers = {answer.code: answer for answer in sheet.answers}
        self.place.use(sheet.file.kept.report.header.crs)
        self._why_not = (
            refusal(opened.actor, Role.OFFICER, "vérifier à l'œil")
            and refusal(opened.actor, Role.TECHNICIAN, "vérifier à l'œil")
            if opened.is_last and sheet.is_open
            else tr("This round is decided: nothing more is said of it.")
        )
        self._fill(sheet.file.checklist, chosen)
        done = sum(1 for item in sheet.file.checklist if item.code in self._answers)
        self.status.setText(
            tr("{done} of {total} looked at", done=number(done), total=number(len(sheet.file.checklist)))
        )

    def remaining(self) -> int:
        """How many questions nobody answered."""
        return sum(1 for item in self._items() if item.data(ITEM_ROLE).code not in self._answers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with 1, 2 or 3 from the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for answer, key in _KEYS.items():
                if event.text() == key and self.buttons[answer].isEnabled():
                    self._say(answer)
                    return True
        return bool(super().eventFilter(watched, event))

    def leave(self) -> None:
        """Leave nothing on the map."""
        self.place.remove()

    def _fill(self, items: Sequence[ChecklistItem], chosen: str) -> None:
        self.list.clear()
        theme = ""
        for item in items:
            if item.theme != theme:
                theme = item.theme
                self._add_theme(theme)
            answer = self._answers.get(item.code)
            said = f" — {answer_name(answer.answer)}" if answer is not None else ""
            noted = f" ({answer.note})" if answer is not None and answer.note else ""
            must = "" if answer is not None or not item.blocking else " — " + tr("required")
            row = QListWidgetItem(answer_icon(answer.answer if answer else None), f"{item.question}{said}{noted}{must}")
            row.setData(ITEM_ROLE, item)
            self.list.addItem(row)
        wanted = next((row for row in self._items() if row.data(ITEM_ROLE).code == chosen), None)
        first = next((row for row in self._items() if row.data(ITEM_ROLE).code not in self._answers), None)
        self.list.setCurrentItem(wanted or first or next(iter(self._items()), None))
        self._show_item()

    def _add_theme(self, theme: str) -> None:
        row = QListWidgetItem(theme)
        font = row.font()
        font.setBold(True)
        row.setFont(font)
        row.setFlags(Qt.ItemFlag.NoItemFlags)
        row.setForeground(self.palette().text())
        self.list.addItem(row)

    def _items(self) -> list[QListWidgetItem]:
        rows = (self.list.item(place) for place in range(self.list.count()))
        return [row for row in rows if row is not None and row.data(ITEM_ROLE) is not None]

    def _code(self) -> str:
        row = self.list.currentItem()
        item = row.data(ITEM_ROLE) if row is not None else None
        return "" if item is None else str(item.code)

    def _show_item(self) -> None:
        row = self.list.currentItem()
        item: ChecklistItem | None = row.data(ITEM_ROLE) if row is not None else None
        answer = self._answers.get(item.code) if item is not None else None
        by = f"{answer.by}, {short_day(answer.at)}" if answer is not None else ""
        self.help.setText("\n".join(text for text in (item.help if item is not None else "", by) if text))
        self.help.setVisible(bool(self.help.text()))
        self.note.setText(answer.note if answer is not None else "")
        nothing = tr("Choose a question first.") if item is None else ""
        for widget in (*self.buttons.values(), self.note, self.place_button):
            allow(widget, self._why_not or nothing)
        for said, button in self.buttons.items():
            button.setChecked(answer is not None and answer.answer is said)
        self.place.show_place(answer.place if answer is not None else "")
        word = tr("Place chosen") if self.place.wkt else tr("Place on the map")
        self.place_button.setText(word)

    def _say(self, answer: Answer) -> None:
        code = self._code()
        if code:
            after = self.list.currentRow() + 1
            self.seen.emit(Seen(code, answer, self.note.text().strip(), self.place.wkt))
            row = next((one for one in self._items() if self.list.row(one) >= after), None)
            if row is not None:
                self.list.setCurrentItem(row)

    def _keep_note(self) -> None:
        """A note alone is kept with the answer that it goes with."""
        answer = self._answers.get(self._code())
        if answer is not None:
            self.seen.emit(Seen(answer.code, answer.answer, self.note.text().strip(), self.place.wkt))

    def _keep_place(self) -> None:
        self.place_button.setChecked(False)
        self.place_button.setText(tr("Place chosen"))
        self._keep_note()

    def _button(self, answer: Answer) -> QPushButton:
        button = QPushButton(answer_icon(answer), answer_name(answer), self)
        button.setCheckable(True)
        button.setToolTip(f"{answer_name(answer)} ({_KEYS[answer]})")
        button.clicked.connect(lambda _checked: self._say(answer))
        return button

    def _set_up(self) -> None:
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What to look at"))
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setPlaceholderText(tr("What was seen"))
        self.note.setAccessibleName(tr("Note"))
        self.place_button.setCheckable(True)
        self.place_button.setToolTip(tr("Click where it is on the map"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.status)
        column.addWidget(self.list, 1)
        column.addWidget(self.help)
        column.addWidget(self.note)
        column.addWidget(flow_row(self, *self.buttons.values(), self.place_button))
