"""Real servers for the integration tests: map servers behind nginx, and PostGIS. None of them is started here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machine import apt

PACKAGES = ["nginx-light", "spawn-fcgi", "cgi-mapserver", "openssl", "postgresql"]
QGIS_SERVER = "qgis-server"
POLICY = Path("/usr/sbin/policy-rc.d")


def install_services(qgis_suite: str | None) -> list[str]:
    """Install what is missing; return the packages installed. qgis_suite: where QGIS comes from, for its server."""
    wanted = [*PACKAGES, *postgis_packages()]
    missing = apt.missing(wanted)
    server = apt.missing([QGIS_SERVER]) if qgis_suite else []
    if missing or server:
        with nothing_starts():
            if missing:
                apt.install(missing)
            if server:
                apt.install(server, qgis_suite)
    return [*missing, *server]


def postgis_packages() -> list[str]:
    """Return the PostGIS of the newest PostgreSQL that the distribution has."""
    for version in range(20, 12, -1):
        name = f"postgresql-{version}-postgis-3"
        if apt.available_versions(name):
            return [name]
    return []


@contextmanager
def nothing_starts() -> Iterator[None]:
    """Keep Debian from starting what is installed; a policy that is there already is left alone."""
    ours = not POLICY.exists()
    if ours:
        apt.as_root(["tee", str(POLICY)], text="#!/bin/sh\nexit 101\n")
        apt.as_root(["chmod", "755", str(POLICY)])
    try:
        yield
    finally:
        if ours:
            apt.as_root(["rm", "-f", str(POLICY)])
