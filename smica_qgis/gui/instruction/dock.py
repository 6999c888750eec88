"""The dock *Instruction*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QWidget

from smica_qgis.gui.lazy_dock import LazyDock
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.gui.instruction.panel import InstructionPanel

OBJECT_NAME = "SmicaInstructionDock"


class InstructionDock(LazyDock):
    """Shell of the panel."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("SMICA instruction"), OBJECT_NAME, iface, parent)

    @property
    def panel(self) -> InstructionPanel:
        """See LazyDock."""
        from smica_qgis.gui.instruction.panel import InstructionPanel

        return self.content(lambda: InstructionPanel(self.iface, parent=self))
