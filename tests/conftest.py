"""What every suite has in common. Nothing of QGIS is imported here: some suites prove they do without."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# without a screen Qt ends the process at once (pytest_qgis starts before this: there, set it outside)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# PyQt6 is installed too, to look its names up; QGIS 3 is built on Qt 5
os.environ.setdefault("PYTEST_QT_API", "pyqt5")

REPOSITORY = Path(__file__).resolve().parents[1]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of tests/corpus."""
    for item in items:
        if REPOSITORY / "tests" / "corpus" in item.path.parents:
            item.add_marker(pytest.mark.corpus)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the shared corpus (real deliveries, official reports); skip without it."""
    folder = Path(os.environ.get("SMICA_SHARED") or REPOSITORY.parent / "shared")
    if not (folder / "corpus").is_dir():
        pytest.skip("there is no corpus at ../shared (or SMICA_SHARED)")
    return folder
