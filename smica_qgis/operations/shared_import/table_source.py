"""Open what an import is given: a CSV, a spreadsheet, a file of layers, a table of PostGIS."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProviderConnectionException, QgsProviderRegistry

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.postgis_connection import is_postgis_address, read_address
from smica_qgis.geodata.shared_tables.csv_table import read_csv_table
from smica_qgis.geodata.shared_tables.layer_table import DRIVERLESS, open_layer_table
from smica_qgis.geodata.shared_tables.source_table import SourceTable, UnreadableTableError
from smica_qgis.geodata.shared_tables.spreadsheet_table import DRIVERS, read_spreadsheet

_TABLE = re.compile(r"[|\s]table=(?:\"([^\"]+)\"|(\S+))")
_TEXTS = frozenset({".csv", ".txt", ".tsv"})


def open_source(text: str, *, encoding: str = "", separator: str = "") -> SourceTable:
    """Open a table.

    text: a path, ended by `|layername=NAME` for a sheet or a layer of several; or an address of PostGIS ended by
    `|table=NAME` (see read_address; its schema is public unless it says schema=…). Raises InvalidParameterError,
    StoreError, UnreadableTableError.
    """
    if is_postgis_address(text):
        return _postgis_table(text)
    place, _, layer = text.strip().partition("|layername=")
    path = Path(place)
    suffix = path.suffix.lower()
    if not path.is_file():
        message = f"Le fichier {path.name} n'existe pas."
        raise InvalidParameterError(message)
    if suffix in _TEXTS:
        return read_csv_table(path, encoding, separator)
    if suffix in DRIVERS:
        return read_spreadsheet(path, layer)
    if suffix in DRIVERLESS:
        return open_layer_table(text.strip(), "ogr", path.name)
    message = f"Le fichier {path.name} n'est ni un CSV, ni un classeur, ni un fichier de couches."
    raise InvalidParameterError(message)


def _postgis_table(text: str) -> SourceTable:
    found = _TABLE.search(text)
    if found is None:
        message = "L'adresse de PostGIS ne dit pas la table : ajoutez |table=NOM à la fin."
        raise InvalidParameterError(message)
    table = found[1] or found[2]
    uri, schema, name = read_address(_TABLE.sub("", text), "public")
    shown = f"{table} ({name})"
    try:
        connection = QgsProviderRegistry.instance().providerMetadata("postgres").createConnection(uri.uri(False), {})
        described = connection.table(schema, table)  # type: ignore[attr-defined]
    except QgsProviderConnectionException as error:  # its text may hold the connection
        message = f"La table {shown} ne peut être ouverte : vérifiez son nom, l'adresse et vos droits."
        raise UnreadableTableError(message) from error
    keys = described.primaryKeyColumns()
    uri.setDataSource(schema, table, described.geometryColumn(), "", keys[0] if len(keys) == 1 else "")
    return open_layer_table(uri.uri(False), "postgres", shown)
