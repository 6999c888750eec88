"""What the dock asks of the floors below, gathered so that tests and screenshots can put something else.

Every import is made when the service is used: opening the dock stays quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.core.validation.catalogue import RuleCatalogue
    from smica_qgis.core.validation.finding import Finding
    from smica_qgis.core.validation.report import Report
    from smica_qgis.operations.validate_delivery import ValidationRequest

    OnFindings = Callable[[list[Finding]], None]
    Validate = Callable[[ValidationRequest, Progress, OnFindings], Report]


def validate(request: ValidationRequest, progress: Progress, on_findings: OnFindings) -> Report:
    """Run the validation. Called in a working thread."""
    from smica_qgis.operations.validate_delivery import validate_delivery

    return validate_delivery(request, progress, on_findings=on_findings)


def make_sample(folder: str) -> str:
    """Write the sample delivery in a folder; returns its path."""
    from smica_qgis.operations.make_sample_delivery import make_sample_delivery

    return make_sample_delivery(folder)


def standards() -> Sequence[str]:
    """Names of the standards at hand: bundled, and fetched if the user prefers those."""
    from smica_qgis.core.document_model.fetched import standards_at_hand
    from smica_qgis.core.document_model.registry import bundled_registry
    from smica_qgis.host.settings import preferred_standards_folder

    return standards_at_hand(bundled_registry(), preferred_standards_folder()).names()


def catalogue() -> RuleCatalogue:
    """Texts of the rules, for what is shown before the report is there."""
    from smica_qgis.core.validation.rule_texts import rule_catalogue

    return rule_catalogue()


def list_files(path: str) -> Sequence[str]:
    """Paths of what a delivery holds, folders with a `/` at their end; none when it cannot be opened at all."""
    from smica_qgis.core.errors import UnreadableDeliveryError
    from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery

    try:
        delivery = OpenedDelivery(path)
    except UnreadableDeliveryError:
        return ()
    try:
        return [f"{entry.path}/" if entry.is_directory else entry.path for entry in delivery.entries]
    finally:
        delivery.close()


def read(path: str) -> Report:
    """Read a report that was written as JSON Lines. Called in a working thread."""
    from pathlib import Path

    from smica_qgis.core.document_model.fetched import FetchedRegistry
    from smica_qgis.core.document_model.registry import bundled_registry
    from smica_qgis.host.settings import standards_folder
    from smica_qgis.reports.read_report import read_report

    return read_report(Path(path), (bundled_registry(), FetchedRegistry(standards_folder())))


def request_of(report: Report, known: Sequence[str]) -> ValidationRequest:
    """What was asked for when a report was made, to ask it again. known: names of the standards at hand."""
    from smica_qgis.core.document_model.fetched import FETCHED
    from smica_qgis.host.settings import standards_folder
    from smica_qgis.operations.validate_delivery import FAMILIES, ValidationRequest

    header = report.header
    name = header.detection.model
    given = name if name in known else header.model_source.location
    return ValidationRequest(
        path=header.path,
        standard=given if header.detection.given else "",
        crs=header.crs or ValidationRequest.crs,
        families=tuple(header.families) or FAMILIES,
        rule_profile=header.rule_profile,
        options=header.options,
        standards_folder=str(standards_folder()) if header.model_source.origin == FETCHED else "",
    )


def reopen(report: Report, progress: Progress) -> Report:
    """Open the delivery of a report that was read. Called in a working thread."""
    from smica_qgis.operations.reopen_delivery import reopen_delivery

    return reopen_delivery(report, progress)


@dataclass(frozen=True)
class Services:
    """The floors below, as the dock sees them."""

    validate: Validate = validate
    make_sample: Callable[[str], str] = make_sample
    standards: Callable[[], Sequence[str]] = standards
    catalogue: Callable[[], RuleCatalogue] = catalogue
    list_files: Callable[[str], Sequence[str]] = list_files
    read: Callable[[str], Report] = read
    reopen: Callable[[Report, Progress], Report] = reopen
