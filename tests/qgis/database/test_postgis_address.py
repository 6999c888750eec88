"""Addresses of a PostGIS store: which schema they name, and what is not understood."""

from __future__ import annotations

import pytest

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.postgis_connection import read_address


@pytest.mark.parametrize(
    ("address", "schema", "connection"),
    [
        ("service=smica", "smica", "service='smica'"),
        ("service=smica schema='mes données'", "mes données", "service='smica'"),
        ('service=smica|schema="Mes données"', "Mes données", "service='smica'"),
        ("schema=urba dbname='une base' host=srv authcfg=abc1234", "urba", "dbname='une base'"),
        (r"dbname='l\'autre' host=srv port=5433", "smica", "port=5433"),
    ],
)
def test_addresses(qgis_app: object, address: str, schema: str, connection: str) -> None:
    del qgis_app
    uri, found, name = read_address(address)
    assert found == schema
    assert connection in uri.connectionInfo(False)
    assert name.endswith(f"({schema})")


@pytest.mark.parametrize("address", ["service=smica schema=mes données", "service=smica et le reste", "dbname=a host"])
def test_a_word_that_qgis_would_forget_is_refused(address: str) -> None:
    with pytest.raises(InvalidParameterError, match="n'est pas compris"):
        read_address(address)
