"""The unit tests run in plain Python: what the core may not lean on cannot be imported here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

FORBIDDEN = {"lxml", "numpy", "osgeo", "owslib", "processing", "PyQt5", "PyQt6", "qgis", "requests", "yaml"}


class NotInTheCore(MetaPathFinder):
    """Refuses the modules that plain Python does not have."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise ImportError for them, leave all others to the finders that follow."""
        del path, target
        if fullname.partition(".")[0] in FORBIDDEN:
            message = f"{fullname} is not there in plain Python"
            raise ImportError(message)
        return None


# Together with the QGIS tests in one process (pytest tests) QGIS is loaded already, and stays.
if "qgis" not in sys.modules:
    sys.meta_path.insert(0, NotInTheCore())
