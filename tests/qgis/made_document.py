"""Invented documents in memory, and what the store is to do with them: the same on a GeoPackage and on PostGIS."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import replace

from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.publication.content import Cells, ContentTable, DocumentContent
from smica_qgis.core.publication.outcome import Action, Proof
from smica_qgis.database.open_store import open_store
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.planning.stored_content import stored_content
from smica_qgis.database.store import Store
from smica_qgis.geodata.planning.content_hash import content_hash
from smica_qgis.publishing.store.target import StoreTarget, make_target
from smica_qgis.publishing.target import Publication

FORMER, PLAN, NEXT = "12001_PLU_20240101", "12001_PLU_20250101", "12001_PLU_20260301"
ZONE_COLUMNS = ("idzone", "libelle", "libelong", "typezone", "nomfic", "datvalid")
STANDARD = "cnig_PLU_2024"
_SILENT = SilentProgress()


def polygon(*points: tuple[float, float]) -> bytes:
    """A multiple polygon of one closed ring."""
    ring = b"".join(struct.pack("<dd", *point) for point in points)
    return b"\x01" + struct.pack("<II", 6, 1) + b"\x01" + struct.pack("<III", 3, 1, len(points)) + ring


def square(x: float, y: float, side: float = 10.0) -> bytes:
    return polygon((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))


def bow(x: float, y: float) -> bytes:
    """A polygon that crosses itself."""
    return polygon((x, y), (x + 9, y + 9), (x + 9, y), (x, y + 9), (x, y))


def zone(number: int, label: str = "UA", kind: str = "U") -> Cells:
    return f"z{number}", label, "Zone d'été\tn° 1\\2", kind, "a.pdf", "20250101"


def made_content(count: int, label: str = "UA", document: str = PLAN) -> DocumentContent:
    """A document of so many zones and one point."""
    name = parse_document_name(document)
    assert name is not None
    rows = [zone(number, label) for number in range(count)]
    squares = [square(640_000 + n % 100 * 12, 6_380_000 + n // 100 * 12) for n in range(count)]
    points = [b"\x01" + struct.pack("<II", 4, 1) + b"\x01" + struct.pack("<Idd", 1, 640_000.25, 6_380_001.5)]
    tables = {
        "zone_urba": ContentTable("zone_urba", ZONE_COLUMNS, rows, squares),
        "prescription_pct": ContentTable("prescription_pct", ("typepsc", "txt"), [("07", None)], points),
        "doc_urba": ContentTable("doc_urba", ("idurba", "etat"), [(document, "03")]),
        "info_lin": ContentTable("info_lin", ("typeinf",), [], []),
    }
    return DocumentContent(name, STANDARD, tables, title=f"PLU {document}", metadata=b"<MD/>")


def with_zone(
    content: DocumentContent, place: int, cells: Cells | None = None, wkb: bytes | None = None
) -> DocumentContent:
    """The same with another zone at a place."""
    zones = content.tables["zone_urba"]
    rows, shapes = list(zones.rows), list(zones.geometries or ())
    rows[place] = cells or rows[place]
    shapes[place] = wkb or shapes[place]
    return replace(content, tables={**content.tables, "zone_urba": replace(zones, rows=rows, geometries=shapes)})


def same_content(one: DocumentContent, other: DocumentContent) -> bool:
    """Whether two contents hold the same rows, metadata included."""
    return content_hash(one) == content_hash(other) and one.metadata == other.metadata


def publish(store: Store, content: DocumentContent, action: Action = Action.PUBLISH, **asked: object) -> StoreTarget:
    """Plan, apply and read back; every proof must agree."""
    target = make_target(asked, store)
    publication = Publication(action, content)
    target.apply(publication, target.plan(publication, _SILENT), _SILENT)
    wrong = [proof for proof in read_back(target, content, action) if not proof.agrees]
    assert not wrong, wrong
    return target


def read_back(target: StoreTarget, content: DocumentContent, action: Action = Action.PUBLISH) -> list[Proof]:
    return target.read_back(Publication(action, content), _SILENT)


def states(store: Store) -> Mapping[str, tuple[str | None, int]]:
    """State and version of each document."""
    return {found.document_id: (found.state, found.version) for found in PlanningRegistry(store).documents()}


def count(store: Store, table: str, document: str = "") -> int:
    """Rows of a table, of a document."""
    where = " WHERE document_id = :document" if document else ""
    return int(next(store.rows(f"SELECT count(*) FROM {table}{where}", {"document": document}))[0])  # noqa: S608


def whole_document(address: str) -> str:
    """Return the label of the zones of what is in force, once it was compared with what the registry says of it."""
    with open_store(address, read_only=True) as store:
        content = stored_content(store, PLAN)
        state = PlanningRegistry(store).state(PLAN)
        assert state is not None
        assert state.in_force
        assert content_hash(content) == state.hash
        return str(content.tables["zone_urba"].rows[0][1])
