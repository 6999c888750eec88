"""What applies to parcels: an invented plan of which every measure is known, from each source of rules."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

from smica_qgis.core.cadastre.parcel_parser import ParcelContext
from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.parcel.rules import Shape, Theme
from smica_qgis.core.parcel.sheet import ParcelSheet
from smica_qgis.core.parcel.sheet_text import sheet_text
from smica_qgis.core.progress import SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.parcel.layer_snapshot import LayerSnapshot
from smica_qgis.operations.describe_parcels import ParcelLayer, ParcelRequest, describe_parcels, read_identifiers
from smica_qgis.operations.parcel.parcels import parcel_at
from smica_qgis.operations.write_parcel_sheets import map_layers_of_store, write_pdfs, write_tables
from tests.qgis.made_cadastre import SIDE, SOUTH, WEST, square
from tests.qgis.made_planning import EASEMENTS, PLAN, SLIVER, add_documents, made_store, wkb

pytestmark = pytest.mark.usefixtures("qgis_app")
AREA = SIDE * SIDE


@pytest.fixture(scope="module")
def store(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> str:  # noqa: ARG001
    return made_store(tmp_path_factory.mktemp("store"))


def sheet_of(store: str, parcels: str, **options: object) -> ParcelSheet:
    described = describe_parcels(ParcelRequest(parcels, store=store, together=True, **options))  # type: ignore[arg-type]
    (sheet,) = described.sheets
    return sheet


def said(sheet: ParcelSheet, theme: Theme, *, certain: bool = True) -> list[tuple[str, float]]:
    return [(line.rule.label, pytest.approx(line.value, abs=0.01)) for line in sheet.of(theme, certain=certain)]


def test_zones_of_a_parcel(store: str) -> None:
    sheet = sheet_of(store, "12202 A 1")
    assert said(sheet, Theme.ZONING) == [("UA", AREA)]
    (line,) = sheet.of(Theme.ZONING)
    assert line.share == pytest.approx(1)
    assert line.rule.document.title == "PLU d'Aubrelle"
    assert (line.rule.document.date, line.rule.document.version) == ("2023-06-15", "2024-01-01")
    assert line.rule.piece == "12202_reglement.pdf"


def test_a_sliver_is_to_be_checked_and_not_hidden(store: str) -> None:
    sheet = sheet_of(store, "12202 A 3")
    # 1 % of the parcel and 16 m²: certain, both; the boundary is clearly drawn there
    assert said(sheet, Theme.ZONING) == [("N", AREA * (1 - SLIVER)), ("UA", AREA * SLIVER)]
    with open_store(store, read_only=True) as opened:
        assert parcel_at(opened, WEST + 2.5 * SIDE, SOUTH + 0.5 * SIDE) is not None
    assert sheet.zoned_share == pytest.approx(1)


def test_prescriptions_of_each_shape(store: str) -> None:
    sheet = sheet_of(store, "12202 A 1")
    assert said(sheet, Theme.PRESCRIPTION) == [
        ("Espace boisé classé", AREA / 4),
        ("Arbre", 1),
        ("Secteur d'orientation", AREA / 2),
        ("Chemin", SIDE / 2),
    ]
    assert said(sheet, Theme.PRESCRIPTION, certain=False) == [("Alignement", 0)]
    (beside,) = sheet.of(Theme.PRESCRIPTION, certain=False)
    assert beside.near
    woods = sheet.of(Theme.PRESCRIPTION)[0]
    assert woods.objects == ("2", "3"), "two objects that say the same lie over one another: their ground counts once"


def test_easements_have_their_name_and_their_act(store: str) -> None:
    (line,) = sheet_of(store, "12202 A 1").of(Theme.EASEMENT)
    assert (line.rule.code, line.rule.label, line.rule.piece) == ("AC1", "Abords de l'église", "a1.pdf")
    assert line.rule.document.title == "Servitudes AC1"


def test_what_is_not_loaded_is_said(store: str) -> None:
    sheet = sheet_of(store, "12202 A 1")
    assert [(table.theme, table.shape) for table in sheet.missing] == [
        (Theme.INFORMATION, Shape.LINE),
        (Theme.INFORMATION, Shape.POINT),
        (Theme.EASEMENT, Shape.LINE),
        (Theme.EASEMENT, Shape.POINT),
        (Theme.SANITATION, None),
        (Theme.SANITATION_ZONING, None),
        (Theme.SANITATION_STAKE, None),
        (Theme.PERMIT, None),
    ]
    text = sheet_text(sheet)
    assert "\n- Assainissement (zonage) : aucun zonage" in text
    assert "- Lignes, points : non chargés." in text
    assert "ASSAINISSEMENT" not in text


def test_a_store_without_documents_says_that_nothing_is_loaded(tmp_path: Path, store: str) -> None:
    with open_store(store, read_only=True) as full:
        rows = list(full.select("cad_parcelle", ("idu14", "idu15", "insee", "prefixe", "section2", "geom")))
    address = str(tmp_path / "empty.gpkg")
    with open_store(address) as empty:
        columns = ("idu14", "idu15", "insee", "prefixe", "section2", "numero4", "libelle", "source", "geom")
        empty.insert("cad_parcelle", columns, [(*row[:5], row[0][-4:], "x", "ETALAB", row[5]) for row in rows])
    sheet = sheet_of(address, "12202 A 1")
    assert not sheet.lines
    assert not sheet.loaded
    assert {table.theme for table in sheet.missing} == set(Theme)
    assert "Rien sur ce terrain" not in sheet_text(sheet)
    assert "aucun bâtiment" not in sheet_text(sheet), "no building is loaded: it is not that there is none"
    with open_store(address) as empty:
        add_documents(empty)
    sheet = sheet_of(address, "12202 A 1")
    assert "Aucun zonage chargé ne couvre ce terrain" in " ".join(sheet.notes)


def test_a_land_unit_of_several_parcels(store: str) -> None:
    sheet = sheet_of(store, "0000A0001/0002/0003;", context=ParcelContext("12202"))
    assert sheet.unit.area == pytest.approx(3 * AREA, abs=0.1)
    assert sheet.unit.contenance == 4800
    assert said(sheet, Theme.ZONING) == [("UA", AREA * (2 + SLIVER)), ("N", AREA * (1 - SLIVER))]
    assert sheet.zoned_share == pytest.approx(1)
    assert not any("seul tenant" in note for note in sheet.notes)
    apart = sheet_of(store, "12202 A 1, 5")
    assert any("seul tenant : 2 morceaux" in note for note in apart.notes)


def test_cadastre_facts(store: str) -> None:
    (parcel,) = sheet_of(store, "122020000A0007").unit.parcels
    assert (parcel.commune, parcel.contenance, parcel.millesime) == ("Aubrelle", 1600, "2025-09-01")
    assert (parcel.buildings, parcel.built) == (1, pytest.approx(144, abs=0.1))


def test_a_whole_commune(store: str) -> None:
    described = describe_parcels(ParcelRequest("12202", store=store))
    assert len(described.sheets) == 20
    for sheet in described.sheets:
        assert sheet.zoned_share == pytest.approx(1)


def test_parcels_not_found_are_named(store: str) -> None:
    described = describe_parcels(ParcelRequest("12202 A 1; 12202 A 99", store=store))
    assert (len(described.sheets), described.not_found) == (1, ["12202 A 99"])
    with pytest.raises(SmicaError, match="12202 A 99"):
        describe_parcels(ParcelRequest("12202 A 99", store=store))


def test_a_list_in_a_file(store: str, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("parcelle;note\n12202 A 1;x\nn'importe quoi\n122020000A0002\n", encoding="utf-8")
    found, refused = read_identifiers(str(path))
    assert [parcel.idu14 for parcel in found] == ["122020000A0001", "122020000A0002"]
    assert len(refused) == 1
    assert refused[0].startswith("ligne 3 : ")
    assert len(describe_parcels(ParcelRequest(str(path), store=store)).sheets) == 2


@pytest.mark.parametrize(("first", "lost"), [("12202 A", 1), ("parcelle", 0), ("idu14", 0)])
def test_the_first_line_of_a_list_is_not_lost_unless_it_is_a_header(first: str, lost: int, tmp_path: Path) -> None:
    path = tmp_path / "liste.txt"
    path.write_text(f"{first}\n12202 A 1\n", encoding="utf-8")
    assert len(read_identifiers(str(path))[1]) == lost


def test_a_delivery_without_any_rule_is_not_silent(store: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("rien", encoding="utf-8")
    described = describe_parcels(ParcelRequest("12202 A 1", store=store, delivery=str(tmp_path)))
    assert any("aucune table de zones" in note for note in described.notes)


def test_layers_without_a_system_are_said_to_be(store: str) -> None:
    rule = memory_layer("Polygon", "field=libelle:string&field=typeinf:string", "infos", crs="")
    rows = memory_layer("Polygon", "field=idu14:string", "p", (box(0, 0, 9, 9), ["122020000A0001"]), crs="")
    parcels = ParcelLayer(rows.crs(), lambda crs: list(LayerSnapshot(rows).rows(None, crs)))
    described = describe_parcels(ParcelRequest(layer=parcels, store=store, rule_layers=[LayerSnapshot(rule)]))
    assert [note for note in described.notes if "n'a pas de système de coordonnées" in note] == [
        "La couche de parcelles n'a pas de système de coordonnées : elle est lue en EPSG:2154.",
        "La couche « infos » n'a pas de système de coordonnées : elle est lue en EPSG:2154.",
    ]


def test_no_source_of_rules_is_refused() -> None:
    with pytest.raises(InvalidParameterError, match="Rien ne dit les règles"):
        describe_parcels(ParcelRequest("12202 A 1"))


class Stopped(SilentProgress):
    def cancelled(self) -> bool:
        return True


def test_it_can_be_stopped(store: str) -> None:
    with pytest.raises(CancelledError):
        describe_parcels(ParcelRequest("12202", store=store), Stopped())


def memory_layer(
    kind: str, fields: str, name: str, *rows: tuple[str, list[object]], crs: str = "EPSG:2154"
) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{fields}", name, "memory")
    features = []
    for wkt, values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def box(west: float, south: float, east: float, north: float) -> str:
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return "POLYGON((" + ", ".join(f"{WEST + x} {SOUTH + y}" for x, y in corners) + "))"


def test_layers_of_the_project_are_recognised_by_their_fields(store: str) -> None:
    fields = "field=LIBELLE:string&field=TYPEPSC:string&field=STYPEPSC:string&field=IDURBA:string"
    bow = (
        f"POLYGON(({WEST} {SOUTH}, {WEST + 20} {SOUTH + 20}, {WEST + 20} {SOUTH}, {WEST} {SOUTH + 20}, {WEST} {SOUTH}))"
    )
    rows = [(box(0, 0, 10, 10), ["Emplacement", "05", "01", "12202_PLU_20300201"]), (bow, ["Noeud", "99", "00", None])]
    layer = memory_layer("Polygon", fields, "Prescriptions du projet", *rows)
    other = memory_layer("Polygon", "field=nom:string", "Autre chose", (box(0, 0, 9, 9), ["x"]))
    request = ParcelRequest("12202 A 1", store=store, rule_layers=[LayerSnapshot(layer), LayerSnapshot(other)])
    described = describe_parcels(request)
    found = {line.rule.label: line for line in described.sheets[0].of(Theme.PRESCRIPTION)}
    assert found["Emplacement"].value == pytest.approx(100, abs=0.01)
    assert found["Emplacement"].rule.document.date == "2030-02-01"
    assert found["Emplacement"].rule.document.origin == "couche du projet « Prescriptions du projet »"
    assert found["Noeud"].value == pytest.approx(200, abs=0.01), "an invalid geometry is made valid to be measured"
    assert any("1 géométries invalides" in note for note in described.notes), "and it is said"
    assert any("« Autre chose »" in note for note in described.notes)


def test_a_layer_in_degrees_is_measured_in_metres(store: str) -> None:
    geometry = QgsGeometry.fromWkt(box(0, 0, 20, 40))
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    systems = [QgsCoordinateReferenceSystem(code) for code in ("EPSG:2154", "EPSG:4326")]
    geometry.transform(QgsCoordinateTransform(*systems, QgsProject.instance()))
    layer = memory_layer(
        "Polygon", "field=libelle:string&field=typeinf:string", "infos", (geometry.asWkt(12), ["Bruit", "13"]),
        crs="EPSG:4326",
    )  # fmt: skip
    sheet = describe_parcels(ParcelRequest("12202 A 1", store=store, rule_layers=[LayerSnapshot(layer)])).sheets[0]
    found = {line.rule.label: line.value for line in sheet.of(Theme.INFORMATION)}
    assert found["Bruit"] == pytest.approx(800, rel=1e-3)


def test_rules_of_a_delivery(store: str, tmp_path: Path) -> None:
    folder = tmp_path / "12202_PLU_20310101" / "Donnees_geographiques"
    folder.mkdir(parents=True)
    driver = ogr.GetDriverByName("ESRI Shapefile")
    data = driver.CreateDataSource(str(folder / "12202_ZONE_URBA_20310101.shp"), ["ENCODING=UTF-8"])
    layer = data.CreateLayer("12202_ZONE_URBA_20310101", None, ogr.wkbPolygon)
    for name in ("LIBELLE", "LIBELONG", "TYPEZONE", "IDURBA"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in {"LIBELLE": "1AU", "LIBELONG": "À urbaniser", "TYPEZONE": "AUc"}.items():
        feature.SetField(name, value)
    feature.SetField("IDURBA", "12202_PLU_20310101")
    feature.SetGeometry(ogr.CreateGeometryFromWkt(box(0, 0, 40, 20)))
    layer.CreateFeature(feature)
    del feature, layer, data
    described = describe_parcels(ParcelRequest("12202 A 1", store=store, delivery=str(folder.parent)))
    found = {line.rule.label: line for line in described.sheets[0].of(Theme.ZONING)}
    assert found["1AU"].value == pytest.approx(AREA / 2, abs=0.01)
    assert found["1AU"].rule.text == "À urbaniser"
    assert found["1AU"].rule.document.title == "12202_PLU_20310101"
    assert any("Plusieurs documents" in note for note in described.sheets[0].notes)


def test_tables(store: str, tmp_path: Path) -> None:
    described = describe_parcels(ParcelRequest("12202", store=store))
    paths = [tmp_path / f"fiches.{suffix}" for suffix in ("gpkg", "csv", "json")]
    write_tables(described, geopackage=paths[0], csv=paths[1], json=paths[2])
    with paths[1].open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.DictReader(stream, delimiter=";"))
    content = json.loads(paths[2].read_text(encoding="utf-8"))
    assert len(content["fiches"]) == 20
    first = next(sheet for sheet in content["fiches"] if sheet["unite"] == "122020000A0001")
    of_first = [line for line in lines if line["unite"] == "122020000A0001"]
    assert len(of_first) == len(first["lignes"]) + len(first["non_charge"])
    assert first["part_zonee_pct"] == pytest.approx(100)
    data = ogr.Open(str(paths[0]))
    assert (data.GetLayer("unite").GetFeatureCount(), data.GetLayer("ligne").GetFeatureCount()) == (20, len(lines))
    data.GetLayer("unite").SetAttributeFilter("unite = '122020000A0001'")
    feature = data.GetLayer("unite").GetNextFeature()
    assert feature.GetGeometryRef().GetArea() == pytest.approx(AREA, abs=0.1)
    assert PLAN not in feature.GetField("zones")
    assert EASEMENTS not in feature.GetField("non_charge")


def test_pdf(store: str, tmp_path: Path) -> None:
    described = describe_parcels(ParcelRequest("12202 A 1; 12202 A 3", store=store))
    written = write_pdfs(described, tmp_path / "pdf", map_layers_of_store(store))
    assert [path.name for path in written] == ["122020000A0001.pdf", "122020000A0003.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)
    assert [pages(path) for path in written] == [2, 2]


def pages(path: Path) -> int:
    """Return how many pages a PDF has."""
    found = re.search(rb"/Count (\d+)", path.read_bytes())
    assert found is not None
    return int(found[1])


def test_a_long_sheet_goes_on_at_the_top_of_the_next_page(store: str, tmp_path: Path) -> None:
    described = describe_parcels(ParcelRequest("12202 A 1", store=store))
    (sheet,) = described.sheets
    woods = sheet.of(Theme.PRESCRIPTION)[0]
    many = [replace(woods, rule=woods.rule._replace(label=f"Espace boisé classé n°{number}")) for number in range(25)]
    described.sheets = [replace(sheet, lines=(*sheet.lines, *many))]
    described.notes.append("Une table n'a pas été lue.")
    (path,) = write_pdfs(described, tmp_path, map_layers_of_store(store))
    assert pages(path) == 2, "a table repeated at the height of the first page takes a third and a fourth"


def test_lines_and_points_are_not_surfaces(store: str) -> None:
    for line in sheet_of(store, "12202 A 1").lines:
        assert (line.share is not None) == (line.rule.shape is Shape.SURFACE)


def test_codes_have_the_words_of_the_standard(store: str) -> None:
    sheet = sheet_of(store, "12202 A 1")
    lines = {line.rule.code: line.rule for line in sheet.of(Theme.PRESCRIPTION)}
    assert lines["18"].meaning.startswith("Périmètre comportant des orientations d’aménagement")
    text = sheet_text(sheet)
    assert "- 01-00 Espace boisé classé : " in text, "the label says what the standard says: once"
    assert "AC1 Monuments historiques et leurs abords — Abords de l'église" in text


def test_a_plan_without_lines_is_not_said_to_have_none_here(tmp_path: Path) -> None:
    address = made_store(tmp_path)
    with open_store(address) as opened:
        opened.execute("DELETE FROM urba_prescription_lin")
    sheet = sheet_of(address, "12202 A 5")
    assert sheet.remarks(Theme.PRESCRIPTION) == [
        "Surfaces et points : rien sur ce terrain dans ce qui est chargé.",
        "Lignes : non chargées.",
    ]
    reasons = {(table.theme, table.shape): table.reason for table in sheet.missing}
    assert "absente de la livraison" in reasons[Theme.PRESCRIPTION, Shape.LINE]
    with open_store(address) as opened:  # published with that table, empty: there is none
        opened.execute("UPDATE urba_document SET version = 1, etat_publication = 'published', secteur = document_id")
        columns = (
            "document_id",
            "version",
            "origine",
            "standard",
            "systeme",
            "empreinte",
            "empreinte_pieces",
            "tables",
        )
        tables = json.dumps({"prescription_lin": [0, ""]})
        row = (PLAN, 1, "livraison", "cnig_PLU_2024", "EPSG:2154", "", "", tables, "2026-01-01T00:00:00.000Z", "moi")
        opened.insert("urba_version", (*columns, "cree_le", "cree_par"), [row])
    assert sheet_of(address, "12202 A 5").remarks(Theme.PRESCRIPTION) == ["Rien sur ce terrain dans ce qui est chargé."]


def test_a_document_that_is_no_longer_in_force_is_not_told(tmp_path: Path) -> None:
    address = made_store(tmp_path)
    with open_store(address) as opened:
        opened.execute(
            "UPDATE urba_document SET etat_publication = 'withdrawn' WHERE document_id = :key", {"key": PLAN}
        )
    sheet = sheet_of(address, "12202 A 1")
    assert {line.rule.theme for line in sheet.lines} == {Theme.EASEMENT}
    assert not sheet.is_loaded(Theme.ZONING)


def test_sectors_of_a_carte_communale_are_zones(tmp_path: Path) -> None:
    address = made_store(tmp_path)
    with open_store(address) as opened:
        opened.execute("DELETE FROM urba_zone")
        sector = wkb(square(0, 0, 1, 1), ogr.wkbMultiPolygon)
        opened.insert(
            "urba_secteur_cc", ("document_id", "libelle", "typesect", "geom"), [(PLAN, "Constructible", "01", sector)]
        )
    assert said(sheet_of(address, "12202 A 1"), Theme.ZONING) == [("Constructible", AREA)]
    beyond = sheet_of(address, "12202 A 5")
    assert "Aucun zonage chargé ne couvre ce terrain" in " ".join(beyond.notes)
    reasons = {table.theme: table.reason for table in beyond.missing}
    assert reasons[Theme.PRESCRIPTION] == "aucun document chargé ne couvre ce terrain"
