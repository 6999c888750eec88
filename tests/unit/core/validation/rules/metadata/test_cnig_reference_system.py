"""CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_…"""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.metadata import ReferenceSystem
from tests.unit.made_delivery import record_faults

NOT_FOUND = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_NOT_FOUND"
NO_URI = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_NOT_FOUND"
BAD_URI = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_UNEXPECTED"
NO_CODE = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_NOT_FOUND"
BAD_CODE = "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID"
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


def test_the_code_and_its_address() -> None:
    assert record_faults(reference_system=ReferenceSystem("EPSG:2154", f"{EPSG}2154")) == []


def test_none() -> None:
    assert record_faults(reference_system=None) == [(NOT_FOUND, {})]


@pytest.mark.parametrize("code", [None, ""])
def test_no_code(code: str | None) -> None:
    assert record_faults(reference_system=ReferenceSystem(code, f"{EPSG}2154")) == [(NO_CODE, {})]


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [("EPSG:999999999", "2154", "EPSG:2154"), ("EPSG:2154", "4326", "EPSG:4326"), ("2154", "2154", "EPSG:2154")],
)
def test_the_code_of_another(code: str, number: str, expected: str) -> None:
    values = {"CODE": code, "EXPECTED_CODE": expected, "URI": f"{EPSG}{number}"}
    assert record_faults(reference_system=ReferenceSystem(code, f"{EPSG}{number}")) == [(BAD_CODE, values)]


@pytest.mark.parametrize("uri", [None, ""])
def test_no_address(uri: str | None) -> None:
    assert record_faults(reference_system=ReferenceSystem("EPSG:2154", uri)) == [(NO_URI, {})]


@pytest.mark.parametrize(
    "uri", [f"{EPSG}20135", "https://www.opengis.net/def/crs/EPSG/0/2154", f"{EPSG}2154/", "urn:ogc:def:crs:EPSG::2154"]
)
def test_an_address_that_is_not_one_of_the_26(uri: str) -> None:
    # the first failure stops: the code is not looked at
    assert record_faults(reference_system=ReferenceSystem("x", uri)) == [(BAD_URI, {"URI": uri})]
