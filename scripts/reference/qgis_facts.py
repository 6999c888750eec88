"""What only QGIS can say, as JSON on the standard output: the algorithms and the defects of the sample.

Runs in a process of its own with the interpreter of QGIS, in French.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    """Start QGIS without a window, ask, print."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QLocale

    QLocale.setDefault(QLocale("fr_FR"))  # whatever the language of this machine
    application = QgsApplication([], False)
    application.initQgis()
    facts = {"algorithms": algorithms(), "sample": sample()}
    sys.stdout.write(json.dumps(facts, ensure_ascii=False))
    sys.stdout.flush()
    application.exitQgis()


def algorithms() -> list[dict[str, Any]]:
    """Describe the algorithms of the provider, in its order."""
    from smica_qgis.host.translation import install_translation
    from smica_qgis.processing.provider import SmicaProvider

    translator = install_translation()
    provider = SmicaProvider()
    provider.refreshAlgorithms()
    described = [describe(algorithm, provider.id()) for algorithm in provider.algorithms()]
    del translator
    return described


def describe(algorithm: Any, provider: str) -> dict[str, Any]:  # noqa: ANN401 - QgsProcessingAlgorithm, only in QGIS
    """Describe one algorithm: names, parameters, outputs."""
    return {
        "id": f"{provider}:{algorithm.name()}",
        "name": algorithm.displayName(),
        "help": algorithm.shortHelpString(),
        "parameters": [parameter(definition) for definition in algorithm.parameterDefinitions()],
        "outputs": [
            {"name": output.name(), "type": output.type(), "description": output.description()}
            for output in algorithm.outputDefinitions()
        ],
    }


def parameter(definition: Any) -> dict[str, Any]:  # noqa: ANN401 - QgsProcessingParameterDefinition
    """Describe one parameter."""
    from qgis.core import Qgis

    flags = definition.flags()
    default = definition.defaultValue()
    return {
        "name": definition.name(),
        "type": definition.type(),
        "description": definition.description(),
        "default": default if isinstance(default, (bool, int, float, str)) else None,
        "optional": bool(flags & Qgis.ProcessingParameterFlag.Optional),
        "advanced": bool(flags & Qgis.ProcessingParameterFlag.Advanced),
        "choices": list(definition.options()) if definition.type() == "enum" else [],
    }


def sample() -> dict[str, Any]:
    """Describe the sample delivery: its standard and its defects with the findings that each raises."""
    from smica_qgis.operations.make_sample_delivery import DEFECTS
    from smica_qgis.operations.sample_standards import STANDARD

    defects = [{"what": defect.what, "findings": dict(defect.findings)} for defect in DEFECTS]
    return {"standard": STANDARD, "defects": defects}


if __name__ == "__main__":
    main()
