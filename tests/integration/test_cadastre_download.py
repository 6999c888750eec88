"""The cadastre of a commune fetched from a server of this machine, laid out as Etalab's and as that of the DGFiP."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from smica_qgis.core.cadastre.download_formats import EDIGEO, ETALAB, LATEST
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.host.network import NetworkError
from smica_qgis.host.settings import change_settings
from smica_qgis.operations import download_cadastre as operation
from smica_qgis.operations.cadastre.download_addresses import NATIONAL, address_of
from smica_qgis.operations.cadastre.import_report import ImportReport, InputState
from smica_qgis.operations.download_cadastre import DownloadRequest, download_cadastre
from tests.qgis.made_cadastre import MadeCommune

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
TEMPLATE = "/data/etalab-cadastre/{millesime}/geojson/{niveau}/{dossier}/cadastre-{code}-{couche}.json.gz"
BUNDLE = "/bundler/pci-vecteur/{niveau}/{code}/edigeo"
ISSUED = "Mon, 01 Sep 2025 10:00:00 GMT"


class Depot:
    """Serves a folder with ETags and ranges, as the real server does. sent: paths whose content was given."""

    def __init__(self, server: HTTPServer, folder: Path) -> None:
        self.folder = folder
        self.sent: list[str] = []
        self.etalab = server.url_for("") + TEMPLATE
        self.edigeo = server.url_for("") + BUNDLE
        server.expect_request(re.compile("/.*")).respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        name = request.path.rpartition("/")[2]
        path = self.folder / (f"{request.path.split('/')[-2]}.zip" if name == "edigeo" else name)
        if not path.is_file() or "/communes/" not in request.path:
            return Response(status=404)
        content = path.read_bytes()
        headers = {"ETag": f'"{hashlib.blake2b(content).hexdigest()[:12]}"', "Last-Modified": ISSUED}
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return Response(status=304)
        self.sent.append(request.path)
        match = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers.get("Range", ""))
        if match is None or name == "edigeo":  # a bundle is made as it is sent: whole, and nothing tells its version
            return Response(content)
        start, end = int(match[1]), min(int(match[2]), len(content) - 1)
        span = {"Content-Range": f"bytes {start}-{end}/{len(content)}"}
        return Response(content[start : end + 1], status=206, headers={**headers, **span})


@pytest.fixture
def depot(httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Depot]:
    """Serve a commune."""
    monkeypatch.setattr(operation, "download_folder", lambda: tmp_path / "kept")
    yield Depot(httpserver, MadeCommune("12202").write(tmp_path / "served"))
    httpserver.clear()


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "base.gpkg")


def fetch(store: str, address: str, **changes: str) -> ImportReport:
    return download_cadastre(DownloadRequest("12202", store, address=address, **changes))  # type: ignore[arg-type]


def test_a_commune(depot: Depot, store: str) -> None:
    report = fetch(store, depot.etalab)
    assert dict(report.objects()) == {"cad_commune": 1, "cad_parcelle": 20, "cad_batiment": 20}
    # what the server does not have is named
    refused = [result.content for result in report.results if result.state is InputState.REFUSED]
    assert refused == ["sections", "feuilles", "lieux_dits", "subdivisions_fiscales"]
    with open_store(store, read_only=True) as opened:
        assert list(opened.rows("SELECT DISTINCT millesime FROM cad_parcelle")) == [("2025-09-01",)]
    again = fetch(store, depot.etalab, millesime="2025-09-01")
    assert again.count(InputState.KNOWN) == 3


def test_what_did_not_change_is_not_fetched_again(depot: Depot, store: str, tmp_path: Path) -> None:
    fetch(store, depot.etalab)
    assert len(depot.sent) == 3
    depot.sent.clear()
    again = fetch(store, depot.etalab)
    assert (depot.sent, again.count(InputState.KNOWN), again.changes) == ([], 3, {})
    made = MadeCommune("12202")
    del made.parcels[0]
    made.write(depot.folder)
    changed = fetch(store, depot.etalab)
    assert [path.rpartition("-")[2] for path in depot.sent] == ["parcelles.json.gz"]
    assert changed.changes["12202"].removed == ("122020000A0001",)
    # another store has not got it, though nothing is fetched
    depot.sent.clear()
    assert fetch(str(tmp_path / "other.gpkg"), depot.etalab).objects()["cad_parcelle"] == 19
    assert depot.sent == []


def test_a_file_that_could_not_be_read_is_fetched_anew(depot: Depot, store: str) -> None:
    path = depot.folder / "cadastre-12202-parcelles.json.gz"
    good = path.read_bytes()
    path.write_bytes(good[:200])
    assert fetch(store, depot.etalab).count(InputState.REFUSED) == 5
    path.write_bytes(good)
    assert fetch(store, depot.etalab).objects()["cad_parcelle"] == 20


def test_sheets_that_are_no_sheets(depot: Depot, store: str) -> None:
    with zipfile.ZipFile(depot.folder / "12202.zip", "w") as bundle:
        bundle.writestr("12202/edigeo-122020000A01.tar.bz2", b"not an archive")
    report = fetch(store, depot.edigeo, format=EDIGEO)
    assert [(result.name, result.state) for result in report.results] == [
        ("edigeo-12202.zip/12202/edigeo-122020000A01.tar.bz2", InputState.REFUSED)
    ]


def test_a_page_in_the_place_of_the_sheets_is_not_kept(depot: Depot, store: str) -> None:
    path = depot.folder / "12202.zip"
    path.write_bytes(b"<html>Portail</html>")
    [refused] = fetch(store, depot.edigeo, format=EDIGEO).results
    assert (refused.name, refused.state) == ("edigeo-12202.zip", InputState.REFUSED)
    assert "zip est tronqué" in refused.message
    depot.sent.clear()
    fetch(store, depot.edigeo, format=EDIGEO)
    assert depot.sent != [], "it is fetched anew"


@pytest.mark.corpus
def test_the_sheets_of_a_commune(depot: Depot, store: str, shared: Path) -> None:
    def bundle(*sheets: str) -> None:
        with zipfile.ZipFile(depot.folder / "25354.zip", "w") as made:
            for sheet in sheets:
                name = f"edigeo-25354000{sheet}.tar.bz2"
                made.write(shared / "corpus" / "edigeo" / name, f"25354/{name}")

    bundle("AB01", "AK01")
    request = DownloadRequest("25354", store, EDIGEO, depot.edigeo)
    report = download_cadastre(request)
    assert (report.count(InputState.IMPORTED), report.objects()["cad_feuille"]) == (2, 2)
    bundle("AB01", "AK01", "ZB01")
    again = download_cadastre(request)
    assert (again.count(InputState.KNOWN), again.count(InputState.IMPORTED)) == (2, 1)
    assert again.changes["25354"].removed == ()
    assert len(again.changes["25354"].created) == again.objects()["cad_parcelle"]


def test_the_address_of_a_source_profile(depot: Depot, store: str, tmp_path: Path) -> None:
    profile = {
        "format": "smica-source-profile",
        "version": 1,
        "id": "syndicat",
        "title": "Syndicat",
        "level": "syndicate",
        "sources": [],
        "groups": [],
        "downloads": {"cadastre_etalab": depot.etalab},
    }
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(profile), encoding="utf-8")
    before = change_settings(source_profiles=(str(path),))
    try:
        assert before
        assert fetch(store, "").objects()["cad_parcelle"] == 20
    finally:
        change_settings(source_profiles=())


@pytest.mark.parametrize("format_", [ETALAB, EDIGEO])
def test_a_commune_that_the_server_does_not_have(depot: Depot, tmp_path: Path, format_: str) -> None:
    store = tmp_path / "base.gpkg"
    address = depot.etalab if format_ == ETALAB else depot.edigeo
    with pytest.raises(NetworkError, match=f"pas de cadastre {format_} pour « 12203 »") as raised:
        download_cadastre(DownloadRequest("12203", str(store), format_, address))
    assert raised.value.status == 404
    assert not store.exists()


def test_it_may_be_stopped(depot: Depot, store: str) -> None:
    class Stopped(SilentProgress):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        download_cadastre(DownloadRequest("12202", store, address=depot.etalab), Stopped())


@pytest.mark.parametrize(
    ("territory", "ending"),
    [
        ("12202", "/latest/geojson/communes/12/12202/cadastre-12202-parcelles.json.gz"),
        ("2A004", "/latest/geojson/communes/2A/2A004/cadastre-2A004-parcelles.json.gz"),
        ("97411", "/latest/geojson/communes/974/97411/cadastre-97411-parcelles.json.gz"),
        ("12", "/latest/geojson/departements/12/cadastre-12-parcelles.json.gz"),
        ("974", "/latest/geojson/departements/974/cadastre-974-parcelles.json.gz"),
    ],
)
def test_addresses(territory: str, ending: str) -> None:
    assert address_of(NATIONAL[ETALAB], ETALAB, territory, LATEST, "parcelles").endswith(ending)


def test_addresses_of_sheets() -> None:
    start = "https://cadastre.data.gouv.fr/bundler/pci-vecteur"
    assert address_of(NATIONAL[EDIGEO], EDIGEO, "12202") == f"{start}/communes/12202/edigeo"
    assert address_of(NATIONAL[EDIGEO], EDIGEO, "12") == f"{start}/departements/12/edigeo"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"territory": "Aubrelle"}, "ni une commune"),
        ({"territory": "../12"}, "ni une commune"),
        ({"millesime": "2025"}, "millésime"),
        ({"address": "file:///etc/{code}/{couche}"}, "http"),
        ({"address": "https://example.org/{code}"}, "contenir"),
        ({"format": EDIGEO, "address": "https://example.org/"}, "contenir {code}"),
        ({"format": EDIGEO, "address": NATIONAL[EDIGEO], "millesime": "2025-06-01"}, "dernier millésime"),
        ({"format": "dxf"}, "n'existe pas"),
    ],
)
def test_refusals(changes: dict[str, str], said: str) -> None:
    given = {"territory": "12202", "store": "", "address": NATIONAL[ETALAB], **changes}
    with pytest.raises(InvalidParameterError, match=said):
        download_cadastre(DownloadRequest(**given))  # type: ignore[arg-type]
