"""The layer doctor: which layers of a project are sick, why, and what the profile has in their place."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from smica_qgis.connectors.catalogue.service_listing import ServiceListing
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.source_profile.folding import folded_words
from smica_qgis.core.source_profile.layer_doctor import (
    Cause,
    Diagnosis,
    LayerFacts,
    examine,
    service_address,
    source_of,
)
from smica_qgis.core.source_profile.profile import SERVICES, Source, SourceKind
from smica_qgis.geodata.project_layers import with_missing_files
from smica_qgis.operations.open_catalogue import Catalogue

_GONE = frozenset(
    {
        Trouble.DOWN,
        Trouble.UNKNOWN_HOST,
        Trouble.NOT_FOUND,
        Trouble.NOT_A_SERVICE,
        Trouble.BAD_CERTIFICATE,
        Trouble.SERVER_ERROR,
        Trouble.SLOW,
        Trouble.PROXY,
    }
)


_KNOWN = frozenset({Cause.MOVED_SERVICE, Cause.MISSING_LOGIN})
"""Causes that the profile knows by itself: the old address is not asked, it would only make one wait."""


def check_project(
    layers: Sequence[LayerFacts], catalogue: Catalogue, *, online: bool = True, progress: Progress | None = None
) -> tuple[Diagnosis, ...]:
    """Sick layers, in the order given. online: also ask the services whether they answer and know the layer.

    Raises CancelledError.
    """
    progress = progress or SilentProgress()
    layers = with_missing_files(layers)
    found = {diagnosis.layer_id: diagnosis for diagnosis in examine(layers, catalogue.profile, catalogue.authcfg)}
    if online:
        explained = {key for key, diagnosis in found.items() if _KNOWN & {cause for cause, _text in diagnosis.causes}}
        for layer, diagnosis in _asked([layer for layer in layers if layer.id not in explained], catalogue, progress):
            known = found.get(layer.id)
            causes = (*(known.causes if known else ()), *diagnosis.causes)
            source = known.source if known and known.source else diagnosis.source
            found[layer.id] = Diagnosis(layer.id, layer.name, causes, source)
    return tuple(found[layer.id] for layer in layers if layer.id in found)


def _asked(
    layers: Sequence[LayerFacts], catalogue: Catalogue, progress: Progress
) -> list[tuple[LayerFacts, Diagnosis]]:
    """Ask each service once."""
    services: dict[tuple[SourceKind, str, str], list[LayerFacts]] = {}
    for layer in layers:
        if layer.kind in SERVICES and layer.url and layer.layer:
            services.setdefault((layer.kind, layer.url, layer.authcfg), []).append(layer)
    progress.phase("Interrogation des services du projet", len(services))
    found = []
    for done, ((kind, url, authcfg), of_service) in enumerate(services.items()):
        stop_if_cancelled(progress)
        service = Source("", url, kind, "", "", url=service_address(url))
        try:
            listing = _listing(service, authcfg, catalogue, progress)
        except ServiceError as error:
            if error.trouble in _GONE:
                found += [(layer, _dead(layer, error)) for layer in of_service]
            elif error.trouble in (Trouble.LOGIN_WANTED, Trouble.FORBIDDEN):
                found += [(layer, _locked(layer, error, catalogue)) for layer in of_service]
        else:
            found += [(layer, d) for layer in of_service if (d := _renamed(layer, listing)) is not None]
        progress.advance(done + 1)
    return found


def _listing(service: Source, authcfg: str, catalogue: Catalogue, progress: Progress) -> ServiceListing:
    reading = catalogue.list_service(service, cancelled=progress.cancelled, authcfg=authcfg)
    if reading.trouble is not None:
        raise reading.trouble
    return reading.listing


def _dead(layer: LayerFacts, error: ServiceError) -> Diagnosis:
    return Diagnosis(layer.id, layer.name, ((Cause.DEAD_ADDRESS, error.message),))


def _locked(layer: LayerFacts, error: ServiceError, catalogue: Catalogue) -> Diagnosis:
    source = source_of(layer, catalogue.profile)
    bound = source is not None and catalogue.authcfg(source) not in ("", layer.authcfg)
    return Diagnosis(layer.id, layer.name, ((Cause.MISSING_LOGIN, error.message),), source if bound else None)


def _renamed(layer: LayerFacts, listing: ServiceListing) -> Diagnosis | None:
    """A layer that its service does not name any more, with the names that look like it."""
    names = [listed.name for listed in listing.layers]
    missing = [name for name in layer.layer.split(",") if not _is_listed(name, names)]
    if not missing:
        return None
    by_title = {"".join(folded_words(listed.title)): listed.name for listed in listing.layers}
    same_title = by_title.get("".join(folded_words(layer.name)))
    near = [same_title] if same_title else difflib.get_close_matches(missing[0], names, 3)
    hint = f" Noms proches : {', '.join(near)}." if near else ""
    sentence = f"Le service ne connaît pas (plus) la couche {', '.join(missing)}.{hint}"
    return Diagnosis(layer.id, layer.name, ((Cause.RENAMED_LAYER, sentence),))


def _is_listed(name: str, names: Sequence[str]) -> bool:
    """With or without its prefix: MapServer writes ms:zone in a list and accepts zone."""
    bare = {listed.rpartition(":")[2] for listed in names}
    return name in names or (":" not in name and name in bare)
