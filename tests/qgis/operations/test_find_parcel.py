"""The search of parcels: all that people type, over an invented cadastre; addresses from a server of the test."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.cadastre.parcel_parser import ParcelContext
from smica_qgis.core.errors import SmicaError
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.host.network import NetworkError
from smica_qgis.operations.find_parcel import Geocoding, HitKind, ParcelFinder
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from tests.qgis.made_cadastre import MadeCommune

AUBRELLE, BESSOL = "12202", "12203"


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:  # noqa: ARG001
    folder: Path = tmp_path_factory.mktemp("search")
    paths = [
        MadeCommune(AUBRELLE).write(folder / "a"),
        MadeCommune(BESSOL, column=5).write(folder / "b"),
    ]
    address = str(folder / "base.gpkg")
    import_cadastre(CadastreRequest(paths, address))
    with open_store(address) as opened:
        opened.execute("UPDATE cad_commune SET nom = 'Saint-Bessol-l''Église' WHERE insee = '12203'")
        yield opened


@pytest.fixture
def finder(store: Store) -> ParcelFinder:
    return ParcelFinder(store)


def found(finder: ParcelFinder, text: str, commune: str = "") -> list[tuple[str, ...]]:
    return [hit.parcels for hit in finder.find(text, ParcelContext(commune)) if hit.kind is HitKind.PARCELS]


@pytest.mark.parametrize(
    "text",
    [
        "122020000A0007",
        "1202020000A0007",
        "20241202020000A0007",
        "12202 A 7",
        "12202A7",
        "aubrelle a 7",
        "Aubrelle A7",
        "FR122020000A0007",
    ],
)
def test_written_forms(finder: ParcelFinder, text: str) -> None:
    assert found(finder, text) == [("122020000A0007",)]


def test_a_short_form_in_the_commune_chosen(finder: ParcelFinder) -> None:
    assert found(finder, "A 7", BESSOL) == [("122030000A0007",)]
    assert found(finder, "0000A0002A0004;", BESSOL) == [("122030000A0002", "122030000A0003", "122030000A0004")]
    assert found(finder, "202 000 0A 0007", AUBRELLE) == [("122020000A0007",)]


def test_a_short_form_without_commune_gives_all_that_are_called_so(finder: ParcelFinder) -> None:
    assert found(finder, "A 7") == [("122020000A0007",), ("122030000A0007",)]


def test_the_twelve_characters_of_edigeo_are_found_in_the_departments_of_the_cadastre(finder: ParcelFinder) -> None:
    assert found(finder, "202 000 0A 0007") == [("122020000A0007",)]
    assert found(finder, "202000ZZ0007") == []


def test_a_commune_that_is_written_holds_for_the_list(finder: ParcelFinder) -> None:
    assert found(finder, "12203 A 2, 3 ; A 4") == [("122030000A0002", "122030000A0003", "122030000A0004")]


def test_the_commune_may_be_named_without_accents(finder: ParcelFinder) -> None:
    for text in ("st bessol", "saint-bessol", "EGLISE bess", "12203"):
        (hit,) = finder.find(text)
        assert (hit.kind, hit.insee, hit.label) == (HitKind.COMMUNE, BESSOL, "Saint-Bessol-l'Église")
    assert found(finder, "saint bessol l'eglise A 3") == [("122030000A0003",)]


def test_what_is_not_in_the_cadastre_is_said(finder: ParcelFinder) -> None:
    hit, commune = finder.find("12202 A 99")
    assert (commune.kind, commune.insee) == (HitKind.COMMUNE, AUBRELLE)
    assert (hit.kind, hit.label) == (HitKind.NOTICE, "12202 A 99 n'est pas dans le cadastre chargé.")
    assert finder.find("xyzzy") == []
    assert finder.find("  ") == []


def test_step_by_step(finder: ParcelFinder) -> None:
    assert [hit.insee for hit in finder.communes()] == [AUBRELLE, BESSOL] or finder.communes()[0].label == "Aubrelle"
    (section,) = finder.sections(AUBRELLE)
    assert (section.label, section.section) == ("A", "122020000A")
    parcels = finder.parcels(section.section)
    assert [hit.label for hit in parcels[:3]] == ["A 1", "A 2", "A 3"]
    assert len(parcels) == 20
    box = finder.box_of(section)
    assert box is not None
    assert box[2] - box[0] == pytest.approx(200, abs=0.1)


class _Service(BaseHTTPRequestHandler):
    asked: list[dict[str, list[str]]]
    answer: bytes

    def do_GET(self) -> None:
        type(self).asked.append(parse_qs(urlsplit(self.path).query))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(type(self).answer)

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def service() -> Iterator[tuple[str, type[_Service]]]:
    handler = type("Service", (_Service,), {"asked": [], "answer": b""})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/search", handler
    server.shutdown()
    server.server_close()


def test_addresses_only_when_allowed_and_when_nothing_else_answers(
    store: Store, service: tuple[str, type[_Service]]
) -> None:
    address, handler = service
    feature = {
        "geometry": {"type": "Point", "coordinates": [2.57, 44.35]},
        "properties": {"label": "12 Rue du Bourg 12202 Aubrelle", "citycode": "12202", "score": 0.9},
    }
    handler.answer = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    assert ParcelFinder(store, Geocoding(False, address)).find("12 rue du Bourg") == []
    finder = ParcelFinder(store, Geocoding(True, address))
    assert found(finder, "12202 A 7") == [("122020000A0007",)]
    assert handler.asked == []
    (hit,) = finder.find("12 rue du Bourg", ParcelContext(AUBRELLE))
    assert (hit.kind, hit.label, hit.x, hit.y) == (HitKind.ADDRESS, "12 Rue du Bourg 12202 Aubrelle", 2.57, 44.35)
    assert handler.asked[0]["citycode"] == [AUBRELLE]


def test_a_service_that_says_something_else(store: Store, service: tuple[str, type[_Service]]) -> None:
    address, handler = service
    handler.answer = b"<html>maintenance</html>"
    with pytest.raises(SmicaError, match="autre chose"):
        ParcelFinder(store, Geocoding(True, address)).find("12 rue du Bourg")
    with pytest.raises(NetworkError):
        ParcelFinder(store, Geocoding(True, "http://127.0.0.1:9/search")).find("12 rue du Bourg")
