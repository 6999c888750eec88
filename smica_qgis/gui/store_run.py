"""The test of the shared store beside the window. It outlives the page of options that started it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from qgis.PyQt.QtCore import pyqtSignal

from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.check_store import StoreCheck


def check(address: str) -> StoreCheck:
    """Try a store. Called in a working thread; the import is made then."""
    from smica_qgis.operations.check_store import check_store

    return check_store(address)


def make(address: str) -> StoreCheck:
    """Make a store, or bring it up to date, and try it."""
    from smica_qgis.operations.check_store import make_store

    return make_store(address)


class StoreRun(OperationRun):
    """At most one test at a time. Besides the signals of OperationRun: began (what is done, for people).

    ended gives the StoreCheck.
    """

    began = pyqtSignal(str)

    def test(self, address: str) -> None:
        """Try a store, unless one is being tried."""
        self._start(tr("SMICA: test of the store"), tr("Testing…"), lambda: check(address))

    def create(self, address: str) -> None:
        """Make a store and try it, unless one is being tried."""
        self._start(tr("SMICA: creation of the store"), tr("Creating…"), lambda: make(address))

    def _start(self, description: str, said: str, work: Callable[[], StoreCheck]) -> None:
        if not self.is_running:
            self._begin(description, lambda _progress: work(), lambda: self.began.emit(said))
