"""What the doctor sees without a server."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.source_profile.layer_doctor import (
    Cause,
    Diagnosis,
    LayerFacts,
    bare_address,
    examine,
    service_address,
    source_of,
)
from smica_qgis.core.source_profile.profile import Connection, SourceKind, SourceProfile
from smica_qgis.core.source_profile.reader import read_profile
from tests.unit.core.source_profile.made_profile import PARCELS, profile

WELL = LayerFacts(
    "l1", "Parcelles", SourceKind.WFS, url=PARCELS["url"], layer=PARCELS["layer"], crs="EPSG:2154", authcfg=""
)


def diagnosed(layer: LayerFacts, seen: SourceProfile, authcfg: str = "") -> list[Diagnosis]:
    return list(examine([layer], seen, lambda source: authcfg if source.login else ""))


def causes(layer: LayerFacts, seen: SourceProfile, authcfg: str = "") -> list[Cause]:
    return [cause for diagnosis in diagnosed(layer, seen, authcfg) for cause, _sentence in diagnosis.causes]


def test_a_layer_that_is_well() -> None:
    assert diagnosed(WELL, profile()) == []


def test_a_layer_that_nobody_knows_is_left_alone() -> None:
    assert diagnosed(replace(WELL, url="http://ailleurs.example.org/wfs"), profile()) == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"url": "http://maps.example.org/wfs"}, Cause.INSECURE_ADDRESS),
        ({"url": "https://old.example.org/wfs?"}, Cause.MOVED_SERVICE),
        ({"layer": "cadastre:parcelles_2019"}, Cause.RENAMED_LAYER),
        ({"crs": "EPSG:4326"}, Cause.WRONG_CRS),
        ({"has_password": True}, Cause.PASSWORD_IN_PROJECT),
    ],
)
def test_what_differs_from_the_profile(change: dict[str, object], cause: Cause) -> None:
    source = {
        **PARCELS,
        "former_urls": ["https://old.example.org/wfs"],
        "former_layers": ["cadastre:parcelles_2019"],
    }
    seen = profile(sources=[source])
    layer = replace(WELL, **change)  # type: ignore[arg-type]
    assert causes(layer, seen) == [cause]
    assert diagnosed(layer, seen)[0].source == seen.sources["cadastre.parcelle"]


def test_a_missing_login_only_once_one_is_bound() -> None:
    seen = profile(sources=[{**PARCELS, "login": "openig"}])
    assert causes(WELL, seen) == []
    assert causes(WELL, seen, "abc1234") == [Cause.MISSING_LOGIN]
    assert causes(replace(WELL, authcfg="abc1234"), seen, "abc1234") == []


def test_a_database_that_moved() -> None:
    source = {
        "id": "zones",
        "title": "Zones",
        "kind": "postgis",
        "connection": {"host": "nouveau", "database": "sig"},
        "table": "urba.zone",
    }
    old = LayerFacts("l", "Zones", SourceKind.POSTGIS, connection=Connection(host="ancien", database="sig"))
    layer = replace(old, table="urba.zone")
    [diagnosis] = diagnosed(layer, profile(sources=[source]))
    assert diagnosis.causes == ((Cause.MOVED_DATABASE, "La base a changé : ancien/sig → nouveau/sig."),)
    assert (
        causes(replace(layer, connection=Connection(host="nouveau", database="sig")), profile(sources=[source])) == []
    )


def test_a_file_that_is_gone_is_found_by_its_name() -> None:
    source = {"id": "z", "title": "Z", "kind": "geopackage", "path": "/partage/Zones.gpkg", "layer": "zone"}
    layer = LayerFacts(
        "l", "Z", SourceKind.GEOPACKAGE, layer="zone", path="P:\\sig\\zones.gpkg", valid=False, file_exists=False
    )
    [diagnosis] = diagnosed(layer, profile(sources=[source]))
    assert diagnosis.repairable
    [unknown] = diagnosed(replace(layer, path="/x/autres.gpkg"), profile(sources=[source]))
    assert not unknown.repairable


def test_what_a_layer_was_made_from_wins() -> None:
    layer = replace(WELL, url="https://x.example.org/", layer="y", source_id="cadastre.parcelle")
    found = source_of(layer, profile())
    assert found is not None
    assert found.id == "cadastre.parcelle"
    assert set(causes(layer, profile())) == {Cause.MOVED_SERVICE, Cause.RENAMED_LAYER}


def test_tiles_of_the_same_projection_are_preferred(repository: Path) -> None:
    path = repository / "smica_qgis" / "sources" / "fr_national.json"
    national = read_profile(path.read_bytes(), str(path))
    old = LayerFacts(
        "l",
        "Plan IGN",
        SourceKind.WMTS,
        url="https://wxs.ign.fr/essentiels/geoportail/wmts?SERVICE=WMTS&REQUEST=GetCapabilities",
        layer="GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2",
        crs="EPSG:3857",
    )
    [diagnosis] = diagnosed(old, national)
    assert diagnosis.source is not None
    assert diagnosis.source.id == "ign.plan"
    assert [cause for cause, _sentence in diagnosis.causes] == [Cause.MOVED_SERVICE]


def test_addresses_that_are_one() -> None:
    written = "https://H.example.org/wms/?SERVICE=WMS&map=a&VERSION=1.3.0&REQUEST=GetCapabilities"
    assert bare_address(written) == bare_address("http://h.example.org/wms?map=a")
    assert service_address(written) == "https://H.example.org/wms/?map=a"
    assert bare_address("http://[x") == "http://[x"
