"""Where profiles come from, and what is used when they cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from smica_qgis.connectors.catalogue.kept_copies import KeptCopies
from smica_qgis.connectors.catalogue.profile_sources import BUNDLED, load_profiles
from smica_qgis.host.authenticated_session import AuthenticatedSession
from tests.unit.core.source_profile.made_profile import PARCELS, written

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("qgis_app")]


def test_the_bundled_ones(copies: KeptCopies) -> None:
    loaded = load_profiles(BUNDLED, copies, None)
    assert loaded.notes == ()
    assert {"ign.plan.l93", "openig.mapcache"} <= set(loaded.profile.sources)


def test_a_file_laid_over(copies: KeptCopies, tmp_path: Path) -> None:
    own = tmp_path / "commune.json"
    own.write_bytes(written(level="commune", remove=["ign.plan"]))
    loaded = load_profiles((*BUNDLED, str(own)), copies, None)
    assert "ign.plan" not in loaded.profile.sources
    assert loaded.profile.sources["cadastre.parcelle"].profile == "test"


def test_an_address_is_kept_for_when_it_is_down(
    httpserver: HTTPServer, session: AuthenticatedSession, copies: KeptCopies
) -> None:
    httpserver.expect_ordered_request("/p.json").respond_with_data(written())
    httpserver.expect_ordered_request("/p.json").respond_with_data("en panne", status=500)
    address = httpserver.url_for("/p.json")
    first = load_profiles([address], copies, session)
    assert first.states[0].trouble == ""
    again = load_profiles([address], copies, session)
    assert again.profile.sources == first.profile.sources
    assert "en panne" in again.states[0].trouble
    assert again.states[0].date == first.states[0].date


def test_off_line_the_copy_is_used(httpserver: HTTPServer, session: AuthenticatedSession, copies: KeptCopies) -> None:
    httpserver.expect_request("/p.json").respond_with_data(written())
    address = httpserver.url_for("/p.json")
    load_profiles([address], copies, session)
    assert list(load_profiles([address], copies, None).profile.sources) == ["cadastre.parcelle"]


def test_a_profile_that_became_wrong_does_not_replace_the_good_one(
    httpserver: HTTPServer, session: AuthenticatedSession, copies: KeptCopies
) -> None:
    httpserver.expect_ordered_request("/p.json").respond_with_data(written())
    httpserver.expect_ordered_request("/p.json").respond_with_data(written(sources=[{**PARCELS, "layr": 1}]))
    address = httpserver.url_for("/p.json")
    load_profiles([address], copies, session)
    again = load_profiles([address], copies, session)
    assert list(again.profile.sources) == ["cadastre.parcelle"]
    assert "layr" in again.states[0].trouble


def test_one_that_cannot_be_read_does_not_hide_the_others(copies: KeptCopies, tmp_path: Path) -> None:
    loaded = load_profiles((str(tmp_path / "absent.json"), *BUNDLED), copies, None)
    assert "absent.json" in loaded.notes[0]
    assert "ign.plan" in loaded.profile.sources
