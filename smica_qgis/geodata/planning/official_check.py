"""The verdict of the official family on a delivery that we wrote, without a report."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.engine import Engine
from smica_qgis.core.validation.finding import Family, Finding
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.options import read_options
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery


def official_findings(path: Path, model: DocumentModel, crs: str, progress: Progress) -> list[Finding]:
    """What the official family says of a delivery, in its order. Raises SmicaError, CancelledError."""
    delivery = OpenedDelivery(str(path))
    try:
        collector = FindingCollector(rule_catalogue(), (Family.OFFICIAL,))
        Engine(Document(delivery, model, read_options({}), crs), collector, progress).run()
        return collector.findings()
    finally:
        delivery.close()
