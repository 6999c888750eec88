"""The provider in this process, and a way to run its algorithms as scripts do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import ConformantDelivery, conformant

NAME = "smica:validate_delivery"


class RecordingFeedback(QgsProcessingFeedback):
    """Keeps what is said, and may cancel at a phase."""

    def __init__(self, cancel_at: str = "") -> None:
        super().__init__(False)
        self.phases: list[str] = []
        self.errors: list[str] = []
        self._cancel_at = cancel_at

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self.phases.append(text)
        if self._cancel_at and self._cancel_at in text:
            self.cancel()

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002, N803
        self.errors.append(error)


@dataclass
class Run:
    """How a run ended. error: text of the exception, empty when it succeeded."""

    outputs: dict[str, Any] = field(default_factory=dict)
    error: str = ""


RunAlgorithm = Callable[..., Run]


@pytest.fixture
def provider(qgis_app: object) -> Iterator[SmicaProvider]:
    del qgis_app
    provider = SmicaProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def run(provider: SmicaProvider) -> RunAlgorithm:
    """Return a function that checks parameters, then runs the algorithm, as Processing does."""
    del provider

    def run(feedback: QgsProcessingFeedback | None = None, **parameters: object) -> Run:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
        assert algorithm is not None
        context = QgsProcessingContext()
        given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
        accepted, reason = algorithm.checkParameterValues(given, context)
        if not accepted:
            return Run(error=reason)
        try:
            outputs, succeeded = algorithm.run(given, context, feedback or RecordingFeedback(), {}, False)
        except QgsProcessingException as error:
            return Run(error=str(error))
        assert succeeded
        return Run(outputs)

    return run


@pytest.fixture
def delivery(tmp_path: Path) -> ConformantDelivery:
    """Return a delivery with nothing to be blamed for."""
    return conformant("cnig_PLU_2024", tmp_path)


@pytest.fixture
def faulty(delivery: ConformantDelivery) -> ConformantDelivery:
    """Return a delivery with one error: a name of zone that is too long."""
    delivery.set_cell("ZONE_URBA", 0, "LIBELLE", "beaucoup trop long pour ce champ")
    return delivery
