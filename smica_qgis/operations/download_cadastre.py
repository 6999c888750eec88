"""Fetch the cadastre of a commune or a department, and import it.

What was fetched is kept for a while: a file that did not change is not fetched again, one that was cut is taken up.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path

from qgis.core import QgsApplication

from smica_qgis.core.cadastre.download_formats import ETALAB, FORMATS, LATEST
from smica_qgis.core.cadastre.objects import TABLES, ObjectType
from smica_qgis.core.cadastre.sheet import LAMBERT_93
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.merging import MERGE
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.geodata.cadastre.etalab_file import ETALAB_TYPES
from smica_qgis.host.network import NetworkError, NetworkSession
from smica_qgis.host.network_file import FetchedFile, fetch_file, forget_file
from smica_qgis.host.settings import PREFIX
from smica_qgis.operations.cadastre.download_addresses import address_of, template_of
from smica_qgis.operations.cadastre.import_report import ImportReport, InputResult, InputState
from smica_qgis.operations.import_cadastre import CadastreRequest, import_cadastre
from smica_qgis.operations.open_catalogue import open_catalogue

_MOST_OCTETS = 2 * 1024**3
_SILENCE_MS = 60_000
_MANDATORY = "parcelles"
_KEPT_SECONDS = 100 * 24 * 3600
"""A little more than the quarter that an issue lasts."""


@dataclass(frozen=True)
class DownloadRequest:
    """What is asked.

    territory: INSEE code of a commune, or department; format: etalab or edigeo; address: template, empty = that of the
    source profiles, else the national one; millesime: latest, or the date of an issue; the rest as for an import.
    """

    territory: str
    store: str
    format: str = ETALAB
    address: str = ""
    millesime: str = LATEST
    mode: str = MERGE
    wanted: Collection[ObjectType] = tuple(TABLES)
    srid: int = LAMBERT_93


@dataclass(frozen=True)
class _Wanted:
    """A file to fetch. layer: of Etalab, or empty."""

    address: str
    name: str
    layer: str = ""


def download_folder() -> Path:
    """Where the files are kept, in the profile of the user. It may not exist yet."""
    return Path(QgsApplication.qgisSettingsDirPath()) / PREFIX / "downloads"


def download_cadastre(request: DownloadRequest, progress: Progress | None = None) -> ImportReport:
    """Fetch, then import. A layer that the server does not have is named in the report, parcels excepted.

    Raises InvalidParameterError, NetworkError, StoreError, CancelledError.
    """
    progress = progress or SilentProgress()
    request = replace(request, territory=request.territory.upper())
    wanted = list(_wanted(request, _template(request, progress)))
    _forget_old_files()
    fetched, absent = _fetch(request, wanted, progress)
    paths = [file.path for file in fetched]
    issue = "" if request.millesime == LATEST else request.millesime
    if request.format == ETALAB and not issue:
        issue = next((file.last_modified[:10] for file in fetched if file.last_modified), "")
    asked = CadastreRequest(paths, request.store, request.mode, issue, request.wanted, srid=request.srid)
    report = import_cadastre(asked, progress)
    if report.count(InputState.REFUSED):
        for path in paths:  # perhaps cut on its way: the next download takes it anew
            forget_file(path)
    report.results += absent
    return report


def _template(request: DownloadRequest, progress: Progress) -> str:
    if request.format not in FORMATS:
        message = f"Le format « {request.format} » n'existe pas : écrivez {' ou '.join(FORMATS)}."
        raise InvalidParameterError(message)
    if request.address:
        return request.address
    return template_of(request.format, open_catalogue(cancelled=progress.cancelled).profile.downloads)


def _wanted(request: DownloadRequest, template: str) -> Iterator[_Wanted]:
    territory, millesime = request.territory, request.millesime
    if request.format == ETALAB:
        for layer, kind in ETALAB_TYPES.items():
            if kind in request.wanted:
                address = address_of(template, ETALAB, territory, millesime, layer)
                yield _Wanted(address, f"cadastre-{territory}-{layer}.json.gz", layer)
    else:
        yield _Wanted(address_of(template, request.format, territory, millesime), f"edigeo-{territory}.zip")


def _fetch(
    request: DownloadRequest, wanted: list[_Wanted], progress: Progress
) -> tuple[list[FetchedFile], list[InputResult]]:
    """Files that are there, and layers that the server does not have."""
    fetched: list[FetchedFile] = []
    absent: list[InputResult] = []
    progress.phase(f"Téléchargement du cadastre de {request.territory}", len(wanted))
    with NetworkSession(progress.cancelled, timeout_ms=_SILENCE_MS, most_octets=_MOST_OCTETS) as session:
        for done, file in enumerate(wanted, 1):
            try:
                fetched.append(fetch_file(session, file.address, download_folder() / file.name, _MOST_OCTETS))
            except NetworkError as error:
                if error.status != HTTPStatus.NOT_FOUND:
                    raise
                if file.layer in ("", _MANDATORY):
                    raise _no_cadastre(request, error) from error
                absent.append(InputResult(file.name, InputState.REFUSED, file.layer, message=error.message.rstrip(".")))
            progress.advance(done)
    return fetched, absent


def _no_cadastre(request: DownloadRequest, error: NetworkError) -> NetworkError:
    message = (
        f"Le serveur n'a pas de cadastre {request.format} pour « {request.territory} » (millésime "
        f"{request.millesime}) : vérifiez le code et le millésime. {error.message}"
    )
    return NetworkError(message, error.details, error.status)


def _forget_old_files() -> None:
    """An issue is replaced every quarter: what nobody asked for since then only takes room."""
    oldest = time.time() - _KEPT_SECONDS
    with suppress(OSError):
        for path in download_folder().glob("*"):
            if path.stat().st_mtime < oldest:
                path.unlink()
