"""`smica:make_sample_delivery`: the sample with its defects, or a conformant document of another standard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingParameterEnum

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.processing.conftest import RecordingFeedback


def make(provider: SmicaProvider, **parameters: Any) -> Path:  # noqa: ANN401
    del provider
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:make_sample_delivery")
    assert algorithm is not None
    outputs, succeeded = algorithm.run(parameters, QgsProcessingContext(), RecordingFeedback(), {}, False)
    assert succeeded
    return Path(outputs["DELIVERY"])


def test_every_standard_is_proposed_and_the_sample_is_the_default(provider: SmicaProvider) -> None:
    parameter = provider.algorithm("make_sample_delivery").parameterDefinition("STANDARD")
    assert isinstance(parameter, QgsProcessingParameterEnum)
    assert set(parameter.options()) == set(bundled_registry().names())
    assert parameter.usesStaticStrings()
    assert parameter.defaultValue() == "cnig_PLUi_2025"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "249912015_PLUi_20251106.zip"),
        ({"STANDARD": "cnig_PSMV_2022"}, "12901_PSMV_20221106.zip"),
        ({"STANDARD": "cnig_SUP_PM1_2013"}, "139912012_PM1_012_20131106.zip"),
    ],
)
def test_the_document_is_that_of_the_standard(
    given: dict[str, str], name: str, provider: SmicaProvider, tmp_path: Path
) -> None:
    path = make(provider, OUTPUT=str(tmp_path), **given)
    assert path.name == name
    assert path.is_file()


def test_a_standard_that_is_not_in_the_list_is_refused(provider: SmicaProvider, tmp_path: Path) -> None:
    algorithm = provider.algorithm("make_sample_delivery")
    parameters = {"OUTPUT": str(tmp_path), "STANDARD": "cnig_PLU_1999"}
    accepted, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not accepted
    assert reason
