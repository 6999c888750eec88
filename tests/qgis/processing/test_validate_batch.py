"""`smica:validate_batch`: what scripts rely on (contract)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import conformant
from tests.qgis.processing.conftest import Run

NAME = "smica:validate_batch"
CONTRACT: dict[str, tuple[str, Any, bool]] = {
    "INPUT": ("file", None, False),
    "WORKERS": ("number", 0, False),
    "SCHEDULER": ("string", "", True),
    "TIME_LIMIT": ("number", 600, False),
    "HTML": ("boolean", False, False),
    "RESUME": ("boolean", True, False),
    "FAMILIES": ("string", "official,standard,local", True),
    "RULE_PROFILE": ("string", "", True),
    "OUTPUT": ("folderDestination", None, False),
}
"""Name → type, default, whether it may be left out."""
COUNTS = ("DELIVERIES", "VALID", "INVALID", "UNREADABLE", "FAILED")


class Told(QgsProcessingFeedback):
    """Keeps the messages and the steps; may cancel at a message."""

    def __init__(self, cancel_at: str = "") -> None:
        super().__init__(False)
        self.messages: list[str] = []
        self.steps: list[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self.steps.append)

    def pushInfo(self, info: str) -> None:
        self.messages.append(info)
        if self._cancel_at and self._cancel_at in info:
            self.cancel()


def run(feedback: QgsProcessingFeedback | None = None, **parameters: object) -> Run:
    """Check the parameters, then run the algorithm, as Processing does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(NAME)
    assert algorithm is not None
    context = QgsProcessingContext()
    given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
    accepted, reason = algorithm.checkParameterValues(given, context)
    if not accepted:
        return Run(error=reason)
    try:
        outputs, succeeded = algorithm.run(given, context, feedback or Told(), {}, False)
    except QgsProcessingException as error:
        return Run(error=str(error))
    assert succeeded
    return Run(outputs)


def test_the_parameters_are_those_of_the_contract(provider: SmicaProvider) -> None:
    found = {
        parameter.name(): (
            parameter.type(),
            parameter.defaultValue(),
            bool(parameter.flags() & Qgis.ProcessingParameterFlag.Optional),
        )
        for parameter in provider.algorithm("validate_batch").parameterDefinitions()
    }
    assert found == CONTRACT


def test_the_outputs_are_those_of_the_contract(provider: SmicaProvider) -> None:
    found = {output.name(): output.type() for output in provider.algorithm("validate_batch").outputDefinitions()}
    numbers = dict.fromkeys(COUNTS, "outputNumber")
    assert found == {**numbers, "OUTPUT": "outputFolder", "SUMMARY": "outputFile"}


@pytest.mark.usefixtures("provider")
def test_a_run_counts_tells_and_writes(tmp_path: Path) -> None:
    source = tmp_path / "in"
    conformant("cnig_PLU_2024", source, objects=10)
    (source / "12345_PLU_20240101.zip").write_bytes(b"PK\x03\x04")
    (source / "unknown.zip").write_bytes((tmp_path / "in" / "12345_PLU_20240101.zip").read_bytes())
    (source / "notes.txt").write_text("x")
    told = Told()
    done = run(told, INPUT=source, OUTPUT=tmp_path / "out", WORKERS=1)
    assert done.error == ""
    assert {name: done.outputs[name] for name in COUNTS} == {
        "DELIVERIES": 3,
        "VALID": 1,
        "INVALID": 0,
        "UNREADABLE": 2,
        "FAILED": 0,
    }
    assert Path(done.outputs["OUTPUT"]) == tmp_path / "out"
    with Path(done.outputs["SUMMARY"]).open(encoding="utf-8", newline="") as stream:
        verdicts = [row["verdict"] for row in csv.DictReader(stream)]
    assert verdicts == ["unreadable", "valid", "unreadable", "ignored"]
    lines = [message for message in told.messages if message.startswith(("1/3", "2/3", "3/3"))]
    assert len(lines) == 3
    assert any("notes.txt" in message for message in told.messages)
    assert told.steps[-1] == 100


@pytest.mark.usefixtures("provider")
def test_parameters_reach_the_work(tmp_path: Path) -> None:
    delivery = conformant("cnig_PLU_2024", tmp_path / "in", objects=10)
    asked = {"INPUT": tmp_path / "in", "OUTPUT": tmp_path / "out", "HTML": True, "FAMILIES": "standard", "WORKERS": 1}
    assert run(**asked).outputs["VALID"] == 1
    report = tmp_path / "out" / f"{delivery.name}.jsonl"
    assert report.read_text() == ""  # the official family was not asked for
    assert report.with_suffix(".html").exists()
    before = report.stat().st_mtime_ns
    assert run(**asked).outputs["VALID"] == 1
    assert report.stat().st_mtime_ns == before
    assert run(**asked, RESUME=False).outputs["VALID"] == 1
    assert report.stat().st_mtime_ns > before


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"FAMILIES": "regional"}, "regional"),
        ({"RULE_PROFILE": "nobody's"}, "nobody's"),
        ({"INPUT": "no/where"}, "no/where"),
        ({"TIME_LIMIT": 0}, "TIME_LIMIT"),
        ({"WORKERS": -1}, "WORKERS"),
        ({"SCHEDULER": "tcp://127.0.0.1:9"}, ""),
    ],
)
def test_what_cannot_be_understood_is_an_error_in_words(tmp_path: Path, wrong: dict[str, Any], word: str) -> None:
    (tmp_path / "in" / "12345_PLU_20240101").mkdir(parents=True)
    done = run(**{"INPUT": tmp_path / "in", "OUTPUT": tmp_path / "out", **wrong})
    assert done.error
    assert word in done.error
    assert "Traceback" not in done.error


@pytest.mark.usefixtures("provider")
def test_a_cancelled_run_keeps_what_is_done(tmp_path: Path) -> None:
    first = conformant("cnig_PLU_2024", tmp_path / "in", objects=10)
    first.zipped(tmp_path / "in")
    done = run(Told(cancel_at="1/2"), INPUT=tmp_path / "in", OUTPUT=tmp_path / "out", WORKERS=1)
    assert "interrompu" in done.error
    assert len(list((tmp_path / "out").glob("*.jsonl"))) >= 1
    with (tmp_path / "out" / "summary.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["verdict"] for row in csv.DictReader(stream)] == ["valid"]
