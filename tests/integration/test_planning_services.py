"""The parcel sheet from real WFS servers, against the same plan read from the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import LoadedProfiles
from smica_qgis.core.parcel.national_tables import NATIONAL_TABLES
from smica_qgis.core.parcel.rules import Shape, Theme
from smica_qgis.core.parcel.sheet import ParcelSheet
from smica_qgis.core.parcel.sheet_text import sheet_text
from smica_qgis.database.open_store import open_store
from smica_qgis.operations.describe_parcels import DescribedParcels, ParcelRequest, describe_parcels
from smica_qgis.operations.open_catalogue import Catalogue
from tests.corpus.real_plan import fill
from tests.integration.planning_services import CAP, EASEMENT, PlanningServices, start_planning_services
from tests.unit.core.source_profile.made_profile import profile

pytestmark = [pytest.mark.network, pytest.mark.corpus, pytest.mark.usefixtures("qgis_app")]
LEAST = 0.01
PLANNING = (Theme.ZONING, Theme.PRESCRIPTION, Theme.INFORMATION)


@pytest.fixture(scope="module")
def services(qgis_app: QgsApplication, shared: Path) -> Iterator[PlanningServices]:  # noqa: ARG001
    started = start_planning_services(shared / "corpus")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    folder = tmp_path_factory.mktemp("albert")
    address = str(folder / "base.gpkg")
    with open_store(address) as opened:
        fill(opened, shared / "corpus", folder)
        opened.refresh_statistics()
    return address


def catalogue(folder: Path, services: PlanningServices, **urls: str) -> Catalogue:
    """Open a profile with the national types. urls: of some of them, by name, elsewhere."""
    sources = [
        {
            "id": f"gpu.wfs.{name}",
            "title": name,
            "kind": "wfs",
            "group": "u",
            "url": urls.get(name, services.du if prefix == "wfs_du" else services.sup),
            "layer": f"{prefix}:{name}" if urls.get(name) != services.older else name,
            "crs": "EPSG:2154",
            "page_size": 5000,
        }
        for name, prefix in [*((t.name, t.prefix) for t in NATIONAL_TABLES), ("municipality", "wfs_du")]
    ]
    seen = profile(groups=[{"id": "u", "title": "Urbanisme", "theme": "urbanisme"}], logins=[], sources=sources)
    return Catalogue(LoadedProfiles(seen, ()), {}, KeptCopies(folder / "copies"), 15_000)


def named_lines(described: DescribedParcels) -> set[str]:
    """Return the linear rules that are told of any parcel."""
    lines = (line for sheet in described.sheets for line in sheet.lines if line.rule.shape is Shape.LINE)
    return {f"{line.rule.code} {line.rule.label} {line.rule.text}" for line in lines}


def measures(sheet: ParcelSheet) -> dict[tuple[object, ...], float]:
    """What a sheet says of the plan, without where it was read.

    Not what the digits of a text make of an edge: nothing below a square decimetre, no line that runs along one.
    """
    found: dict[tuple[object, ...], float] = {}
    for line in sheet.lines:
        rule = line.rule
        if rule.theme in PLANNING and rule.shape is not Shape.LINE and line.value >= LEAST:
            key = (rule.theme, rule.shape, rule.code, rule.subcode, rule.label, rule.text, rule.piece)
            found[key] = found.get(key, 0.0) + line.value
    return found


def test_a_commune_from_a_capped_server_is_what_the_store_says(
    services: PlanningServices, store: str, tmp_path: Path
) -> None:
    asked = ParcelRequest("80016", store=store, catalogue=catalogue(tmp_path, services))
    from_service = describe_parcels(asked)
    from_store = describe_parcels(ParcelRequest("80016", store=store))
    print(f"\n6 394 parcels, WFS: {from_service.seconds}")  # noqa: T201
    assert not from_service.notes
    objects = {name for sheet in from_service.sheets for line in sheet.of(Theme.PRESCRIPTION) for name in line.objects}
    assert len(objects) > CAP, "more than one page"
    for mine, known in zip(from_service.sheets, from_store.sheets):
        assert measures(mine) == pytest.approx(measures(known), abs=1e-2), mine.unit.key
    assert named_lines(from_service) == named_lines(from_store) != set()


def test_one_parcel(services: PlanningServices, store: str, tmp_path: Path) -> None:
    asked = ParcelRequest("80016 AB 12", store=store, catalogue=catalogue(tmp_path, services))
    sheet = describe_parcels(asked).sheets[0]
    again = describe_parcels(asked)
    print(f"\none parcel, WFS: {again.seconds}")  # noqa: T201
    assert sheet.zoned_share == pytest.approx(1, abs=0.01)
    document = sheet.of(Theme.ZONING)[0].rule.document
    assert (document.date, document.status) == ("2020-11-09", "")
    assert "wfs_du:zone_urba" in document.origin
    (easement,) = sheet.of(Theme.EASEMENT)
    assert (easement.rule.code, easement.rule.label, easement.rule.piece) == ("AC1", EASEMENT, "a1.pdf#page=2")
    missing = {table.theme for table in sheet.missing}
    assert not missing & {*PLANNING, Theme.EASEMENT}


def test_qgis_server_that_speaks_an_older_version(services: PlanningServices, store: str, tmp_path: Path) -> None:
    elsewhere = catalogue(tmp_path, services, zone_urba=services.older)
    sheet = describe_parcels(ParcelRequest("80016 AB 12", store=store, catalogue=elsewhere)).sheets[0]
    known = describe_parcels(ParcelRequest("80016 AB 12", store=store)).sheets[0]
    zones = {line.rule.label: line.value for line in sheet.of(Theme.ZONING, certain=True)}
    assert zones == pytest.approx(
        {line.rule.label: line.value for line in known.of(Theme.ZONING, certain=True)}, rel=1e-4
    )


@pytest.mark.parametrize(
    ("where", "said"),
    [("du_login", "demande de s'identifier"), ("portal", "page web au lieu du service"), ("down", "ne répond pas")],
)
def test_what_cannot_be_read_is_not_loaded(
    services: PlanningServices, store: str, tmp_path: Path, where: str, said: str
) -> None:
    address = "http://127.0.0.1:9/wfs" if where == "down" else getattr(services, where)
    broken = catalogue(tmp_path, services, zone_urba=address, prescription_lin=address)
    described = describe_parcels(ParcelRequest("80016 AB 12", store=store, catalogue=broken))
    (sheet,) = described.sheets
    assert not sheet.is_loaded(Theme.ZONING)
    reasons = {(table.theme, table.shape): table.reason for table in sheet.missing}
    assert said in reasons[Theme.ZONING, None]
    assert said in reasons[Theme.PRESCRIPTION, Shape.LINE]
    assert "Lignes : non chargées." in sheet.remarks(Theme.PRESCRIPTION)
    assert any("2 tables sur 11 n'ont pas été lues, ne rien en conclure" in note for note in described.notes)
    assert "ZONAGE\n" not in sheet_text(sheet)
