"""Real servers that several suites use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig

from tests.integration.map_servers import PASSWORD, USER
from tests.integration.metadata_catalogue import MetadataCatalogue, start_metadata_catalogue
from tests.integration.webdav_server import WebDavServer, start_webdav


@pytest.fixture
def metadata_catalogue() -> Iterator[MetadataCatalogue]:
    """An empty catalogue that takes transactions (CSW 2.0.2, ISO 19139)."""
    started = start_metadata_catalogue()
    yield started
    started.stop()


@pytest.fixture
def webdav() -> Iterator[WebDavServer]:
    """An empty folder behind WebDAV."""
    started = start_webdav()
    yield started
    started.stop()


@pytest.fixture
def authcfg(qgis_app: QgsApplication) -> Iterator[str]:  # noqa: ARG001
    """The login of the servers of the tests, kept by QGIS."""
    manager = QgsApplication.authManager()
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("maitre", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("syndicat")
    config.setConfig("username", USER)
    config.setConfig("password", PASSWORD)
    stored, config = manager.storeAuthenticationConfig(config)
    assert stored
    yield config.id()
    manager.removeAuthenticationConfig(config.id())
