"""The coordinate reference systems of the official tool."""

from __future__ import annotations

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.reference_systems import (
    REFERENCE_SYSTEMS,
    check_reference_system,
    code_of,
    uri_of,
)


def test_there_are_26_of_them_with_as_many_addresses() -> None:
    assert len(REFERENCE_SYSTEMS) == 26
    assert len(set(REFERENCE_SYSTEMS.values())) == 26


@pytest.mark.parametrize("code", REFERENCE_SYSTEMS)
def test_code_and_address_go_together(code: str) -> None:
    check_reference_system(code)
    assert code_of(uri_of(code)) == code


def test_an_epsg_address() -> None:
    assert uri_of("EPSG:2154") == "http://www.opengis.net/def/crs/EPSG/0/2154"


@pytest.mark.parametrize(
    "uri", ["", "https://www.opengis.net/def/crs/EPSG/0/2154", "http://www.opengis.net/def/crs/EPSG/0/20135"]
)
def test_an_unknown_address(uri: str) -> None:
    assert code_of(uri) is None


@pytest.mark.parametrize("code", ["EPSG:20135", "epsg:2154", "2154", "", "EPSG:27572"])
def test_an_unknown_code_is_refused_in_french(code: str) -> None:
    with pytest.raises(
        InvalidParameterError, match=r"système de coordonnées « .* » n'est pas de ceux du Géoportail.*EPSG:2154"
    ):
        check_reference_system(code)
    with pytest.raises(InvalidParameterError):
        uri_of(code)
