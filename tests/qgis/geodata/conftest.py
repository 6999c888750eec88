"""Working copies of these tests go with the folders of pytest."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _working_copies(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some tests keep deliveries open to the end, as their geometries are read again on demand."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("working_copies")))
