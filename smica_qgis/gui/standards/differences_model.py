"""The tree of what differs: a line a model, its differences below, and what a filter leaves of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.gui.validation.wording import standard_title
from smica_qgis.host.translation import tr
from smica_qgis.reports.difference_wording import WHAT, after_of, before_of, french_date, provenance, state_of, where_of
from smica_qgis.reports.place import shown

if TYPE_CHECKING:
    from smica_qgis.core.document_model.differences import Difference, ModelComparison

_LONGEST_CELL = 300
_LONGEST_TOOLTIP = 2000


class DifferencesModel(QStandardItemModel):
    """Columns: where, what, in the bundled model, in the fetched one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_comparisons([], everything=False)

    def show_comparisons(self, comparisons: Sequence[ModelComparison], *, everything: bool) -> None:
        """Show the models that differ, or all of them."""
        self.clear()
        self.setHorizontalHeaderLabels([tr("Where"), tr("What changes"), tr("Bundled"), tr("Fetched")])
        for comparison in comparisons:
            if everything or comparison.differences or comparison.unreadable:
                self.appendRow(_model_row(comparison))


class DifferencesFilter(QSortFilterProxyModel):
    """Keeps what holds the text, in any column; a model that holds them keeps its differences."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterKeyColumn(-1)
        self.setRecursiveFilteringEnabled(True)

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        of_model = parent.isValid() and super().filterAcceptsRow(parent.row(), parent.parent())
        return of_model or super().filterAcceptsRow(row, parent)


def _model_row(comparison: ModelComparison) -> list[QStandardItem]:
    source = comparison.fetched
    name = _item(standard_title(comparison.model))
    state = _item(state_of(comparison))
    font = name.font()
    font.setBold(True)
    name.setFont(font)
    bundled = _item(_date_of(comparison))
    fetched = _item(provenance(source) if source else "")
    tooltip = rich_tooltip(
        comparison.unreadable or (source.location if source else ""), source.sha256 if source else ""
    )
    row = [name, state, bundled, fetched]
    for item in row:
        item.setToolTip(tooltip)
    for difference in comparison.differences if comparison.bundled else ():
        name.appendRow(_difference_row(difference))
    if comparison.unreadable:
        name.appendRow([_item(comparison.unreadable), _item(""), _item(""), _item("")])
    return row


def _date_of(comparison: ModelComparison) -> str:
    if comparison.bundled is None:
        return ""
    return tr("of {date}", date=french_date(comparison.bundled.date)) if comparison.bundled.date else ""


def _difference_row(difference: Difference) -> list[QStandardItem]:
    texts = (where_of(difference), WHAT[difference.kind], before_of(difference), after_of(difference))
    return [_item(text) for text in texts]


def _item(text: str) -> QStandardItem:
    item = QStandardItem(shown(text, _LONGEST_CELL))
    item.setEditable(False)
    if text:
        item.setToolTip(rich_tooltip(shown(text, _LONGEST_TOOLTIP)))
    return item
