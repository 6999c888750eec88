"""Settings: typed, with defaults that work, whatever was stored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsSettings

from smica_qgis.host.settings import (
    MOST_RECENT,
    SmicaSettings,
    change_settings,
    load_settings,
    remember_delivery,
)


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    QgsSettings().remove("smica")
    yield
    QgsSettings().remove("smica")


def test_nothing_stored_gives_the_defaults() -> None:
    assert load_settings() == SmicaSettings()


def test_what_is_changed_is_read_back_with_its_type() -> None:
    change_settings(crs="EPSG:2975", families=("official",), options={"flat": True}, zoom_on_selection=False)
    settings = load_settings()
    assert settings.families == ("official",)
    assert settings.options == {"flat": True}
    assert settings.zoom_on_selection is False
    assert settings.zoom_way == "fault"


@pytest.mark.parametrize("stored", ["", "not json", "12", '["a", 1]', "null", '{"a"'])
def test_a_value_that_makes_no_sense_counts_as_never_set(stored: str) -> None:
    for name in ("crs", "families", "options", "zoom_on_selection"):
        QgsSettings().setValue(f"smica/{name}", stored)
    assert load_settings() == SmicaSettings()


def test_recent_deliveries_are_few_and_named_once() -> None:
    for number in range(MOST_RECENT + 3):
        remember_delivery(f"/data/{number}")
    remember_delivery("/data/5")
    recent = load_settings().recent
    assert len(recent) == MOST_RECENT
    assert recent[0] == "/data/5"
    assert len(set(recent)) == MOST_RECENT
