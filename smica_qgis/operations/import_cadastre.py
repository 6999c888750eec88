"""Import the cadastre into the store: PCI EDIGEO sheets and Etalab files.

What the store already holds is not read again. Each sheet is one transaction: a sheet that cannot be read is named
and the others are done; an import that is stopped or killed keeps the sheets that were done, and resumes with them.
"""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.cadastre.objects import TABLES, ObjectType
from smica_qgis.core.cadastre.sheet import LAMBERT_93
from smica_qgis.core.errors import CancelledError, InvalidParameterError
from smica_qgis.core.merging import MERGE, REPLACE, check_mode
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.database.open_store import open_store
from smica_qgis.database.postgis_connection import is_postgis_address, read_address
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.etalab_file import ETALAB_TYPES, read_etalab_file
from smica_qgis.geodata.cadastre.inputs import CadastreInput, InputKind, list_inputs
from smica_qgis.geodata.cadastre.plugin_tables import is_spatialite
from smica_qgis.operations.cadastre.import_report import ImportReport, InputResult, InputState, changes_as_json
from smica_qgis.operations.cadastre.linking import communes_to_link, link_buildings_of
from smica_qgis.operations.cadastre.plugin_source import import_plugin_database
from smica_qgis.operations.cadastre.reading import Outcome, ReadingRequest, read_ahead
from smica_qgis.operations.cadastre.writing import CURRENT, ETALAB, LotWriter

_ISSUE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_DEPARTMENT = re.compile(r"\d[\dAB]", re.ASCII)


@dataclass(frozen=True)
class CadastreRequest:
    """What is asked.

    paths: files, folders, zips, and databases of the extension Cadastre (SpatiaLite files, connections to PostGIS);
    store: its address; mode: merge (the sheets given take the place of the same sheets)
    or replace (the communes given hold nothing else); millesime: 2025-09 or so, else the date of each sheet; wanted:
    kinds of objects; department: for sheets whose name does not say it; srid: of a new store; link: whether each
    building gets its parcel.
    """

    paths: Sequence[Path | str]
    store: str
    mode: str = MERGE
    millesime: str = ""
    wanted: Collection[ObjectType] = tuple(TABLES)
    department: str = ""
    srid: int = LAMBERT_93
    link: bool = True


def import_cadastre(request: CadastreRequest, progress: Progress | None = None) -> ImportReport:
    """Import, and say what was done of each input.

    Raises InvalidParameterError, StoreError, CancelledError (what was done stays).
    """
    progress = progress or SilentProgress()
    _check(request)
    for item in request.paths:
        _shown(item)  # refuses an address with a password before anything is opened or kept
    progress.phase("Recherche des feuilles et des fichiers")
    databases = [str(item) for item in request.paths if is_database(item)]
    inputs, ignored = list_inputs([Path(item) for item in request.paths if not is_database(item)], progress)
    if not inputs and not databases:
        message = "Il n'y a ni feuille EDIGEO ni fichier d'Etalab à importer dans ce qui est donné."
        raise InvalidParameterError(message, ", ".join(ignored[:20]))
    with open_store(request.store, srid=request.srid) as store:
        report = ImportReport(store.name, request.mode, request.millesime, now())
        report.results += [InputResult(name, InputState.IGNORED) for name in ignored]
        with _recorded(store, request, report) as import_id:
            writer = LotWriter(store, report, import_id, progress)
            try:
                for address in databases:
                    progress.phase(f"Lecture de la base {Path(address).name}")
                    report.results += import_plugin_database(address, request.wanted, store, writer, progress)
                _import(request, inputs, store, writer, progress, report)
            finally:
                report.changes = writer.changes.by_commune()
        return report


def is_database(item: Path | str) -> bool:
    """Whether an input is a database of the extension Cadastre, by its address or by what the file is."""
    return is_postgis_address(str(item)) or is_spatialite(Path(item))


def _shown(item: Path | str) -> str:
    """An input as the history names it. Raises InvalidParameterError, StoreError."""
    return read_address(str(item))[2] if is_postgis_address(str(item)) else Path(item).name


def _import(
    request: CadastreRequest,
    inputs: Sequence[CadastreInput],
    store: Store,
    writer: LotWriter,
    progress: Progress,
    report: ImportReport,
) -> None:
    progress.phase(f"Import de {len(inputs)} feuilles et fichiers", len(inputs))
    reading = ReadingRequest(_known(store), request.wanted, request.department, store.srid)
    with _timed(report, "import"):
        for done, outcome in enumerate(read_ahead(inputs, reading, progress), 1):
            report.results.append(_take(outcome, request, store, writer, progress))
            progress.advance(done)
        if request.mode == REPLACE:
            writer.remove_other_sheets(refused=report.count(InputState.REFUSED) > 0)
    to_link = communes_to_link(store) | set(writer.touched) if request.link else set()
    if to_link:
        progress.phase("Parcelle de chaque bâtiment", len(to_link))
        with _timed(report, "liens"):
            report.buildings, report.linked = link_buildings_of(to_link, store, progress)
    if writer.touched:
        progress.phase("Statistiques de la base")
        with _timed(report, "statistiques"), store.transaction():
            store.refresh_statistics()


def _take(
    outcome: Outcome, request: CadastreRequest, store: Store, writer: LotWriter, progress: Progress
) -> InputResult:
    """Write one input, or say why not."""
    result = InputResult(outcome.input.name, InputState.IMPORTED, outcome.input.content)
    if outcome.known or _was_written(store, outcome.fingerprint):
        result.state = InputState.KNOWN
        return result
    try:
        if outcome.refusal is not None:
            raise outcome.refusal
        if outcome.input.kind is InputKind.ETALAB:
            _write_etalab(outcome, request, store, writer, result, progress)
        else:
            writer.write_sheet(outcome, result)
    except UnreadableSheetError as error:
        result.state, result.message, result.details = InputState.REFUSED, error.message, error.details
        result.objects.clear()
    return result


def _write_etalab(
    outcome: Outcome,
    request: CadastreRequest,
    store: Store,
    writer: LotWriter,
    result: InputResult,
    progress: Progress,
) -> None:
    layer = outcome.input.content.partition("/")[2]
    if ETALAB_TYPES[layer] not in request.wanted:
        result.state, result.message = InputState.IGNORED, "cette couche n'est pas demandée"
        return
    with _on_disk(outcome.input) as path:
        batches = read_etalab_file(path, layer, store.srid, progress)
        writer.write_batches(ETALAB, outcome, outcome.input.content, batches, result)


@contextmanager
def _on_disk(item: CadastreInput) -> Iterator[Path]:
    """The file of an input; that of a zip is written aside first."""
    if item.path is not None:
        yield item.path
        return
    with tempfile.TemporaryDirectory(prefix="smica_etalab_") as work:
        path = Path(work) / "member"
        path.write_bytes(next(iter(item.parts.values()))())
        yield path


def _was_written(store: Store, fingerprint: str) -> bool:
    """Whether the same import has written the same content already: a sheet given twice, in a folder and in a zip."""
    query = "SELECT 1 FROM cad_lot WHERE empreinte = :fingerprint AND etat = :etat"
    return next(iter(store.rows(query, {"fingerprint": fingerprint, "etat": CURRENT})), None) is not None


def _known(store: Store) -> frozenset[str]:
    rows = store.rows("SELECT empreinte FROM cad_lot WHERE etat = :etat", {"etat": CURRENT})
    return frozenset(fingerprint for (fingerprint,) in rows)


def _check(request: CadastreRequest) -> None:
    """Raises InvalidParameterError for what would be written as it is in every row."""
    check_mode(request.mode)
    if request.millesime and not _ISSUE.fullmatch(request.millesime):
        message = f"Le millésime « {request.millesime} » n'est pas une date : écrivez 2025-09-01, 2025-09 ou 2025."
        raise InvalidParameterError(message)
    if request.department and not _DEPARTMENT.fullmatch(request.department):
        message = f"Le département « {request.department} » s'écrit de deux caractères : 12, 2A, 97."
        raise InvalidParameterError(message)


@contextmanager
def _recorded(store: Store, request: CadastreRequest, report: ImportReport) -> Iterator[int]:
    """Keep the import in the history, however it ends."""
    with store.transaction():
        import_id = store.insert_one(
            "cad_import",
            {
                "commence_le": report.started,
                "entree": ", ".join(_shown(item) for item in request.paths)[:1000],
                "mode": request.mode,
                "millesime": request.millesime or None,
                "etat": "en cours",
            },
        )
    state = "interrompu"
    try:
        yield import_id
        state = "partiel" if report.count(InputState.REFUSED) else "terminé"
    except CancelledError:
        state = "arrêté"
        raise
    finally:
        report.ended = now()
        with store.transaction():
            store.execute(
                "UPDATE cad_import SET termine_le = :ended, etat = :state, lus = :read, connus = :known, "
                "refuses = :refused, rapport = :changes WHERE fid = :id",
                {
                    "ended": report.ended,
                    "state": state,
                    "read": report.count(InputState.IMPORTED),
                    "known": report.count(InputState.KNOWN),
                    "refused": report.count(InputState.REFUSED),
                    "changes": json.dumps(changes_as_json(report)) if report.changes else None,
                    "id": import_id,
                },
            )


@contextmanager
def _timed(report: ImportReport, phase: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        report.seconds[phase] = round(time.perf_counter() - start, 3)
