"""Give the roles of a PostGIS store their rights: members read, authorities write their territory, technicians all.

Officers of the DDT decide on the rounds of the instruction, which technicians receive and check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.database.migration import store_tables
from smica_qgis.database.planning.tables import REGISTERS, ROW_TABLES
from smica_qgis.database.postgis_store import PostgisStore
from smica_qgis.database.schema_version import VERSION_TABLE
from smica_qgis.database.store import StoreError, Value

DEFAULT_PREFIX = "smica"
INSTRUCTION = "inst_"
"""How the tables of the instruction begin: technician and officer each write a part of them, which is never changed."""
_SCRIPT = Path(__file__).resolve().with_name("postgis_rights.sql")

_READ_BY_ALL = ("cad_", "src_", "anc_", "ads_")
"""What the members share, besides what is in force. No name of a person is in it (personal_tables.py)."""


@dataclass(frozen=True)
class Authority:
    """Who publishes: its account, and the codes with which the names of its documents begin."""

    siren: str
    name: str
    account: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Accounts:
    """Who belongs to which group; accounts are made by the administrator of the server, never here."""

    authorities: Sequence[Authority] = ()
    technicians: Sequence[str] = ()
    officers: Sequence[str] = ()
    readers: Sequence[str] = ()


@dataclass(frozen=True)
class PreparedRights:
    """groups: their names; made: those that did not exist; absent: accounts that do not."""

    groups: tuple[str, ...]
    made: tuple[str, ...]
    absent: tuple[str, ...]


def prepare_rights(store: PostgisStore, accounts: Accounts, prefix: str = DEFAULT_PREFIX) -> PreparedRights:
    """Make the groups, the policies and the grants, in one transaction; again as often as wanted.

    store: opened by its owner, who may make roles (or the groups are there already). Raises StoreError.
    """
    groups = tuple(f"{prefix}_{word}" for word in ("lecteur", "redacteur", "technicien", "ddt"))
    with store.transaction():
        store.lock("rights")
        made = tuple(group for group in groups if not _exists(store, group))
        for group in made:
            store.execute(f"CREATE ROLE {store.quoted(group)} NOLOGIN")
        store.execute(_script(store, groups))
        absent = _join(store, accounts, groups)
        _write_authorities(store, [a for a in accounts.authorities if a.account not in absent])
    return PreparedRights(groups, made, tuple(absent))


def read_by_members(table: str) -> bool:
    """Whether a table of the store is for every member; of a document, what is in force only."""
    return table.startswith(_READ_BY_ALL) or table in (*ROW_TABLES, "urba_document", VERSION_TABLE)


def _exists(store: PostgisStore, role: str) -> bool:
    return bool(list(store.rows("SELECT 1 FROM pg_roles WHERE rolname = :role", {"role": role})))


def _script(store: PostgisStore, groups: Sequence[str]) -> str:
    reader, writer, technician, officer = groups
    instruction = [name for name in store_tables() if name.startswith(INSTRUCTION)]
    others = [name for name in store_tables() if name not in (*ROW_TABLES, *REGISTERS, *instruction, "urba_document")]
    words = {
        "$SCHEMA": store.quoted(store.schema),
        "$TECHNICIAN_TEXT": _text(technician),
        "$OFFICER_TEXT": _text(officer),
        "$READER": store.quoted(reader),
        "$WRITER": store.quoted(writer),
        "$TECHNICIAN": store.quoted(technician),
        "$OFFICER": store.quoted(officer),
        "$ROWS": _texts(ROW_TABLES),
        "$KEPT": _texts(REGISTERS),
        "$INSTRUCTION": _texts(instruction),
        "$SHARED": _texts([name for name in others if name.startswith(_READ_BY_ALL)]),
        "$OTHERS": _texts(others),
    }
    script = _SCRIPT.read_text(encoding="utf-8")
    for word, value in words.items():
        script = script.replace(word, value)
    return script


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _texts(values: Sequence[str]) -> str:
    return f"ARRAY[{', '.join(map(_text, values))}]"


def _join(store: PostgisStore, accounts: Accounts, groups: Sequence[str]) -> list[str]:
    """Put the accounts in their groups; returns those that are not there."""
    reader, writer, technician, officer = groups
    wanted = [(account, reader) for account in accounts.readers]
    wanted += [(authority.account, writer) for authority in accounts.authorities]
    wanted += [(account, technician) for account in accounts.technicians]
    wanted += [(account, officer) for account in accounts.officers]
    absent = []
    for account, group in wanted:
        if _exists(store, account):
            store.execute(f"GRANT {store.quoted(group)} TO {store.quoted(account)}")
        else:
            absent.append(account)
    return absent


def _write_authorities(store: PostgisStore, authorities: Sequence[Authority]) -> None:
    for authority in authorities:
        values: dict[str, Value] = {"siren": authority.siren, "name": authority.name, "account": authority.account}
        store.execute(
            "INSERT INTO smica_autorite (siren, nom, compte) VALUES (:siren, :name, :account) "
            "ON CONFLICT (siren) DO UPDATE SET nom = :name, compte = :account",
            values,
        )
        store.execute("DELETE FROM smica_autorite_code WHERE siren = :siren", values)
        rows = [(authority.siren, code) for code in dict.fromkeys(authority.codes)]
        store.insert("smica_autorite_code", ("siren", "code"), rows)


def owned_by(store: PostgisStore) -> None:
    """Raise StoreError when this login does not own the tables: it could not give rights on them."""
    sql = (
        "SELECT pg_has_role(session_user, c.relowner, 'member') FROM pg_class c JOIN pg_namespace n "
        "ON n.oid = c.relnamespace WHERE n.nspname = :schema AND c.relname = 'urba_document'"
    )
    if not next(store.rows(sql, {"schema": store.schema}))[0]:
        message = f"Les rôles de la base {store.name} se préparent avec le compte qui en possède les tables."
        raise StoreError(message)
