"""A PostGIS store with a login each for owner, two authorities, technician, officer, member and stranger."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.operations.prepare_database import PreparationRequest, prepare_database
from tests.integration.postgis_cluster import PASSWORD, Cluster

OWNER, AUTHORITY, OTHER, TECHNICIAN, OFFICER, MEMBER, STRANGER = (
    "proprietaire",
    "autorite_a",
    "autorite_b",
    "technicienne",
    "agente_ddt",
    "membre",
    "inconnue",
)
ACCOUNTS = (OWNER, AUTHORITY, OTHER, TECHNICIAN, OFFICER, MEMBER, STRANGER)
SCHEMA = "smica"
_MODEL = "modele"


def add_accounts(cluster: Cluster) -> None:
    """Make the logins of the server, once; the owner may make roles, nobody is a superuser."""
    for account in ACCOUNTS:
        right = "CREATEROLE" if account == OWNER else ""
        cluster.sql(f"CREATE ROLE {account} LOGIN PASSWORD '{PASSWORD}' {right}", "postgres")


def address(database: str, account: str) -> str:
    """Address of the store with a login."""
    return f"service={database}_{account} schema={SCHEMA}"


def prepared_database(cluster: Cluster, database: str, folder: Path) -> str:
    """Make a database whose store is prepared, a copy of one that is prepared once; returns its name."""
    if _MODEL not in cluster.sql("SELECT datname FROM pg_database", "postgres").split():
        cluster.create_database(_MODEL)
        cluster.sql(f"ALTER DATABASE {_MODEL} OWNER TO {OWNER}", "postgres")
        _add_services(cluster, _MODEL)
        _prepare(_MODEL, folder)
    cluster.sql(f"CREATE DATABASE {database} TEMPLATE {_MODEL} OWNER {OWNER}", "postgres")
    _add_services(cluster, database)
    return database


def _add_services(cluster: Cluster, database: str) -> None:
    with cluster.service_file.open("a", encoding="utf-8") as stream:
        for account in ACCOUNTS:
            stream.write(
                f"[{database}_{account}]\nhost=127.0.0.1\nport={cluster.port}\ndbname={database}\nuser={account}\n"
                f"password={PASSWORD}\nsslmode=disable\n"
            )


def _prepare(database: str, folder: Path) -> None:
    authorities = folder / "autorites.csv"
    authorities.write_text(
        "siren;nom;compte;codes\n"
        f"111111111;Commune A;{AUTHORITY};12001\n"
        f"222222222;Commune B;{OTHER};12002 222222222\n"
        "333333333;Commune sans compte;personne;12003\n",
        encoding="utf-8",
    )
    for _again in range(2):
        prepared = prepare_database(
            PreparationRequest(address(database, OWNER), str(authorities), (TECHNICIAN,), (OFFICER,), (MEMBER,))
        )
        assert prepared.absent == ("personne",)
    assert prepared.made == ()
