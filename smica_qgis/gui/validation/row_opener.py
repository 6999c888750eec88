"""Open the row of a finding: the attribute table filtered on it, or its form."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgisInterface

from smica_qgis.core.errors import SmicaError


def open_row(iface: QgisInterface, layer: QgsVectorLayer, row: int, *, form: bool = False) -> None:
    """Show the row (from 0, in the order of the file). Raises SmicaError when the layer has no such row."""
    feature = feature_at(layer, row)
    if feature is None:
        raise SmicaError(f"La ligne {row + 1} n'est pas dans la couche {layer.name()}.")
    if form:
        iface.openFeatureForm(layer, feature, False, False)
    else:
        iface.showAttributeTable(layer, f"$id = {feature.id()}")


def feature_at(layer: QgsVectorLayer, row: int) -> QgsFeature | None:
    """The feature at a position of the file: its identifier is not always its position."""
    request = QgsFeatureRequest().setLimit(row + 1).setNoAttributes()
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    identifier, seen = None, 0
    for feature in layer.getFeatures(request):
        identifier, seen = feature.id(), seen + 1
    if identifier is None or seen <= row:
        return None
    return layer.getFeature(identifier)
