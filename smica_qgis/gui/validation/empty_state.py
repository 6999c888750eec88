"""Nothing is open yet: three lines, each a button; or what an unreadable delivery was found to hold."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCommandLinkButton, QLabel, QVBoxLayout, QWidget

from smica_qgis.gui.icons import plugin_icon, theme_icon
from smica_qgis.host.translation import tr


class EmptyState(QWidget):
    """What to do next, when there is nothing to show."""

    folder_wanted = pyqtSignal()
    file_wanted = pyqtSignal()
    layers_wanted = pyqtSignal()
    sample_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(tr("Would the Géoportail accept this delivery?"), self)
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        title.setFont(font)
        title.setWordWrap(True)
        picture = QLabel(self)
        picture.setPixmap(plugin_icon().pixmap(QSize(48, 48)))
        column = QVBoxLayout(self)
        column.addSpacing(8)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        for icon, text, more, signal in (
            ("mIconFolder", tr("Drop a delivery here"), tr("or choose its folder"), self.folder_wanted),
            ("mIconZip", tr("Choose a file"), tr("a zip archive or a GeoPackage"), self.file_wanted),
            (
                "mActionAddOgrLayer",
                tr("Take the open layers"),
                tr("the delivery that they come from"),
                self.layers_wanted,
            ),
            (
                "mActionHelpContents",
                tr("Try with the sample"),
                tr("a small PLUi with deliberate defects"),
                self.sample_wanted,
            ),
        ):
            button = QCommandLinkButton(text, more, self)
            button.setIcon(theme_icon(icon))
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)
