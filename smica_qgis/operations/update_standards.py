"""Fetch the models of the Géoportail (or of a syndicate) into a folder of the user, and say what changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.document_model.differences import ModelComparison
from smica_qgis.core.document_model.fetched import GEOPORTAIL
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.operations.compare_standards import compare_standards
from smica_qgis.operations.standards.fetching import fetch_model
from smica_qgis.operations.standards.places import ModelsPlace, is_model_name, open_place
from smica_qgis.operations.standards.store import StandardsStore, held

if TYPE_CHECKING:
    from smica_qgis.host.network import NetworkSession

_GIVEN_UP_AFTER = 3


@dataclass(frozen=True)
class StandardsRequest:
    """What is asked. folder: where models are kept; source: address, folder or zip, empty = the Géoportail's.

    names: of the models; empty = those that the source lists, else all that are known.
    timeout_ms: silence after which a server is given up.
    """

    folder: Path
    source: str = ""
    names: tuple[str, ...] = ()
    timeout_ms: int = 30_000


@dataclass(frozen=True)
class StandardsUpdate:
    """What came of it. failed: name → French reason; comparisons: bundled against fetched, of what was asked."""

    folder: Path
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    failed: Mapping[str, str]
    comparisons: Sequence[ModelComparison] = ()

    @property
    def differences(self) -> int:
        """How many facts differ, all models together."""
        return sum(len(comparison.differences) for comparison in self.comparisons)


class UpdateCancelledError(CancelledError):
    """The person stopped the update: what was fetched before stays, whole."""

    def __init__(self) -> None:
        super().__init__()
        self.message = "Mise à jour des standards interrompue à votre demande : les modèles déjà récupérés sont gardés."
        self.args = (self.message,)


def update_standards(request: StandardsRequest, progress: Progress | None = None) -> StandardsUpdate:
    """Fetch the models asked for, each checked before it replaces the former one; a failure keeps that one.

    Raises UpdateCancelledError, InvalidParameterError for a name that cannot be one or a source that is nowhere, and
    SmicaError when the source cannot be opened at all or the folder cannot be written.
    """
    run = _Run(request, progress or SilentProgress())
    try:
        return run.update()
    except CancelledError as error:
        raise UpdateCancelledError from error


@dataclass
class _Outcome:
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    silences: int = 0


class _Run:
    """One update, from its parameters to its result."""

    def __init__(self, request: StandardsRequest, progress: Progress) -> None:
        self.request = request
        self.progress = progress
        self.source = request.source or GEOPORTAIL
        self.session = lru_cache(maxsize=1)(self._session)
        for name in request.names:
            if not is_model_name(name):
                message = f"« {name} » ne peut être le nom d'un standard."
                raise InvalidParameterError(message)

    def update(self) -> StandardsUpdate:
        with held(self.request.folder) as store:
            self.progress.phase(f"Ouverture de {self.source}", 0)
            place = open_place(self.source, self.session)
            names = self._names(place, store)
            outcome = self._fetch(place, names, store)
            asked = [name for name in names if name in store.registry.names()]
            comparisons = compare_standards(self.request.folder, asked, self.progress)
        return StandardsUpdate(
            self.request.folder,
            tuple(outcome.updated),
            tuple(outcome.unchanged),
            outcome.failed,
            comparisons,
        )

    def _session(self) -> NetworkSession:
        from smica_qgis.host.network import NetworkSession

        return NetworkSession(self.progress.cancelled, timeout_ms=self.request.timeout_ms)

    def _names(self, place: ModelsPlace, store: StandardsStore) -> list[str]:
        """The names to fetch, written as they are known."""
        listed = place.names()
        known = sorted({*bundled_registry().names(), *store.registry.names()})
        exact = {name.lower(): name for name in (*known, *listed)}
        names = self.request.names or listed or known
        return list(dict.fromkeys(exact.get(name.lower(), name) for name in names))

    def _fetch(self, place: ModelsPlace, names: Sequence[str], store: StandardsStore) -> _Outcome:
        outcome = _Outcome()
        self.progress.phase(f"Récupération des standards ({len(names)})", len(names))
        for done, name in enumerate(names):
            if self.progress.cancelled():
                raise CancelledError
            self._fetch_one(place, name, store, outcome)
            self.progress.advance(done + 1)
        return outcome

    def _fetch_one(self, place: ModelsPlace, name: str, store: StandardsStore, outcome: _Outcome) -> None:
        if outcome.silences >= _GIVEN_UP_AFTER:
            outcome.failed[name] = "La source ne répond plus : ce modèle n'a pas été demandé."
            return
        try:
            manifest, contents = fetch_model(place, name, _now())
            changed = store.keep(manifest, contents)
        except CancelledError:
            raise
        except SmicaError as error:
            outcome.failed[name] = error.message
            outcome.silences += getattr(error, "status", 0) is None
            return
        outcome.silences = 0
        (outcome.updated if changed else outcome.unchanged).append(name)


def _now() -> str:
    return dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
