"""The panel, on the store that the settings name by then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject

from smica_qgis.gui.instruction.panel import InstructionPanel
from tests.qgis.gui.conftest import Window


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "base.gpkg")


@pytest.fixture
def instruction(window: Window, qtbot: QtBot) -> Iterator[InstructionPanel]:
    """Return the panel, on the store that the settings name by then."""
    shown = InstructionPanel(window)  # type: ignore[arg-type]
    qtbot.addWidget(shown)
    shown.resize(360, 620)
    shown.show()
    yield shown
    shown.shut_down()
    QgsProject.instance().clear()
