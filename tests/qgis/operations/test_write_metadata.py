"""The sheet of a document: made or completed, the Géoportail has nothing to say of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from smica_qgis.core.document_model.model import FileType
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.publication.outcome import State
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.metadata_xml import NAMESPACES
from smica_qgis.geodata.planning.document_metadata import read_sheet
from smica_qgis.operations.publish_document import PublicationRequest, apply_publication
from smica_qgis.operations.write_metadata import MetadataRequest, write_metadata
from tests.qgis.deliveries import ConformantDelivery, conformant, validated

GIVEN = {"mail": "urbanisme@castelbrac.example.org", "territory": "Castelbrac"}
PLU = "cnig_PLU_2024"


def has_sheet(name: str) -> bool:
    return any(file.type is FileType.METADATA for file in bundled_registry().load(name).files)


STANDARDS = [name for name in bundled_registry().names() if "_SUP_" not in name and has_sheet(name)]
STANDARDS += ["cnig_SUP_AC1_2016", "cnig_SUP_PM1_2013"]


def metadata_codes(delivery: ConformantDelivery, standard: str) -> list[str]:
    """What is said of the metadata, beside what a year that no commune is known for brings."""
    return [finding.code for finding in validated(delivery.root, standard).findings if "METADATA" in finding.code]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_sheet_made_from_a_document_of_each_standard_is_accepted(standard: str, tmp_path: Path) -> None:
    delivery = conformant(standard, tmp_path, objects=10)
    before = metadata_codes(delivery, standard)
    delivery.metadata_path.unlink()
    made = write_metadata(MetadataRequest(str(delivery.root), str(delivery.root), metadata=GIVEN, standard=standard))
    assert Path(made.path).parent == delivery.root
    assert not [fault for fault in made.faults if "ERROR" in fault or "WARNING" in fault], made.faults
    assert metadata_codes(delivery, standard) == before
    etree.parse(made.path)


def test_what_is_derived_from_a_plan(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    made = write_metadata(
        MetadataRequest(str(tmp_path / "s.xml"), str(delivery.root), metadata=GIVEN, from_scratch=True)
    )
    metadata = read_sheet(Path(made.path).read_bytes())
    assert metadata is not None
    assert metadata.title == "Plan local d'urbanisme de Castelbrac"
    assert metadata.abstract == (
        "Plan local d'urbanisme de Castelbrac, numérisé. Ce lot informe du droit à bâtir sur Castelbrac. "
        "Ce plan local d'urbanisme est numérisé conformément aux prescriptions nationales du CNIG."
    )
    assert metadata.file_identifier == "fr-000012901-plu20241106"
    assert metadata.identifiers == ("https://www.geoportail-urbanisme.gouv.fr/document/12901_PLU_20241106",)
    assert metadata.contact is not None
    assert metadata.contact.organisation == "Commune de Castelbrac"
    assert metadata.date("revision") == "2024-11-06"
    assert metadata.lineage is not None
    assert "Référentiel cadastral du 01/01/2024" in metadata.lineage
    box = metadata.extents[0]
    original = read_sheet(delivery.metadata_path.read_bytes())
    assert original is not None
    for ours, its in zip(box.texts, original.extents[0].texts):
        assert float(ours or "nan") == pytest.approx(float(its or "nan"), abs=0.02)
    keywords = {block.thesaurus: block.values[0] for block in metadata.keywords if block.thesaurus}
    assert keywords["Types de documents d\u2019urbanisme"] == "PLU"
    assert keywords["Code officiel géographique au 1er janvier 2024"] == "12901"


def test_given_values_win_and_may_come_from_a_file(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    given = {
        **GIVEN,
        "title": "Plan local d'urbanisme de Nulle-Part",
        "denominator": 2000,
        "charset": "8859part1",
        "revision_date": "2024-12-24",
        "keywords": ["zone agricole"],
        "links": [{"url": "https://example.org/wms", "name": "zonage", "protocol": "OGC:WMS"}],
        "box": [2.5, 44.0, 2.75, 44.25],
    }
    (tmp_path / "v.json").write_text(json.dumps(given), encoding="utf-8")
    made = write_metadata(
        MetadataRequest(
            str(tmp_path / "s.xml"), str(delivery.root), metadata=str(tmp_path / "v.json"), from_scratch=True
        )
    )
    metadata = read_sheet(Path(made.path).read_bytes())
    assert metadata is not None
    assert metadata.title == given["title"]
    assert metadata.resolutions[0].denominator == "2000"
    assert metadata.character_set == "8859part1"
    assert metadata.date("revision") == "2024-12-24"
    assert metadata.locators[0].protocol == "OGC:WMS"
    assert metadata.extents[0].texts == ("2.5000", "44.0000", "2.7500", "44.2500")
    assert ("zone agricole",) in [block.values for block in metadata.keywords]


def test_a_sheet_with_nothing_to_blame_is_left_as_it_is(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    made = write_metadata(MetadataRequest(str(tmp_path / "s.xml"), str(delivery.root)))
    assert made.changes == ()
    assert Path(made.path).read_bytes() == delivery.metadata_path.read_bytes()


REMOVED = {
    "Date de révision": "//gmd:citation/*/gmd:date[*/gmd:dateType/*/@codeListValue = 'revision']",
    "Système de coordonnées": "//gmd:referenceSystemInfo",
    "Résumé": "//gmd:abstract",
    "Échelle": "//gmd:spatialResolution",
    "Accès en ligne": "//gmd:distributionInfo",
    "Standard suivi": "//gmd:dataQualityInfo",
    "Emprise": "//gmd:extent",
    "Encodage": "//gmd:identificationInfo/*/gmd:characterSet",
    "Identifiant de la fiche": "/*/gmd:fileIdentifier",
    "Mot-clé « PLU »": "//gmd:descriptiveKeywords",
    "Thème ISO": "//gmd:topicCategory",
    "Intitulé": "//gmd:identificationInfo/*/gmd:citation",
}


@pytest.mark.parametrize("label", REMOVED)
def test_what_is_missing_is_put_in_its_place_and_said(label: str, tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    delivery.edit_metadata("//gmd:abstract/gco:CharacterString", "Résumé de l'auteur")
    delivery.edit_metadata(REMOVED[label], None)
    assert metadata_codes(delivery, PLU)
    made = write_metadata(
        MetadataRequest(str(delivery.metadata_path), str(delivery.root), metadata=GIVEN, standard=PLU)
    )
    assert any(change.startswith(label) for change in made.changes), made.changes
    assert made.faults == ()
    assert metadata_codes(delivery, PLU) == []
    root = etree.parse(made.path).getroot()
    names = [etree.QName(child).localname for child in root]
    assert names.index("identificationInfo") > names.index("referenceSystemInfo") > names.index("dateStamp")
    if label != "Résumé":
        abstract = root.find("gmd:identificationInfo/*/gmd:abstract/*", NAMESPACES)
        assert abstract is not None
        assert abstract.text == "Résumé de l'auteur"


def test_an_author_s_contact_and_links_are_completed_not_replaced(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    delivery.edit_metadata("//gmd:pointOfContact//gmd:organisationName/*", "Mairie de l'auteur")
    delivery.edit_metadata("//gmd:pointOfContact//gmd:electronicMailAddress", None)
    delivery.edit_metadata("//gmd:URL", "https://auteur.example.org/plu")
    delivery.edit_metadata("//gmd:CI_OnlineResource/gmd:protocol", None)
    made = write_metadata(MetadataRequest(str(tmp_path / "s.xml"), str(delivery.root), metadata=GIVEN, standard=PLU))
    metadata = read_sheet(Path(made.path).read_bytes())
    assert metadata is not None
    assert metadata.contact is not None
    assert (metadata.contact.organisation, metadata.contact.mail) == ("Mairie de l'auteur", GIVEN["mail"])
    assert metadata.locators[0].url == "https://auteur.example.org/plu"
    assert metadata.locators[0].protocol


def test_a_wrong_keyword_of_the_territory_is_replaced(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    delivery.edit_metadata("//gmd:keyword/*[. = '12901']", "12202")
    made = write_metadata(MetadataRequest(str(tmp_path / "s.xml"), str(delivery.root), standard=PLU))
    assert any("12901" in change for change in made.changes)
    assert b">12202<" not in Path(made.path).read_bytes()


def test_a_file_that_is_no_sheet_is_replaced_and_it_is_said(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    (tmp_path / "old.xml").write_text("<a/>")
    made = write_metadata(
        MetadataRequest(str(tmp_path / "s.xml"), str(delivery.root), metadata=GIVEN, sheet=str(tmp_path / "old.xml"))
    )
    assert "remplacée" in made.changes[0]
    assert made.faults == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"metadata": ""}, "adresse électronique"),
        ({"metadata": '{"mail": 3}'}, "mail"),
        ({"metadata": '{"denominator": "1/5000"}'}, "denominator"),
        ({"metadata": '{"box": [1, 2]}'}, "box"),
        ({"metadata": '{"revision_date": "hier"}'}, "revision_date"),
        ({"metadata": '{"inconnu": "x"}'}, "inconnu"),
        ({"metadata": "absent.json"}, "objet JSON"),
        ({"delivery": ""}, "livraison"),
        ({"document": "12202_PLU_20240101"}, "livraison"),
        ({"output": ""}, "écrire"),
        ({"crs": "EPSG:27572"}, "EPSG:27572"),
        ({"sheet": "/nulle/part.xml"}, "lue"),
    ],
)
def test_what_is_asked_wrongly_is_said(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    asked = {"output": str(tmp_path / "s.xml"), "delivery": str(delivery.root), "from_scratch": True, **changes}
    if "sheet" in changes:
        asked["from_scratch"] = False
    with pytest.raises(InvalidParameterError, match=said):
        write_metadata(MetadataRequest(**asked))  # type: ignore[arg-type]
    assert not (tmp_path / "s.xml").exists()


def test_a_document_of_the_store_is_named_after_its_commune(tmp_path: Path) -> None:
    delivery = conformant(PLU, tmp_path, objects=10)
    delivery.metadata_path.unlink()
    store = str(tmp_path / "base.gpkg")
    published = apply_publication(
        PublicationRequest(delivery=str(delivery.root), store=store, standard=PLU, reason="la fiche manque")
    )
    assert published.outcomes[0].state is State.DONE
    with open_store(store) as opened:
        opened.insert("cad_commune", ("insee", "nom", "source"), [("12901", "Castelbrac", "ETALAB")])
    made = write_metadata(
        MetadataRequest(str(tmp_path), document=delivery.name, store=store, metadata={"mail": "plu@example.org"})
    )
    assert Path(made.path).name == "fr-000012901-plu20241106.xml"
    metadata = read_sheet(Path(made.path).read_bytes())
    assert metadata is not None
    assert metadata.title == "Plan local d'urbanisme de Castelbrac"
    assert made.faults == ()
