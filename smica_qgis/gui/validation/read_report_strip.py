"""Says that what one sees was read from a file, of which run, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QDateTime, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from smica_qgis.core.validation.report import Report
from smica_qgis.gui.flow_layout import flow_row
from smica_qgis.gui.icons import theme_icon
from smica_qgis.gui.validation.place_text import rich_tooltip
from smica_qgis.host.translation import language, tr

# over the palette's own background, as the verdict's: the text stays readable on both themes
_TINT = "59, 130, 196"


class ReadReportStrip(QFrame):
    """Signals: layers_wanted, again_wanted. Hidden when what one sees was just validated."""

    layers_wanted = pyqtSignal()
    again_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("smicaReadReport")
        self.setStyleSheet(
            f"#smicaReadReport {{ background: rgba({_TINT}, 30); border: none; border-radius: 3px;"
            f" border-left: 4px solid rgb({_TINT}); }}"
        )
        self.text, self.reason = _label(self), _label(self)
        self.layers = self._button("mActionAddOgrLayer", tr("Open its layers"))
        self.layers.setToolTip(tr("Show the objects of the delivery on the map, if it has not changed since"))
        self.layers.clicked.connect(self.layers_wanted)
        self.again = self._button("mActionRefresh", tr("Validate again"))
        self.again.setToolTip(tr("Validate the delivery again, as it is now, and see what has changed"))
        self.again.clicked.connect(self.again_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(3)
        column.addWidget(self.text)
        column.addWidget(self.reason)
        column.addWidget(flow_row(self, self.layers, self.again))
        self.setVisible(False)

    def show_report(self, report: Report, path: str) -> None:
        """Say of which run, from which file."""
        name, when = Path(path).name, _when(report.header.started)
        if when:
            text = tr("Report of {when}, read from {file}.", when=when, file=name)
        else:
            text = tr("Report without its summary, read from {file}.", file=name)
        self.text.setText(text.replace("_", "_\u200b"))
        self.text.setToolTip(rich_tooltip(path))
        self.again.setEnabled(bool(report.header.path))
        if report.header.path:
            self.show_closed("")
        else:
            self.show_closed(tr("Without it nobody knows where the delivery is."))
        self.layers.setVisible(bool(report.tables))
        self.setVisible(True)

    def show_opening(self) -> None:
        """The delivery is being opened."""
        self.layers.setEnabled(False)
        self._say(tr("Opening the delivery…"))

    def show_opened(self) -> None:
        """Its layers are in the project."""
        self.layers.setVisible(False)
        self._say("")

    def show_closed(self, why: str) -> None:
        """Its layers are not in the project. why: French sentence, empty when nobody asked yet."""
        self.layers.setVisible(True)
        self.layers.setEnabled(not why)
        self._say(why)

    def _say(self, text: str) -> None:
        self.reason.setText(text.replace("_", "_\u200b").replace("/", "/\u200b"))
        self.reason.setVisible(bool(text))

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme_icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button


def _when(started: str) -> str:
    """Day and hour as the reader writes them, in the time of this machine; empty when the report says none."""
    moment = QDateTime.fromString(started, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return ""
    return str(QLocale(language()).toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat))


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
