"""The place of the shared data in the window: added and removed whole, quick, nothing asked before someone looks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsApplication

from smica_qgis.gui.catalogue.browser import NAME
from smica_qgis.gui.catalogue.profiles_page import ProfilesPage
from smica_qgis.gui.catalogue.window_parts import ACTION_NAME, CatalogueWindowParts
from smica_qgis.host.settings import SmicaSettings, load_settings
from tests.qgis.gui.test_dock import MainWindow


class CatalogueWindow(MainWindow):
    """Also notes the drop handlers."""

    def __init__(self, iface: Any) -> None:  # noqa: ANN401
        super().__init__(iface)
        self.handlers: list[object] = []

    def registerCustomDropHandler(self, handler: object) -> None:  # noqa: N802
        self.handlers.append(handler)

    def unregisterCustomDropHandler(self, handler: object) -> None:  # noqa: N802
        self.handlers.remove(handler)


@pytest.fixture
def main(qgis_iface: Any, qgis_new_project: None, qtbot: QtBot) -> CatalogueWindow:  # noqa: ANN401, ARG001
    window = CatalogueWindow(qgis_iface)
    qtbot.addWidget(window.main)
    return window


def test_all_is_removed(main: CatalogueWindow) -> None:
    registry = QgsApplication.dataItemProviderRegistry()
    for _time in range(3):
        parts = CatalogueWindowParts(main, "SMICA")  # type: ignore[arg-type]
        assert registry.provider(NAME) is not None
        assert len(main.handlers) == 1
        parts.remove()
        assert registry.provider(NAME) is None
        assert main.handlers == []
        assert main.menu == []


def test_the_button_opens_the_catalogue(main: CatalogueWindow, qtbot: QtBot) -> None:
    parts = CatalogueWindowParts(main, "SMICA")  # type: ignore[arg-type]
    main.main.show()
    assert parts.action.objectName() == ACTION_NAME
    assert parts.shared.catalogue is None
    with qtbot.waitSignal(parts.shared.opened):
        parts.action.trigger()
    assert parts.dock.isVisible()
    assert parts.dock.panel.catalogue.model.count() > 40
    parts.remove()


def test_removing_while_it_works(main: CatalogueWindow, qtbot: QtBot) -> None:
    parts = CatalogueWindowParts(main, "SMICA")  # type: ignore[arg-type]
    parts.shared.open()
    parts.remove()
    qtbot.wait(300)


def test_the_profiles_are_chosen_in_the_options(qtbot: QtBot) -> None:
    changed: list[bool] = []
    page = ProfilesPage(lambda: changed.append(True))
    qtbot.addWidget(page)
    assert page.profiles.toPlainText().splitlines() == list(SmicaSettings().source_profiles)
    page.apply()
    assert changed == []
    page.profiles.appendPlainText("  /partage/smica.json \n")
    page.apply()
    assert changed == [True]
    assert load_settings().source_profiles == (*SmicaSettings().source_profiles, "/partage/smica.json")
    page.profiles.setPlainText("")
    page.apply()
    assert load_settings().source_profiles == SmicaSettings().source_profiles


def test_nothing_heavy_is_imported_at_start(repository: Path) -> None:
    code = (
        "import sys; import smica_qgis.gui.catalogue.window_parts; "
        "heavy = [m for m in ('owslib', 'lxml', 'psycopg2', 'smica_qgis.connectors') if m in sys.modules]; "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
