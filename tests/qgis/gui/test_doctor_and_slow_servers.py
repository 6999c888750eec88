"""Checking and repairing a project never makes the window wait for a server, however slow."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.layer_address import layer_address
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.gui.catalogue.panel import CataloguePanel
from smica_qgis.gui.catalogue.services import CatalogueServices
from smica_qgis.gui.catalogue.shared_catalogue import SharedCatalogue
from smica_qgis.operations.open_catalogue import Catalogue
from tests.qgis.gui import slow_service
from tests.qgis.gui.conftest import Window
from tests.unit.core.source_profile.made_profile import profile

pytestmark = pytest.mark.network
TICK = 20  # milliseconds
FEWEST = int(slow_service.DELAY * 1000 / TICK / 5)
"""Ticks while a request is being answered: a fifth of what a machine with nothing else to do gives."""
NOBODY = "http://127.0.0.1:9"


@dataclass
class SlowService:
    """A process that answers after a second, and when it did."""

    process: subprocess.Popen[bytes]
    journal: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.journal.read_text().splitlines()[0]}"

    def requests(self) -> list[tuple[float, float, str]]:
        return [tuple(json.loads(line)) for line in self.journal.read_text().splitlines()[1:]]


@dataclass
class Pulse:
    """When the window's event loop turned."""

    ticks: list[float] = field(default_factory=list)
    timer: QTimer = field(default_factory=QTimer)

    def start(self) -> None:
        self.timer.timeout.connect(lambda: self.ticks.append(time.monotonic()))
        self.timer.start(TICK)

    def during(self, start: float, end: float) -> int:
        return sum(start <= tick <= end for tick in self.ticks)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[SlowService]:
    journal = tmp_path / "journal.txt"
    process = subprocess.Popen([sys.executable, slow_service.__file__, str(journal)])
    end = time.monotonic() + 20
    while not (journal.exists() and journal.read_text()) and time.monotonic() < end:
        time.sleep(0.05)
    yield SlowService(process, journal)
    process.kill()
    process.wait()


@pytest.fixture
def pulse(qtbot: QtBot) -> Iterator[Pulse]:  # noqa: ARG001 - Qt first
    beating = Pulse()
    beating.start()
    yield beating
    beating.timer.stop()


def source_of_kind(kind: str, url: str) -> dict[str, Any]:
    path = {"wms": "/wms", "ogc_api_features": "/api"}[kind]
    members = {"id": "zones", "title": "Zones", "kind": kind, "group": "cadastre", "layer": "zone"}
    return {**members, "url": f"{url}{path}", **({"crs": "EPSG:2154"} if kind == "wms" else {})}


def sick_layer(kind: str) -> QgsMapLayer:
    """Make a layer of the source, pointed at a server that is no more."""
    [source] = profile(sources=[source_of_kind(kind, NOBODY)]).sources.values()
    address = layer_address(source)
    made = QgsRasterLayer if kind == "wms" else QgsVectorLayer
    layer = made(address.uri, "Zones", address.provider)
    layer.setCustomProperty("smica/source", "zones")
    assert not layer.isValid()
    return layer


@pytest.mark.parametrize("kind", ["wms", "ogc_api_features"])
def test_the_window_lives_while_a_slow_server_is_asked(
    kind: str, service: SlowService, pulse: Pulse, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    seen = profile(sources=[source_of_kind(kind, service.url)])
    catalogue = Catalogue(LoadedProfiles(seen, ()), {}, KeptCopies(tmp_path / "copies"), 10_000)
    shared = SharedCatalogue(CatalogueServices(open_catalogue=lambda _online, _cancelled: catalogue))
    with qtbot.waitSignal(shared.opened):
        panel = CataloguePanel(window, shared)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    layer = sick_layer(kind)
    before = layer.source()
    QgsProject.instance().addMapLayer(layer)
    doctor = panel.doctor
    try:
        doctor.check()
        qtbot.waitUntil(doctor.repair_button.isEnabled, timeout=20_000)
        doctor.repair()
        qtbot.waitUntil(doctor.undo_button.isEnabled, timeout=20_000)
        assert layer.isValid()
        opening = len(service.requests())
        doctor.check()  # now of the slow server itself
        qtbot.waitUntil(doctor.check_button.isEnabled, timeout=20_000)
        assert len(service.requests()) > opening
        asked = len(service.requests())
        doctor.undo()
        qtbot.waitUntil(lambda: layer.source() == before, timeout=20_000)
    finally:
        shared.shut_down()
        QgsProject.instance().clear()
    assert len(service.requests()) == asked, "the window's thread asks nothing"
    turns = {path: pulse.during(came, answered) for came, answered, path in service.requests()}
    assert min(turns.values()) >= FEWEST, turns


def test_a_file_on_a_share_is_looked_for_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    from smica_qgis.geodata.project_layers import project_facts, with_missing_files

    project = QgsProject()
    project.addMapLayer(QgsVectorLayer("/absent/zones.gpkg|layername=zone", "Zones", "ogr"))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", lambda _path: pytest.fail("asked in the window's thread"))
        facts = project_facts(project)
    assert [fact.file_exists for fact in facts] == [True]
    assert [fact.file_exists for fact in with_missing_files(facts)] == [False]
