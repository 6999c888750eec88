"""What the dock *Instruction* holds: the procedures, then one of them. Wires pages, work beside the window, and map."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QHideEvent
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.workflow.round_comparison import Fate
from smica_qgis.gui.error_boundary import ErrorBoundary
from smica_qgis.gui.instruction.findings_tab import NEW, TO_MEND
from smica_qgis.gui.instruction.panel_parts import InstructionParts
from smica_qgis.gui.instruction.paper import Paper, papers_at
from smica_qgis.gui.instruction.procedure_page import FINDINGS
from smica_qgis.gui.instruction.procedures_map import add_procedures_map
from smica_qgis.gui.instruction.services import Desk, InstructionServices, PublicationChoice, Seen, new_folder
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.host.settings import change_settings, load_settings
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.core.progress import Progress
    from smica_qgis.core.publication.report import PublicationReport
    from smica_qgis.core.workflow.vocabulary import Decision
    from smica_qgis.operations.compare_rounds import RoundComparison
    from smica_qgis.operations.open_procedure import ProcedureRequest
    from smica_qgis.operations.open_round import OpenedProcedure

_STATES_OF_FATES = {Fate.FIXED: (PlaceState.FIXED,), Fate.NEW: NEW}


class InstructionPanel(InstructionParts):
    """Wires the parts together; each part knows only its own work."""

    def __init__(
        self, iface: QgisInterface, services: InstructionServices | None = None, parent: QWidget | None = None
    ) -> None:
        self._boundary = ErrorBoundary(iface.messageBar())
        super().__init__(iface, self._boundary, parent)
        self._iface = iface
        self._services = services or InstructionServices()
        self._folders: list[Path] = []
        self._connect_work()
        self._connect_pages()
        self.follow_options()

    # ------------------------------------------------------------------ what is looked at

    def follow_options(self) -> None:
        """The options were changed: there may be another store, other targets."""
        if not self._services.store_address():
            self.empty.say("")
            self.pages.setCurrentWidget(self.empty)
            return
        self._offer_targets("")
        self.show_overview()

    def _offer_targets(self, path: str) -> None:
        """Offer the targets that are configured. path: of a file that configures others."""
        settings = self._boundary.run(lambda: self._services.target_settings(path))
        if settings is not None or not path:
            self.page.publication.offer_targets(settings or {})

    def show_overview(self) -> None:
        """Read the procedures again and show them."""
        if self.pages.currentWidget() in (self.empty, self.page):
            self.pages.setCurrentWidget(self.overview)
        self.leave_map()
        self.reading.start(lambda _progress: self._services.overview())

    def open_procedure(self, identifier: str, number: int = 0) -> None:
        """Show a procedure and one of its rounds, by default the last."""
        self.reading.start(lambda _progress: self._services.open_round(identifier, number))

    def receive(self, path: str) -> None:
        """Receive a delivery as the next round of the procedure that is looked at."""
        procedure = self._procedure()

        def then(notes: Sequence[str]) -> None:
            for note in notes:
                self._boundary.announce(note)
            self.open_procedure(procedure)

        self._act(tr("SMICA: reception of a delivery"), lambda p: self._services.receive(procedure, path, p), then)

    def compare(self, before: int, after: int) -> None:
        """Compare two rounds of the procedure that is looked at."""
        procedure = self._procedure()
        self.page.comparison.show_comparing()
        self.comparing.start(lambda progress: self._services.compare(procedure, (before, after), progress))

    def _procedure(self) -> str:
        return self.page.opened.procedure.identifier if self.page.opened is not None else ""

    def _number(self) -> int:
        opened = self.page.opened
        return opened.sheet.stored.round.number if opened is not None and opened.sheet is not None else 0

    def _again(self) -> None:
        """Read the round that is looked at again, after something was said of it."""
        self.page.findings.remarks.text.clear()
        self.open_procedure(self._procedure(), self._number())

    def _show(self, found: Desk | OpenedProcedure) -> None:
        if isinstance(found, Desk):
            self.overview.show_desk(found)
            if self.pages.currentWidget() is self.empty:
                self.pages.setCurrentWidget(self.overview)
            return
        self.page.show_procedure(found)
        self.pages.setCurrentWidget(self.page)
        number = self._number()
        if number > 1 and self.page.comparison.comparison is None and not self.comparing.is_running:
            self.compare(number - 1, number)

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, SmicaError) and self.pages.currentWidget() is self.overview:
            self.empty.say(error.message)
            self.pages.setCurrentWidget(self.empty)
        else:
            self._boundary.tell(error)

    def _show_comparison(self, comparison: RoundComparison) -> None:
        opened = self.page.opened
        if opened is None or comparison.after.stored.procedure != opened.procedure.identifier:
            return
        self.on_map.use(comparison)
        self.page.show_comparison(comparison)

    def _on_map(self, then: Callable[[], object]) -> None:
        """Do something with the layers of the comparison, which are written the first time that they are wanted."""
        comparison = self.page.comparison.comparison
        if comparison is None or self.on_map.is_written:
            self._boundary.run(then)
            return
        path = self._new_path("comparaison.gpkg")

        def go_on(written: Path) -> None:
            self.on_map.take(written)
            self._boundary.run(then)

        write = self._services.write_layers
        self._act(tr("SMICA: comparison of two rounds"), lambda _progress: write(comparison, path), go_on)

    def _swipe(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if wanted:
            self._on_map(lambda: self.on_map.swipe(True))
        else:
            self.on_map.swipe(False)

    def _not_compared(self, error: Exception) -> None:
        self.page.comparison.show_comparison(None)
        self._boundary.tell(error)

    def _show_fate(self, fate: Fate) -> None:
        """A number is a link: to the findings that it counts."""
        self.page.tabs.show_page(FINDINGS)
        self.page.findings.show_states(_STATES_OF_FATES.get(fate, TO_MEND))

    # ------------------------------------------------------------------ what is done

    def _act(self, description: str, operation: Callable[[Progress], Any], then: Callable[[Any], object]) -> None:
        if self.acting.is_running:
            self._boundary.tell(SmicaError("Une action est en cours : attendez sa fin, ou annulez-la d'abord."))
            return
        self.acting.start(description, operation, then)

    def _open_new(self, request: ProcedureRequest) -> None:
        opened = self._services.open_procedure
        self._act(tr("SMICA: new procedure"), lambda _progress: opened(request), self.open_procedure)

    def _accept(self, keys: Sequence[str], reason: str) -> None:
        procedure, act = self._procedure(), self._services.accept_findings
        self._act(tr("SMICA: exception"), lambda _p: act(procedure, keys, reason), lambda _count: self._again())

    def _ask(self, key: str, text: str) -> None:
        procedure, act = self._procedure(), self._services.ask
        self._act(tr("SMICA: question"), lambda _p: act(procedure, key, text), lambda _done: self._again())

    def _keep_seen(self, seen: Seen) -> None:
        procedure, number, act = self._procedure(), self._number(), self._services.answer
        self._act(tr("SMICA: checklist"), lambda _p: act(procedure, number, seen), lambda _done: self._again())

    def _decide(self, decision: Decision, signatory: str, reason: str) -> None:
        from smica_qgis.operations.decide_round import DecisionRequest

        change_settings(signatory=signatory)
        request = DecisionRequest(self._procedure(), decision, signatory, reason, self._number())
        self._act(tr("SMICA: decision"), lambda p: self._services.decide(request, p), lambda _who: self._again())

    def _publish(self, choice: PublicationChoice, *, dry_run: bool) -> None:
        publish = self._services.publish
        then = self.page.publication.show_report if dry_run else self._show_published
        self._act(tr("SMICA: publication"), lambda progress: publish(choice, dry_run, progress), then)

    def _show_published(self, report: PublicationReport) -> None:
        self.page.publication.show_report(report)
        self._again()

    # ------------------------------------------------------------------ what is written

    def write_paper(self, paper: Paper, path: Path) -> None:
        """Write a paper of the decision that is looked at."""

        def write() -> bool:
            self._services.write_papers(self._procedure(), self._number(), papers_at(paper, path))
            return True

        if self._boundary.run(write):
            self._tell_written(path)

    def write_table(self, path: Path) -> None:
        """Write the procedures that are shown as a table."""
        listed = self.overview.shown
        self._act(tr("SMICA: procedures"), lambda _p: self._services.write_table(path, listed), self._tell_written)

    def show_map(self) -> None:
        """Add the procedures that are shown to the project, on their communes."""
        listed, path = self.overview.shown, self._new_path("procedures.gpkg")
        canvas = self._iface.mapCanvas()

        def then(written: Path) -> None:
            if not add_procedures_map(written, canvas):
                self._boundary.announce(
                    tr("The cadastre of the store does not know these communes: they are listed, not drawn.")
                )

        self._act(tr("SMICA: procedures"), lambda _p: self._services.write_map(path, listed), then)

    def _ask_paper(self, paper: Paper) -> None:
        kind = paper.value.rpartition(".")[2]
        name = f"{self._procedure()}_tour{self._number()}_{paper.value}"
        path = self._ask_path(tr("Write a paper of the decision"), name, f"{kind.upper()} (*.{kind})")
        if path is not None:
            self.write_paper(paper, path.with_suffix(f".{kind}"))

    def _ask_table(self) -> None:
        path = self._ask_path(tr("Write the list as a table"), "procedures.csv", "CSV (*.csv)")
        if path is not None:
            self.write_table(path.with_suffix(".csv"))

    def _ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        given = str(Path(load_settings().reports_folder) / name)
        path, _filter = QFileDialog.getSaveFileName(self, title, given, kinds)
        if not path:
            return None
        change_settings(reports_folder=str(Path(path).parent))
        return Path(path)

    def _tell_written(self, path: Path) -> None:
        url = QUrl.fromLocalFile(str(path))
        text = tr("Written: {file}", file=path.name)
        self._boundary.announce(text, tr("Open"), lambda: QDesktopServices.openUrl(url))

    def _new_path(self, name: str) -> Path:
        self._folders.append(new_folder())
        return self._folders[-1] / name

    # ------------------------------------------------------------------ leaving

    def hideEvent(self, event: QHideEvent) -> None:
        self.leave_map()
        super().hideEvent(event)

    def shut_down(self) -> None:
        """Stop what runs, wait for it, leave nothing on the map nor on the disk."""
        for run in (self.reading, self.comparing, self.acting):
            run.shut_down()
        self.on_map.leave()
        self.page.findings.results.leave()
        self.page.checklist.leave()
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)

    # ------------------------------------------------------------------ once

    def _connect_work(self) -> None:
        self.reading.ended.connect(lambda found: self._boundary.run(lambda: self._show(found)))
        self.reading.failed.connect(self._not_read)
        self.comparing.ended.connect(lambda found: self._boundary.run(lambda: self._show_comparison(found)))
        self.comparing.failed.connect(self._not_compared)
        self.comparing.stopped.connect(lambda: self.page.comparison.show_comparison(None))
        self.acting.failed.connect(self._boundary.tell)

    def _connect_pages(self) -> None:
        self.dropped.connect(self.receive)
        self.empty.store_chosen.connect(self._take_store)
        self.empty.options_wanted.connect(lambda: self._iface.showOptionsDialog(self, "SMICA"))
        self.empty.again_wanted.connect(self.follow_options)
        self.overview.opened.connect(self.open_procedure)
        self.overview.again_wanted.connect(self.show_overview)
        self.overview.new_wanted.connect(self._begin_form)
        self.overview.table_wanted.connect(self._ask_table)
        self.overview.map_wanted.connect(self.show_map)
        self.form.given_up.connect(lambda: self.pages.setCurrentWidget(self.overview))
        self.form.asked.connect(self._open_new)
        page = self.page
        page.left.connect(self.show_overview)
        page.round_chosen.connect(lambda number: self.open_procedure(self._procedure(), number))
        page.delivery_given.connect(self.receive)
        page.findings.accept_wanted.connect(self._accept)
        page.findings.ask_wanted.connect(self._ask)
        page.comparison.asked.connect(self.compare)
        page.comparison.fate_wanted.connect(self._show_fate)
        page.comparison.map_wanted.connect(lambda: self._on_map(self.on_map.show))
        page.comparison.swipe_wanted.connect(self._swipe)
        page.comparison.place_wanted.connect(lambda place: self._on_map(lambda: self.on_map.go_to(place)))
        self.on_map.swipe_ended.connect(lambda: page.comparison.swipe_button.setChecked(False))
        page.checklist.seen.connect(self._keep_seen)
        page.decision.decided.connect(self._decide)
        page.decision.paper_wanted.connect(self._ask_paper)
        page.decision.signatory.setText(load_settings().signatory)
        publication = page.publication
        publication.settings_given.connect(self._offer_targets)
        publication.plan_wanted.connect(lambda choice: self._publish(choice, dry_run=True))
        publication.publish_wanted.connect(lambda choice: self._publish(choice, dry_run=False))
        for signal, act in (
            (publication.withdraw_wanted, self._services.withdraw),
            (publication.restore_wanted, self._services.restore),
        ):
            signal.connect(
                lambda choice, do=act: self._act(
                    tr("SMICA: publication"), lambda progress: do(choice, progress), self._show_published
                )
            )

    def _begin_form(self) -> None:
        from smica_qgis.gui.validation.services import standards

        self.form.begin(standards())
        self.pages.setCurrentWidget(self.form)

    def _take_store(self, path: str) -> None:
        """Keep the store that was chosen; one that does not exist is made, one that is old is brought up to date."""
        from smica_qgis.gui.store_run import make

        change_settings(store=path)
        self._act(tr("SMICA: creation of the store"), lambda _p: make(path), lambda _check: self.follow_options())
