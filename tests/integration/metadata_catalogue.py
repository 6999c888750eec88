"""A real catalogue of metadata on loopback, pycsw: listing, searching, and publishing (CSW transactions, ISO 19139).

It runs in an environment of its own, `.pycsw`, made by `scripts/setup --tests`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.map_servers import PATIENCE, free_port

PYTHON = Path(__file__).resolve().parents[2] / ".pycsw" / "bin" / "python"

DUBLIN_CORE_RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<csw:Record xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dct="http://purl.org/dc/terms/" xmlns:ows="http://www.opengis.net/ows">
 <dc:identifier>fr-plu-rodez</dc:identifier><dc:title>PLU de Rodez</dc:title><dc:type>dataset</dc:type>
 <dct:references scheme="OGC:WMS">{address}</dct:references>
 <dct:abstract>Zonage du plan local</dct:abstract>
 <ows:BoundingBox crs="urn:x-ogc:def:crs:EPSG:6.11:4326">
  <ows:LowerCorner>44 2</ows:LowerCorner><ows:UpperCorner>45 3</ows:UpperCorner></ows:BoundingBox>
</csw:Record>"""
_SETTINGS = """[server]
home={folder}
url={address}
mimetype=application/xml; charset=UTF-8
encoding=UTF-8
language=fr-FR
maxrecords=100
loglevel=ERROR
logfile={folder}/pycsw.log
profiles=apiso
[manager]
transactions={transactions}
allowed_ips=127.0.0.1
[metadata:main]
identification_title=Catalogue
identification_abstract=Catalogue de test
identification_keywords=urbanisme
identification_keywords_type=theme
identification_fees=None
identification_accessconstraints=None
provider_name=Test
provider_url=http://127.0.0.1/
contact_name=Test
[metadata:inspire]
enabled=false
[repository]
database=sqlite:///{folder}/records.db
table=records
"""


@dataclass
class MetadataCatalogue:
    """A catalogue that runs. address: of its CSW 2.0.2."""

    address: str
    folder: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self) -> str:
        """What it had to say: for the message of a test that fails."""
        logs = (self.folder / name for name in ("pycsw.log", "process.log"))
        return "\n".join(log.read_text(errors="replace")[-2000:] for log in logs if log.exists())


def start_metadata_catalogue(records: Iterable[str] = (), *, transactions: bool = True) -> MetadataCatalogue:
    """Start a catalogue. records: XML of what it holds from the start; transactions: whether one may publish in it.

    Skips the test, saying why, where `.pycsw` could not be made.
    """
    if not PYTHON.exists():
        pytest.skip("pycsw is not installed: ./scripts/setup --tests makes .pycsw where packages can be had")
    folder = Path(tempfile.mkdtemp(prefix="smica_csw_"))
    port = free_port()
    address = f"http://127.0.0.1:{port}/csw"
    settings = folder / "pycsw.cfg"
    allowed = "true" if transactions else "false"
    settings.write_text(_SETTINGS.format(folder=folder, address=address, transactions=allowed), encoding="utf-8")
    _fill(settings, records)
    serve = ["-m", "waitress", f"--listen=127.0.0.1:{port}", "--threads=2", "pycsw.wsgi:application"]
    with (folder / "process.log").open("wb") as log:
        environment = {**os.environ, "PYCSW_CONFIG": str(settings)}
        command = [str(PYTHON), "-W", "ignore", *serve]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    started = MetadataCatalogue(address, folder, process)
    _wait_for(port, started)
    return started


def _fill(settings: Path, records: Iterable[str]) -> None:
    """Make its table, and put the first records in it."""
    folder = settings.parent / "records"
    folder.mkdir()
    for number, record in enumerate(records):
        (folder / f"{number}.xml").write_text(record, encoding="utf-8")
    for arguments in (["-c", "setup_db"], ["-c", "load_records", "-p", str(folder)]):
        admin = str(PYTHON.parent / "pycsw-admin.py")
        command = [str(PYTHON), "-W", "ignore", admin, *arguments, "-f", str(settings)]
        subprocess.run(command, check=True, capture_output=True)


def _wait_for(port: int, started: MetadataCatalogue) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and started.process.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    log = started.log()
    started.stop()
    pytest.fail(f"not up: {started.address}\n{log}")
