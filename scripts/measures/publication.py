"""Publish 20 000 zones of 41 vertices into PostGIS, and copy the same rows by a bare COPY: seconds, as JSON.

A server of its own is started on the loopback interface. What is timed of ours: hash and check of the content (plan),
transfer and writing until the commit (first), the same for a content that replaces it with its history (replacement),
reading back and comparing (read_back). Of COPY: the same rows, made into text by the same code, into a table with the
same columns, key and spatial index (copy), or without any (bare).
"""

from __future__ import annotations

import json
import math
import os
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg2
from qgis.core import QgsApplication

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import ContentTable, DocumentContent
from smica_qgis.core.publication.outcome import Action
from smica_qgis.database.postgis_store import CopyLines, PostgisStore, open_postgis
from smica_qgis.publishing.store.target import StoreTarget, make_target
from smica_qgis.publishing.target import Publication
from tests.integration.postgis_cluster import PASSWORD, start_cluster
from tests.integration.publication_accounts import AUTHORITY, OWNER, add_accounts, address, prepared_database

ZONES, VERTICES = 20_000, 41
COLUMNS = ("idzone", "libelle", "libelong", "typezone", "formdomi", "destoui", "nomfic", "urlfic", "datvalid", "idurba")
_SILENT = SilentProgress()


def circle(x: float, y: float) -> bytes:
    """A multiple polygon of one ring of so many vertices."""
    turns = [2 * math.pi * step / (VERTICES - 1) for step in range(VERTICES - 1)]
    points = [(x + 5 * math.cos(turn), y + 5 * math.sin(turn)) for turn in turns]
    ring = b"".join(struct.pack("<dd", *point) for point in (*points, points[0]))
    return b"\x01" + struct.pack("<II", 6, 1) + b"\x01" + struct.pack("<III", 3, 1, VERTICES) + ring


def content_of(document: str, label: str) -> DocumentContent:
    """The zones of a document."""
    name = parse_document_name(document)
    if name is None:
        raise ValueError(document)
    rows = [
        (f"z{n}", label, "Zone urbaine dense", "U", "0100", "02;03", "12001_reglement.pdf", None, "20250101", document)
        for n in range(ZONES)
    ]
    shapes = [circle(600_000 + n % 200 * 12, 6_380_000 + n // 200 * 12) for n in range(ZONES)]
    return DocumentContent(name, "cnig_PLU_2024", {"zone_urba": ContentTable("zone_urba", COLUMNS, rows, shapes)})


def timed(act: Callable[[], object]) -> float:
    """Seconds of the clock: the server works in another process."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def copied(store: PostgisStore, database: str, content: DocumentContent, *, bare: bool) -> float:
    """Copy the rows into a table of the owner's, without row security."""
    table = content.tables["zone_urba"]
    connection = psycopg2.connect(service=f"{database}_{OWNER}", password=PASSWORD)
    names = ("document_id", *table.columns, "geom")

    def copy() -> None:
        document = content.idurba
        rows = ((document, *cells, shape) for cells, shape in zip(table.rows, table.geometries or ()))
        with connection, connection.cursor() as cursor:
            cursor.copy_expert(f"COPY public.copie ({', '.join(names)}) FROM STDIN", CopyLines(store.copy_lines(rows)))

    with connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS public.copie")
        cursor.execute("CREATE TABLE public.copie (LIKE smica.urba_zone INCLUDING IDENTITY)")
        if not bare:
            cursor.execute("ALTER TABLE public.copie ADD PRIMARY KEY (fid)")
            cursor.execute("CREATE INDEX ON public.copie USING gist (geom)")
            cursor.execute("CREATE UNIQUE INDEX ON public.copie (document_id, idzone)")
    seconds = timed(copy)
    connection.close()
    return seconds


def applied(target: StoreTarget, publication: Publication) -> dict[str, float]:
    """Seconds of each step."""
    plan = []
    return {
        "plan": timed(lambda: plan.append(target.plan(publication, _SILENT))),
        "apply": timed(lambda: target.apply(publication, plan[0], _SILENT)),
        "read_back": timed(lambda: target.read_back(publication, _SILENT)),
    }


def main() -> None:
    """Start a server, measure, print JSON."""
    application = QgsApplication([], False)
    runs = int(sys.argv[1])
    cluster = start_cluster()
    os.environ["PGSERVICEFILE"] = str(cluster.service_file)
    measures: dict[str, list[float]] = {}
    try:
        add_accounts(cluster)
        for run in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                database = prepared_database(cluster, f"mesure_{run}", Path(folder))
            with closing(open_postgis(address(database, AUTHORITY), 2154)) as store:
                for name, value in measure(store, database).items():
                    measures.setdefault(name, []).append(value)
    finally:
        cluster.stop()
    print(json.dumps(measures))
    del application


def measure(store: PostgisStore, database: str) -> dict[str, float]:
    """One round of everything."""
    content = content_of("12001_PLU_20250101", "UA")
    found = {
        "bare": copied(store, database, content, bare=True),
        "copy": copied(store, database, content, bare=False),
    }
    first = applied(make_target({}, store), Publication(Action.PUBLISH, content))
    other = content_of("12001_PLU_20250101", "UB")
    second = applied(make_target({}, store), Publication(Action.PUBLISH, other))
    found.update({f"first_{step}": seconds for step, seconds in first.items()})
    found.update({f"replacement_{step}": seconds for step, seconds in second.items()})
    return found


if __name__ == "__main__":
    main()
