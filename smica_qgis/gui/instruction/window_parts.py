"""What the instruction adds to the QGIS window: a dock and its button."""

from __future__ import annotations

from qgis.gui import QgisInterface

from smica_qgis.gui.icons import own_icon
from smica_qgis.gui.instruction.dock import InstructionDock
from smica_qgis.gui.lazy_dock import DockButton, dock_action
from smica_qgis.host.translation import tr

ACTION_NAME = "SmicaInstruction"


class InstructionWindowParts(DockButton):
    """Added when made; `remove` takes all away. Nothing is read before someone looks."""

    def __init__(self, iface: QgisInterface, menu: str) -> None:
        texts = (tr("Instruction"), tr("Instruction: rounds of a delivery, decision, publication"))
        action = dock_action(iface, own_icon("instruction"), ACTION_NAME, texts)
        super().__init__(iface, menu, InstructionDock(iface, iface.mainWindow()), action)
