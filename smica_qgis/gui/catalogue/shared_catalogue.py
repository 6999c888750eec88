"""The catalogue that the dock and QGIS' browser share: opened once, listed when asked, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from smica_qgis.core.errors import SmicaError
from smica_qgis.gui.catalogue.services import CatalogueServices
from smica_qgis.gui.error_boundary import Outcome
from smica_qgis.gui.operation_task import WAIT_AT_MOST, OperationTask, TaskProgress, start
from smica_qgis.host import log
from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.connectors.catalogue.service_reader import Reading
    from smica_qgis.core.source_profile.profile import Source
    from smica_qgis.operations.add_source import MadeLayers
    from smica_qgis.operations.open_catalogue import Catalogue


@dataclass(frozen=True)
class ServiceState:
    """What is known of a source. message: French, why it could not be read; date: of the copy that is shown."""

    message: str = ""
    date: str = ""


class SharedCatalogue(QObject):
    """Signals are emitted in the window's thread."""

    opened = pyqtSignal()
    listed = pyqtSignal(str)
    state_changed = pyqtSignal(str)
    added = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(self, services: CatalogueServices | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services or CatalogueServices()
        self.catalogue: Catalogue | None = None
        self.listings: dict[str, tuple[Source, ...]] = {}
        self.states: dict[str, ServiceState] = {}
        self._tasks: list[OperationTask] = []
        self._wanted: set[str] = set()
        self._asked = False

    def open(self) -> None:
        """Open once: at once what is on this machine, then what has to be fetched."""
        if not self._asked:
            self._asked = True
            self._open(online=False)

    def refresh(self) -> None:
        """Fetch the profiles anew and forget the lists."""
        self._asked = True
        self.listings.clear()
        self._open(online=True)

    def source(self, source_id: str) -> Source | None:
        """A source of the profiles, or a layer of a listed service."""
        if self.catalogue is None:
            return None
        known = self.catalogue.profile.sources.get(source_id)
        if known is not None:
            return known
        return next((s for found in self.listings.values() for s in found if s.id == source_id), None)

    def list_service(self, source: Source) -> None:
        """Ask a service what it holds; `listed` follows, or `failed`. Asked once at a time."""
        catalogue = self.catalogue
        if catalogue is None or source.id in self._wanted:
            return
        self._wanted.add(source.id)

        def end(outcome: Outcome[Reading]) -> None:
            self._wanted.discard(source.id)
            if outcome.value is not None:
                self._keep(source, outcome.value)
            else:
                self._note_failure(source, outcome.error)
                self.listed.emit(source.id)

        self.run(
            tr("Layers of {service}", service=source.title),
            lambda progress: self.services.list_service(catalogue, source, progress.cancelled),
            end,
        )

    def list_now(self, source: Source) -> tuple[Source, ...]:
        """List a service in the thread of the caller, which is not the window's. Raises SmicaError."""
        known = self.listings.get(source.id)
        catalogue = self.catalogue
        if known is not None or catalogue is None:
            return known or ()
        reading = self.services.list_service(catalogue, source, _never)
        self.listings[source.id] = _layers_of(source, reading)
        return self.listings[source.id]

    def is_listing(self, source_id: str) -> bool:
        """Whether a service is being asked."""
        return source_id in self._wanted

    def add(self, source: Source) -> None:
        """Open a source beside the window and put it in the project; `added` follows, or `failed`."""
        catalogue = self.catalogue
        if catalogue is None:
            return

        def end(outcome: Outcome[MadeLayers]) -> None:
            if outcome.value is None:
                self._note_failure(source, outcome.error)
                return
            self.services.place_layers(QgsProject.instance(), outcome.value)
            self._set_state(source.id, ServiceState())
            for note in outcome.value.notes:
                self.failed.emit(SmicaError(note))
            self.added.emit(source.id)

        self.run(
            tr("Opening {layer}", layer=source.title),
            lambda _progress: self.services.make_layers(catalogue, source),
            end,
        )

    def run(
        self, description: str, work: Callable[[TaskProgress], Any], on_end: Callable[[Outcome[Any]], object]
    ) -> OperationTask:
        """Do something beside the window; the end is in the window's thread, unless all was shut down before."""
        task = OperationTask(description, work)

        def end(outcome: Outcome[Any]) -> None:
            if task in self._tasks:
                self._tasks.remove(task)
                on_end(outcome)

        self._tasks.append(task)
        start(task, end)
        return task

    def shut_down(self) -> None:
        """Stop what runs, and go on with nothing."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.stop_and_wait(WAIT_AT_MOST)

    def _open(self, *, online: bool) -> None:
        def end(outcome: Outcome[Catalogue]) -> None:
            if outcome.value is None:
                if outcome.error is not None:
                    self.failed.emit(outcome.error)
                return
            self.catalogue = outcome.value
            for note in outcome.value.loaded.notes:
                log.warning(note)
            self.opened.emit()
            if not online and _is_remote(outcome.value):
                self._open(online=True)

        self.run(
            tr("Opening the shared data"),
            lambda progress: self.services.open_catalogue(online, progress.cancelled),
            end,
        )

    def _keep(self, source: Source, reading: Reading) -> None:
        self.listings[source.id] = _layers_of(source, reading)
        trouble = reading.trouble
        self._set_state(source.id, ServiceState(trouble.message, reading.date) if trouble else ServiceState())
        self.listed.emit(source.id)

    def _note_failure(self, source: Source, error: Exception | None) -> None:
        if isinstance(error, SmicaError):
            date = self.catalogue.copies.date_of(source.url) if self.catalogue and source.url else ""
            self._set_state(source.id, ServiceState(error.message, date))
        if error is not None:
            self.failed.emit(error)

    def _set_state(self, source_id: str, state: ServiceState) -> None:
        if self.states.get(source_id, ServiceState()) != state:
            self.states[source_id] = state
            self.state_changed.emit(source_id)


def _layers_of(source: Source, reading: Reading) -> tuple[Source, ...]:
    """What a service holds, as sources that can be added."""
    from smica_qgis.connectors.catalogue.service_listing import source_of_layer
    from smica_qgis.core.source_profile.profile import SourceKind

    version = reading.listing.version if source.kind in (SourceKind.WMS, SourceKind.WFS) else ""
    made = (source_of_layer(source, layer, version) for layer in reading.listing.layers)
    return tuple(found for found in made if found is not None)


def _never() -> bool:
    return False


def _is_remote(catalogue: Catalogue) -> bool:
    """Whether a profile is to be fetched; those that failed off line are only in the notes."""
    from smica_qgis.host.settings import load_settings

    known = (state.location for state in catalogue.loaded.states)
    locations = (*known, *load_settings().source_profiles)
    return any(location.lower().startswith(("http://", "https://")) for location in locations)
