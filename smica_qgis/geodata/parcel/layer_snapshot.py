"""A vector layer of the project as a working thread may read it: taken in the window's thread, read anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from smica_qgis.core.parcel.rules import Shape
from smica_qgis.geodata.parcel.rule_layer import SHAPES, Reprojection

Row = tuple[int, dict[str, object], QgsGeometry]
"""Identifier of the feature, lower-case name of the field → value (None for NULL), geometry."""


class LayerSnapshot:
    """Fields, system, path and features of a layer. path: of its file, empty when it is in none."""

    def __init__(self, layer: QgsVectorLayer, *, only_selected: bool = False) -> None:
        self.name = str(layer.name())
        self.fields = [str(name).lower() for name in layer.fields().names()]
        self.shape: Shape | None = SHAPES.get(layer.geometryType())
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        self.path = str(parts.get("path") or "")
        self.crs: QgsCoordinateReferenceSystem = layer.crs()
        self._source = QgsVectorLayerFeatureSource(layer)
        self._selected: Sequence[int] | None = list(layer.selectedFeatureIds()) if only_selected else None

    def rows(self, box: QgsRectangle | None, target: QgsCoordinateReferenceSystem) -> Iterator[Row]:
        """Rows that meet a box of the target system, geometries in it. box: None for all rows."""
        reprojection = Reprojection(self.crs, target)
        request = QgsFeatureRequest()
        if self._selected is not None:
            request.setFilterFids(self._selected)
        own_box = reprojection.backward(box) if box is not None else None
        if own_box is not None:
            request.setFilterRect(own_box)
        for feature in self._source.getFeatures(request):
            values = dict(zip(self.fields, (plain_value(value) for value in feature.attributes())))
            yield feature.id(), values, reprojection.forward(feature.geometry())


def snapshot_of_source(source: QgsProcessingFeatureSource, target: QgsCoordinateReferenceSystem) -> list[Row]:
    """All rows of a source of Processing (a layer, or what is selected in it), in the target system."""
    names = [str(name).lower() for name in source.fields().names()]
    reprojection = Reprojection(source.sourceCrs(), target)
    return [
        (
            feature.id(),
            dict(zip(names, (plain_value(value) for value in feature.attributes()))),
            reprojection.forward(feature.geometry()),
        )
        for feature in source.getFeatures()
    ]


def plain_value(value: object) -> object:
    """A value of a feature as Python has it; QGIS' NULL becomes None, dates become ISO text."""
    if isinstance(value, (QDate, QDateTime)):
        return value.toString("yyyy-MM-dd") or None
    if value is None or (hasattr(value, "isNull") and value.isNull()):
        return None
    return value
