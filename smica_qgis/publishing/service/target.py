"""The map service: a project of QGIS Server on the views of what is in force, which follow without touching it."""

from __future__ import annotations

from collections.abc import Mapping

from smica_qgis.core.errors import CancelledError, InvalidParameterError, SmicaError
from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Action, Change, Proof, TargetPlan
from smica_qgis.database.planning.registry import PlanningRegistry
from smica_qgis.database.store import Store
from smica_qgis.publishing.service.extent import extent_in_force, is_within, opened_layer, widened
from smica_qgis.publishing.service.layers import ServiceLayer, drawn_layers, filled_layers, service_layers
from smica_qgis.publishing.service.project_writer import write_project
from smica_qgis.publishing.service.published_project import PublishedProject, project_for, read_project
from smica_qgis.publishing.service.read_back import service_proofs, unread
from smica_qgis.publishing.service.served_objects import covered
from smica_qgis.publishing.service.settings import ServiceSettings, read
from smica_qgis.publishing.service.source_profile import is_written, listed_layers, profile_text, write_profile
from smica_qgis.publishing.target import Publication


def make_target(settings: Mapping[str, object], store: Store | None) -> ServiceTarget:
    """The target, its settings read. Raises InvalidParameterError."""
    if store is None:
        message = "Cible service : elle sert ce que tient la base commune, qui n'est pas choisie."
        raise InvalidParameterError(message)
    return ServiceTarget(read(settings), store)


class ServiceTarget:
    """See `publishing.target.Target`."""

    name = "service"

    def __init__(self, settings: ServiceSettings, store: Store) -> None:
        self._settings = settings
        self._store = store

    def plan(self, publication: Publication, progress: Progress) -> TargetPlan:
        """Which layers would be added, removed, drawn or opened otherwise."""
        progress.phase("Préparation du projet du service", 0)
        former = read_project(self._settings.project)
        layers = self._layers(publication, former)
        warnings = (
            [] if self._settings.url else ["L'adresse du service (« url ») n'est pas donnée : il ne sera pas relu."]
        )
        if self._settings.project.exists() and former is None:
            warnings.append(f"{self._settings.project.name} n'a pas été écrit par cette extension : il sera remplacé.")
        wanted = project_for(self._settings, layers, former.extent if former is not None else None)
        changes = _changes(former, wanted)
        if not changes and former is not None and not self._is_announced(former, layers, publication):
            changes = [Change("Agrandir l'emprise annoncée par le service")]
        profile = self._settings.profile
        if profile is not None and layers and not is_written(profile, self._profile(layers)):
            changes.append(Change(f"Écrire le profil de sources {profile.name}", len(layers)))
        return TargetPlan(self.name, tuple(changes), tuple(warnings), wanted.signature)

    def apply(self, publication: Publication, plan: TargetPlan, progress: Progress) -> str:  # noqa: ARG002
        """Write the project, when it is not as it should be now: the store has changed since the plan."""
        progress.phase("Écriture du projet du service", 0)
        former = read_project(self._settings.project)
        layers = self._layers(publication, former)
        extent = former.extent if former is not None else None
        now = extent_in_force(opened_layer(layer) for layer in layers)
        if not is_within(now, extent):
            extent = None if now is None else widened(now)
        wanted = project_for(self._settings, layers, extent)
        if layers and (former is None or former != wanted):
            write_project(self._settings, layers, wanted, self._store.srid)
        profile = self._settings.profile
        if profile is not None and layers and not is_written(profile, self._profile(layers)):
            write_profile(profile, self._profile(layers))
        return self._settings.url or str(self._settings.project)

    def read_back(self, publication: Publication, progress: Progress) -> list[Proof]:
        """Read the project, then ask the service for its layers and for every object of the document."""
        former = read_project(self._settings.project)
        layers = self._layers(publication, former)
        if not layers:
            return [Proof("Couches du projet", "aucune", "aucune")]
        there = former.layers if former is not None else {}
        proofs = [Proof("Couches du projet", _names(layers), _names([one for one in layers if one.name in there]))]
        if self._settings.profile is not None:
            listed = ", ".join(listed_layers(self._settings.profile))
            proofs.append(Proof("Profil de sources", _names(layers), listed))
        if not self._settings.url:
            return proofs
        try:
            return proofs + service_proofs(self._settings, layers, self._store, self._documents(publication), progress)
        except CancelledError:
            raise
        except SmicaError as error:
            return [*proofs, unread(error)]

    def _profile(self, layers: list[ServiceLayer]) -> str:
        return profile_text(self._settings, layers, self._store.srid)

    def _layers(self, publication: Publication, former: PublishedProject | None) -> list[ServiceLayer]:
        """Those that hold something, or will; and those that are served already: they may be in people's projects."""
        known = service_layers(self._store, self._settings.pg_service)
        wanted = filled_layers(self._store, list(known.values())) | drawn_layers(_in_force(publication))
        wanted |= set(former.layers) if former is not None else set()
        return [layer for name, layer in known.items() if name in wanted]

    def _is_announced(self, former: PublishedProject, layers: list[ServiceLayer], publication: Publication) -> bool:
        """Whether the extent that the service announces holds what is in force, and what will be."""
        content = _in_force(publication)
        to_come = covered(content.tables.values()) if content is not None else None
        now = extent_in_force(opened_layer(layer) for layer in layers)
        return is_within(now, former.extent) and is_within(to_come, former.extent)

    def _documents(self, publication: Publication) -> dict[str, bool]:
        """Documents to read back, named as the store does, and whether they are in force after the publication."""
        withdrawn = publication.action is Action.WITHDRAW
        documents = {self._stored_name(publication.content): not withdrawn}
        if withdrawn and publication.successor is not None:
            documents[self._stored_name(publication.successor)] = True
        return documents

    def _stored_name(self, content: DocumentContent) -> str:
        state = PlanningRegistry(self._store).state(content.idurba)
        return content.idurba if state is None else state.document_id


def _in_force(publication: Publication) -> DocumentContent | None:
    return publication.successor if publication.action is Action.WITHDRAW else publication.content


def _changes(former: PublishedProject | None, wanted: PublishedProject) -> list[Change]:
    if former is None:
        names = ", ".join(wanted.layers)
        return [Change(f"Écrire le projet du service, couches : {names}", len(wanted.layers))] if names else []
    changes: list[Change] = []
    for verb, touched in (
        ("Ajouter au service", [name for name in wanted.layers if name not in former.layers]),
        ("Retirer du service", [name for name in former.layers if name not in wanted.layers]),
        ("Dessiner autrement", _differing(former, wanted, "style")),
        ("Ouvrir par une autre adresse", _differing(former, wanted, "source")),
    ):
        if touched:
            changes.append(Change(f"{verb} : {', '.join(touched)}", len(touched)))
    if former.signature != wanted.signature and not changes:
        changes.append(Change("Mettre à jour ce que le service dit de lui-même"))
    return changes


def _differing(former: PublishedProject, wanted: PublishedProject, what: str) -> list[str]:
    common = [name for name in wanted.layers if name in former.layers]
    return [name for name in common if getattr(former.layers[name], what) != getattr(wanted.layers[name], what)]


def _names(layers: list[ServiceLayer]) -> str:
    return ", ".join(layer.name for layer in layers)
