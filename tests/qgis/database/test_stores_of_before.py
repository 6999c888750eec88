"""Stores made by released versions come up to date, with what they hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsVectorLayer

from smica_qgis.database import geopackage_schema, migration
from smica_qgis.database.geopackage_geometry import add_spatial_functions, geopackage_blob
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.store import Store, StoreError
from tests.qgis.made_document import made_content, publish, square, states

pytestmark = pytest.mark.usefixtures("qgis_app")
RELEASED = (1, 2, 3, 4, 5)
DOCUMENTS = (
    "INSERT INTO urba_document (document_id, idurba, type, territoire, date_approbation, source, importe_le) VALUES "
    "('12001_PLU_20200101', '12001_PLU_20200101', 'PLU', '12001', '2020-01-01', 'gpu', '2026-01-01T00:00:00.000Z'), "
    "('AC1-12', NULL, 'SUP', '12', NULL, 'gpu', '2026-01-01T00:00:00.000Z')"
)
ZONE = (
    "INSERT INTO urba_zone (document_id, libelle, typezone, datvalid, geom) "
    "VALUES ('12001_PLU_20200101', 'UA', 'ancien', '2020-02-03', ?)"
)
EXTENT = (
    "INSERT INTO sup_assiette_s (document_id, idass, idsup, categorie, nom, type, geom) "
    "VALUES ('AC1-12', 'A1', 'S1', 'AC1', 'Église', 'Périmètre', ?)"
)
ACT = "INSERT INTO sup_acte (document_id, idacte, nomacte, datdecis) VALUES ('AC1-12', 'X', 'Arrêté', '1993-05-06')"


def store_of(version: int, path: Path) -> None:
    """Make a store with the migrations of a released version, and rows where it had the tables."""
    known = migration.migrations()[:version]
    with closing(sqlite3.connect(path)) as connection:
        add_spatial_functions(connection)
        geopackage_schema.migrate_with(connection, 2154, known)
        if version >= 2:
            blob = geopackage_blob(square(640_000, 6_380_000), 2154)
            connection.execute(DOCUMENTS)
            for statement in (ZONE, EXTENT):
                connection.execute(statement, (blob,))
            connection.execute(ACT)
        connection.commit()


@pytest.mark.parametrize("version", RELEASED)
def test_a_store_of_before_comes_up_to_date(version: int, tmp_path: Path) -> None:
    path = tmp_path / "base.gpkg"
    store_of(version, path)
    with pytest.raises(StoreError, match="plus ancienne"):
        open_store(str(path), read_only=True)
    with open_store(str(path)) as store:
        assert next(store.rows("SELECT max(numero) FROM smica_version"))[0] == len(migration.migrations())
        if version >= 2:
            check_rows(store)
            box = (640_001.0, 6_380_001.0, 640_002.0, 6_380_002.0)
            assert list(store.select("urba_zone", ("libelle",), box=box)) == [("UA",)]
            publish(store, made_content(3))
            assert states(store)["12001_PLU_20200101"] == ("superseded", 0)
            assert PlanningRegistry(store).last_version("12001_PLU_20250101") == 1
        assert list(store.rows("PRAGMA integrity_check")) == [("ok",)]
        assert list(store.rows("PRAGMA foreign_key_check")) == []
    layer = QgsVectorLayer(f"{path}|layername=urba_zone_en_vigueur", "zones", "ogr")
    assert layer.isValid()
    assert layer.featureCount() == (3 if version >= 2 else 0)
    assert ogr.GetDriverByName("GPKG").Open(str(path)).GetLayerByName("urba_zone").TestCapability("FastSpatialFilter")


def check_rows(store: Store) -> None:
    """What was loaded before is there, under the names of the standard, and applies."""
    assert list(store.rows("SELECT libelle, typezone, datvalid FROM urba_zone_en_vigueur")) == [
        ("UA", "ancien", "20200203")
    ]
    assert list(store.rows("SELECT nomass, typeass, idsup FROM sup_assiette_s_en_vigueur")) == [
        ("Église", "Périmètre", "S1")
    ]
    assert list(store.rows("SELECT datedecis FROM sup_acte")) == [("19930506",)]
    assert [(found.document_id, found.in_force) for found in PlanningRegistry(store).documents()] == [
        ("12001_PLU_20200101", True),
        ("AC1-12", True),
    ]
