"""A child process on its own: what it has around the work, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.host.interpreter import likely_interpreter
from smica_qgis.operations.batch.child import Child, ChildSetup
from smica_qgis.operations.batch.child_process import resident_octets
from smica_qgis.operations.batch.child_slot import ChildSlot
from smica_qgis.operations.batch.jobs import Terms
from smica_qgis.operations.validate_batch import ENTRY

SETTING = """
import sys
from qgis.core import QgsSettings
from smica_qgis.operations.batch.child_process import qgis_without_window
with qgis_without_window(sys.argv[1]):
    sys.stdout.write(str(QgsSettings().value("proxy/proxyHost")))
"""


@pytest.fixture
def child(tmp_path: Path) -> Child:
    started = Child(likely_interpreter(), ChildSetup(str(ENTRY), "", str(tmp_path), str(tmp_path)))
    started.wait_until_ready(lambda: False)
    return started


def test_it_reads_the_settings_of_the_profile(tmp_path: Path, repository: Path) -> None:
    settings = tmp_path / QgsApplication.QGIS_ORGANIZATION_NAME / f"{QgsApplication.QGIS_APPLICATION_NAME}.ini"
    settings.parent.mkdir()
    settings.write_text("[proxy]\nproxyHost=proxy.example\n")
    done = subprocess.run(
        [sys.executable, "-c", SETTING, str(tmp_path)], cwd=repository, capture_output=True, text=True, check=True
    )
    assert done.stdout == "proxy.example"


def test_it_leaves_nothing_once_closed(child: Child, tmp_path: Path) -> None:
    assert child.lives()
    assert len(list(tmp_path.iterdir())) == 1
    child.close()
    assert not child.lives()
    assert list(tmp_path.iterdir()) == []


def test_it_ends_when_its_input_does(child: Child) -> None:
    stdin = child._process.stdin
    assert stdin is not None
    stdin.close()
    assert child._process.wait(10) == 0
    child.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says it")
def test_its_memory_is_what_it_holds_now() -> None:
    before = resident_octets()
    held = bytearray(os.urandom(1)) * (50 * 1024**2)
    assert resident_octets() - before > len(held) // 2
    del held
    time.sleep(0)
    assert resident_octets() - before < 25 * 1024**2


def test_one_that_died_at_rest_costs_no_delivery(child: Child, tmp_path: Path) -> None:
    slot = ChildSlot(Terms(ChildSetup(str(ENTRY), "", str(tmp_path), str(tmp_path)), 10), lambda: False)
    slot._child = child
    child._process.kill()
    child._process.wait()
    assert slot._taken() is None
    assert list(tmp_path.iterdir()) == []
