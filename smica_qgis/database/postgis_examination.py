"""Look at a store in PostGIS without changing it: version, rights, server."""

from __future__ import annotations

from typing import Any

import psycopg2

from smica_qgis.database.migration import store_tables
from smica_qgis.database.planning.tables import REGISTERS
from smica_qgis.database.postgis_connection import read_address
from smica_qgis.database.postgis_rights import INSTRUCTION, read_by_members
from smica_qgis.database.postgis_schema import postgis_schema, schema_version
from smica_qgis.database.postgis_store import connect
from smica_qgis.database.schema_version import VERSION_TABLE
from smica_qgis.database.store import StoreError
from smica_qgis.database.store_examination import StoreExamination

_RIGHTS = (
    "SELECT c.relname, has_table_privilege(c.oid, 'SELECT'), "
    "has_table_privilege(c.oid, 'INSERT') AND (c.relname = ANY(%s) OR has_table_privilege(c.oid, 'UPDATE') "
    "AND has_table_privilege(c.oid, 'DELETE')) "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %s AND c.relname = ANY(%s)"
)


def examine_postgis(address: str) -> StoreExamination:
    """See examine_store. Raises InvalidParameterError, StoreError."""
    uri, schema, name = read_address(address)
    connection = connect(uri, name)
    try:
        connection.set_session(autocommit=True, readonly=True)
        with connection.cursor() as cursor:
            return _examined(connection, cursor, schema, name)
    except psycopg2.Error as error:
        message = f"La base {name} répond, mais ne dit pas ce qu'elle contient : vérifiez les droits de ce compte."
        raise StoreError(message, str(error).strip().partition("\n")[0]) from error
    finally:
        connection.close()


def _examined(connection: Any, cursor: Any, schema: str, name: str) -> StoreExamination:  # noqa: ANN401 - no types
    postgis_schema(cursor, name)
    server, place = _server(connection, cursor)
    encrypted = bool(connection.info.ssl_in_use)
    cursor.execute(
        "SELECT has_schema_privilege(oid, 'USAGE'), has_schema_privilege(oid, 'CREATE') FROM pg_namespace "
        "WHERE nspname = %s",
        (schema,),
    )
    row = cursor.fetchone()
    if row is None:
        cursor.execute("SELECT has_database_privilege(current_database(), 'CREATE')")
        can_make = bool(cursor.fetchone()[0])
        return StoreExamination(name, place, exists=False, can_make=can_make, server=server, encrypted=encrypted)
    usable, can_make = bool(row[0]), bool(row[1])
    names = set(store_tables())
    cursor.execute(_RIGHTS, ([*REGISTERS, "urba_document"], schema, [*names, VERSION_TABLE]))
    rights = {table: (readable and usable, writable and usable) for table, readable, writable in cursor.fetchall()}
    known = rights.get(VERSION_TABLE, (False, False))[0]
    version, srid = schema_version(cursor, schema) if known else (0, 0)
    ours = [rights[table] for table in names if table in rights]
    shared = [rights[table][1] for table in names if table in rights and not table.startswith(INSTRUCTION)]
    for_all = [readable for table, (readable, _) in rights.items() if read_by_members(table)]
    return StoreExamination(
        name,
        place,
        exists=bool(ours),
        version=version,
        srid=srid,
        tables=len(ours),
        readable=all(for_all) and (known or not ours),
        writable=bool(shared) and all(shared),
        can_make=can_make and usable,
        server=server,
        encrypted=encrypted,
    )


def _server(connection: Any, cursor: Any) -> tuple[str, str]:  # noqa: ANN401
    """What the server is, and where: host, port and base, without the account."""
    cursor.execute(
        "SELECT current_setting('server_version'), current_database(), "
        "(SELECT extversion FROM pg_extension WHERE extname = 'postgis')"
    )
    version, database, postgis = cursor.fetchone()
    host, port = connection.info.host or "socket local", connection.info.port
    return f"PostgreSQL {str(version).split(' ')[0]}, PostGIS {postgis}", f"{host}:{port}/{database}"
