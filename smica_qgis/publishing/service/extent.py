"""Where the service says that it has something: kept wide, so that the project need not follow every document."""

from __future__ import annotations

import math
from collections.abc import Iterable

from qgis.core import QgsRectangle, QgsVectorLayer

from smica_qgis.core.errors import SmicaError
from smica_qgis.database.store import Box
from smica_qgis.geodata.gdal_messages import gdal_silent
from smica_qgis.publishing.service.layers import ServiceLayer

_MARGIN = 0.2
_ROUND = 1000.0
"""Units of the system of the store, which are metres."""


def opened_layer(layer: ServiceLayer) -> QgsVectorLayer:
    """A layer as this QGIS opens it. Raises SmicaError."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    with gdal_silent():
        opened = QgsVectorLayer(layer.here, layer.title, layer.provider, options)
    if not opened.isValid():
        message = f"La couche « {layer.title} » de la base ne peut être ouverte."
        raise SmicaError(message, opened.error().message())
    return opened


def extent_in_force(layers: Iterable[QgsVectorLayer]) -> Box | None:
    """What all objects in force cover, None when there is none."""
    whole = QgsRectangle()
    for layer in layers:
        layer.updateExtents(True)
        extent = layer.extent()
        if not extent.isNull() and extent.isFinite() and layer.featureCount() != 0:
            whole.combineExtentWith(extent)
    if whole.isNull():
        return None
    return whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum()


def widened(box: Box) -> Box:
    """With a margin, in whole thousands."""
    west, south, east, north = box
    margin = max(east - west, north - south) * _MARGIN
    lower = [math.floor((edge - margin) / _ROUND) * _ROUND for edge in (west, south)]
    upper = [math.ceil((edge + margin) / _ROUND) * _ROUND for edge in (east, north)]
    return lower[0], lower[1], upper[0], upper[1]


def is_within(box: Box | None, wide: Box | None) -> bool:
    """Whether what is announced still holds all that is in force."""
    if box is None:
        return True
    if wide is None:
        return False
    return wide[0] <= box[0] and wide[1] <= box[1] and wide[2] >= box[2] and wide[3] >= box[3]
