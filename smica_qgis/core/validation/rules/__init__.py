"""Every rule, in the official order. A rule that is not named here is not run: a test says so."""

from __future__ import annotations

from smica_qgis.core.validation.rules.cells.characters import Characters
from smica_qgis.core.validation.rules.cells.enumeration import Enumeration
from smica_qgis.core.validation.rules.cells.file_found import FileFound
from smica_qgis.core.validation.rules.cells.format import Format
from smica_qgis.core.validation.rules.cells.idurba import Idurba
from smica_qgis.core.validation.rules.cells.insee import Insee
from smica_qgis.core.validation.rules.cells.path_found import PathFound
from smica_qgis.core.validation.rules.cells.pattern import Pattern
from smica_qgis.core.validation.rules.cells.required import Required
from smica_qgis.core.validation.rules.cells.sector_text import SectorText
from smica_qgis.core.validation.rules.cells.size import Size
from smica_qgis.core.validation.rules.coherence.calendar_dates import CalendarDates
from smica_qgis.core.validation.rules.coherence.datvalid_order import DatvalidOrder
from smica_qgis.core.validation.rules.coherence.files_not_checked import FilesNotChecked
from smica_qgis.core.validation.rules.coherence.same_crs import SameCrs
from smica_qgis.core.validation.rules.coherence.single_datappro import SingleDatappro
from smica_qgis.core.validation.rules.coherence.single_parts import SingleParts
from smica_qgis.core.validation.rules.coherence.unreadable_files import UnreadableFiles
from smica_qgis.core.validation.rules.document.doc_urba_com_size import DocUrbaComSize
from smica_qgis.core.validation.rules.document.idurba_found import IdurbaFound
from smica_qgis.core.validation.rules.document.invalid_row import InvalidRow
from smica_qgis.core.validation.rules.document.no_spatial_data import NoSpatialData
from smica_qgis.core.validation.rules.document.perimetre_scot_size import PerimetreScotSize
from smica_qgis.core.validation.rules.document.shapefile_copies import ShapefileCopies
from smica_qgis.core.validation.rules.files.document_no_pdf import DocumentNoPdf
from smica_qgis.core.validation.rules.files.file_extension import FileExtension
from smica_qgis.core.validation.rules.files.file_misplaced import FileMisplaced
from smica_qgis.core.validation.rules.files.file_unexpected import FileUnexpected
from smica_qgis.core.validation.rules.files.folder_name import FolderName
from smica_qgis.core.validation.rules.files.mandatory_files import MandatoryFiles
from smica_qgis.core.validation.rules.files.metadata_ignored import MetadataIgnored
from smica_qgis.core.validation.rules.files.metadata_multiple import MetadataMultiple
from smica_qgis.core.validation.rules.files.piece_ecrite_only_pdf import PieceEcriteOnlyPdf
from smica_qgis.core.validation.rules.files.prescription_found import PrescriptionFound
from smica_qgis.core.validation.rules.files.projection import Projection
from smica_qgis.core.validation.rules.files.schema import Schema
from smica_qgis.core.validation.rules.geometries.complexity import GeometryComplexity
from smica_qgis.core.validation.rules.geometries.data_extent import GeometryDataExtent
from smica_qgis.core.validation.rules.geometries.document_emprise import GeometryDocumentEmprise
from smica_qgis.core.validation.rules.geometries.format import GeometryFormat
from smica_qgis.core.validation.rules.geometries.required import GeometryRequired
from smica_qgis.core.validation.rules.geometries.validity import GeometryValidity
from smica_qgis.core.validation.rules.metadata.abstract import Abstract
from smica_qgis.core.validation.rules.metadata.character_set import CharacterSet
from smica_qgis.core.validation.rules.metadata.cnig_keywords import CnigKeywords
from smica_qgis.core.validation.rules.metadata.cnig_reference_system import CnigReferenceSystem
from smica_qgis.core.validation.rules.metadata.cnig_revision_date import CnigRevisionDate
from smica_qgis.core.validation.rules.metadata.cnig_specification import CnigSpecification
from smica_qgis.core.validation.rules.metadata.cnig_type import CnigType
from smica_qgis.core.validation.rules.metadata.contact import DataContact
from smica_qgis.core.validation.rules.metadata.dates import Dates
from smica_qgis.core.validation.rules.metadata.distribution_formats import DistributionFormats
from smica_qgis.core.validation.rules.metadata.extents import Extents
from smica_qgis.core.validation.rules.metadata.file_identifier import FileIdentifier
from smica_qgis.core.validation.rules.metadata.identifier import Identifier
from smica_qgis.core.validation.rules.metadata.language import Language
from smica_qgis.core.validation.rules.metadata.lineage import Lineage
from smica_qgis.core.validation.rules.metadata.locators import Locators
from smica_qgis.core.validation.rules.metadata.metadata_contact import MetadataContact
from smica_qgis.core.validation.rules.metadata.metadata_date import MetadataDate
from smica_qgis.core.validation.rules.metadata.metadata_language import MetadataLanguage
from smica_qgis.core.validation.rules.metadata.spatial_representation_type import (
    SpatialRepresentationType,
)
from smica_qgis.core.validation.rules.metadata.spatial_resolutions import SpatialResolutions
from smica_qgis.core.validation.rules.metadata.specifications import Specifications
from smica_qgis.core.validation.rules.metadata.title import Title
from smica_qgis.core.validation.rules.metadata.topic_category import TopicCategory
from smica_qgis.core.validation.rules.metadata.type import Type
from smica_qgis.core.validation.rules.relations.condition import Condition
from smica_qgis.core.validation.rules.relations.foreign_key import ForeignKeyFound
from smica_qgis.core.validation.rules.relations.reference import Reference
from smica_qgis.core.validation.rules.relations.unique import Unique
from smica_qgis.core.validation.rules.servitudes.identifiers import ServitudeIdentifiers
from smica_qgis.core.validation.rules.servitudes.tables_found import ServitudeTablesFound
from smica_qgis.core.validation.rules.servitudes.territory_code import TerritoryCode
from smica_qgis.core.validation.rules.tables.encoding import Encoding
from smica_qgis.core.validation.rules.tables.file_empty import FileEmpty
from smica_qgis.core.validation.rules.tables.missing_attribute import MissingAttribute
from smica_qgis.core.validation.rules.tables.multitable_unexpected import MultitableUnexpected
from smica_qgis.core.validation.rules.tables.not_opened import NotOpened
from smica_qgis.core.validation.rules.tables.unexpected_attribute import UnexpectedAttribute

LISTING_RULES = (FileMisplaced(), FileUnexpected(), MetadataIgnored(), MetadataMultiple(), Projection())
FILE_RULES = (
    FolderName(),
    MandatoryFiles(),
    TerritoryCode(),
    DocumentNoPdf(),
    ServitudeTablesFound(),
    PrescriptionFound(),
    FileExtension(),
    PieceEcriteOnlyPdf(),
)
METADATA_RULES = (
    FileIdentifier(),
    Identifier(),
    Title(),
    Abstract(),
    Type(),
    Locators(),
    Language(),
    TopicCategory(),
    Extents(),
    Dates(),
    CharacterSet(),
    DistributionFormats(),
    SpatialRepresentationType(),
    Lineage(),
    SpatialResolutions(),
    Specifications(),
    DataContact(),
    MetadataContact(),
    MetadataDate(),
    MetadataLanguage(),
    CnigRevisionDate(),
    CnigSpecification(),
    CnigType(),
    CnigReferenceSystem(),
    CnigKeywords(),
)
SCHEMA_RULES = (Schema(),)
OPENING_RULES = (NotOpened(),)
LAYER_RULES = (MultitableUnexpected(),)
HEADER_RULES = (Encoding(), UnexpectedAttribute(), MissingAttribute())
BINDING_CELL_RULES = (Format(),)
CELL_RULES = (
    Required(),
    Characters(),
    Size(),
    Pattern(),
    Enumeration(),
    PathFound(),
    FileFound(),
    Idurba(),
    Insee(),
    SectorText(),
)
BINDING_GEOMETRY_RULES = (GeometryFormat(),)
GEOMETRY_RULES = (
    GeometryRequired(),
    GeometryValidity(),
    GeometryDataExtent(),
    GeometryComplexity(),
    GeometryDocumentEmprise(),
)
EMPTINESS_RULES = (FileEmpty(),)
RELATION_RULES = (Unique(), Reference(), Condition(), ForeignKeyFound())
CLOSING_RULES = (
    InvalidRow(),
    IdurbaFound(),
    NoSpatialData(),
    ServitudeIdentifiers(),
    ShapefileCopies(),
    DocUrbaComSize(),
    PerimetreScotSize(),
)
STANDARD_CELL_RULES = (DatvalidOrder(), CalendarDates())
STANDARD_GEOMETRY_RULES = (SingleParts(),)
STANDARD_DOCUMENT_RULES = (FilesNotChecked(), UnreadableFiles(), SingleDatappro(), SameCrs())

ALL_RULES = (
    *LISTING_RULES,
    *FILE_RULES,
    *METADATA_RULES,
    *SCHEMA_RULES,
    *OPENING_RULES,
    *LAYER_RULES,
    *HEADER_RULES,
    *BINDING_CELL_RULES,
    *CELL_RULES,
    *BINDING_GEOMETRY_RULES,
    *GEOMETRY_RULES,
    *EMPTINESS_RULES,
    *RELATION_RULES,
    *CLOSING_RULES,
    *STANDARD_CELL_RULES,
    *STANDARD_GEOMETRY_RULES,
    *STANDARD_DOCUMENT_RULES,
)
