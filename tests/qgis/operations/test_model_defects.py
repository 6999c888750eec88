"""A delivery that conforms to the standard, refused by a model at fault: the report says whose fault it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.geodata.delivery_writer import DeliveryRequest, write_delivery
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.reports.json_lines import write_json_lines


@pytest.mark.parametrize(
    ("model", "code", "said"),
    [
        ("cnig_PSMV_2025", "VALIDATOR_EXCEPTION", "Le modèle PSMV 2025 du Géoportail est défectueux"),
        ("cnig_SCoT_2024", "CNIG_PRESCRIPTION_NOT_FOUND", "Un SCoT n’a pas de table de prescriptions."),
        ("cnig_SUP_EL2bis_2016", "ATTRIBUTE_UNEXPECTED_VALUE", "La valeur est juste."),
    ],
)
def test_the_model_is_named_as_the_cause(model: str, code: str, said: str, tmp_path: Path) -> None:
    delivery = write_delivery(bundled_registry().load(model), tmp_path, DeliveryRequest(objects=10, complete=True))
    report = validate_delivery(ValidationRequest(path=str(delivery), standard=model))
    write_json_lines(report, tmp_path / "report.jsonl")
    report.geometries.close()
    lines = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text(encoding="utf-8").splitlines()]
    remedies = {line["remedy"] for line in lines if line["code"] == code}
    assert len(remedies) == 1
    assert remedies.pop().startswith(said)
    assert {line["code"] for line in lines} == {"VALIDATOR_PROJECTION_INFO", code}
