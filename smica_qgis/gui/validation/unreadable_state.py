"""An unreadable delivery: what was found, what was looked for, how a delivery looks like."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from smica_qgis.gui.icons import theme_icon
from smica_qgis.host.translation import number, tr

MOST_FILES = 2000
MOST_HEIGHT = 220


class UnreadableState(QWidget):
    """Says what stands in the delivery and what should."""

    other_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = _label(self)
        self.files = QTreeWidget(self)
        self.files.setHeaderHidden(True)
        self.files.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.files.setMaximumHeight(MOST_HEIGHT)
        self.files.setAccessibleName(tr("Files that were found"))
        expected = _label(self)
        expected.setText(_model_of_a_delivery())
        expected.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        looked_for = _label(self)
        looked_for.setText(
            tr(
                "Looked for: tables (dbf, tab, gml, csv, gpkg) or metadata (xml) named as a CNIG standard "
                "names them, such as ZONE_URBA or DOC_URBA."
            )
        )
        other = QPushButton(theme_icon("mActionFileOpen"), tr("Choose another delivery…"), self)
        other.clicked.connect(self.other_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget, title in (
            (self.reason, ""),
            (self.files, tr("Found")),
            (looked_for, ""),
            (expected, tr("A delivery")),
        ):
            if title:
                column.addWidget(_heading(title, self))
            column.addWidget(widget, 1 if widget is self.files else 0)
        column.addWidget(other)

    def show_files(self, reason: str, files: Sequence[str]) -> None:
        """Show the reason, and the files as a tree (the first MOST_FILES)."""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.files.clear()
        folders: dict[str, QTreeWidgetItem] = {}
        for path in files[:MOST_FILES]:
            self._add(path, folders)
        if not files:
            self.files.addTopLevelItem(QTreeWidgetItem([tr("nothing")]))
        elif len(files) > MOST_FILES:
            more = tr("and {count} others", count=number(len(files) - MOST_FILES))
            self.files.addTopLevelItem(QTreeWidgetItem([more]))
        self.files.expandToDepth(1)

    def _add(self, path: str, folders: dict[str, QTreeWidgetItem]) -> None:
        parent: QTreeWidgetItem | None = None
        steps = [step for step in path.split("/") if step]
        for depth, step in enumerate(steps):
            key = "/".join(steps[: depth + 1])
            item = folders.get(key)
            if item is None:
                item = QTreeWidgetItem([step])
                last = depth == len(steps) - 1 and not path.endswith("/")
                item.setIcon(0, theme_icon("mIconFile" if last else "mIconFolder"))
                if parent is None:
                    self.files.addTopLevelItem(item)
                else:
                    parent.addChild(item)
                    parent.setIcon(0, theme_icon("mIconFolder"))
                folders[key] = item
            parent = item


def _model_of_a_delivery() -> str:
    return """12202_PLU_20240115/
   Donnees_geographiques/
      12202_ZONE_URBA_20240115.shp …
      12202_DOC_URBA_20240115.dbf
   Pieces_ecrites/
      12202_reglement_20240115.pdf
   12202_PLU_20240115.xml"""


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
