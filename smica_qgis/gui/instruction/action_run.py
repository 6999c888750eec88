"""What changes the store, beside the window: one action at a time, none is given up for another."""

from __future__ import annotations

from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress


class ActionRun(OperationRun):
    """See OperationRun. began: an action starts; over: it ended, well or not."""

    began = pyqtSignal()
    over = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[Any], object] = lambda _value: None
        for signal in (self.stopped, self.failed, self.ended):
            signal.connect(lambda *_told: self.over.emit())
        self.ended.connect(self._go_on)

    def start(self, description: str, operation: Callable[[TaskProgress], Any], then: Callable[[Any], object]) -> None:
        """Do something unless something is being done. then: receives what it returned, which is not None."""
        if not self.is_running:
            self._then = then
            self._begin(description, operation, self.began.emit)

    def _go_on(self, value: object) -> None:
        self._then(value)
