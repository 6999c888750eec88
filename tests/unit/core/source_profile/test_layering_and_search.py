"""Profiles over one another; finding what one looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from smica_qgis.core.source_profile.folding import folded_words
from smica_qgis.core.source_profile.layering import layered
from smica_qgis.core.source_profile.profile import SourceProfile
from smica_qgis.core.source_profile.reader import read_profile
from smica_qgis.core.source_profile.search import SourceQuery, find_sources
from smica_qgis.core.source_profile.territories import concerns, containers, is_territory
from tests.unit.core.source_profile.made_profile import PARCELS, profile


@pytest.fixture(scope="module")
def bundled(repository: Path) -> SourceProfile:
    files = ("fr_national", "fr_occitanie_openig", "exemple_syndicat_postgis")
    paths = [repository / "smica_qgis" / "sources" / f"{name}.json" for name in files]
    return layered([read_profile(path.read_bytes(), str(path)) for path in paths]).profile


def test_a_later_profile_replaces_by_id() -> None:
    own = {**PARCELS, "title": "Parcelles du syndicat", "url": "https://smica.example.org/wfs"}
    seen = layered([profile(), profile(id="commune", sources=[own])])
    assert [(s.title, s.profile) for s in seen.profile.sources.values()] == [("Parcelles du syndicat", "commune")]
    assert seen.profile.id == "commune"


def test_a_later_profile_says_where_to_download() -> None:
    etalab, edigeo = "https://a.example.org/{code}/{couche}", "https://b.example.org/{code}"
    below = profile(downloads={"cadastre_etalab": etalab, "cadastre_edigeo": etalab})
    seen = layered([below, profile(id="commune", downloads={"cadastre_edigeo": edigeo})]).profile
    assert seen.downloads == {"cadastre_etalab": etalab, "cadastre_edigeo": edigeo}


def test_a_later_profile_removes() -> None:
    seen = layered([profile(), profile(id="commune", sources=[], groups=[], remove=["cadastre.parcelle", "absent"])])
    assert seen.profile.sources == {}
    assert [note for note in seen.notes if "« absent »" in note]
    assert len(seen.notes) == 1


def test_a_group_goes_with_what_it_holds() -> None:
    groups = [{"id": "cadastre", "title": "C"}, {"id": "plan", "title": "P", "parent": "cadastre"}]
    below = profile(groups=groups, sources=[{**PARCELS, "group": "plan"}])
    above = profile(id="commune", groups=[], sources=[], remove=["cadastre"])
    seen = layered([below, above]).profile
    assert (seen.groups, seen.sources) == ({}, {})


def test_what_a_profile_removes_it_may_write_anew() -> None:
    seen = layered([profile(), profile(id="commune", remove=["cadastre"])]).profile
    assert list(seen.sources) == ["cadastre.parcelle"]


def test_a_login_that_nobody_describes_is_said() -> None:
    assert "« openig »" in layered([profile(sources=[{**PARCELS, "login": "openig"}])]).notes[0]


def test_nothing_layered_is_nothing() -> None:
    assert layered([]).profile.sources == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [("L'Œuvre d'Été", ("l", "oeuvre", "d", "ete")), ("PCI-Vecteur  2026", ("pci", "vecteur", "2026")), ("…", ())],
)
def test_folded_words(text: str, words: tuple[str, ...]) -> None:
    assert folded_words(text) == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("PARCELLES wfs", "cadastre.wfs.parcelle"),
        ("reseau eau", "smica.reseau_eaux_usees"),
        ("réseaux usées", "smica.reseau_eaux_usees"),
        ("zonage", "gpu.wfs.zone_urba"),
        ("assiettes surfaciques", "gpu.wfs.assiette_sup_s"),
        ("inondation ppr", "georisques.ppri"),
        ("SUP lineaire gen", "gpu.wfs.generateur_sup_l"),
    ],
)
def test_search(bundled: SourceProfile, text: str, first: str) -> None:
    assert find_sources(bundled, SourceQuery(text))[0].id == first


def test_all_the_words_are_wanted(bundled: SourceProfile) -> None:
    assert find_sources(bundled, SourceQuery("parcelles xyzzy")) == ()


def test_a_short_word_only_begins_words(bundled: SourceProfile) -> None:
    titles = {s.id for s in find_sources(bundled, SourceQuery("ud"))}
    assert titles == set()


def test_filters(bundled: SourceProfile) -> None:
    assert {s.theme for s in find_sources(bundled, SourceQuery(themes=("risques",)))} == {"risques"}
    paris = {s.badge for s in find_sources(bundled, SourceQuery(territory="75056"))}
    millau = {s.badge for s in find_sources(bundled, SourceQuery(territory="12145"))}
    assert {"SMICA", "OPenIG"} & paris == set()
    assert {"SMICA", "OPenIG", "IGN"} <= millau


def test_containers() -> None:
    assert containers("12202") == ("12202", "FR-12", "FR-OCC", "FR")
    assert containers("2A004") == ("2A004", "FR-2A", "FR-20R", "FR")
    assert containers("97411") == ("97411", "FR-974", "FR")
    assert containers("FR-12") == ("FR-12", "FR-OCC", "FR")
    assert containers("241200567") == ("241200567", "FR")
    assert containers("FR") == ("FR",)


def test_concerns() -> None:
    assert concerns(("12202",), "FR-OCC")
    assert not concerns(("12202",), "FR-48")
    assert concerns((), "FR-48")
    assert concerns(("FR-48",), "")


@pytest.mark.parametrize(("code", "written"), [("FR-12", True), ("12202", True), ("2A004", True), ("12", False)])
def test_codes(code: str, written: bool) -> None:  # noqa: FBT001
    assert is_territory(code) is written
