"""What all our algorithms share: texts, and the one place where our exceptions become Processing's."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host import log


class SmicaAlgorithm(QgsProcessingAlgorithm):
    """Subclasses give `run` instead of processAlgorithm: a SmicaError becomes a French message, never a traceback."""

    def createInstance(self) -> SmicaAlgorithm:
        """Another one of the same class."""
        return type(self)()

    def groupId(self) -> str:
        """Machine name of the group."""
        return "validation"

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        """Call `run`, and convert what it raises: this is Processing's error boundary."""
        try:
            return self.run(parameters, context, feedback or QgsProcessingFeedback())
        except SmicaError as error:
            if error.details:
                log.warning(f"{error.message} — {error.details}")
            raise QgsProcessingException(error.message) from error

    def run(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work. Raises SmicaError."""
        raise SmicaError(type(self).__name__)
