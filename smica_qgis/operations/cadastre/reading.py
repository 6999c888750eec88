"""Read inputs of the cadastre in threads, ahead of what is written, a few at a time so that memory stays bounded."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWorking
from dataclasses import dataclass

from smica_qgis.core.cadastre.objects import TABLES, ObjectType
from smica_qgis.core.errors import CancelledError, SmicaError
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.cadastre.edigeo_sheet import ReadSheet, read_edigeo_sheet
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.inputs import CadastreInput, InputKind
from smica_qgis.geodata.cadastre.unpacking import unpack_sheet

MOST_WORKERS = 4
_AHEAD = 2
_TURN = 0.2
"""Seconds between two looks at whether the person asked to stop."""


@dataclass(frozen=True)
class ReadingRequest:
    """What is read, and how.

    known: fingerprints of what the store already holds; wanted: kinds of objects; department: for sheets whose name
    does not say it; srid: of the store.
    """

    known: frozenset[str]
    wanted: Collection[ObjectType]
    department: str
    srid: int


@dataclass
class Outcome:
    """An input once looked at. sheet: of EDIGEO; an Etalab file is read by whoever writes it, piece by piece."""

    input: CadastreInput
    fingerprint: str = ""
    known: bool = False
    sheet: ReadSheet | None = None
    refusal: SmicaError | None = None
    cancelled: bool = False


def read_ahead(inputs: Sequence[CadastreInput], request: ReadingRequest, progress: Progress) -> Iterator[Outcome]:
    """Look at inputs in threads and give what was found in their order. Raises CancelledError."""
    workers = max(1, min(MOST_WORKERS, os.cpu_count() or 1))
    pool = ThreadPoolExecutor(workers, thread_name_prefix="smica_cadastre")
    waiting: deque[Future[Outcome]] = deque()
    remaining = iter(inputs)
    try:
        while True:
            while len(waiting) < workers + _AHEAD:
                item = next(remaining, None)
                if item is None:
                    break
                waiting.append(pool.submit(_look_at, item, request, progress))
            if not waiting:
                return
            outcome = _result(waiting.popleft(), progress)
            if outcome.cancelled:
                raise CancelledError
            yield outcome
    finally:
        for future in waiting:
            future.cancel()
        pool.shutdown()


def _result(future: Future[Outcome], progress: Progress) -> Outcome:
    while True:
        stop_if_cancelled(progress)
        try:
            return future.result(_TURN)
        except StillWorking:
            continue


def _look_at(item: CadastreInput, request: ReadingRequest, progress: Progress) -> Outcome:
    outcome = Outcome(item)
    try:
        content = item.fingerprint(progress)
        outcome.fingerprint = content + _mark(request.wanted)
        if not request.known.isdisjoint((content, outcome.fingerprint)):
            outcome.known = True
        elif item.kind is not InputKind.ETALAB:
            outcome.sheet = _read_sheet(item, request, progress)
    except UnreadableSheetError as error:
        # a new one: the traceback of the first holds objects of GDAL, which must not outlive their thread
        outcome.refusal = UnreadableSheetError(error.message, error.details)
    except CancelledError:
        outcome.cancelled = True
    return outcome


def _mark(wanted: Collection[ObjectType]) -> str:
    """What a fingerprint ends with when only some kinds of objects were taken: asking for more is another reading."""
    bits = sum(1 << place for place, kind in enumerate(TABLES) if kind in wanted)
    return "" if bits == (1 << len(TABLES)) - 1 else f"-{bits:x}"


def _read_sheet(item: CadastreInput, request: ReadingRequest, progress: Progress) -> ReadSheet:
    if item.kind is InputKind.EDIGEO_ARCHIVE:
        files = unpack_sheet(next(iter(item.parts.values()))(), progress)
    else:
        files = {name: read() for name, read in item.parts.items()}
    department = item.content[:2] or request.department
    return read_edigeo_sheet(files, department, request.wanted, request.srid, progress)
