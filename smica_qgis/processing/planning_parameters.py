"""Parameters that the algorithms which make planning documents share."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr

LAMBERT93 = "EPSG:2154"


def add_standard(algorithm: QgsProcessingAlgorithm, name: str, text: str, default: str = "") -> None:
    """The name of a standard: chosen in a list in the window, any text elsewhere (a fetched one has another name)."""
    from smica_qgis.operations.sample_standards import sample_standards

    parameter = QgsProcessingParameterString(name, text, default or None, optional=not default)
    parameter.setMetadata({"widget_wrapper": {"value_hints": list(sample_standards())}})
    algorithm.addParameter(parameter)


def add_crs(algorithm: QgsProcessingAlgorithm) -> None:
    """One of the systems of the Géoportail."""
    from smica_qgis.core.planning.reference_systems import REFERENCE_SYSTEMS

    parameter = QgsProcessingParameterString("CRS", tr("Coordinate reference system"), LAMBERT93, optional=True)
    parameter.setMetadata({"widget_wrapper": {"value_hints": list(REFERENCE_SYSTEMS)}})
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    algorithm.addParameter(parameter)


def crs_of(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Code of the system asked for."""
    return algorithm.parameterAsString(parameters, "CRS", context).strip() or LAMBERT93
