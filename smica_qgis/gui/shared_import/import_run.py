"""The import beside the window: the tables are opened, read and written in the working thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal

from smica_qgis.gui.operation_run import OperationRun
from smica_qgis.gui.operation_task import TaskProgress
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.field_mapping.import_report import TableReport
    from smica_qgis.core.field_mapping.mapping import FieldMapping
    from smica_qgis.core.progress import Progress


@dataclass(frozen=True)
class ImportJob:
    """What the dialog asks. subject: key of a Subject; tables, mappings: by kind of rows."""

    store: str
    subject: str
    tables: Mapping[str, str]
    mappings: Mapping[str, FieldMapping] = field(default_factory=dict)
    spanc: str = ""
    source: str = "CSV"
    mode: str = "merge"
    dry_run: bool = False


def import_tables(job: ImportJob, progress: Progress) -> TableReport:
    """Carry out a job. Called in a working thread; the imports of modules are made then. Raises SmicaError."""
    from smica_qgis.core.ads.fields import DOSSIER
    from smica_qgis.core.anc.fields import CONTROL, INSTALLATION
    from smica_qgis.operations.import_ads import AdsRequest, import_ads
    from smica_qgis.operations.import_anc import AncRequest, import_anc
    from smica_qgis.operations.import_dossier_details import DetailsRequest, import_dossier_details
    from smica_qgis.operations.shared_import.table_source import open_source

    # one table for two kinds is opened once: the imports know by it that their rows are the same
    opened = {address: open_source(address) for address in dict.fromkeys(job.tables.values())}
    tables = {kind: opened[address] for kind, address in job.tables.items()}
    if job.subject == "anc":
        anc = AncRequest(
            job.store,
            job.spanc,
            tables.get(INSTALLATION),
            tables.get(CONTROL),
            job.mappings.get(INSTALLATION, ""),
            job.mappings.get(CONTROL, ""),
            job.mode,
            job.dry_run,
        )
        return import_anc(anc, progress)
    if job.subject == "ads":
        mapping = job.mappings.get(DOSSIER, "")
        ads = AdsRequest(job.store, tables[DOSSIER], mapping, job.source, mode=job.mode, dry_run=job.dry_run)
        return import_ads(ads, progress)
    kind = job.subject
    mapping = job.mappings.get(kind, "")
    details = DetailsRequest(job.store, kind, tables[kind], mapping, job.spanc, dry_run=job.dry_run)
    return import_dossier_details(details, progress)


class ImportRun(OperationRun):
    """At most one import at a time. Besides the signals of OperationRun: began. ended gives the TableReport."""

    began = pyqtSignal()

    def start(self, job: ImportJob) -> None:
        """Start an import, unless one is running."""
        if self.is_running:
            return

        def operation(progress: TaskProgress) -> TableReport:
            return import_tables(job, progress)

        self._begin(tr("SMICA: import into the shared store"), operation, self.began.emit)
