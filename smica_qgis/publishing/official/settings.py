"""The service that runs the official tool: the Validation API of the Géoplateforme."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.document_model.fetched import GEOPORTAIL
from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.publishing.given_settings import GivenSettings

GEOPLATEFORME = "https://data.geopf.fr/validation/api"
_WAIT, _TIMEOUT, _RETENTION, _POLL = 900, 120, 7, 5


@dataclass(frozen=True)
class OfficialSettings:
    """url: of the API; authcfg: of QGIS' authentication (OAuth2 or bearer); model_url: of a model, with `{name}`.

    wait_seconds: how long a validation may take; poll_seconds: between two looks; timeout: seconds of silence after
    which the server is given up; retention: days for which the service keeps the archive.
    """

    url: str = GEOPLATEFORME
    authcfg: str = ""
    model_url: str = GEOPORTAIL
    wait_seconds: int = _WAIT
    poll_seconds: int = _POLL
    timeout: int = _TIMEOUT
    retention: int = _RETENTION
    metadata: GivenMetadata = field(default_factory=GivenMetadata)


def read(given: object) -> OfficialSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    optional = ("url", "authcfg", "model_url", "wait_seconds", "poll_seconds", "timeout", "retention", "metadata")
    settings = GivenSettings("official", given, required=(), optional=optional)
    model_url = settings.address("model_url", GEOPORTAIL)
    if "{name}" not in model_url:
        raise settings.refused("model_url", "une adresse qui contient {name}")
    return OfficialSettings(
        url=settings.address("url", GEOPLATEFORME),
        authcfg=settings.text("authcfg"),
        model_url=model_url,
        wait_seconds=settings.number("wait_seconds", _WAIT, least=1),
        poll_seconds=settings.number("poll_seconds", _POLL),
        timeout=settings.number("timeout", _TIMEOUT, least=1),
        retention=settings.number("retention", _RETENTION, least=1),
        metadata=read_given_metadata(settings.mapping("metadata")),
    )
