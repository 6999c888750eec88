"""Import the plan that a database of the extension Cadastre of QGIS already holds."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from smica_qgis.core.cadastre.objects import ObjectType
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store
from smica_qgis.geodata.cadastre.errors import UnreadableSheetError
from smica_qgis.geodata.cadastre.inputs import CadastreInput, InputKind
from smica_qgis.geodata.cadastre.plugin_tables import (
    TABLES_OF_PLUGIN,
    PluginDatabase,
    SpatialitePlugin,
    read_plugin_table,
)
from smica_qgis.operations.cadastre.import_report import InputResult, InputState
from smica_qgis.operations.cadastre.reading import Outcome
from smica_qgis.operations.cadastre.writing import PLUGIN, LotWriter


def import_plugin_database(
    address: str, wanted: Collection[ObjectType], store: Store, writer: LotWriter, progress: Progress
) -> Iterator[InputResult]:
    """Import table by table, one transaction each. address: path of a SpatiaLite, or connection to PostGIS.

    Raises StoreError, CancelledError. What cannot be read is a refused result.
    """
    try:
        with _opened(address, store.srid) as database:
            for kind, (table, _, _) in TABLES_OF_PLUGIN.items():
                if kind not in wanted or not database.has(table):
                    continue
                stop_if_cancelled(progress)
                name = f"{database.name}/{table}"
                # a database changes under its name: it is read again each time
                mark = hashlib.blake2b(f"{name}{now()}".encode(), digest_size=32).hexdigest()
                outcome = Outcome(CadastreInput(name, InputKind.DATABASE, table, {}), mark)
                result = InputResult(name, InputState.IMPORTED)
                writer.write_batches(PLUGIN, outcome, table, read_plugin_table(database, kind), result)
                yield result
    except UnreadableSheetError as error:
        yield InputResult(Path(address).name, InputState.REFUSED, message=error.message, details=error.details)


@contextmanager
def _opened(address: str, srid: int) -> Iterator[PluginDatabase]:
    if Path(address).is_file():
        yield SpatialitePlugin(Path(address), srid)
        return
    # where no PostGIS is used, nobody should have to have its driver
    from smica_qgis.database.plugin_schema import PostgisPlugin

    database = PostgisPlugin(address, srid)
    try:
        yield database
    finally:
        database.close()
