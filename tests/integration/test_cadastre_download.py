"""The cadastre of a commune fetched from a server of this machine, laid out as Etalab's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.host.network import NetworkError
from smica_qgis.operations.cadastre.import_report import InputState
from smica_qgis.operations.download_cadastre import ADDRESS, DownloadRequest, address_of, download_cadastre
from tests.qgis.made_cadastre import MadeCommune

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
TEMPLATE = "/data/etalab-cadastre/{millesime}/geojson/{niveau}/{dossier}/cadastre-{code}-{couche}.json.gz"
ISSUED = "Mon, 01 Sep 2025 10:00:00 GMT"


@pytest.fixture
def etalab(httpserver: HTTPServer, tmp_path: Path) -> Iterator[str]:
    """Serve a commune; return the template of the addresses."""
    folder = MadeCommune("12202").write(tmp_path / "served")

    def answer(request: Request) -> Response:
        path = folder / request.path.rpartition("/")[2]
        if "/geojson/communes/12/12202/" not in request.path or not path.is_file():
            return Response(status=404)
        return Response(path.read_bytes(), headers={"Last-Modified": ISSUED})

    httpserver.expect_request(re.compile("/data/.*")).respond_with_handler(answer)
    yield httpserver.url_for("") + TEMPLATE
    shutil.rmtree(folder)


def test_a_commune(etalab: str, tmp_path: Path) -> None:
    store = str(tmp_path / "base.gpkg")
    report = download_cadastre(DownloadRequest("12202", store, etalab))
    assert dict(report.objects()) == {"cad_commune": 1, "cad_parcelle": 20, "cad_batiment": 20}
    # what the server does not have is named
    refused = [result.content for result in report.results if result.state is InputState.REFUSED]
    assert refused == ["sections", "feuilles", "lieux_dits", "subdivisions_fiscales"]
    with open_store(store, read_only=True) as opened:
        assert list(opened.rows("SELECT DISTINCT millesime FROM cad_parcelle")) == [("2025-09-01",)]
    again = download_cadastre(DownloadRequest("12202", store, etalab, millesime="2025-09-01"))
    assert again.count(InputState.KNOWN) == 3


def test_a_commune_that_the_server_does_not_have(etalab: str, tmp_path: Path) -> None:
    store = tmp_path / "base.gpkg"
    with pytest.raises(NetworkError, match="n'existe pas"):
        download_cadastre(DownloadRequest("12203", str(store), etalab))
    assert not store.exists()


def test_it_may_be_stopped(etalab: str, tmp_path: Path) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        download_cadastre(DownloadRequest("12202", str(tmp_path / "base.gpkg"), etalab), Stopped())


@pytest.mark.parametrize(
    ("territory", "ending"),
    [
        ("12202", "/latest/geojson/communes/12/12202/cadastre-12202-parcelles.json.gz"),
        ("2a004", "/latest/geojson/communes/2A/2A004/cadastre-2A004-parcelles.json.gz"),
        ("97411", "/latest/geojson/communes/974/97411/cadastre-97411-parcelles.json.gz"),
        ("12", "/latest/geojson/departements/12/cadastre-12-parcelles.json.gz"),
        ("974", "/latest/geojson/departements/974/cadastre-974-parcelles.json.gz"),
    ],
)
def test_addresses(territory: str, ending: str) -> None:
    assert address_of(DownloadRequest(territory, ""), "parcelles").endswith(ending)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"territory": "Aubrelle"}, "ni une commune"),
        ({"territory": "../12"}, "ni une commune"),
        ({"millesime": "2025"}, "millésime"),
        ({"address": "file:///etc/{code}/{couche}"}, "http"),
        ({"address": "https://example.org/{code}"}, "contenir"),
    ],
)
def test_refusals(changes: dict[str, str], said: str) -> None:
    given = {"territory": "12202", "store": "", "address": ADDRESS, **changes}
    with pytest.raises(InvalidParameterError, match=said):
        address_of(DownloadRequest(**given), "parcelles")
