"""A small delivery that conforms, made once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from smica_qgis.operations import validate_batch
from tests.qgis.operations.batches import MISBEHAVING, living, small_delivery


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the zip of a small delivery with nothing to be blamed for."""
    return small_delivery(tmp_path_factory.mktemp("small"))


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    """Let deliveries misbehave by their name. Returns a function: numbers of the processes of that kind that live."""
    monkeypatch.setattr(validate_batch, "ENTRY", MISBEHAVING)
    return living
