"""What the dock *Instruction* asks of the floors below, gathered so that tests can put something else.

Every import is made when the service is used: QGIS starts and the dock opens quickly. All but `write_papers` may run in
a working thread; each opens the store for itself.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.core.publication.report import PublicationReport
    from smica_qgis.core.workflow.overview import ListedProcedure
    from smica_qgis.core.workflow.roles import Actor
    from smica_qgis.core.workflow.vocabulary import Answer
    from smica_qgis.operations.compare_rounds import RoundComparison
    from smica_qgis.operations.decide_round import DecisionRequest
    from smica_qgis.operations.open_procedure import ProcedureRequest
    from smica_qgis.operations.open_round import OpenedProcedure
    from smica_qgis.operations.write_decision import DecisionPapers

TargetSettings = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Desk:
    """All procedures of the store, and who looks at them."""

    listed: Sequence[ListedProcedure]
    actor: Actor


@dataclass(frozen=True)
class Seen:
    """What was seen by eye: code of the item, the answer, a note, WKT of the place in the document's system."""

    code: str
    answer: Answer
    note: str = ""
    place: str = ""


@dataclass(frozen=True)
class PublicationChoice:
    """What is to be published of a procedure. document: IDURBA, to withdraw or restore; else delivery: its path."""

    procedure: str
    number: int
    delivery: str = ""
    document: str = ""
    targets: tuple[str, ...] = ()
    settings: TargetSettings = field(default_factory=dict)
    reason: str = ""


def store_address() -> str:
    """The store of the settings, empty when none is chosen."""
    from smica_qgis.host.settings import load_settings

    return load_settings().store


def overview() -> Desk:
    """Every procedure."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in
    from smica_qgis.operations.list_procedures import list_procedures

    with open_store(store_address(), read_only=True) as store:
        return Desk(list_procedures(store, datetime.now(timezone.utc).date()), actor_in(store))


def open_procedure(request: ProcedureRequest) -> str:
    """Open a procedure; returns its name."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.open_procedure import open_procedure as opened

    with open_store(store_address()) as store:
        return opened(store, request, actor_in(store), present_instant()).identifier


def receive(procedure: str, path: str, progress: Progress) -> Sequence[str]:
    """Receive a delivery and check it, by the settings of the validation; returns what could not be done."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.host.settings import load_settings, preferred_standards_folder
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.receive_round import RoundRequest, receive_round

    settings = load_settings()
    request = RoundRequest(
        procedure,
        path,
        crs=settings.crs,
        rule_profile=settings.rule_profile,
        options=settings.options,
        standards_folder=preferred_standards_folder(),
    )
    with open_store(store_address()) as store:
        received = receive_round(store, request, actor_in(store), present_instant(), progress)
        received.report.geometries.close()
        return list(received.notes)


def open_round(procedure: str, number: int) -> OpenedProcedure:
    """A procedure and one of its rounds. number: 0 = the last."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.checklists import the_checklist
    from smica_qgis.operations.open_round import open_round as opened

    with open_store(store_address(), read_only=True) as store:
        return opened(store, procedure, the_checklist(), number)


def compare(procedure: str, numbers: tuple[int, int], progress: Progress) -> RoundComparison:
    """Compare two rounds."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.compare_rounds import compare_rounds

    with open_store(store_address(), read_only=True) as store:
        return compare_rounds(store, procedure, numbers, progress)


def write_layers(compared: RoundComparison, path: Path) -> Path:
    """Write the layers of a comparison, and those of both rounds, in a GeoPackage."""
    from smica_qgis.operations.compare_rounds import write_comparison
    from smica_qgis.reports.round_layers import add_round_layers

    write_comparison(compared, None, path)
    crs = compared.after.report.header.crs
    for round_, side in ((compared.before, "before"), (compared.after, "after")):
        tables = [getattr(table, side) for table in compared.tables.values()]
        add_round_layers(path, f"tour_{round_.stored.round.number}", tables, crs)
    return path


def accept_findings(procedure: str, keys: Sequence[str], reason: str) -> int:
    """Let findings pass, all or none; returns how many."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.instruction.remarks import except_finding

    with open_store(store_address()) as store, store.transaction():
        for key in keys:
            except_finding(store, procedure, key, reason, actor_in(store), present_instant())
    return len(keys)


def ask(procedure: str, key: str, text: str) -> bool:
    """Ask about a finding, or answer."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.instruction.remarks import ask as asked

    with open_store(store_address()) as store:
        asked(store, procedure, key, text, actor_in(store), present_instant())
    return True


def answer(procedure: str, number: int, seen: Seen) -> bool:
    """Say what was seen of a round."""
    from smica_qgis.core.workflow.checklist import ChecklistAnswer
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.instruction.procedures import the_round
    from smica_qgis.operations.instruction.remarks import answer_item

    with open_store(store_address()) as store:
        by, at = actor_in(store).name, present_instant()
        said = ChecklistAnswer(seen.code, seen.answer, seen.note, by, at, seen.place)
        answer_item(store, the_round(store, procedure, number), said)
    return True


def decide(request: DecisionRequest, progress: Progress) -> str:
    """Decide on a round; returns who signed."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.decide_round import decide_round
    from smica_qgis.operations.instruction.acting import actor_in, present_instant
    from smica_qgis.operations.instruction.checklists import the_checklist

    progress.phase("Signature et inscription au registre")
    with open_store(store_address()) as store:
        return decide_round(store, request, actor_in(store), present_instant(), the_checklist()).signatory


def write_papers(procedure: str, number: int, papers: DecisionPapers) -> None:
    """Write the papers of a decision. In the window's thread: layouts want it."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.write_decision import write_decision

    with open_store(store_address(), read_only=True) as store:
        write_decision(store, procedure, number, papers)


def write_table(path: Path, listed: Sequence[ListedProcedure]) -> Path:
    """Write the overview as a table."""
    from smica_qgis.reports.procedures_report import write_procedures_csv

    write_procedures_csv(path, listed)
    return path


def write_map(path: Path, listed: Sequence[ListedProcedure]) -> Path:
    """Write the overview as a layer."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.list_procedures import grounds_of_communes
    from smica_qgis.reports.procedures_report import write_procedures_map

    with open_store(store_address(), read_only=True) as store:
        write_procedures_map(path, listed, grounds_of_communes(store), store.srid)
    return path


def publish(choice: PublicationChoice, dry_run: bool, progress: Progress) -> PublicationReport:  # noqa: FBT001
    """Publish a round, or say what would be done."""
    from smica_qgis.host.settings import preferred_standards_folder
    from smica_qgis.operations.publish_round import RoundPublication, plan_round_publication, publish_round

    request = RoundPublication(
        choice.procedure,
        choice.delivery,
        store_address(),
        choice.number,
        choice.targets,
        choice.settings,
        choice.reason,
        preferred_standards_folder(),
    )
    act = plan_round_publication if dry_run else publish_round
    return act(request, progress).report


def withdraw(choice: PublicationChoice, progress: Progress) -> PublicationReport:
    """Withdraw the document of a round."""
    from smica_qgis.operations.withdraw_document import WithdrawalRequest, withdraw_document

    request = WithdrawalRequest(choice.document, choice.reason, store_address(), choice.targets, choice.settings)
    return withdraw_document(request, progress)


def restore(choice: PublicationChoice, progress: Progress) -> PublicationReport:
    """Bring the document of a round back in force, as it was accepted."""
    from smica_qgis.database.open_store import open_store
    from smica_qgis.operations.publish_round import version_of_round
    from smica_qgis.operations.restore_document import RestorationRequest, restore_document

    with open_store(store_address(), read_only=True) as store:
        version = version_of_round(store, choice.procedure, choice.number)
    request = RestorationRequest(
        choice.document,
        store_address(),
        version,
        targets=choice.targets,
        settings=choice.settings,
        reason=choice.reason,
    )
    return restore_document(request, progress)


def target_settings(path: str = "") -> TargetSettings:
    """The settings of the targets, by name: those that are kept, or those of a file, which are kept from then on.

    Raises InvalidParameterError.
    """
    from smica_qgis.host.settings import change_settings, load_settings
    from smica_qgis.publishing.targets import read_target_settings

    found = read_target_settings(path, load_settings().publication)
    if path:
        change_settings(publication=dict(found))
    return found


def new_folder() -> Path:
    """A folder for the layers of a comparison, that the system throws away some day."""
    return Path(tempfile.mkdtemp(prefix="smica_instruction_"))


@dataclass(frozen=True)
class InstructionServices:
    """All of them."""

    store_address: Callable[[], str] = store_address
    overview: Callable[[], Desk] = overview
    open_procedure: Callable[[ProcedureRequest], str] = open_procedure
    receive: Callable[[str, str, Progress], Sequence[str]] = receive
    open_round: Callable[[str, int], OpenedProcedure] = open_round
    compare: Callable[[str, tuple[int, int], Progress], RoundComparison] = compare
    write_layers: Callable[[RoundComparison, Path], Path] = write_layers
    accept_findings: Callable[[str, Sequence[str], str], int] = accept_findings
    ask: Callable[[str, str, str], bool] = ask
    answer: Callable[[str, int, Seen], bool] = answer
    decide: Callable[[DecisionRequest, Progress], str] = decide
    write_papers: Callable[[str, int, DecisionPapers], None] = write_papers
    write_table: Callable[[Path, Sequence[ListedProcedure]], Path] = write_table
    write_map: Callable[[Path, Sequence[ListedProcedure]], Path] = write_map
    publish: Callable[[PublicationChoice, bool, Progress], PublicationReport] = publish
    withdraw: Callable[[PublicationChoice, Progress], PublicationReport] = withdraw
    restore: Callable[[PublicationChoice, Progress], PublicationReport] = restore
    target_settings: Callable[[str], TargetSettings] = target_settings
