"""What QGIS has to import when it starts with the plugin: nothing of what only the work itself needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY_ROOMS = ("geodata", "connectors", "database", "publishing")
HEAVY_MODULES = ("sqlite3", "lxml", "requests", "owslib", "psycopg2", "concurrent.futures", "xml.etree.ElementTree")
_CODE = """
import sys
from qgis.core import QgsApplication
from qgis.gui import QgisInterface
import qgis.utils
application = QgsApplication([], True)
application.initQgis()
before = set(sys.modules)
from smica_qgis.processing.provider import SmicaProvider
import smica_qgis.plugin
import smica_qgis.gui.batch.dock
import smica_qgis.gui.catalogue.window_parts
import smica_qgis.gui.options_factory
import smica_qgis.gui.parcel.window_parts
import smica_qgis.gui.validation.dock
provider = SmicaProvider()
QgsApplication.processingRegistry().addProvider(provider)
assert provider.algorithms()
print(*sorted(set(sys.modules) - before))
"""


@pytest.fixture(scope="module")
def imported() -> list[str]:
    """Return what is imported when the provider and the docks are there, and nobody has looked at them."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", _CODE], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_no_room_that_does_the_work(imported: list[str]) -> None:
    heavy = [name for name in imported if name.startswith("smica_qgis.") and name.split(".")[1] in HEAVY_ROOMS]
    assert heavy == []


def test_no_library_that_only_the_work_needs(imported: list[str]) -> None:
    heavy = [name for name in imported if name in HEAVY_MODULES]
    assert heavy == []


def test_operations_give_the_choices_of_a_parameter_at_most(imported: list[str]) -> None:
    allowed = {"smica_qgis.operations", "smica_qgis.operations.sample_standards", "smica_qgis.operations.write_reports"}
    operations = {name for name in imported if name.startswith("smica_qgis.operations")}
    assert operations <= allowed
