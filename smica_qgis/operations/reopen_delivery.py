"""The delivery of a report that was read, opened again to be looked at: its tables and its true geometries.

Only when it is still what was validated; otherwise the rows would not be those of the findings.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.errors import SmicaError, UnreadableDeliveryError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.engine import Engine
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.options import read_options
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery
from smica_qgis.geodata.delivery.report_geometries import DeliveryGeometries

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import DocumentModel
    from smica_qgis.core.validation.report import Report

_AGAIN = "Relancez le contrôle pour voir les objets."


def reopen_delivery(report: Report, progress: Progress | None = None) -> Report:
    """The same report with the tables and geometries of its delivery; close `report.geometries` when done.

    Raises SmicaError, in French, that says why not: the delivery is not where it was, is not what it was, or the model
    is not at hand; CancelledError when one asks to stop.
    """
    header, progress = report.header, progress or SilentProgress()
    if not header.path:
        message = f"Le rapport ne dit pas où est la livraison : son résumé n'est pas à côté de lui. {_AGAIN}"
        raise SmicaError(message)
    if report.model is None:
        name = header.detection.model or "inconnu"
        message = f"Le modèle {name} de ce rapport n'est pas, ou n'est plus, celui de cette machine. {_AGAIN}"
        raise SmicaError(message)
    progress.phase("Ouverture de la livraison", 0)
    try:
        delivery = OpenedDelivery(header.path)
    except UnreadableDeliveryError as error:
        where = "n'est plus à sa place" if not _is_there(header.path) else "ne s'ouvre plus"
        message = f"La livraison {header.path} {where} : seuls les constats du rapport peuvent être montrés."
        raise SmicaError(message, error.message) from error
    try:
        return _with_tables(report, report.model, delivery, progress)
    except BaseException:
        delivery.close()
        raise


def _with_tables(report: Report, model: DocumentModel, delivery: OpenedDelivery, progress: Progress) -> Report:
    header = report.header
    if delivery.manifest() != header.manifest_sha256:
        message = f"La livraison {header.path} a changé depuis ce contrôle. {_AGAIN}"
        raise SmicaError(message)
    document = Document(delivery, model, read_options(header.options), header.crs)
    # no family is wanted: the engine only reads, table after table, as it did
    Engine(document, FindingCollector(report.catalogue, ()), progress).run()
    geometries = DeliveryGeometries(delivery, document)
    files = [entry.path for entry in delivery.entries]
    return replace(report, tables=geometries.summaries(), geometries=geometries, files=files)


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:
        return False
