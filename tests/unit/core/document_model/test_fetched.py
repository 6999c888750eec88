"""Fetched models: their manifest, their place in front of the bundled ones, and no silence when they are spoilt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from smica_qgis.core.document_model.fetched import FORMER, MANIFEST, FetchedRegistry, standards_at_hand
from smica_qgis.core.document_model.registry import Registry, bundled_registry, load_model
from smica_qgis.core.errors import InvalidModelError, InvalidParameterError
from tests.unit.made_standards import ADDRESS, NAME, contents, keep_fetched, write_models


def test_a_model_is_read_as_from_where_it_came(tmp_path: Path) -> None:
    keep_fetched(tmp_path)
    model = FetchedRegistry(tmp_path).load(NAME.upper())
    assert model.name == NAME
    assert model.source.location == ADDRESS.replace("{name}", NAME)
    assert (model.source.origin, model.source.date) == ("fetched", "2026-11-24T08:00:00+00:00")
    assert str(tmp_path) not in repr(model.source)


def test_it_is_the_same_wherever_it_is_kept(tmp_path: Path) -> None:
    sources = [FetchedRegistry(keep_fetched(tmp_path / user).parent).load(NAME).source for user in ("a", "b")]
    assert sources[0] == sources[1]


@pytest.mark.parametrize("form", ["folder", "file"])
def test_by_its_path_it_still_says_where_it_came_from(tmp_path: Path, form: str) -> None:
    place = keep_fetched(tmp_path)
    model = load_model(str(place if form == "folder" else place / "files.json"))
    assert (model.source.origin, model.source.location) == ("fetched", ADDRESS.replace("{name}", NAME))


def test_names_are_merged_and_the_fetched_one_wins(tmp_path: Path) -> None:
    bundled = Registry(write_models(tmp_path / "bundled", NAME, "cnig_CC_2022", length=10))
    keep_fetched(tmp_path / "fetched", length=20)
    keep_fetched(tmp_path / "fetched", "cnig_PLU_2030")
    standards = standards_at_hand(bundled, str(tmp_path / "fetched"))
    assert standards.names() == ("cnig_CC_2022", NAME, "cnig_PLU_2030")
    table = standards.load(NAME.lower()).files[1].table
    assert table is not None
    assert table.columns[0].max_length == 20
    assert standards.load("cnig_CC_2022").source.origin == "bundled"
    assert standards.load("cnig_PLU_2030").source.origin == "fetched"


def test_without_a_folder_there_are_the_bundled_ones() -> None:
    assert standards_at_hand(bundled_registry(), "") is bundled_registry()


def test_a_folder_that_does_not_exist_holds_none(tmp_path: Path) -> None:
    standards = standards_at_hand(bundled_registry(), str(tmp_path / "nowhere"))
    assert standards.names() == bundled_registry().names()
    with pytest.raises(InvalidParameterError, match="cnig_PLU_1999"):
        standards.load("cnig_PLU_1999")


def spoil_a_file(place: Path) -> None:
    (place / "types" / "ZONE_URBA.json").write_bytes(contents(length=99)["types/ZONE_URBA.json"])


def lose_a_file(place: Path) -> None:
    (place / "codes" / "ListeTypezone.csv").unlink()


def lose_the_manifest(place: Path) -> None:
    (place / MANIFEST).unlink()


def spoil_the_manifest(place: Path) -> None:
    (place / MANIFEST).write_bytes(b"{")


def leave_the_folder(place: Path) -> None:
    manifest = json.loads((place / MANIFEST).read_bytes())
    manifest["files"][0]["name"] = "../elsewhere.json"
    (place / MANIFEST).write_text(json.dumps(manifest))


def take_another_name(place: Path) -> None:
    manifest = json.loads((place / MANIFEST).read_bytes())
    manifest["name"] = "cnig_CC_2022"
    (place / MANIFEST).write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    "spoil", [spoil_a_file, lose_a_file, lose_the_manifest, spoil_the_manifest, leave_the_folder, take_another_name]
)
def test_a_spoilt_model_is_an_error_never_the_bundled_one(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    place = keep_fetched(tmp_path)
    standards = standards_at_hand(bundled_registry(), str(tmp_path))
    standards.load(NAME)
    spoil(place)
    if spoil in (spoil_a_file, lose_a_file):
        # what was read with the same manifest, in this process, is what was fetched
        assert standards.load(NAME).source.origin == "fetched"
        place.rename(tmp_path / "elsewhere")
        (tmp_path / "other").mkdir()
        (tmp_path / "elsewhere").rename(tmp_path / "other" / NAME)
        standards = standards_at_hand(bundled_registry(), str(tmp_path / "other"))
    with pytest.raises(InvalidModelError, match="ne peut être utilisé") as raised:
        standards.load(NAME)
    assert NAME in raised.value.message


def test_a_new_manifest_is_seen_at_once(tmp_path: Path) -> None:
    registry = FetchedRegistry(tmp_path)
    keep_fetched(tmp_path)
    before = registry.load(NAME).source
    keep_fetched(tmp_path, length=12, day="2026-12-01T08:00:00+00:00")
    after = registry.load(NAME).source
    assert after.date == "2026-12-01T08:00:00+00:00"
    assert after.sha256 != before.sha256
    assert registry.last_checked() == "2026-12-01T08:00:00+00:00"


def test_one_that_an_update_was_killed_over_is_found_aside(tmp_path: Path) -> None:
    keep_fetched(tmp_path / FORMER)
    registry = FetchedRegistry(tmp_path)
    assert registry.names() == (NAME,)
    assert registry.load(NAME).name == NAME
