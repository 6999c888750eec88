"""What only a family knows of its documents: names, joins of servitudes, perimeters, codes that imply others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery
from smica_qgis.geodata.synthetic.families.known import family_of
from tests.deliveries.residual_findings import ALL_MODELS

SUP = [name for name in ALL_MODELS if "_SUP_" in name]


def invented(name: str, objects: int = 60) -> InventedDelivery:
    return invent_delivery(bundled_registry().load(name), DeliveryRequest(objects=objects, complete=True))


def column(delivery: InventedDelivery, name: str, *tables: str) -> list[str | None]:
    """The cells of a column in the tables whose name has one of these in it."""
    wanted = [table for table in delivery.tables.values() if any(part in table.name for part in tables)]
    return [cell for table in wanted for cell in table.columns[name]]


@pytest.mark.parametrize("name", [name for name in ALL_MODELS if name != "GPU_MEC_2025"])
def test_the_root_folder_has_the_name_of_its_kind_of_document(name: str) -> None:
    parsed = parse_document_name(invented(name, 20).name)
    assert parsed is not None
    assert parsed.type == name.split("_")[1]
    if parsed.type == "SUP":
        assert parsed.category == name.split("_")[2].upper()


@pytest.mark.parametrize("name", SUP)
def test_servitudes_hold_together(name: str) -> None:
    delivery = invented(name)
    generators = column(delivery, "IDGEN", "GENERATEUR")
    assert len(set(generators)) == len(generators) > 0
    assert set(column(delivery, "IDGEN", "ASSIETTE")) == set(generators)
    assiettes = column(delivery, "IDASS", "ASSIETTE")
    assert len(set(assiettes)) == len(assiettes)
    for identifier, table, target in (
        ("IDSUP", "SERVITUDE_ACTE_SUP", "SERVITUDE"),
        ("IDACTE", "SERVITUDE_ACTE_SUP", "ACTE_SUP"),
        ("IDGEST", "SERVITUDE", "GESTIONNAIRE_SUP"),
    ):
        assert set(delivery.tables[table].columns[identifier]) == set(delivery.tables[target].columns[identifier])
    assert set(column(delivery, "IDSUP", "GENERATEUR")) == set(delivery.tables["SERVITUDE"].columns["IDSUP"])


def test_identifiers_of_servitudes_are_chained_since_2016_and_numbers_before() -> None:
    new, old = invented("cnig_SUP_AC1_2016"), invented("cnig_SUP_AC1_2013")
    identifier = new.tables["AC1_ASSIETTE_SUP_S"].columns["IDASS"][0]
    generator = new.tables["AC1_ASSIETTE_SUP_S"].columns["IDGEN"][0]
    assert identifier == f"{generator}-1"
    assert str(generator).startswith(f"{new.tables['AC1_GENERATEUR_SUP_L'].columns['IDSUP'][0]}-")
    assert all(str(cell).isdigit() for cell in old.tables["AC1_ASSIETTE_SUP_S"].columns["IDASS"])


def test_every_act_of_a_servitude_is_a_file() -> None:
    delivery = invented("cnig_SUP_PM1_2016", objects=300)
    files = delivery.tables["ACTE_SUP"].columns["FICHIER"]
    assert {f"Actes/{name}" for name in files} <= set(delivery.files)
    assert len(set(files)) == len(files)


@pytest.mark.parametrize("name", [name for name in ALL_MODELS if "_SCoT_" in name])
def test_a_scot_has_one_perimeter_in_one_piece_without_a_hole(name: str) -> None:
    delivery = invented(name)
    perimeter = delivery.tables["SCOT" if name.endswith("2013") else "PERIMETRE_SCOT"]
    assert perimeter.geometries is not None
    (wkb,) = perimeter.geometries
    outline = ogr.CreateGeometryFromWkb(wkb)
    assert outline.GetGeometryName() == "POLYGON"
    assert outline.GetGeometryCount() == 1
    assert outline.IsValid()


def test_a_standard_without_metadata_has_none() -> None:
    delivery = invented("cnig_SCoT_2013")
    assert delivery.metadata_path == ""
    assert not [path for path in delivery.files if path.endswith(".xml")]


@pytest.mark.parametrize("name", ["cnig_CC_2013", "cnig_CC_2022"])
def test_a_carte_communale_shows_prescriptions_among_its_informations(name: str) -> None:
    table = invented(name, objects=400).tables["INFO_SURF"]
    pairs = set(zip(table.columns["TYPEINF"], table.columns["TYPEP"]))
    assert {pair for pair in pairs if pair[1] is not None}
    assert {pair for pair in pairs if pair[1] is None} or name.endswith("2013")
    assert all((code in (None, "00")) == (planned is not None) for code, planned in pairs)


def test_a_model_of_no_known_family_is_refused() -> None:
    model = replace(bundled_registry().load("cnig_PLU_2025"), name="covadis_di_2018")
    with pytest.raises(InvalidModelError, match="covadis_di_2018"):
        family_of(model)
