"""The update of the standards beside the window. It outlives the page of options that started it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.operations.update_standards import StandardsRequest, StandardsUpdate

    Update = Callable[[StandardsRequest, Progress], StandardsUpdate]


def update(request: StandardsRequest, progress: Progress) -> StandardsUpdate:
    """Run the update. Called in a working thread; the import is made then."""
    from smica_qgis.operations.update_standards import update_standards

    return update_standards(request, progress)


class StandardsUpdateRun(OperationRun):
    """At most one update at a time.

    Besides the signals of OperationRun: began. ended gives the StandardsUpdate; stopped leaves what was fetched.
    """

    began = pyqtSignal()

    def __init__(self, work: Update = update, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def start(self, request: StandardsRequest) -> None:
        """Start an update, unless one is running."""
        if self.is_running:
            return
        work = self._work

        def operation(progress: TaskProgress) -> StandardsUpdate:
            return work(request, progress)

        self._begin(tr("SMICA: update of the standards"), operation, self.began.emit)
