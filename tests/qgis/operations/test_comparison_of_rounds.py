"""One object in a hundred changed between two rounds, rows and files in another order: exactly those, and no other."""

from __future__ import annotations

import random

import pytest
from osgeo import ogr

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.workflow.procedure import Procedure
from smica_qgis.core.workflow.roles import Actor, Role
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.core.workflow.vocabulary import Decision, ProcedureKind
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery
from smica_qgis.geodata.synthetic.table import SyntheticTable
from smica_qgis.operations.compare_rounds import RoundComparison, compare_rounds
from smica_qgis.operations.decide_round import DecisionRequest, decide_round
from smica_qgis.operations.instruction.procedures import add_procedure
from smica_qgis.operations.receive_round import RoundRequest, receive_round

pytestmark = pytest.mark.usefixtures("qgis_app")
EVERYONE = Actor("tous", frozenset(Role))
AT = "2026-11-24T10:00:00Z"
OBJECTS, OF_EACH = 3000, 7
TABLE = "PRESCRIPTION_SURF"


def invented() -> InventedDelivery:
    return invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=OBJECTS))


def change(table: SyntheticTable, chance: random.Random) -> None:
    picked = chance.sample(range(table.rows), 4 * OF_EACH)
    moved, renamed, removed, repeated = (picked[start::4] for start in range(4))
    for row in moved:
        table.geometries[row] = _shifted(table.geometries[row])  # type: ignore[index]
    for row in renamed:
        table.columns["LIBELLE"][row] = "un autre libellé"
    for row in repeated:
        table.add_row(row)
    order = [row for row in range(table.rows) if row not in set(removed)]
    chance.shuffle(order)
    table.columns = {name: [values[row] for row in order] for name, values in table.columns.items()}
    table.geometries = [(table.geometries or [])[row] for row in order]


def _shifted(wkb: bytes | None) -> bytes:
    geometry = ogr.CreateGeometryFromWkb(wkb)
    polygon = geometry if geometry.GetGeometryName() == "POLYGON" else geometry.GetGeometryRef(0)
    ring = polygon.GetGeometryRef(0)
    for point in range(ring.GetPointCount()):
        x, y = ring.GetPoint_2D(point)
        ring.SetPoint_2D(point, x + 0.4, y)
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> RoundComparison:
    folder = tmp_path_factory.mktemp("rounds")
    first, second = invented(), invented()
    change(second.tables[TABLE], random.Random(7))  # noqa: S311 - no secret
    paths = []
    for number, made in enumerate((first, second)):
        (folder / str(number)).mkdir()
        paths.append(str(made.write(folder / str(number))))
    with open_store(str(folder / "base.gpkg")) as store:
        territory = first.document.folder.split("_")[0]
        add_procedure(store, Procedure("p", territory, first.name, ProcedureKind.REVISION), EVERYONE, AT)
        receive_round(store, RoundRequest("p", paths[0]), EVERYONE, AT).report.geometries.close()
        decide_round(store, DecisionRequest("p", Decision.SENT_BACK, "DDT", "vu"), EVERYONE, AT, ())
        receive_round(store, RoundRequest("p", paths[1]), EVERYONE, AT).report.geometries.close()
        return compare_rounds(store, "p")


def test_exactly_the_objects_that_changed(compared: RoundComparison) -> None:
    counts = {fate.value: count for fate, count in compared.tables[TABLE.lower()].counts().items()}
    assert counts.pop("same") > 10 * OF_EACH
    assert counts == {"changed": OF_EACH, "moved": OF_EACH, "added": OF_EACH, "removed": OF_EACH}


def test_nothing_else_changed(compared: RoundComparison) -> None:
    others = [one for name, table in compared.tables.items() if name != TABLE.lower() for one in table.objects]
    assert len(others) > OBJECTS / 2
    assert {one.fate.value for one in others} == {"same"}
    assert compared.zones.patches == []


def test_keys_did_not_change_with_the_order(compared: RoundComparison) -> None:
    assert compared.count(Fate.FIXED) == 0
    assert compared.count(Fate.STILL) >= 1
