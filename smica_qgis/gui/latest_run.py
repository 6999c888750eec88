"""Something that is read to be shown: one at a time, the last asked; a line with *Cancel* when it takes its time."""

from __future__ import annotations

from typing import Any, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress

Reading = Callable[[TaskProgress], Any]
_PATIENT_TICKS = 2
"""What comes from a store is there before: nothing is shown for it."""


class LatestRun(OperationRun):
    """See OperationRun. slow: it takes long enough to be shown. description: of the task, for QGIS' own list."""

    slow = pyqtSignal()

    def __init__(self, description: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._description = description
        self._next: Reading | None = None
        self._ticks = 0

    def start(self, reading: Reading) -> None:
        """Read; what is under way is given up, its answer is for nobody."""
        if self.is_running:
            self._next = reading
            self.cancel()
            return
        self._ticks = 0
        self._begin(self._description, reading, lambda: None)

    def shut_down(self) -> bool:
        """See OperationRun."""
        self._next = None
        return super().shut_down()

    def _say_progress(self, state: TaskProgress) -> None:
        self._ticks += 1
        if self._ticks == _PATIENT_TICKS:
            self.slow.emit()
        if self._ticks >= _PATIENT_TICKS:
            super()._say_progress(state)

    def _on_end(self, outcome: Outcome[Any]) -> None:
        following, self._next = self._next, None
        if following is None:
            super()._on_end(outcome)
            return
        self._watch.stop()
        self._task = None
        self.start(following)
