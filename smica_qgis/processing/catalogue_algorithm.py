"""What the algorithms of shared data have in common: their group, and the profiles they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm

if TYPE_CHECKING:
    from smica_qgis.operations.open_catalogue import Catalogue

PROFILES = "PROFILES"


class CatalogueAlgorithm(SmicaAlgorithm):
    """An algorithm of the group *Shared data*."""

    def group(self) -> str:
        return tr("Shared data")

    def groupId(self) -> str:
        return "shared_data"

    def add_profiles(self) -> None:
        """Declare the parameter: those of the settings, unless told otherwise."""
        text = tr("Source profiles: paths or addresses, one per line (empty: those of the settings)")
        parameter = QgsProcessingParameterString(PROFILES, text, multiLine=True, optional=True)
        parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def catalogue(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Catalogue:
        """Open the catalogue; what could not be read is told. Raises SmicaError."""
        from smica_qgis.operations.open_catalogue import open_catalogue

        lines = self.parameterAsString(parameters, PROFILES, context).splitlines()
        locations = [line.strip() for line in lines if line.strip()]
        catalogue = open_catalogue(locations, cancelled=feedback.isCanceled)
        for note in catalogue.loaded.notes:
            feedback.pushWarning(note)
        for state in catalogue.loaded.states:
            if state.trouble:
                feedback.pushWarning(f"{state.trouble} La copie du {state.date} est utilisée.")
        return catalogue
