"""Where archives for the Géoportail de l'urbanisme are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from smica_qgis.core.planning.given_metadata import GivenMetadata, read_given_metadata
from smica_qgis.publishing.given_settings import GivenSettings


@dataclass(frozen=True)
class ArchiveSettings:
    """folder: where the zips are written; metadata: what completes the sheet of each document."""

    folder: Path
    metadata: GivenMetadata = field(default_factory=GivenMetadata)


def read(given: object) -> ArchiveSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    settings = GivenSettings("archive", given, required=("folder",), optional=("metadata",))
    return ArchiveSettings(Path(settings.text("folder")), read_given_metadata(settings.mapping("metadata")))
