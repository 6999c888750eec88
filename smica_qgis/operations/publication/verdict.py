"""The verdict of the official family on what is about to be published."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.errors import CancelledError, SmicaError, UnreadableDeliveryError
from smica_qgis.core.progress import Progress
from smica_qgis.core.validation.finding import Family, Level
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery

INVALID = "invalid"


class InvalidDeliveryError(SmicaError):
    """A delivery that the Géoportail would refuse, and no reason to publish it all the same."""


@dataclass(frozen=True)
class OfficialVerdict:
    """verdict: valid or invalid; errors: of the official family; standard: the model it was held against."""

    verdict: str
    errors: int
    standard: str


def official_verdict(path: str, standard: str, crs: str, folder: str, progress: Progress) -> OfficialVerdict:
    """Validate a delivery with the official family. Raises UnreadableDeliveryError, CancelledError."""
    families = (Family.OFFICIAL.value,)
    report = validate_delivery(
        ValidationRequest(path, standard, crs, families=families, standards_folder=folder), progress
    )
    try:
        if report.header.partial:
            raise CancelledError
        if report.model is None:
            reason = report.findings[0].values.get("REASON", "") if report.findings else ""
            message = f"La livraison ne peut être ouverte : {reason or 'raison inconnue'}."
            raise UnreadableDeliveryError(message)
        errors = report.official(Level.ERROR, Level.FATAL)
        return OfficialVerdict(report.verdict.value, errors, report.model.name)
    finally:
        report.geometries.close()


def check_reason(verdict: OfficialVerdict, reason: str) -> None:
    """Refuse an invalid delivery without a reason. Raises InvalidDeliveryError."""
    if verdict.verdict == INVALID and not reason:
        message = (
            f"Cette livraison est invalide pour le Géoportail de l'urbanisme ({verdict.errors} erreurs) : corrigez-la, "
            "ou donnez la raison de la publier malgré tout (REASON), qui sera gardée."
        )
        raise InvalidDeliveryError(message)
