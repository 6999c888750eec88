"""Which delivery the layers of a project come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from smica_qgis.gui.validation.open_layers import deliveries_of, delivery_folder, delivery_of
from tests.qgis.gui.test_delivery_layers import write

POINTS = "Point?crs=EPSG:2154&field=NOM:string(20)"


def opened(path: Path, inside: str = "") -> QgsVectorLayer:
    return QgsVectorLayer(f"{path}{inside}", "opened_layer", "ogr")


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        ("30014_PLU_20171013/Donnees_geographiques/30014_ZONE_URBA_20171013.shp", "30014_PLU_20171013"),
        ("30014_PLU_20171013/1_Donnees_geographiques/zone.shp", "30014_PLU_20171013"),
        ("livraison/Donnees_geographiques/zone.shp", "livraison"),
        ("livraison/DONNEES_GEOGRAPHIQUES/zone.shp", "livraison"),
        ("livraison/Pieces_ecrites/3_Reglement/reglement.csv", "livraison"),
        ("livraison/zone.shp", "livraison"),
        ("200011781_PLUi_20180101/zone.shp", "200011781_PLUi_20180101"),
    ],
)
def test_the_folder_of_the_delivery(file: str, folder: str) -> None:
    assert delivery_folder(Path("/data", file)) == Path("/data", folder)


def test_a_shapefile_gives_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "30014_PLU_20171013" / "Donnees_geographiques"
    folder.mkdir(parents=True)
    path = write(folder / "zone.shp", POINTS)
    assert delivery_of(opened(path)) == str(folder.parent)


def test_a_geopackage_alone_is_a_delivery(tmp_path: Path) -> None:
    path = write(tmp_path / "30014_PLU_20171013.gpkg", POINTS)
    assert delivery_of(opened(path, "|layername=30014_PLU_20171013")) == str(path)


def test_a_geopackage_in_a_delivery_is_one_of_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "livraison" / "Donnees_geographiques"
    folder.mkdir(parents=True)
    path = write(folder / "30014_ZONE_URBA_20171013.gpkg", POINTS)
    assert delivery_of(opened(path)) == str(folder.parent)


def test_a_layer_in_a_zip_gives_the_zip(tmp_path: Path) -> None:
    import zipfile

    path = write(tmp_path / "zone.shp", POINTS)
    archive = tmp_path / "30014_PLU_20171013.zip"
    with zipfile.ZipFile(archive, "w") as content:
        for part in tmp_path.glob("zone.*"):
            content.write(part, f"30014_PLU_20171013/{part.name}")
    assert path.exists()
    layer = QgsVectorLayer(f"/vsizip/{archive}/30014_PLU_20171013/zone.shp", "zipped_layer", "ogr")
    assert layer.isValid()
    assert delivery_of(layer) == str(archive)


def test_a_layer_that_comes_from_no_file_gives_nothing() -> None:
    assert delivery_of(QgsVectorLayer(POINTS, "memory_layer", "memory")) is None


def test_the_delivery_with_most_layers_comes_first(tmp_path: Path) -> None:
    layers = []
    for name, count in (("a", 1), ("b", 2)):
        folder = tmp_path / name
        folder.mkdir()
        layers += [opened(write(folder / f"z{n}.shp", POINTS)) for n in range(count)]
    assert deliveries_of(layers) == [str(tmp_path / "b"), str(tmp_path / "a")]
