"""VALIDATOR_PROJECTION_INFO, VALIDATOR_PROJECTION_LATLON"""

from __future__ import annotations

import pytest

from tests.unit.made_delivery import delivery, document_model, said

INFO, LATLON = "VALIDATOR_PROJECTION_INFO", "VALIDATOR_PROJECTION_LATLON"
CODES = (INFO, LATLON)


def test_the_crs_is_said_once_with_its_address() -> None:
    values = {"CODE_PROJECTION": "EPSG:2154", "URI_PROJECTION": "http://www.opengis.net/def/crs/EPSG/0/2154"}
    assert said(CODES, delivery(), document_model()) == [(INFO, values)]


def test_latitude_first() -> None:
    assert [code for code, _ in said(CODES, delivery(), document_model(), crs="EPSG:4326")] == [INFO, LATLON]


@pytest.mark.parametrize("crs", ["CRS:84", "IGNF:WGS84", "EPSG:2154"])
def test_longitude_or_easting_first(crs: str) -> None:
    assert [code for code, _ in said(CODES, delivery(), document_model(), crs=crs)] == [INFO]
