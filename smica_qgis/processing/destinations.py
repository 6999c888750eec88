"""Where an algorithm is asked to write, looked at before anything is read: an hour of work is not lost at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProperty,
)

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.host.settings import load_settings

_WRITTEN_IN_PLACE = "PROJECT"
"""A project may be written over itself: so it is repaired where it is."""


def check_destinations(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Refuse a file in a folder that is not there, of a kind that is not written, or that is read.

    A shared store chosen as the output of a list would be lost. Raises InvalidParameterError.
    """
    definitions = algorithm.parameterDefinitions()
    outputs: dict[str, Path] = {}
    for definition in definitions:
        if definition.isDestination():
            for path in _paths(parameters.get(definition.name()), context):
                _check_place(definition, path)
                outputs[definition.name()] = path
    read = [definition.name() for definition in definitions if not definition.isDestination()]
    for name in read if outputs else []:
        value = parameters.get(name) or (load_settings().store if name == "STORE" else None)
        for path in _paths(value, context):
            if name != _WRITTEN_IN_PLACE:
                _check_not_lost(name, path, outputs)


def _check_place(definition: QgsProcessingParameterDefinition, path: Path) -> None:
    if not isinstance(definition, QgsProcessingParameterFileDestination) or path.name == "TEMPORARY_OUTPUT":
        return
    kinds = re.findall(r"\*(\.\w+)?", definition.fileFilter())
    # of several, the ending chooses; one kind is written under any name
    if len(kinds) > 1 and "" not in kinds and path.suffix.lower() not in kinds:
        message = f"{definition.name()} s'écrit en {' ou en '.join(kinds)}, pas en « {path.suffix} »."
        raise InvalidParameterError(message)
    if not path.absolute().parent.is_dir():
        message = f"{definition.name()} ne peut pas être écrit : le dossier {path.parent} n'existe pas. Créez-le."
        raise InvalidParameterError(message)


def _check_not_lost(name: str, path: Path, outputs: dict[str, Path]) -> None:
    for output, written in outputs.items():
        if path.is_file() and written.is_file() and written.samefile(path):
            message = (
                f"{output} désigne {path.name}, que {name} donne à lire et qui serait perdu : choisissez un autre "
                "fichier."
            )
            raise InvalidParameterError(message)


def _paths(value: object, context: QgsProcessingContext) -> Iterator[Path]:
    """What the value of a parameter may name; a text that no system takes for a path is none."""
    for text in _texts(value, context):
        try:
            path = Path(text.partition("|")[0].strip())
            path.exists()
        except (OSError, ValueError):  # too long, or a zero in it
            continue
        if path.name:
            yield path


def _texts(value: object, context: QgsProcessingContext) -> Iterable[str]:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    elif isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    if isinstance(value, QgsMapLayer):
        return [value.source()]
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in _texts(one, context)]
    if not isinstance(value, (str, Path)):
        return []
    project = context.project()
    layer = project.mapLayer(str(value)) if project is not None else None
    return [layer.source() if layer is not None else str(value)]
