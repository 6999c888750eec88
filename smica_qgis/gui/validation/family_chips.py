"""Three chips, one per family: its counts, and a click shows only that family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from smica_qgis.core.validation.finding import Family, Level
from smica_qgis.gui.validation.counts_painter import Part, count_parts, counts_width, paint_counts
from smica_qgis.gui.validation.findings_index import FindingsIndex
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import counts_sentence, family_meaning, family_name
from smica_qgis.host.translation import tr

MARGIN = 6


class FamilyChip(QToolButton):
    """Name of the family above, icons and counts below; checked when it filters.

    A tool button for the themes of QGIS, which dress it; only what is written on it is ours.
    """

    def __init__(self, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = family
        self._run = False
        self._parts: list[Part] = []
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(family_name(family))
        self.show_counts(None)

    def show_counts(self, counts: Mapping[Level, int] | None) -> None:
        """Show the counts, or that the family was not run (None)."""
        self._run = counts is not None
        self._parts = count_parts(counts or {})
        said = self._word() if counts is None else counts_sentence(counts)
        title = tr("{family}: {counts}", family=self.text(), counts=said)
        self.setAccessibleName(title)
        self.setToolTip(rich_tooltip(title, family_meaning(self.family)))
        self.setEnabled(self._run)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        bold, plain = QFontMetrics(self._bold()), QFontMetrics(self.font())
        counts = counts_width(self._parts, plain) if self._parts else plain.horizontalAdvance(self._word())
        width = max(bold.horizontalAdvance(self.text()), counts)
        return QSize(width + 2 * MARGIN, bold.height() + plain.height() + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
        inside = self.rect().adjusted(MARGIN, MARGIN - 1, -MARGIN, 1 - MARGIN)
        name, below = QRect(inside), QRect(inside)
        name.setHeight(QFontMetrics(self._bold()).height())
        below.setTop(name.bottom() + 1)
        painter.setFont(self._bold())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(self.font())
        if self._parts:
            paint_counts(painter, below.x(), below, self._parts)
        else:
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self._word())
        if self.isChecked():
            mark = QRect(self.rect().x() + 2, self.rect().bottom() - 3, self.width() - 4, 3)
            painter.fillRect(mark, self.palette().color(QPalette.ColorRole.Highlight))

    def _word(self) -> str:
        return tr("none") if self._run else tr("not run")

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class FamilyChips(QWidget):
    """The three chips side by side; at most one is checked."""

    chosen = pyqtSignal(object)  # Family, or None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Sequence[Family] = tuple(Family)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.chips: dict[Family, FamilyChip] = {family: FamilyChip(family, self) for family in Family}
        for family, chip in self.chips.items():
            row.addWidget(chip)
            chip.clicked.connect(lambda checked, f=family: self._choose(f if checked else None))

    def show_index(self, index: FindingsIndex, families: Sequence[Family] | None = None) -> None:
        """Show the counts. families: those that are run, None when they are the same as before."""
        if families is not None:
            self._run = families
        for family, chip in self.chips.items():
            chip.show_counts(index.counts(family) if family in self._run else None)

    def uncheck(self) -> None:
        """Show that no family filters."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def _choose(self, family: Family | None) -> None:
        for other, chip in self.chips.items():
            chip.setChecked(other is family)
        self.chosen.emit(family)
