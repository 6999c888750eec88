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
    """Names of the bundled standards."""
    from smica_qgis.core.document_model.registry import bundled_registry

    return bundled_registry().names()


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


@dataclass(frozen=True)
class Services:
    """The floors below, as the dock sees them."""

    validate: Validate = validate
    make_sample: Callable[[str], str] = make_sample
    standards: Callable[[], Sequence[str]] = standards
    catalogue: Callable[[], RuleCatalogue] = catalogue
    list_files: Callable[[str], Sequence[str]] = list_files
