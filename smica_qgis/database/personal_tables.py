"""Where the names of people go, when somebody asks for them: tables of another store than the shared one.

They are in no migration, so that a store has them only after an import that was told to keep names; they are not
registered, so that QGIS does not list them among the layers. In PostGIS, give their schema rights of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.database.postgis_connection import is_postgis_address, read_address
from smica_qgis.database.schema_version import now
from smica_qgis.database.store import Store, Value

CONTACT_COLUMNS = ("objet_id", "role", "nom", "adresse", "telephone", "courriel", "note")
ANC_CONTACT, ADS_CONTACT = "anc_contact", "ads_demandeur"
_CONTACTS = (
    "CREATE TABLE IF NOT EXISTS {table} (objet_id VARCHAR(40) NOT NULL, role VARCHAR(20) NOT NULL, nom VARCHAR(255), "
    "adresse VARCHAR(500), telephone VARCHAR(60), courriel VARCHAR(255), note VARCHAR(2000), "
    "PRIMARY KEY (objet_id, role))"
)
_ACCESSES = (
    "CREATE TABLE IF NOT EXISTS acces_nominatif (quand VARCHAR(30) NOT NULL, operation VARCHAR(40) NOT NULL, "
    "nom_de_table VARCHAR(40) NOT NULL, lignes INTEGER NOT NULL)"
)

Contact = Mapping[str, Value]


def check_apart(shared: str, personal: str) -> None:
    """Refuse to keep names where everybody reads. Raises InvalidParameterError, StoreError."""
    if _place(shared) == _place(personal):
        message = (
            "Les données nominatives ne se gardent pas dans la base commune : donnez un autre GeoPackage, ou un autre "
            "schéma PostGIS, dont vous réglez les droits."
        )
        raise InvalidParameterError(message)


def keep_contacts(store: Store, table: str, contacts: Iterable[Contact], operation: str) -> int:
    """Write people, each replacing the one of the same object and role; returns how many. Call it in a transaction."""
    store.execute(_CONTACTS.format(table=store.quoted(table)))
    store.execute(_ACCESSES)
    rows = [tuple(contact.get(column) for column in CONTACT_COLUMNS) for contact in contacts]
    for row in rows:
        store.execute(
            f"DELETE FROM {store.quoted(table)} WHERE objet_id = :objet_id AND role = :role",  # noqa: S608 # nosec B608
            {"objet_id": row[0], "role": row[1]},
        )
    count = store.insert(table, CONTACT_COLUMNS, rows)
    store.insert(
        "acces_nominatif", ("quand", "operation", "nom_de_table", "lignes"), [(now(), operation, table, count)]
    )
    return count


def _place(address: str) -> tuple[str, ...]:
    text = address.strip()
    if is_postgis_address(text):
        uri, schema, _ = read_address(text)
        return uri.service(), uri.host(), uri.port(), uri.database(), schema
    return (str(Path(text).resolve()),)
