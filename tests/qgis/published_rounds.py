"""A delivery goes through its rounds up to a decision, wherever the store is; what the tests of the gate share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.workflow.checklist import ChecklistItem
from smica_qgis.core.workflow.vocabulary import Decision, ProcedureKind
from smica_qgis.database.open_store import open_store
from smica_qgis.geodata.delivery_writer import DeliveryRequest, InventedDelivery, invent_delivery
from smica_qgis.operations.decide_round import DecisionRequest, decide_round, round_file
from smica_qgis.operations.instruction.acting import actor_in, present_instant
from smica_qgis.operations.instruction.procedures import stored_rounds
from smica_qgis.operations.instruction.remarks import except_finding
from smica_qgis.operations.open_procedure import ProcedureRequest, open_procedure
from smica_qgis.operations.receive_round import RoundRequest, receive_round

FORMER, DOCUMENT, NEXT = "12901_PLU_20250101", "12901_PLU_20260301", "12901_PLU_20270101"
CHECKLIST: tuple[ChecklistItem, ...] = ()


def invented(document: str, objects: int = 40) -> InventedDelivery:
    """An invented PLU, given the name and the date of a document."""
    made = invent_delivery(bundled_registry().load("cnig_PLU_2024"), DeliveryRequest(objects=objects))
    old, new = made.document.date, document.rsplit("_", maxsplit=1)[-1]
    dates = {old: new, _iso(old): _iso(new)}
    made.name, made.metadata_path = _renamed(made.name, dates), _renamed(made.metadata_path, dates)
    made.folders = [_renamed(name, dates) for name in made.folders]
    made.files = {_renamed(path, dates): _redated(content, dates) for path, content in made.files.items()}
    for table in made.tables.values():
        table.path = _renamed(table.path, dates)
        table.columns = {name: [_renamed(cell, dates) for cell in cells] for name, cells in table.columns.items()}
    return made


def _iso(day: str) -> str:
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"


def _renamed(text: str | None, dates: dict[str, str]) -> Any:  # noqa: ANN401 - a text or None, as given
    for old, new in dates.items() if text else ():
        text = str(text).replace(old, new)
    return text


def _redated(content: bytes, dates: dict[str, str]) -> bytes:
    for old, new in dates.items():
        content = content.replace(old.encode(), new.encode())
    return content


def delivery(folder: Path, document: str, *, faults: int = 0, label: str = "") -> str:
    """A PLU of a name. faults: zones without LIBELLE, which the standard wants; label: of the last zone."""
    made = invented(document)
    columns = made.tables["ZONE_URBA"].columns
    columns["LIBELLE"][:faults] = [None] * faults
    if label:
        columns["LIBELLE"][-1] = label
    folder.mkdir(parents=True)
    return str(made.write(folder))


def receive(address: str, procedure: str, path: str) -> None:
    with open_store(address) as store:
        received = receive_round(store, RoundRequest(procedure, path), actor_in(store), present_instant())
        received.report.geometries.close()


def opened(address: str, document: str, name: str) -> str:
    """Open a procedure; returns its name."""
    with open_store(address) as store:
        request = ProcedureRequest(document, ProcedureKind.REVISION, name)
        return open_procedure(store, request, actor_in(store), present_instant()).identifier


def decide(address: str, procedure: str, decision: Decision = Decision.ACCEPTED, reason: str = "") -> None:
    """Decide on the last round; what blocks an acceptance is justified one by one."""
    with open_store(address) as store:
        if decision is Decision.ACCEPTED:
            for finding in round_file(store, procedure, CHECKLIST).to_mend:
                except_finding(store, procedure, finding.key, "zone jugée", actor_in(store), present_instant())
        request = DecisionRequest(procedure, decision, "Mme la cheffe de service", reason)
        decide_round(store, request, actor_in(store), present_instant(), CHECKLIST)


def accepted(address: str, procedure: str, document: str, folder: Path, **made: object) -> str:
    """Open a procedure whose first round is accepted; returns the path of the delivery."""
    path = delivery(folder, document, **made)  # type: ignore[arg-type]
    opened(address, document, procedure)
    receive(address, procedure, path)
    decide(address, procedure)
    return path


def states(address: str) -> dict[str, list[str]]:
    """The states of the rounds of each procedure."""
    found: dict[str, list[str]] = {}
    with open_store(address, read_only=True) as store:
        for stored in stored_rounds(store):
            found.setdefault(stored.procedure, []).append(stored.round.state.value)
    return found
