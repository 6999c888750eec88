"""A profile is read whole, or all that is wrong is said with its line and its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.source_profile.errors import SourceProfileError
from smica_qgis.core.source_profile.hidden_secrets import secret_in_address, without_secrets
from smica_qgis.core.source_profile.profile import DOWNLOADS, Confidence, SourceKind
from smica_qgis.core.source_profile.reader import read_profile
from smica_qgis.core.source_profile.source_reader import _REQUIRED, _WITH_A_LAYER, allowed_keys
from tests.unit.core.source_profile.made_profile import PARCELS, document, profile, written


def faults(content: bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(SourceProfileError) as raised:
        read_profile(content, "profil.json")
    return [(fault.line, fault.path, fault.message) for fault in raised.value.faults]


def test_a_profile_says_what_it_has() -> None:
    read = profile()
    source = read.sources["cadastre.parcelle"]
    assert (source.kind, source.theme, source.layer) == (SourceKind.WFS, "cadastre", "cadastre:parcelle")
    assert source.territory == ("FR-12",)
    assert source.profile == "test"
    assert read.group_path(source) == ("Cadastre",)


def test_a_fault_names_the_line_and_the_place() -> None:
    text = written(sources=[{**PARCELS, "url": "ftp://x"}]).decode()
    line = next(i for i, row in enumerate(text.splitlines(), 1) if "ftp://x" in row)
    assert faults(text.encode()) == [(line, "sources[0].url", "une adresse http(s) est attendue")]


def test_the_message_is_for_a_person() -> None:
    with pytest.raises(
        SourceProfileError, match=r"profil\.json ne peut être lu : ligne \d+, sources\[0\] : la clé « ti"
    ):
        read_profile(written(sources=[{k: v for k, v in PARCELS.items() if k != "title"}]), "profil.json")


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"layr": "x"}, "sources[0].layr", "vouliez-vous dire « layer »"),
        ({"kind": "wsf"}, "sources[0].kind", "n'est pas une valeur connue"),
        ({"id": "Parcelle É"}, "sources[0].id", "minuscules"),
        ({"group": "plan"}, "sources[0].group", "« plan » n'est pas dans"),
        ({"theme": "plan"}, "sources[0].theme", "thème « plan »"),
        ({"crs": "2154"}, "sources[0].crs", "EPSG:2154"),
        ({"date": "mars 2026"}, "sources[0].date", "n'est pas une date"),
        ({"territory": ["Aveyron"]}, "sources[0].territory", "n'est pas un territoire"),
        ({"territory": [12]}, "sources[0].territory", "un texte est attendu"),
        ({"territory": "FR"}, "sources[0].territory", "une liste"),
        ({"page_size": -1}, "sources[0].page_size", "entier positif"),
        ({"page_size": True}, "sources[0].page_size", "entier positif"),
        ({"scale": {"most_detailed": 5000, "least_detailed": 500}}, "sources[0].scale.most_detailed", "dénominateur"),
        ({"url": "https://agent:x@maps.example.org/"}, "sources[0].url", "contient un secret"),
        ({"url": "https://maps.example.org/?apikey=x"}, "sources[0].url", "apikey="),
        ({"table": "a.b"}, "sources[0].table", "n'est pas connue ici"),
        ({"title": 3}, "sources[0].title", "texte entre guillemets"),
    ],
)
def test_what_is_wrong_with_a_source(change: dict[str, Any], place: str, words: str) -> None:
    found = faults(written(sources=[{**PARCELS, **change}]))
    assert [(path, words in message) for _line, path, message in found] == [(place, True)]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"format": "geojson"}, "format", "pas un profil"),
        ({"version": 2}, "version", "version 1"),
        ({"level": "planet"}, "level", "valeur connue"),
        ({"sources": [PARCELS, PARCELS]}, "sources[1].id", "déjà pris"),
        ({"sources": ["x"]}, "sources[0]", "un objet"),
        (
            {"logins": [{"id": "a", "title": "A", "authcfg": "secret!"}]},
            "logins[0].authcfg",
            "jamais un mot de passe",
        ),
        ({"logins": [{"id": "a", "title": "A", "password": "x"}]}, "logins[0].password", "n'est pas connue"),
        ({"source": []}, "source", "vouliez-vous dire « sources »"),
    ],
)
def test_what_is_wrong_with_a_document(change: dict[str, Any], place: str, words: str) -> None:
    found = faults(written(**change))
    assert (place, True) in [(path, words in message) for _line, path, message in found]


def test_groups_do_not_hold_themselves() -> None:
    groups = [{"id": "a", "title": "A", "parent": "b"}, {"id": "b", "title": "B", "parent": "a"}]
    assert [path for _line, path, _message in faults(written(groups=groups, sources=[]))] == [
        "groups[0].parent",
        "groups[1].parent",
    ]


def test_every_fault_is_said_at_once() -> None:
    bad = {**PARCELS, "crs": "x", "date": "y", "layr": "z"}
    assert len(faults(written(sources=[bad]))) == 3


def test_another_encoding_is_said_with_its_line() -> None:
    content = written().replace(b'"Parcelles"', '"Parcelles éteintes"'.encode("latin-1"))
    [(line, _path, message)] = faults(content)
    assert "UTF-8" in message
    assert b"Parcelles" in content.splitlines()[line - 1]


def test_a_broken_document_is_said_with_its_line() -> None:
    assert faults(b'{\n"format": \n')[0][0] == 3


@pytest.mark.parametrize("kind", list(SourceKind))
def test_a_source_without_what_its_kind_needs(kind: SourceKind) -> None:
    found = faults(written(sources=[{"id": "x", "title": "X", "kind": kind.value}]))
    assert [message for *_place, message in found] == [
        f"la clé « {key} » manque : une source « {kind.value} » en a besoin" for key in _REQUIRED[kind]
    ]


def test_a_connection_without_a_base() -> None:
    source = {"id": "x", "title": "X", "kind": "postgis", "connection": {"host": "h"}, "table": "a.b"}
    assert faults(written(sources=[source]))[0][1] == "sources[0].connection"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/partage/profils/smica.json", "/partage/profils/donnees/a.gpkg"),
        ("P:\\profils\\smica.json", "P:\\profils\\donnees\\a.gpkg"),
        ("https://smica.example.org/profils/smica.json", "https://smica.example.org/profils/donnees/a.gpkg"),
    ],
)
def test_files_are_beside_the_profile(location: str, expected: str) -> None:
    source = {"id": "x", "title": "X", "kind": "geopackage", "path": "donnees/a.gpkg", "layer": "a"}
    assert profile(location, sources=[source]).sources["x"].path == expected


@pytest.mark.parametrize("path", ["/a/b.gpkg", "\\\\serveur\\sig\\b.gpkg", "Z:\\b.gpkg"])
def test_absolute_paths_stay(path: str) -> None:
    source = {"id": "x", "title": "X", "kind": "geopackage", "path": path, "layer": "a"}
    assert profile("/profils/a.json", sources=[source]).sources["x"].path == path


@pytest.mark.parametrize(
    ("address", "secret"),
    [
        ("https://h/wms?map=a", ""),
        ("https://agent@h/wms", "identifiant:mot de passe@"),
        ("https://h/wms?TOKEN=abc&x=1", "TOKEN="),
        ("https://[h/", ""),
    ],
)
def test_secrets_of_addresses(address: str, secret: str) -> None:
    assert secret_in_address(address) == secret


def test_secrets_are_hidden_when_shown() -> None:
    assert without_secrets("https://u:p@h/a?b=1&apikey=zz&c=2") == "https://***@h/a?b=1&apikey=***&c=2"
    assert without_secrets("https://h/a?b=1") == "https://h/a?b=1"


def test_the_bundled_profiles(repository: Path) -> None:
    for file in (repository / "smica_qgis" / "sources").glob("*.json"):
        read = read_profile(file.read_bytes(), str(file))
        assert read.sources
        if file.name.startswith("exemple"):
            assert {source.confidence for source in read.sources.values()} == {Confidence.EXAMPLE}
        else:
            assert all(source.licence or source.is_service for source in read.sources.values())


def test_addresses_of_downloads() -> None:
    address = "https://miroir.example.org/{code}/{couche}.json.gz"
    read = read_profile(json.dumps(document(downloads={"cadastre_etalab": address})).encode())
    assert read.downloads == {"cadastre_etalab": address}


@pytest.mark.parametrize(
    ("downloads", "said"),
    [
        ({"cadastre_etalab": "https://miroir.example.org/{code}"}, "{couche}"),
        ({"cadastre_edigeo": "file:///partage/{code}"}, "http"),
        ({"cadastre_edigeo": "https://moi:secret@example.org/{code}"}, "secret"),
        ({"cadastre_dxf": "https://example.org/{code}"}, "cadastre_dxf"),
    ],
)
def test_wrong_addresses_of_downloads(downloads: dict[str, str], said: str) -> None:
    ((_, path, message),) = faults(json.dumps(document(downloads=downloads)).encode())
    assert path.startswith("downloads")
    assert said in path + message


def test_the_published_schema_says_the_same(repository: Path) -> None:
    schema = json.loads((repository / "docs" / "reference" / "source_profile.schema.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]["downloads"]["properties"]) == set(DOWNLOADS)
    kinds = {kind["title"]: kind for kind in schema["$defs"]["source"]["oneOf"]}
    assert set(kinds) == {kind.value for kind in SourceKind}
    for kind in SourceKind:
        published = kinds[kind.value]
        assert set(published["properties"]) == set(allowed_keys(kind))
        assert published["required"] == ["id", "title", "kind", *_REQUIRED[kind]]
        assert published.get("dependentRequired", {}).get("layer", []) == list(_WITH_A_LAYER.get(kind, ()))


def test_the_schema_accepts_what_the_reader_accepts(repository: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((repository / "docs" / "reference" / "source_profile.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for file in (repository / "smica_qgis" / "sources").glob("*.json"):
        assert list(validator.iter_errors(json.loads(file.read_text(encoding="utf-8")))) == []
    assert list(validator.iter_errors(document())) == []
    assert list(validator.iter_errors(document(sources=[{**PARCELS, "layr": "x"}])))
