"""Planning rules from a WFS that behaves, or not: what cannot be read whole is not loaded, never empty."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject
from werkzeug import Request, Response

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.core.errors import CancelledError
from smica_qgis.core.parcel.national_tables import NATIONAL_TABLES
from smica_qgis.core.parcel.rules import Shape, Theme
from smica_qgis.core.parcel.sheet import ParcelSheet
from smica_qgis.core.progress import SilentProgress
from smica_qgis.operations.describe_parcels import DescribedParcels, ParcelRequest, describe_parcels
from smica_qgis.operations.open_catalogue import Catalogue
from tests.qgis.connectors.service_answers import PAGE, WFS
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST
from tests.qgis.made_planning import made_store
from tests.unit.core.source_profile.made_profile import profile

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]
AREA = SIDE * SIDE
Answer = Callable[[Request], Response]


@pytest.fixture(scope="module")
def store(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    return made_store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def httpserver() -> Any:  # noqa: ANN401
    with HTTPServer(threaded=True) as server:
        yield server


def ground(east: float = 1.0) -> QgsGeometry:
    """Return a part of parcel A 1, in columns of the grid."""
    x, y = WEST + east * SIDE, SOUTH + SIDE
    ring = f"{WEST} {SOUTH}, {x} {SOUTH}, {x} {y}, {WEST} {y}, {WEST} {SOUTH}"
    return QgsGeometry.fromWkt(f"POLYGON(({ring}))")


def feature(identifier: str, geometry: QgsGeometry | None = None, **properties: object) -> dict[str, Any]:
    shape = json.loads((geometry or ground()).asJson(9))
    return {"type": "Feature", "id": identifier, "properties": properties, "geometry": shape}


ZONE = feature("zone.1", libelle="UA", typezone="U", idurba="12202_PLU_20240115", gpu_status="document.production")


class Service:
    """A WFS. tables: objects by type; broken: by type, what is answered instead; asked: types, as they are asked."""

    def __init__(self, **tables: list[dict[str, Any]]) -> None:
        self.tables = tables
        self.broken: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.boxes: set[str] = set()
        self.announced = 0
        self.stands_still = False

    def answer(self, request: Request) -> Response:
        asked = {key.upper(): value for key, value in request.args.items()}
        if asked["REQUEST"] == "GetCapabilities":
            self.asked.append("capabilities")
            return Response(WFS)
        name = asked["TYPENAMES"].rpartition(":")[2]
        self.asked.append(name)
        self.boxes.add(asked["BBOX"])
        if name in self.broken:
            return self.broken[name](request)
        objects = self.tables.get(name, [])
        if asked.get("RESULTTYPE") == "hits":
            count = len(objects) + self.announced
            xml = f'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="{count}"/>'
            return Response(xml)
        first = 0 if self.stands_still else int(asked["STARTINDEX"])
        return Response(json.dumps({"features": objects[first : first + int(asked["COUNT"])]}))


def catalogue(httpserver: HTTPServer, folder: Path, service: Service, **options: Any) -> Catalogue:  # noqa: ANN401
    """Open a profile whose national types are at a server. options: without, login: types."""
    httpserver.expect_request("/wfs").respond_with_handler(service.answer)
    sources = [
        {
            "id": f"gpu.wfs.{name}", "title": name, "kind": "wfs", "group": "u", "url": httpserver.url_for("/wfs"),
            "layer": f"{prefix}:{name}", "page_size": options.get("page_size", 100),
            **({"login": "syndicat"} if name in options.get("login", ()) else {}),
        }
        for name, prefix in [*((t.name, t.prefix) for t in NATIONAL_TABLES), ("municipality", "wfs_du")]
        if name not in options.get("without", ())
    ]  # fmt: skip
    groups = [{"id": "u", "title": "Urbanisme", "theme": "urbanisme"}]
    seen = profile(groups=groups, logins=[{"id": "syndicat", "title": "Compte"}], sources=sources)
    return Catalogue(LoadedProfiles(seen, ()), {}, KeptCopies(folder / "copies"), options.get("timeout_ms", 5_000))


def described(store: str, asked: Catalogue, parcel: str = "12202 A 1") -> DescribedParcels:
    return describe_parcels(ParcelRequest(parcel, store=store, catalogue=asked))


def reasons(sheet: ParcelSheet) -> dict[tuple[Theme, Shape | None], str]:
    return {(table.theme, table.shape): table.reason for table in sheet.missing}


def test_the_service_takes_the_place_of_the_store(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    easement = feature("a.1", suptype="ac1", nomsuplitt="Église", partition="172014607_SUP_12_AC1")
    service = Service(zone_urba=[ZONE], assiette_sup_s=[easement])
    found = described(store, catalogue(httpserver, tmp_path, service))
    (sheet,) = found.sheets
    (zone,) = sheet.of(Theme.ZONING)
    assert (zone.rule.label, zone.value) == ("UA", pytest.approx(AREA, abs=0.01))
    assert (zone.rule.document.date, zone.rule.document.title) == ("2024-01-15", "12202_PLU_20240115")
    assert not sheet.of(Theme.PRESCRIPTION), "those of the store are not told"
    assert sheet.remarks(Theme.PRESCRIPTION) == ["Rien sur ce terrain dans ce qui est chargé."]
    (line,) = sheet.of(Theme.EASEMENT)
    assert (line.rule.code, line.rule.meaning) == ("AC1", "Monuments historiques et leurs abords")
    assert not found.notes
    (box,) = service.boxes
    assert box.endswith("urn:ogc:def:crs:EPSG::2154")
    west, south = (float(part) for part in box.split(",")[:2])
    assert (west, south) == (pytest.approx(WEST - 1), pytest.approx(SOUTH - 1)), "what is beside is asked too"
    assert service.asked.count("capabilities") == 1
    described(store, catalogue(httpserver, tmp_path, service))
    assert service.asked.count("capabilities") == 1, "what a server speaks is kept"


def test_degrees_are_understood(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    moved = ground()
    systems = [QgsCoordinateReferenceSystem(code) for code in ("EPSG:2154", "OGC:CRS84")]
    moved.transform(QgsCoordinateTransform(*systems, QgsProject.instance()))
    zone = {**ZONE, "geometry": json.loads(moved.asJson(12))}
    (sheet,) = described(store, catalogue(httpserver, tmp_path, Service(zone_urba=[zone]))).sheets
    assert sheet.of(Theme.ZONING)[0].value == pytest.approx(AREA, rel=1e-3)


def test_objects_that_are_all_elsewhere_are_not_nothing(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    away = ground()
    away.translate(500_000, 0)
    zone = {**ZONE, "geometry": json.loads(away.asJson(3))}
    (sheet,) = described(store, catalogue(httpserver, tmp_path, Service(zone_urba=[zone]))).sheets
    assert "ailleurs" in reasons(sheet)[Theme.ZONING, None]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response(PAGE), "page web au lieu du service"),
        (Response("non", 401), "demande de s'identifier"),
        (Response("panne", 500), "en panne"),
        (Response("{}"), "incorrect"),
    ],
)
def test_a_server_that_does_not_answer_well(
    httpserver: HTTPServer, store: str, tmp_path: Path, answer: Response, said: str
) -> None:
    service = Service(zone_urba=[ZONE])
    service.broken["info_surf"] = lambda _request: answer
    found = described(store, catalogue(httpserver, tmp_path, service))
    (sheet,) = found.sheets
    reason = reasons(sheet)[Theme.INFORMATION, Shape.SURFACE]
    assert said in reason
    assert "Surfaces : non chargées." in sheet.remarks(Theme.INFORMATION)
    assert any("ne rien en conclure" in note for note in found.notes)
    assert sheet.of(Theme.ZONING), "the rest is there"


def test_a_server_that_is_down_is_not_asked_ten_times(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    service = Service()
    asked = catalogue(httpserver, tmp_path, service, timeout_ms=400)
    described(store, asked)  # what it speaks is known
    service.asked.clear()

    def hang(_request: Request) -> Response:
        time.sleep(2)
        return Response("")

    service.broken = {table.name: hang for table in NATIONAL_TABLES}
    clock = time.monotonic()
    found = described(store, asked)
    assert time.monotonic() - clock < 5
    assert len(service.asked) < 10
    assert {table.theme for table in found.sheets[0].missing} == set(Theme)
    assert "n'a pas répondu dans le délai" in found.notes[0]
    assert not found.sheets[0].lines


def test_pages_that_do_not_hold_all_that_was_announced(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    service = Service(zone_urba=[ZONE])
    service.announced = 3
    found = described(store, catalogue(httpserver, tmp_path, service))
    assert "1 objets reçus sur 4 annoncés" in reasons(found.sheets[0])[Theme.ZONING, None]
    assert not found.sheets[0].of(Theme.ZONING)


def test_pages_that_come_back(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    zones = [{**ZONE, "id": f"zone.{number}"} for number in range(6)]
    service = Service(zone_urba=zones)
    service.stands_still = True
    found = described(store, catalogue(httpserver, tmp_path, service, page_size=2))
    assert "deux fois les mêmes objets" in reasons(found.sheets[0])[Theme.ZONING, None]


def test_zones_are_loaded_when_both_of_their_tables_are(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    service = Service(zone_urba=[ZONE])
    service.broken["secteur_cc"] = lambda _request: Response("", 404)
    (sheet,) = described(store, catalogue(httpserver, tmp_path, service)).sheets
    assert sheet.of(Theme.ZONING), "what came is shown"
    assert not sheet.is_loaded(Theme.ZONING)
    assert sheet.remarks(Theme.ZONING) == ["Surfaces : non chargées."]


def test_a_commune_under_national_rules(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    service = Service(municipality=[feature("m", insee="12202", name="AUBRELLE", is_rnu=True)])
    found = described(store, catalogue(httpserver, tmp_path, service))
    assert any("AUBRELLE (12202)" in note and "règlement national" in note for note in found.notes)
    planned = Service(municipality=[feature("m", insee="12202", name="AUBRELLE", is_rnu=True)], zone_urba=[ZONE])
    described(store, catalogue(httpserver, tmp_path, planned))
    assert "municipality" not in planned.asked, "asked only when there is no zone"


def test_what_the_profile_lacks_or_wants_a_login_for(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    asked = catalogue(httpserver, tmp_path, Service(zone_urba=[ZONE]), without=("info_lin",), login=("info_pct",))
    told = reasons(described(store, asked).sheets[0])
    assert "n'a pas de source pour wfs_du:info_lin" in told[Theme.INFORMATION, Shape.LINE]
    assert "compte « syndicat »" in told[Theme.INFORMATION, Shape.POINT]
    assert (Theme.INFORMATION, Shape.SURFACE) not in told


def test_a_table_of_other_fields(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    service = Service(zone_urba=[ZONE], prescription_surf=[feature("p", nom="x")])
    told = reasons(described(store, catalogue(httpserver, tmp_path, service)).sheets[0])
    assert "n'a pas les champs attendus" in told[Theme.PRESCRIPTION, Shape.SURFACE]


class Counting(SilentProgress):
    """Stops after so many looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks
        self.steps: list[int] = []

    def advance(self, done: int) -> None:
        self.steps.append(done)

    def cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def test_progress_and_cancel(httpserver: HTTPServer, store: str, tmp_path: Path) -> None:
    asked = catalogue(httpserver, tmp_path, Service(zone_urba=[ZONE]))
    patient = Counting(10_000)
    request = ParcelRequest("12202 A 1", store=store, catalogue=asked)
    describe_parcels(request, patient)
    assert patient.steps[: len(NATIONAL_TABLES)] == list(range(1, len(NATIONAL_TABLES) + 1))
    with pytest.raises(CancelledError):
        describe_parcels(request, Counting(4))
