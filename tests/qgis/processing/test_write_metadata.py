"""`smica:write_metadata` as scripts call it."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.processing.conftest import RecordingFeedback


def run(provider: SmicaProvider, **parameters: object) -> dict[str, object]:
    del provider
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("smica:write_metadata")
    assert algorithm is not None
    outputs, succeeded = algorithm.run(parameters, QgsProcessingContext(), RecordingFeedback(), {}, False)
    assert succeeded
    return dict(outputs)


def test_a_sheet_is_written_with_what_was_given(
    provider: SmicaProvider, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    output = tmp_path / "fiche.xml"
    outputs = run(
        provider,
        INPUT=str(delivery.root),
        METADATA='{"mail": "urbanisme@example.org", "territory": "Castelbrac"}',
        FROM_SCRATCH=True,
        OUTPUT=str(output),
    )
    assert outputs["OUTPUT"] == str(output)
    assert outputs["FAULTS"] == 0
    assert "écrite d'après le document" in str(outputs["CHANGES"])
    assert "urbanisme@example.org" in output.read_text("utf-8")


def test_what_is_missing_is_a_french_sentence(
    provider: SmicaProvider, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    with pytest.raises(QgsProcessingException, match="adresse électronique"):
        run(provider, INPUT=str(delivery.root), FROM_SCRATCH=True, OUTPUT=str(tmp_path / "fiche.xml"))
