"""A PostgreSQL of its own on loopback, with PostGIS, made for one run of the tests and thrown away after it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ADMIN = "pgadmin"
PASSWORD = "invented-for-tests"  # noqa: S105
_QUICK = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


@dataclass
class Cluster:
    """A running server. service_file: holds the logins by service name, one a database."""

    folder: Path
    binaries: Path
    port: int
    service_file: Path

    def create_database(self, name: str) -> str:
        """Make a database with PostGIS and a service of its name; return the service."""
        self.sql(f'CREATE DATABASE "{name}"', "postgres")
        self.sql("CREATE EXTENSION postgis", name)
        with self.service_file.open("a", encoding="utf-8") as stream:
            stream.write(
                f"[{name}]\nhost=127.0.0.1\nport={self.port}\ndbname={name}\nuser={ADMIN}\n"
                f"password={PASSWORD}\nsslmode=disable\n"
            )
        return name

    def sql(self, statement: str, database: str) -> str:
        """Run a statement as the administrator; return what psql prints."""
        command = [str(self.binaries / "psql"), "-qAt", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1"]
        command += ["-p", str(self.port), "-U", ADMIN, "-d", database, "-c", statement]
        environment = {**os.environ, "PGPASSWORD": PASSWORD}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def crash(self) -> None:
        """Stop as a power cut does: no connection is closed, nothing is written."""
        run_as_owner([str(self.binaries / "pg_ctl"), "-D", str(self.folder / "pg"), "-m", "immediate", "-w", "stop"])

    def start_again(self) -> None:
        """Start after a crash."""
        log = str(self.folder / "pg" / "server.log")
        run_as_owner([str(self.binaries / "pg_ctl"), "-D", str(self.folder / "pg"), "-l", log, "-w", "start"])

    def stop(self) -> None:
        """Stop at once and remove everything."""
        control = str(self.binaries / "pg_ctl")
        run_as_owner([control, "-D", str(self.folder / "pg"), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(self.folder, ignore_errors=True)


def start_cluster() -> Cluster:
    """Start a server; skip the test, saying why, where there is none to start."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL with PostGIS is not installed (postgresql, postgresql-XX-postgis-3)")
    folder = Path(tempfile.mkdtemp(prefix="smica_pg_"))
    folder.chmod(0o755)
    owner = owner_name()
    for name in ("pg", "socket"):
        (folder / name).mkdir(mode=0o700)
    secret = folder / "secret"
    secret.write_text(PASSWORD, encoding="utf-8")
    if owner:
        for name in ("pg", "socket", "secret"):
            shutil.chown(folder / name, owner)
    run_as_owner(
        [
            *(str(binaries / "initdb"), "-D", str(folder / "pg"), "-U", ADMIN, "-A", "scram-sha-256"),
            *("--pwfile", str(secret), "--locale=C.UTF-8", "-E", "UTF8"),
        ]
    )
    port = free_port()
    with (folder / "pg" / "postgresql.conf").open("a", encoding="utf-8") as stream:
        stream.write(
            f"listen_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{folder / 'socket'}'\n{_QUICK}"
        )
    log = str(folder / "pg" / "server.log")
    run_as_owner([str(binaries / "pg_ctl"), "-D", str(folder / "pg"), "-l", log, "-w", "start"])
    services = folder / "pg_service.conf"
    services.touch()
    return Cluster(folder, binaries, port, services)


def find_binaries() -> Path | None:
    """Return the folder of the newest server that has PostGIS."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        version = folder.parent.name
        if (folder / "initdb").exists() and Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
            return folder
    return None


def owner_name() -> str:
    """Return who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return ""
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        pytest.skip("PostgreSQL cannot run as root, and there is no user postgres")


def run_as_owner(command: list[str]) -> None:
    owner = owner_name()
    prefix = ["runuser", "-u", owner, "--"] if owner else []
    # the server inherits these: a pipe would never be closed
    done = subprocess.run(
        [*prefix, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", check=False
    )
    assert done.returncode == 0, command


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
