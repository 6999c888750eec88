"""The catalogue of metadata where sheets are published."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.publishing.given_settings import GivenSettings

_TIMEOUT = 30


@dataclass(frozen=True)
class CatalogueSettings:
    """url: of its CSW 2.0.2; publication_url: where it takes transactions, empty = as its capabilities say.

    authcfg: of QGIS' authentication; timeout: seconds of silence after which it is given up; metadata: what completes
    the sheets.
    """

    url: str
    authcfg: str = ""
    publication_url: str = ""
    timeout: int = _TIMEOUT
    metadata: GivenMetadata = field(default_factory=GivenMetadata)


def read(given: object) -> CatalogueSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    optional = ("authcfg", "publication_url", "timeout", "metadata")
    settings = GivenSettings("catalogue", given, required=("url",), optional=optional)
    return CatalogueSettings(
        url=settings.address("url"),
        authcfg=settings.text("authcfg"),
        publication_url=settings.address("publication_url"),
        timeout=settings.number("timeout", _TIMEOUT, least=1),
        metadata=read_given_metadata(settings.mapping("metadata")),
    )
