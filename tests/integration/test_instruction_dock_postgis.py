"""The dock *Instruction* on a real PostGIS: from a delivery that is sent back to a document in force."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSettings

from smica_qgis.gui.instruction.panel import InstructionPanel
from smica_qgis.gui.validation.findings_index import PlaceState
from tests.integration.postgis_cluster import Cluster, start_cluster
from tests.qgis.gui.conftest import Window
from tests.qgis.gui.instruction.gestures import (
    answer_all,
    at_rest,
    follow,
    look_at,
    plan_and_publish,
    receive_by_button,
    send_back,
    two_rounds,
    withdraw_and_restore,
)
from tests.qgis.published_rounds import DOCUMENT, delivery, states

pytestmark = pytest.mark.network


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    cluster = start_cluster()
    before = os.environ.get("PGSERVICEFILE")
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    for group in ("smica_lecteur", "smica_technicien", "smica_ddt"):
        cluster.sql(f"CREATE ROLE {group} NOLOGIN", "postgres")
    yield cluster
    cluster.stop()
    os.environ.pop("PGSERVICEFILE")
    if before is not None:
        os.environ["PGSERVICEFILE"] = before


def test_the_whole_story(
    cluster: Cluster,
    qgis_iface: Any,  # noqa: ANN401
    qgis_new_project: None,  # noqa: ARG001
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    QgsSettings().remove("smica")
    qgis_iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    store = f"service={cluster.create_database('instruction')}"
    two_rounds(store, tmp_path)
    panel = InstructionPanel(Window(qgis_iface))  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.show()
    follow(panel, qtbot, store)
    look_at(panel, qtbot, "rev1")
    index = panel.page.findings.index
    assert index is not None
    assert index.total(PlaceState.FIXED) == 2
    send_back(panel, qtbot)
    third = delivery(tmp_path / "3", DOCUMENT, label="UZ")
    receive_by_button(panel, qtbot, third, 3)
    answer_all(panel, qtbot)
    panel.page.decision.accept_button.click()
    at_rest(panel, qtbot)
    assert states(store)["rev1"][-1] == "accepted"
    plan_and_publish(panel, qtbot, store, third)
    withdraw_and_restore(panel, qtbot, store)
    panel.shut_down()
    QgsSettings().remove("smica")
    QgsProject.instance().clear()
