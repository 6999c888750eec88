"""A round whose process is killed while it is received: absent or whole, and a second call receives it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.core.workflow.vocabulary import ProcedureKind, RoundState
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.delivery_writer import DeliveryRequest, invent_delivery
from smica_qgis.operations.instruction.kept_rounds import kept_round, kept_tables
from smica_qgis.operations.instruction.procedures import add_procedure, manifest_of, the_procedure, the_round
from smica_qgis.operations.receive_round import RoundRequest, receive_round

pytestmark = pytest.mark.usefixtures("qgis_app")
REPOSITORY = Path(__file__).resolve().parents[3]
EVERYONE = Actor("tous", frozenset(Role))
AT = "2026-11-24T10:00:00Z"
TURNS, LEAST_KILLED = 6, 2
RECEIVER = """
import sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.receive_round import RoundRequest, receive_round
with open_store(sys.argv[2]) as store:
    print("ready", flush=True)
    everyone = Actor("tous", frozenset(Role))
    receive_round(store, RoundRequest(sys.argv[4], sys.argv[3]), everyone, "2026-11-24T10:00:00Z")
print("done", flush=True)
"""


def received_by_a_child(store: str, delivery: str, procedure: str, kill_after: float) -> bool:
    """Receive in a process of its own, killed after so many seconds; returns whether it was killed."""
    command = [sys.executable, "-c", RECEIVER, str(REPOSITORY), store, delivery, procedure]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        time.sleep(kill_after)
        child.kill()
        return child.stdout.read().strip() != "done"


def test_a_round_killed_while_it_is_received_is_absent_or_whole(tmp_path: Path) -> None:
    made = invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=400))
    delivery, address = str(made.write(tmp_path)), str(tmp_path / "base.gpkg")
    territory = made.document.folder.split("_")[0]
    with open_store(address) as store:
        for turn in range(TURNS + 1):
            add_procedure(store, Procedure(f"p{turn}", territory, made.name, ProcedureKind.REVISION), EVERYONE, AT)
        started = time.monotonic()
        receive_round(store, RoundRequest(f"p{TURNS}", delivery), EVERYONE, AT).report.geometries.close()
        longest = time.monotonic() - started
        whole = the_round(store, f"p{TURNS}")
        findings, tables = len(kept_round(store, whole).report.findings), len(kept_tables(store, whole))
    chance, killed = random.Random(3), 0  # noqa: S311 - no secret
    for turn in range(TURNS):
        killed += received_by_a_child(address, delivery, f"p{turn}", chance.uniform(0, longest))
        with open_store(address) as store:
            if not the_procedure(store, f"p{turn}").rounds:
                receive_round(store, RoundRequest(f"p{turn}", delivery), EVERYONE, AT).report.geometries.close()
            stored = the_round(store, f"p{turn}")
            assert stored.round.state is RoundState.CHECKED
            assert len(kept_round(store, stored).report.findings) == findings
            assert len(kept_tables(store, stored)) == tables
            assert manifest_of(store, stored).sha256 == stored.round.manifest.sha256
    assert killed >= LEAST_KILLED
