"""The delivery is never written to: contents, times and neighbours stay as they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication

from smica_qgis.core.validation.finding import Verdict
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import conformant, validated
from tests.qgis.untouched import state_of

STANDARD = "cnig_PLU_2024"


def shapefiles(folder: Path) -> Path:
    return conformant(STANDARD, folder).root


def gml(folder: Path) -> Path:
    """A schema beside one GML and none beside the other, with an old .gfs."""
    delivery = conformant(STANDARD, folder, formats={"ZONE_URBA": "gml", "PRESCRIPTION_SURF": "gml"})
    assert delivery.table_path("ZONE_URBA").with_suffix(".xsd").exists()
    bare = delivery.table_path("PRESCRIPTION_SURF")
    assert bare.suffix == ".gml"
    bare.with_suffix(".xsd").unlink()
    bare.with_suffix(".gfs").write_text("<GMLFeatureClassList/>")
    return delivery.root


def mixed(folder: Path) -> Path:
    formats = {"ZONE_URBA": "gpkg", "PRESCRIPTION_SURF": "tab", "INFO_SURF": "csv"}
    return conformant(STANDARD, folder, formats=formats).root


def zipped(folder: Path) -> Path:
    return conformant(STANDARD, folder).zipped()


def geopackage(folder: Path) -> Path:
    return conformant(STANDARD, folder).geopackage(folder / "12901_PLU_20241106.gpkg")


def journalled(path: Path) -> sqlite3.Connection:
    """Leave rows of a GeoPackage in its journal, as QGIS does with one that it has open."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE en_cours (a)")
    database.execute("INSERT INTO en_cours VALUES (1)")
    database.commit()
    assert path.with_name(f"{path.name}-wal").stat().st_size
    return database


@pytest.fixture
def processing() -> Iterator[Callable[..., dict[str, Any]]]:
    import processing as qgis_processing
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = SmicaProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield qgis_processing.run
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.mark.parametrize("make", [shapefiles, gml, mixed, zipped, geopackage])
@pytest.mark.parametrize("way", ["operation", "Processing"])
def test_the_input_is_as_it_was(
    make: Callable[[Path], Path], way: str, processing: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    path = make(folder)
    before = state_of(path)
    if way == "operation":
        assert validated(path).verdict is not Verdict.UNREADABLE
    else:
        reports = {f"REPORT_{name}": str(tmp_path / f"report.{name}") for name in ("JSONL", "JSON", "HTML", "GPKG")}
        assert processing("smica:validate_delivery", {"INPUT": str(path), **reports})["VERDICT"] != "unreadable"
    assert state_of(path) == before


@pytest.mark.parametrize("way", ["operation", "Processing"])
@pytest.mark.parametrize("place", ["alone", "in a folder"])
def test_a_geopackage_in_use_is_as_it_was(
    way: str, place: str, processing: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    path = geopackage(given) if place == "alone" else mixed(given)
    database = path if place == "alone" else next(path.rglob("*.gpkg"))
    with closing(journalled(database)):
        before = state_of(path)
        if way == "operation":
            assert validated(path).verdict is not Verdict.UNREADABLE
        else:
            assert processing("smica:validate_delivery", {"INPUT": str(path)})["VERDICT"] != "unreadable"
        assert state_of(path) == before
