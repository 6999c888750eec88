"""What the official family would say of a metadata sheet alone, before it is put in a delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from smica_qgis.core.document_model.model import DocumentModel, FileModel, FileType
from smica_qgis.core.validation import rules
from smica_qgis.core.validation.delivery import Delivery, Entry
from smica_qgis.core.validation.document import Document, MatchedFile
from smica_qgis.core.validation.finding import Family, Finding
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.options import read_options
from smica_qgis.core.validation.rule_texts import rule_catalogue

if TYPE_CHECKING:
    from smica_qgis.core.validation.metadata import Metadata

_SHEET = "metadonnees.xml"


class _NamedDelivery:
    """A delivery of which only the name is known: the rules of metadata ask for nothing else."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self.has_files = True


def sheet_findings(metadata: Metadata, document: str, model: DocumentModel, crs: str) -> list[Finding]:
    """The official findings of a sheet. document: name of the folder that it goes in."""
    file = MatchedFile(Entry(_SHEET), FileModel("METADONNEES", FileType.METADATA, ""))
    held = Document(cast("Delivery", _NamedDelivery(document)), model, read_options({}), crs)
    collector = FindingCollector(rule_catalogue(), (Family.OFFICIAL,))
    for rule in rules.METADATA_RULES:
        collector.add(rule, rule.check(metadata, file, held))
    return collector.findings()
