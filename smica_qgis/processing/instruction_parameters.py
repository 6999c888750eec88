"""Parameters that the algorithms of the instruction share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from smica_qgis.host.translation import tr
from smica_qgis.processing.algorithm import SmicaAlgorithm


class InstructionAlgorithm(SmicaAlgorithm):
    """An algorithm of the group Instruction. Everything happens in the thread of the caller: layouts want that one."""

    def group(self) -> str:
        """Group for people."""
        return tr("Instruction of documents")

    def groupId(self) -> str:
        """Machine name of the group."""
        return "instruction"

    def text(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """A text, without the blanks around it."""
        return str(self.parameterAsString(parameters, name, context)).strip()

    def destination(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Path | None:
        """Where a file is wanted, None when it is not."""
        path = self.parameterAsFileOutput(parameters, name, context)
        return Path(path) if path else None


def add_procedure(algorithm: QgsProcessingAlgorithm) -> None:
    """The procedure, by its identifier."""
    algorithm.addParameter(QgsProcessingParameterString("PROCEDURE", tr("Procedure (its identifier)")))


def add_round(algorithm: QgsProcessingAlgorithm, name: str = "ROUND", text: str = "") -> None:
    """The number of a round, 0 for the last one."""
    algorithm.addParameter(
        QgsProcessingParameterNumber(
            name, text or tr("Round (0 = the last one)"), defaultValue=0, optional=True, minValue=0
        )
    )


def add_text(algorithm: QgsProcessingAlgorithm, name: str, text: str, default: str = "") -> None:
    """A text that may be left empty."""
    algorithm.addParameter(QgsProcessingParameterString(name, text, default, optional=True))


def add_file(algorithm: QgsProcessingAlgorithm, name: str, text: str, files: str) -> None:
    """A file to write, if it is wanted. files: filter of names."""
    algorithm.addParameter(
        QgsProcessingParameterFileDestination(name, text, files, optional=True, createByDefault=False)
    )
