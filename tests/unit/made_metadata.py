"""A metadata record in which the rules find nothing, for the folder's name that is given."""

from __future__ import annotations

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.planning.required_keywords import required_keywords
from smica_qgis.core.validation.metadata import (
    Bounds,
    Contact,
    Keywords,
    Metadata,
    OnlineResource,
    ReferenceSystem,
    Resolution,
    Specification,
)

CONTACT = Contact("Commune d'Essai", "urbanisme@commune.example", has_mail=True)
ONLINE = OnlineResource("Page du document", "WWW:LINK", "https://commune.example/plu")
SPECIFICATION = Specification("CNIG PLU v2017", "2017-12-01", "publication", "true")
BOUNDS = Bounds("2.1", "44.3", "2.4", "44.5")


def valid_record(folder: str) -> Metadata:
    """A complete record; its keywords are those that the folder's name asks for."""
    name = parse_document_name(folder)
    keywords = required_keywords(name) if name is not None else ()
    return Metadata(
        file_identifier=f"fr-{folder}",
        identifiers=("https://commune.example/id",),
        title="PLU de la commune d'Essai",
        abstract="Plan local d'urbanisme de la commune d'Essai.",
        type="dataset",
        locators=(ONLINE,),
        language="fre",
        topic_category="planningCadastre",
        extents=(BOUNDS,),
        dates=(("creation", "2018-01-01"), ("revision", "2018-02-01")),
        character_set="utf8",
        distribution_formats=("ESRI Shapefile",),
        spatial_representation_type="vector",
        lineage="Numérisé sur le plan cadastral.",
        resolutions=(Resolution("5000", None),),
        specifications=(SPECIFICATION,),
        contact=CONTACT,
        metadata_contact=CONTACT,
        metadata_date="2018-02-01",
        metadata_language="fre",
        reference_system=ReferenceSystem("EPSG:2154", "http://www.opengis.net/def/crs/EPSG/0/2154"),
        keywords=tuple(Keywords(k.thesaurus.replace("20[0-9]{2}", "2018"), (k.value,)) for k in keywords),
    )
