"""Writes the project that QGIS Server serves, aside, then puts it in the place of the former one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml import etree
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.geodata.layer_styles import apply_styles
from smica_qgis.publishing.service.extent import opened_layer
from smica_qgis.publishing.service.layers import GROUPS, ServiceLayer
from smica_qgis.publishing.service.published_project import KEY, SCOPE, PublishedProject
from smica_qgis.publishing.service.settings import ServiceSettings
from smica_qgis.reports.written_aside import written_aside

PRECISION = 8
"""Decimals of coordinates: a hundredth of a millimetre in degrees, since those are served as well."""
_MOST_PIXELS = 5000
_KEYWORDS = ("urbanisme", "documents d'urbanisme", "servitudes d'utilité publique", "CNIG")


def write_project(
    settings: ServiceSettings, layers: Sequence[ServiceLayer], published: PublishedProject, srid: int
) -> None:
    """Write the project. Raises SmicaError: a layer that cannot be opened, a folder that cannot be written."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(srid))
    groups = {name: _group(project, name) for name in GROUPS if any(layer.group == name for layer in layers)}
    opened = {layer.name: _added(project, groups[layer.group], layer) for layer in layers}
    _describe(project, settings, published)
    _serve(project, list(opened.values()))
    with written_aside(settings.project, "projet") as aside:
        if not project.write(str(aside)):
            message = f"Le projet {settings.project} ne peut pas être écrit."
            raise SmicaError(message, project.error())
        _point_at_the_server(aside, {opened[layer.name].id(): layer for layer in layers})


def _group(project: QgsProject, name: str) -> QgsLayerTreeGroup:
    group = project.layerTreeRoot().addGroup(name)
    group.setCustomProperty("wmsShortName", GROUPS[name])
    group.setCustomProperty("wmsTitle", name)
    return group


def _added(project: QgsProject, group: QgsLayerTreeGroup, layer: ServiceLayer) -> QgsVectorLayer:
    opened = opened_layer(layer)
    opened.setReadOnly(True)
    if layer.style is not None:
        apply_styles(opened, layer.name)
    server = opened.serverProperties()
    server.setShortName(layer.name)
    server.setTitle(layer.title)
    server.setAbstract(f"{layer.title} : objets des documents en vigueur (table {layer.name.upper()} du CNIG).")
    server.setKeywordList(", ".join(_KEYWORDS))
    project.addMapLayer(opened, False)
    node = group.addLayer(opened)
    node.setExpanded(False)  # a legend of two hundred codes
    return opened


def _describe(project: QgsProject, settings: ServiceSettings, published: PublishedProject) -> None:
    project.setTitle(settings.title)
    texts = {
        "WMSServiceTitle": settings.title,
        "WMSServiceAbstract": settings.abstract,
        "WMSRootName": "urbanisme",
        "WMSContactOrganization": settings.organisation,
        "WMSContactPerson": settings.contact,
        "WMSContactMail": settings.mail,
        "WMSFees": settings.licence,
        "WMSAccessConstraints": settings.licence,
    }
    for scope, text in texts.items():
        if text:
            project.writeEntry(scope, "/", text)
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSKeywordList", "/", list(_KEYWORDS))
    project.writeEntry("WMSCrsList", "/", list(settings.systems))
    project.writeEntry("WMSMaxWidth", "/", _MOST_PIXELS)
    project.writeEntry("WMSMaxHeight", "/", _MOST_PIXELS)
    if published.extent is not None:
        # else QGIS Server announces, for a layer that is empty now, a place that is nowhere
        project.writeEntry("WMSExtent", "/", [repr(edge) for edge in published.extent])
        extent = QgsReferencedRectangle(QgsRectangle(*published.extent), project.crs())
        project.viewSettings().setDefaultViewExtent(extent)
    project.writeEntry(SCOPE, f"/{KEY}", published.to_text())


def _serve(project: QgsProject, layers: Sequence[QgsVectorLayer]) -> None:
    """Offer the layers as WFS, to be read: transactions of QGIS Server are not all or nothing, they stay off."""
    project.writeEntry("WFSLayers", "/", [layer.id() for layer in layers])
    for layer in layers:
        project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", PRECISION)


def _point_at_the_server(path: Path, layers: Mapping[str, ServiceLayer]) -> None:
    """Replace the addresses of this QGIS by those of the server: no host, no login, no authentication of ours.

    Nor does the project say who wrote it.
    """
    document = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))
    for attribute in ("saveUser", "saveUserFull"):
        document.getroot().attrib.pop(attribute, "")
    served = {identifier: layer.source for identifier, layer in layers.items() if layer.provider != "ogr"}
    for element in document.iterfind("projectlayers/maplayer"):
        source = served.get(element.findtext("id") or "")
        address = element.find("datasource")
        if source is not None and address is not None:
            address.text = source
    for node in document.iter("layer-tree-layer"):
        source = served.get(node.get("id") or "")
        if source is not None:
            node.set("source", source)
    document.write(str(path), encoding="utf-8", xml_declaration=False)
