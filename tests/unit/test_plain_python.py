from __future__ import annotations

import importlib
import sys

import pytest


@pytest.mark.skipif("qgis" in sys.modules, reason="QGIS is loaded: run the unit tests with -p no:pytest_qgis")
@pytest.mark.parametrize("name", ["qgis.core", "osgeo.ogr", "PyQt5.QtCore", "lxml.etree", "numpy"])
def test_the_unit_tests_run_without(name: str) -> None:
    with pytest.raises(ImportError, match="plain Python"):
        importlib.import_module(name)
