"""Where the feed is written, and where the Géoportail will read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.publishing.given_settings import GivenSettings

PAGE = 100
_TIMEOUT = 60


@dataclass(frozen=True)
class FeedSettings:
    """folder, or url: of a WebDAV folder; public_url: address of that folder for the readers of the feed.

    authcfg: of QGIS' authentication, for the WebDAV; title: of the feed; author: who publishes it; page: entries of a
    page; timeout: seconds of silence after which the server is given up; metadata: what completes the sheets.
    """

    public_url: str
    folder: Path | None = None
    url: str = ""
    authcfg: str = ""
    title: str = "Documents d'urbanisme"
    author: str = ""
    page: int = PAGE
    timeout: int = _TIMEOUT
    metadata: GivenMetadata = field(default_factory=GivenMetadata)


def read(given: object) -> FeedSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    optional = ("folder", "url", "authcfg", "title", "author", "page", "timeout", "metadata")
    settings = GivenSettings("feed", given, required=("public_url",), optional=optional)
    if settings.has("folder") == settings.has("url"):
        message = "Cible feed : donnez soit « folder » (un dossier), soit « url » (un dossier WebDAV)."
        raise InvalidParameterError(message)
    metadata = read_given_metadata(settings.mapping("metadata"))
    return FeedSettings(
        public_url=settings.address("public_url"),
        folder=Path(settings.text("folder")) if settings.has("folder") else None,
        url=settings.address("url"),
        authcfg=settings.text("authcfg"),
        title=settings.text("title", FeedSettings.title),
        author=settings.text("author") or metadata.organisation,
        page=settings.number("page", PAGE, least=1),
        timeout=settings.number("timeout", _TIMEOUT, least=1),
        metadata=metadata,
    )
