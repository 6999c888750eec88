"""Where the project of QGIS Server is written, how it reaches the store, and what the service says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from smica_qgis.publishing.given_settings import GivenSettings

TITLE = "Urbanisme en vigueur"
ABSTRACT = (
    "Documents d'urbanisme et servitudes d'utilité publique en vigueur, tels qu'ils sont dans la base commune. Seuls "
    "les documents opposables font foi."
)
SYSTEMS = ("EPSG:2154", "EPSG:3857", "EPSG:4326", "EPSG:3943", "EPSG:3944", "EPSG:3945")
"""Lambert-93, that of web maps, longitudes and latitudes, and the conic systems around the forty-fourth parallel."""
_SERVICE = re.compile(r"[\w.-]+")
_SYSTEM = re.compile(r"EPSG:\d{4,6}")


@dataclass(frozen=True)
class ServiceSettings:
    """project: the .qgs to write; url: of the service for reading back, empty when it is not running yet.

    pg_service: name of the PostgreSQL service by which the server reaches a PostGIS store; empty for that of the
    address of the store, or for a GeoPackage. systems: EPSG codes that the service offers. profile: the source profile
    to write for the members, None for none.
    """

    project: Path
    url: str = ""
    authcfg: str = ""
    pg_service: str = ""
    title: str = TITLE
    abstract: str = ABSTRACT
    organisation: str = ""
    contact: str = ""
    mail: str = ""
    licence: str = ""
    systems: tuple[str, ...] = field(default=SYSTEMS)
    profile: Path | None = None


def read(given: object) -> ServiceSettings:
    """Read the settings. Raises InvalidParameterError that names the key."""
    words = ("title", "abstract", "organisation", "contact", "mail", "licence")
    optional = ("url", "authcfg", "pg_service", "crs", "profile", *words)
    settings = GivenSettings("service", given, required=("project",), optional=optional)
    project = Path(settings.text("project"))
    if project.suffix.lower() != ".qgs":
        raise settings.refused("project", "le chemin d'un projet .qgs")
    service = settings.text("pg_service")
    if service and not _SERVICE.fullmatch(service):
        raise settings.refused("pg_service", "le nom d'un service PostgreSQL")
    systems = tuple(dict.fromkeys(settings.text("crs", " ".join(SYSTEMS)).upper().replace(",", " ").split()))
    if not systems or not all(_SYSTEM.fullmatch(system) for system in systems):
        raise settings.refused("crs", "une liste de codes EPSG (EPSG:2154 EPSG:3857)")
    profile = Path(settings.text("profile")) if settings.has("profile") else None
    if profile is not None and (profile.suffix.lower() != ".json" or not settings.has("url")):
        raise settings.refused("profile", "le chemin d'un fichier .json, avec l'adresse « url » du service")
    settings.address("url")  # checked; kept as given: the bar that ends an address may be what tells two services apart
    return ServiceSettings(
        project=project,
        url=settings.text("url"),
        authcfg=settings.text("authcfg"),
        pg_service=service,
        title=settings.text("title", TITLE),
        abstract=settings.text("abstract", ABSTRACT),
        organisation=settings.text("organisation"),
        contact=settings.text("contact"),
        mail=settings.text("mail"),
        licence=settings.text("licence"),
        systems=systems,
        profile=profile,
    )
