"""Open a source: its layers made beside the window, then put in the project, in their group, with their style."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsVectorTileLayer,
)

from smica_qgis.connectors.catalogue.layer_address import VECTOR_TILE, LayerAddress, layer_address
from smica_qgis.connectors.catalogue.layer_opening import opened_layer
from smica_qgis.connectors.catalogue.service_trouble import ServiceError, Trouble, host_of
from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.hidden_secrets import without_secrets
from smica_qgis.core.source_profile.profile import Source, SourceKind
from smica_qgis.geodata.project_layers import SOURCE_PROPERTY
from smica_qgis.host import log
from smica_qgis.host.authenticated_session import AuthenticatedSession
from smica_qgis.operations.open_catalogue import Catalogue
from smica_qgis.operations.opening_trouble import opening_trouble, tiles_trouble

BASEMAPS = "fonds_de_plan"


@dataclass(frozen=True)
class MadeLayers:
    """Layers that belong to nobody yet, in the thread that made them.

    group: titles from the outermost; notes: French, what could not be done.
    """

    layers: tuple[QgsMapLayer, ...]
    group: tuple[str, ...]
    at_the_bottom: bool
    notes: tuple[str, ...] = field(default=())

    def give_to_window(self) -> MadeLayers:
        """Hand the layers over to the window's thread; called in the one that made them."""
        for layer in self.layers:
            layer.moveToThread(QgsApplication.instance().thread())
        return self


def make_layers(catalogue: Catalogue, source: Source) -> MadeLayers:
    """Open a source, in whatever thread.

    Raises SmicaError when it cannot be opened, with what to do.
    """
    authcfg = catalogue.authcfg(source)
    if source.login and not authcfg and source.url:
        raise ServiceError(Trouble.LOGIN_WANTED, source.url, f"compte « {source.login} »")
    notes: list[str] = []
    if source.kind is SourceKind.QGIS_PROJECT:
        layers = _layers_of_project(source)
    else:
        layers = [_layer(catalogue, source, layer_address(source, authcfg))]
        _dress(layers[0], source, catalogue, notes)
    for layer in layers:
        layer.setCustomProperty(SOURCE_PROPERTY, source.id)
    return MadeLayers(tuple(layers), catalogue.profile.group_path(source), source.theme == BASEMAPS, tuple(notes))


def place_layers(project: QgsProject, made: MadeLayers) -> tuple[str, ...]:
    """Put made layers in a project, in its thread. Returns their identifiers. Basemaps go below everything."""
    group = _group(project.layerTreeRoot(), made.group, at_the_bottom=made.at_the_bottom)
    added = []
    for layer in made.layers:
        kept = project.addMapLayer(layer, False)
        if made.at_the_bottom:
            group.addLayer(kept)
        else:
            group.insertLayer(0, kept)
        added.append(kept.id())
    return tuple(added)


def regroup_layer(project: QgsProject, layer_id: str, titles: Sequence[str], *, at_the_bottom: bool) -> None:
    """Move a layer of a project to a group, found or made by its titles from the outermost."""
    node = project.layerTreeRoot().findLayer(layer_id)
    if node is None:
        return
    group = _group(project.layerTreeRoot(), titles, at_the_bottom=at_the_bottom)
    group.insertChildNode(-1 if at_the_bottom else 0, node.clone())
    parent = node.parent()
    if isinstance(parent, QgsLayerTreeGroup):
        parent.removeChildNode(node)


def _group(root: QgsLayerTreeGroup, titles: Sequence[str], *, at_the_bottom: bool) -> QgsLayerTreeGroup:
    """Find or make a group by its titles, from the outermost."""
    group = root
    for title in titles:
        inside = group.findGroup(title)
        if inside is None or inside.parent() is not group:
            inside = group.addGroup(title) if at_the_bottom else group.insertGroup(0, title)
        group = inside
    return group


def _layer(catalogue: Catalogue, source: Source, address: LayerAddress) -> QgsMapLayer:
    if address.flavour == VECTOR_TILE:
        trouble = tiles_trouble(catalogue, source)
        if trouble is not None:
            raise trouble
    layer = opened_layer(address, source.title)
    if not layer.isValid():
        known = opening_trouble(catalogue, source)
        if known is not None:
            raise known
        said = " ".join(layer.error().summary().split())
        where = host_of(source.url) or source.path or source.table
        message = f"La couche « {source.title} » ne s'ouvre pas ({where}) : vérifiez le service dans l'onglet Réseau."
        raise SmicaError(message, without_secrets(said))
    return layer


def _dress(layer: QgsMapLayer, source: Source, catalogue: Catalogue, notes: list[str]) -> None:
    """Style, scales, metadata."""
    if source.style_file:
        try:
            _load_style(layer, source.style_file, catalogue)
        except SmicaError as error:
            notes.append(error.message)
    elif isinstance(layer, QgsVectorTileLayer) and source.style_url:
        layer.loadDefaultStyle()
    if source.scale.least_detailed or source.scale.most_detailed:
        layer.setScaleBasedVisibility(True)
        layer.setMinimumScale(float(source.scale.least_detailed))
        layer.setMaximumScale(float(source.scale.most_detailed))
    metadata = layer.metadata()
    metadata.setTitle(source.title)
    metadata.setAbstract(source.abstract)
    metadata.setLicenses([source.licence] if source.licence else [])
    metadata.setRights([source.attribution] if source.attribution else [])
    layer.setMetadata(metadata)
    layer.serverProperties().setAttribution(source.attribution)
    if source.metadata:
        layer.serverProperties().setDataUrl(source.metadata)


def _load_style(layer: QgsMapLayer, location: str, catalogue: Catalogue) -> None:
    if not location.lower().startswith(("http://", "https://")):
        _apply_style(layer, location, location)
        return
    with AuthenticatedSession(timeout_ms=catalogue.timeout_ms) as session:
        try:
            content = session.answer(location).content
            catalogue.copies.keep(location, content)
        except SmicaError:
            copy = catalogue.copies.last(location)
            if copy is None:
                raise
            log.info(f"style {location}: the copy of {copy.date} is used")
            content = copy.content
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "style.qml"
        path.write_bytes(content)
        _apply_style(layer, str(path), location)


def _apply_style(layer: QgsMapLayer, path: str, location: str) -> None:
    """QML, else SLD: whichever the file is, whatever its name says."""
    message, loaded = layer.loadNamedStyle(path)
    if not loaded and not isinstance(layer, QgsVectorTileLayer):
        message, loaded = layer.loadSldStyle(path)
    if not loaded:
        raise SmicaError(
            f"Le style {location} n'a pas pu être appliqué : la couche est montrée sans lui.", str(message)
        )


def _layers_of_project(source: Source) -> list[QgsMapLayer]:
    """Copies of the layers of a project, the topmost last."""
    if not Path(source.path).exists():
        raise SmicaError(f"Le projet {source.path} n'existe pas ou n'est pas accessible.")
    project = QgsProject()
    flags = Qgis.ProjectReadFlag.DontLoadLayouts | Qgis.ProjectReadFlag.DontLoad3DViews
    if not project.read(source.path, flags):  # type: ignore[call-overload]  # the stub takes flags for numbers
        raise SmicaError(f"Le projet {source.path} ne peut être lu.", project.error())
    nodes = [node for node in reversed(project.layerTreeRoot().findLayers()) if node.layer() is not None]
    wanted = [node for node in nodes if not source.layer or node.layer().name() == source.layer]
    if not wanted:
        raise SmicaError(f"Le projet {source.path} ne contient pas la couche « {source.layer} ».")
    return [node.layer().clone() for node in wanted]
