"""A service that may go wrong, the folder of its kept copies, a short patience."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.host.authenticated_session import AuthenticatedSession


@pytest.fixture
def httpserver() -> Iterator[HTTPServer]:
    with HTTPServer(threaded=True) as server:
        yield server


@pytest.fixture
def session(qgis_app: object) -> Iterator[AuthenticatedSession]:  # noqa: ARG001
    with AuthenticatedSession(timeout_ms=700) as opened:
        yield opened


@pytest.fixture
def copies(tmp_path: Path) -> KeptCopies:
    return KeptCopies(tmp_path / "copies")
