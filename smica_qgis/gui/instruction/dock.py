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
        super().__init__(tr("SMICA instruction"), OBJECT_NAME, self._panel, parent)
        self._iface = iface

    @property
    def panel(self) -> InstructionPanel:
        """The content, made the first time it is wanted."""
        panel: InstructionPanel = self.content()
        return panel

    def _panel(self) -> InstructionPanel:
        from smica_qgis.gui.instruction.panel import InstructionPanel

        return InstructionPanel(self._iface, parent=self)
