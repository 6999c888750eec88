"""How a document goes into the store: what the caller expects of it, and where pieces are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smica_qgis.publishing.given_settings import GivenSettings


@dataclass(frozen=True)
class StoreSettings:
    """pieces: folder where the written pieces are kept, None = nowhere; expected: version that must be there, -1 = any.

    restored: version of the store that the content is, 0 for a new one; reason, verdict, certificate (its seal):
    kept by the audit.
    """

    pieces: Path | None = None
    expected: int = -1
    restored: int = 0
    reason: str = ""
    verdict: str = ""
    certificate: str = ""


def read(given: object) -> StoreSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    optional = ("pieces", "expected", "restored", "reason", "verdict", "certificate")
    settings = GivenSettings("store", given, required=(), optional=optional)
    pieces = settings.text("pieces")
    return StoreSettings(
        Path(pieces) if pieces else None,
        settings.number("expected", -1, least=-1),
        settings.number("restored", 0),
        settings.text("reason"),
        settings.text("verdict"),
        settings.text("certificate"),
    )
