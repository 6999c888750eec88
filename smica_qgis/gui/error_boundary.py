"""Where exceptions become something that a person reads: one message bar, one button for the details.

`attempt` holds the only broad `except` of the interface: beyond it, an exception would close the thread of a
task without a word, or leave the dock half way.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from html import escape
from typing import Callable, Generic, TypeVar

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt.QtWidgets import QPushButton

from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.host import log
from smica_qgis.host.translation import tr

T = TypeVar("T")
TITLE = "SMICA"


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What an action gave: a value, or the error that stopped it."""

    value: T | None = None
    error: Exception | None = None


def attempt(action: Callable[[], T]) -> Outcome[T]:
    """Do something and catch whatever it raises."""
    try:
        return Outcome(value=action())
    except Exception as error:  # noqa: BLE001 - the boundary: nothing above could do better than tell it
        return Outcome(error=error)


class ErrorBoundary:
    """Tells errors and good news in QGIS' message bar."""

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar

    def run(self, action: Callable[[], T]) -> T | None:
        """Do something; on an error, tell it and return None."""
        outcome = attempt(action)
        if outcome.error is not None:
            self.tell(outcome.error)
        return outcome.value

    def tell(self, error: Exception) -> None:
        """Tell an error: ours speaks for itself, an unexpected one is also journalled."""
        if isinstance(error, CancelledError):
            return
        if isinstance(error, SmicaError):
            self._show(error.message, error.details, Qgis.MessageLevel.Warning)
            return
        log.failure(error)
        details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        text = tr("Something unexpected happened. Please send us the details, which the journal keeps (tab SMICA).")
        self._show(text, details, Qgis.MessageLevel.Critical)

    def announce(self, text: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Tell good news, with a button that does what comes next."""
        item = QgsMessageBar.createMessage(TITLE, escape(text))
        if button and action is not None:
            self._add_button(item, button, action)
        self._bar.pushWidget(item, Qgis.MessageLevel.Success, 10)

    def _show(self, text: str, details: str, level: Qgis.MessageLevel) -> None:
        item = QgsMessageBar.createMessage(TITLE, escape(text))
        if details:
            self._add_button(item, tr("Details…"), lambda: _show_details(details))
        self._bar.pushWidget(item, level, 0)

    def _add_button(self, item: QgsMessageBarItem, text: str, action: Callable[[], object]) -> None:
        button = QPushButton(text, item)
        button.clicked.connect(lambda _checked: action())
        item.layout().addWidget(button)


def _show_details(details: str) -> None:
    viewer = QgsMessageViewer()
    viewer.setTitle(TITLE)
    viewer.setMessageAsPlainText(details)
    viewer.showMessage()
