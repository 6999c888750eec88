"""Import the filiation of parcels (DFI of the DGFiP) into the store: what became of a parcel that is no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from smica_qgis.core.cadastre.filiation import Filiation, UnreadableLines, read_filiation
from smica_qgis.core.cadastre.sheet import LAMBERT_93
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.database.open_store import open_store
from smica_qgis.database.store import Store
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.filiation_files import list_filiation_files, opened_filiation

DFI = "DFI"
_AT_A_TIME = 5000


@dataclass(frozen=True)
class FiliationRequest:
    """What is asked. paths: texts, zips and folders of them; store: its address; srid: of a new store."""

    paths: Sequence[Path]
    store: str
    srid: int = LAMBERT_93


@dataclass
class FiliationFile:
    """What was done of a file. relations: written; refusal: why nothing was."""

    name: str
    relations: int = 0
    unreadable: UnreadableLines = field(default_factory=UnreadableLines)
    refusal: str = ""


@dataclass
class FiliationReport:
    """What was done of all. communes: INSEE codes whose filiation is now that of the files."""

    store: str
    files: list[FiliationFile] = field(default_factory=list)
    communes: set[str] = field(default_factory=set)

    @property
    def relations(self) -> int:
        """Relations written."""
        return sum(file.relations for file in self.files)

    @property
    def refused(self) -> int:
        """Files of which nothing was taken."""
        return sum(bool(file.refusal) for file in self.files)


def import_filiation(request: FiliationRequest, progress: Progress | None = None) -> FiliationReport:
    """Import, one transaction a file; what the store held of the communes of the files goes.

    A file that cannot be read is named and the others are done. Raises InvalidParameterError, StoreError,
    CancelledError (the files that were done stay).
    """
    progress = progress or SilentProgress()
    paths = list_filiation_files(request.paths)
    with open_store(request.store, srid=request.srid) as store:
        report = FiliationReport(store.name)
        progress.phase("Import de la filiation", len(paths))
        for done, path in enumerate(paths, 1):
            report.files.append(_import_file(path, store, report, progress))
            progress.advance(done)
    return report


def _import_file(path: Path, store: Store, report: FiliationReport, progress: Progress) -> FiliationFile:
    file = FiliationFile(path.name)
    before = set(report.communes)
    try:
        with store.transaction(lambda: stop_if_cancelled(progress)), opened_filiation(path) as lines:
            _write(read_filiation(lines, file.unreadable), store, file, report, progress)
    except UnreadableSheetError as error:
        file.relations, file.refusal = 0, error.message
        report.communes = before
    return file


def _write(
    relations: Iterator[Filiation], store: Store, file: FiliationFile, report: FiliationReport, progress: Progress
) -> None:
    while batch := list(islice(relations, _AT_A_TIME)):
        stop_if_cancelled(progress)
        communes = {relation.idu14_mere[:5] for relation in batch}
        _forget(store, communes - report.communes)
        report.communes |= communes
        file.relations += store.insert("cad_filiation", (*Filiation._fields, "source"), _rows(batch))
    if not file.relations:
        message = "ce n'est pas un fichier de filiation (DFI), ou il ne contient aucune parcelle"
        raise UnreadableSheetError(message)


def _forget(store: Store, communes: set[str]) -> None:
    for insee in sorted(communes):
        store.execute(
            "DELETE FROM cad_filiation WHERE source = :source AND idu14_mere >= :first AND idu14_mere < :last",
            {"source": DFI, "first": insee, "last": f"{insee}a"},  # a range: the index serves
        )


def _rows(batch: Sequence[Filiation]) -> Iterator[tuple[str | None, ...]]:
    return ((*relation, DFI) for relation in batch)
