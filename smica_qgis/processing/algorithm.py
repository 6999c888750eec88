"""What all our algorithms share: texts, and the one place where our exceptions become Processing's."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from smica_qgis.core.errors import SmicaError
from smica_qgis.host import log
from smica_qgis.processing.destinations import check_destinations


def add_path(algorithm: QgsProcessingAlgorithm, name: str, text: str, *, optional: bool = False) -> None:
    """A file or a folder: the default filter (*.*) refuses the path of a folder, for want of a dot."""
    parameter = QgsProcessingParameterFile(name, text, optional=optional)
    parameter.setFileFilter("")
    algorithm.addParameter(parameter)


def choices(
    name: str, text: str, words: Collection[str], chosen: Collection[str] | None = None
) -> QgsProcessingParameterEnum:
    """A parameter of several words. chosen: by default, None = all."""
    return QgsProcessingParameterEnum(
        name,
        text,
        list(words),
        allowMultiple=True,
        defaultValue=list(words if chosen is None else chosen),
        usesStaticStrings=True,
    )


class SmicaAlgorithm(QgsProcessingAlgorithm):
    """Subclasses give `carry_out`, not processAlgorithm: a SmicaError becomes a French message, never a traceback."""

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
        """Call `carry_out`, and convert what it raises: this is Processing's error boundary."""
        try:
            check_destinations(self, parameters, context)
            return self.carry_out(parameters, context, feedback or QgsProcessingFeedback())
        except SmicaError as error:
            if error.details:
                log.warning(f"{error.message} — {error.details}")
            raise QgsProcessingException(error.message) from error

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work. Raises SmicaError."""
        message = f"L'algorithme {self.name()} ne fait rien ({len(parameters)} paramètres, {context}, {feedback})."
        raise SmicaError(message)
