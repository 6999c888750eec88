"""Fetch the cadastre of a commune or a department from Etalab, and import it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from smica_qgis.core.cadastre.objects import TABLES, ObjectType
from smica_qgis.core.cadastre.parcel_id import is_insee
from smica_qgis.core.cadastre.sheet import LAMBERT_93
from smica_qgis.core.errors import InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.geodata.cadastre.etalab_file import ETALAB_TYPES
from smica_qgis.host.network import NetworkError, NetworkSession
from smica_qgis.operations.cadastre.import_report import ImportReport, InputResult, InputState
from smica_qgis.operations.import_cadastre import MERGE, CadastreRequest, import_cadastre

ADDRESS = (
    "https://cadastre.data.gouv.fr/data/etalab-cadastre/{millesime}/geojson/{niveau}/{dossier}/"
    "cadastre-{code}-{couche}.json.gz"
)
"""{niveau}: communes or departements; {dossier}: 12/12202 or 12; {code}: 12202 or 12; {couche}: parcelles…"""
LATEST = "latest"
_DEPARTMENT = re.compile(r"0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]")
_MILLESIME = re.compile(r"latest|\d{4}-\d{2}-\d{2}")
_PLACES = ("{code}", "{couche}")
_MOST_OCTETS = 2 * 1024**3
_SILENCE_MS = 60_000
_OVERSEAS = "97"
_MANDATORY = "parcelles"


@dataclass(frozen=True)
class DownloadRequest:
    """What is asked.

    territory: INSEE code of a commune, or department; address: template; millesime: latest, or the date of an issue;
    the rest as for an import.
    """

    territory: str
    store: str
    address: str = ADDRESS
    millesime: str = LATEST
    mode: str = MERGE
    wanted: Collection[ObjectType] = tuple(TABLES)
    srid: int = LAMBERT_93


def download_cadastre(request: DownloadRequest, progress: Progress | None = None) -> ImportReport:
    """Fetch, then import. A layer that the server does not have is named in the report, parcels excepted.

    Raises InvalidParameterError, NetworkError, StoreError, CancelledError.
    """
    progress = progress or SilentProgress()
    layers = [layer for layer, kind in ETALAB_TYPES.items() if kind in request.wanted]
    addresses = [(layer, address_of(request, layer)) for layer in layers]
    absent: list[InputResult] = []
    issue = "" if request.millesime == LATEST else request.millesime
    with tempfile.TemporaryDirectory(prefix="smica_cadastre_") as work:
        progress.phase(f"Téléchargement du cadastre de {request.territory}", len(addresses))
        with NetworkSession(progress.cancelled, timeout_ms=_SILENCE_MS, most_octets=_MOST_OCTETS) as session:
            for done, (layer, address) in enumerate(addresses, 1):
                try:
                    answer = session.answer(address)
                except NetworkError as error:
                    if layer == _MANDATORY or error.status != HTTPStatus.NOT_FOUND:
                        raise
                    absent.append(InputResult(address, InputState.REFUSED, layer, message=error.message))
                    continue
                issue = issue or answer.last_modified[:10]
                path = Path(work) / f"cadastre-{request.territory}-{layer}.json.gz"
                _write(path, answer.content)
                progress.advance(done)
        report = import_cadastre(
            CadastreRequest([Path(work)], request.store, request.mode, issue, request.wanted, srid=request.srid),
            progress,
        )
    report.results += absent
    return report


def address_of(request: DownloadRequest, layer: str) -> str:
    """The address of a layer. Raises InvalidParameterError."""
    territory = request.territory.upper()
    if not is_insee(territory) and not _DEPARTMENT.fullmatch(territory):
        message = f"« {request.territory} » n'est ni une commune (12202) ni un département (12, 2A, 974)."
        raise InvalidParameterError(message)
    if not _MILLESIME.fullmatch(request.millesime):
        message = f"Le millésime « {request.millesime} » s'écrit latest ou avec une date (2025-09-01)."
        raise InvalidParameterError(message)
    missing = [place for place in _PLACES if place not in request.address]
    if missing or urlsplit(request.address).scheme not in ("http", "https"):
        message = "L'adresse du cadastre doit être en http(s) et contenir {code} et {couche}."
        raise InvalidParameterError(message)
    department = territory[:3] if territory.startswith(_OVERSEAS) else territory[:2]
    commune = is_insee(territory)
    values = {
        "{millesime}": request.millesime,
        "{niveau}": "communes" if commune else "departements",
        "{dossier}": f"{department}/{territory}" if commune else department,
        "{code}": territory,
        "{couche}": layer,
    }
    address = request.address
    for place, value in values.items():
        address = address.replace(place, value)
    return address


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        message = "Le cadastre téléchargé ne peut être écrit : vérifiez la place sur le disque."
        raise SmicaError(message, str(error)) from error
