"""`smica:validate_delivery`: what scripts rely on (contract)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingParameterEnum

from smica_qgis.processing.provider import SmicaProvider
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.processing.conftest import NAME, RecordingFeedback, RunAlgorithm

CONTRACT: Mapping[str, tuple[str, Any, bool]] = {
    "INPUT": ("file", None, False),
    "STANDARD": ("string", "", True),
    "CRS": ("string", "EPSG:2154", True),
    "FAMILIES": ("string", "official,standard,local", True),
    "RULE_PROFILE": ("string", "", True),
    "OPTIONS": ("string", "", True),
    "FAIL_ON": ("enum", "never", False),
    "REPORT_JSONL": ("fileDestination", None, True),
    "REPORT_JSON": ("fileDestination", None, True),
    "REPORT_HTML": ("fileDestination", None, True),
    "REPORT_GPKG": ("fileDestination", None, True),
}
"""Name → type, default, whether it may be left out."""
OUTPUTS = {
    "VERDICT": "outputString",
    "STANDARD": "outputString",
    "ERRORS": "outputNumber",
    "WARNINGS": "outputNumber",
    "INFOS": "outputNumber",
    "COUNTS": "outputString",
}
FOR_PEOPLE = ("FLAT", "FIX_UTF8", "ESCAPE_CONTROLS", "ENCODING", "DATA_EXTENT", "EMPRISE", "MAX_ERRORS")
FORMATS = ("JSONL", "JSON", "HTML", "GPKG")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reports(folder: Path) -> dict[str, Path]:
    return {f"REPORT_{name}": folder / f"report.{name.lower()}" for name in FORMATS}


# ------------------------------------------------------------------------------------------------ the contract


def test_the_parameters_are_those_of_the_contract(provider: SmicaProvider) -> None:
    found = {
        parameter.name(): (
            parameter.type(),
            parameter.defaultValue(),
            bool(parameter.flags() & Qgis.ProcessingParameterFlag.Optional),
        )
        for parameter in provider.algorithm("validate_delivery").parameterDefinitions()
        if parameter.name() not in FOR_PEOPLE
    }
    assert found == CONTRACT


def test_the_outputs_are_those_of_the_contract(provider: SmicaProvider) -> None:
    outputs = provider.algorithm("validate_delivery").outputDefinitions()
    found = {output.name(): output.type() for output in outputs if not output.name().startswith("REPORT_")}
    assert found == OUTPUTS


def test_fail_on_knows_three_words(provider: SmicaProvider) -> None:
    parameter = provider.algorithm("validate_delivery").parameterDefinition("FAIL_ON")
    assert isinstance(parameter, QgsProcessingParameterEnum)
    assert parameter.options() == ["never", "error", "warning"]
    assert parameter.usesStaticStrings()


def test_what_is_for_people_is_advanced_and_optional(provider: SmicaProvider) -> None:
    algorithm = provider.algorithm("validate_delivery")
    for name in (*FOR_PEOPLE, "OPTIONS"):
        flags = algorithm.parameterDefinition(name).flags()
        assert flags & Qgis.ProcessingParameterFlag.Advanced, name
        assert flags & Qgis.ProcessingParameterFlag.Optional, name


def test_the_algorithm_may_be_made_again(provider: SmicaProvider) -> None:
    del provider
    registry = QgsApplication.processingRegistry()
    first, second = registry.createAlgorithmById(NAME), registry.createAlgorithmById(NAME)
    assert first is not second
    assert first.shortHelpString()


# ---------------------------------------------------------------------------------------------------- verdicts


def test_a_conformant_delivery_is_valid(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    outputs = run(INPUT=delivery.root).outputs
    assert (outputs["VERDICT"], outputs["STANDARD"]) == ("valid", "cnig_PLU_2024")
    assert (outputs["ERRORS"], outputs["WARNINGS"], outputs["INFOS"]) == (0, 0, 1)


def test_outputs_are_the_counts_of_the_official_family(
    run: RunAlgorithm, faulty: ConformantDelivery, tmp_path: Path
) -> None:
    outputs = run(INPUT=faulty.zipped(), **reports(tmp_path)).outputs
    found = lines(tmp_path / "report.jsonl")
    official = [finding["level"] for finding in found if finding["family"] == "official"]
    assert outputs["VERDICT"] == "invalid"
    assert outputs["ERRORS"] == sum(level in ("ERROR", "FATAL") for level in official) > 0
    assert outputs["WARNINGS"] == official.count("WARNING")
    assert outputs["INFOS"] == official.count("INFO")
    counts = json.loads(outputs["COUNTS"])
    assert set(counts) == {"official", "standard", "local"}
    assert counts["official"]["ERROR"] == official.count("ERROR")


def test_every_report_is_written_and_named(run: RunAlgorithm, faulty: ConformantDelivery, tmp_path: Path) -> None:
    outputs = run(INPUT=faulty.root, **reports(tmp_path)).outputs
    for name, path in reports(tmp_path).items():
        assert path.stat().st_size
        assert Path(outputs[name]) == path


def test_no_report_is_written_unasked(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    assert not [name for name in run(INPUT=delivery.root).outputs if name.startswith("REPORT_")]


def test_two_runs_give_the_same_bytes(run: RunAlgorithm, faulty: ConformantDelivery, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    run(INPUT=faulty.root, REPORT_JSONL=first)
    run(INPUT=faulty.root, REPORT_JSONL=second)
    assert first.read_bytes() == second.read_bytes()
    assert len(lines(first)) > 1


def test_a_zip_and_its_folder_give_the_same_findings(
    run: RunAlgorithm, faulty: ConformantDelivery, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    run(INPUT=faulty.root, REPORT_JSONL=first)
    run(INPUT=faulty.zipped(), REPORT_JSONL=second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and then nothing", None])
def test_what_cannot_be_opened_is_a_report(run: RunAlgorithm, content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "12345_PLU_20240101.zip"
    if content is not None:
        path.write_bytes(content)
    outputs = run(INPUT=path, **reports(tmp_path)).outputs
    assert outputs["VERDICT"] == "unreadable"
    (finding,) = lines(tmp_path / "report.jsonl")
    assert finding["code"] == "DELIVERY_UNREADABLE"
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["verdict"] == "unreadable"


@pytest.mark.parametrize("families", ["official", "standard", " standard , official ", "local", ""])
def test_only_the_families_asked_for_are_said(
    run: RunAlgorithm, delivery: ConformantDelivery, families: str, tmp_path: Path
) -> None:
    delivery.set_cell("ZONE_URBA", 0, "LIBELLE", "beaucoup trop long pour ce champ")
    delivery.set_cell("DOC_URBA", 0, "DATAPPRO", "20241399")
    run(INPUT=delivery.root, FAMILIES=families, REPORT_JSONL=tmp_path / "report.jsonl")
    asked = {word.strip() for word in families.split(",") if word.strip()} or {"official", "standard", "local"}
    found = {finding["family"] for finding in lines(tmp_path / "report.jsonl")}
    assert found == asked & {"official", "standard"}


# ----------------------------------------------------------------------------------------------------- FAIL_ON


@pytest.mark.parametrize("word", ["error", "warning"])
def test_fail_on_fails_once_the_reports_are_written(
    run: RunAlgorithm, faulty: ConformantDelivery, word: str, tmp_path: Path
) -> None:
    ended = run(INPUT=faulty.root, FAIL_ON=word, **reports(tmp_path))
    assert "invalid" in ended.error
    assert faulty.name in ended.error
    assert all(path.stat().st_size for path in reports(tmp_path).values())


def test_fail_on_warning_fails_on_a_warning(run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path) -> None:
    delivery.set_column("ZONE_URBA", "REMARQUE", "une colonne de plus")
    outputs = run(INPUT=delivery.root).outputs
    assert (outputs["ERRORS"], outputs["VERDICT"]) == (0, "valid")
    assert outputs["WARNINGS"] > 0
    assert run(INPUT=delivery.root, FAIL_ON="error").error == ""
    assert run(INPUT=delivery.root, FAIL_ON="warning", REPORT_JSONL=tmp_path / "r.jsonl").error
    assert (tmp_path / "r.jsonl").exists()


@pytest.mark.parametrize("word", ["never", "error", "warning"])
def test_fail_on_lets_a_valid_delivery_pass(run: RunAlgorithm, delivery: ConformantDelivery, word: str) -> None:
    assert run(INPUT=delivery.root, FAIL_ON=word).error == ""


def test_fail_on_fails_on_what_cannot_be_opened(run: RunAlgorithm, tmp_path: Path) -> None:
    ended = run(INPUT=tmp_path / "absent.zip", FAIL_ON="error", REPORT_JSONL=tmp_path / "r.jsonl")
    assert "unreadable" in ended.error
    assert (tmp_path / "r.jsonl").exists()


# ---------------------------------------------------------------------------------- what cannot be understood


@pytest.mark.parametrize(
    ("parameters", "word"),
    [
        ({"OPTIONS": '{"no-such-option": true}'}, "no-such-option"),
        ({"OPTIONS": '{"flat": "oui"}'}, "flat"),
        ({"OPTIONS": "flat"}, "JSON"),
        ({"OPTIONS": "[1]"}, "JSON"),
        ({"OPTIONS": '{"max-errors": "beaucoup"}'}, "max-errors"),
        ({"OPTIONS": '{"encoding": "KLINGON"}'}, "KLINGON"),
        ({"OPTIONS": '{"data-extent": "NO WKT"}'}, "data-extent"),
        ({"OPTIONS": '{"cnig-document-emprise": "PRESQUE(1 1)"}'}, "cnig-document-emprise"),
        ({"OPTIONS": '{"cnig-document-emprise": "/nowhere/emprise.json"}'}, "emprise.json"),
        ({"OPTIONS": '{"cnig-complexity-tolerance": "[[1,2,3]]"}'}, "cnig-complexity-tolerance"),
        ({"FAMILIES": "official,regional"}, "regional"),
        ({"STANDARD": "cnig_PLU_1999"}, "cnig_PLU_1999"),
        ({"STANDARD": "/nowhere/files.json"}, "/nowhere/files.json"),
        ({"STANDARD": "/nowhere/model.xml"}, "XML"),
        ({"CRS": "EPSG:27572"}, "EPSG:27572"),
        ({"CRS": "Lambert"}, "Lambert"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_cannot_be_understood_is_said_before_anything_is_read(
    run: RunAlgorithm,
    parameters: dict[str, str],
    word: str,
    delivery: ConformantDelivery,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def opened(*_: object) -> None:
        message = "the delivery was opened"
        raise AssertionError(message)

    monkeypatch.setattr("smica_qgis.operations.validate_delivery.OpenedDelivery", opened)
    ended = run(INPUT=delivery.root, REPORT_JSONL=tmp_path / "report.jsonl", **parameters)
    assert word in ended.error
    assert ended.error.endswith(".")
    assert not (tmp_path / "report.jsonl").exists()


def test_an_unknown_word_of_fail_on_is_refused(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    assert run(INPUT=delivery.root, FAIL_ON="sometimes").error


def test_a_standard_that_cannot_be_guessed_is_asked_for(run: RunAlgorithm, tmp_path: Path) -> None:
    folder = tmp_path / "ma livraison"
    folder.mkdir()
    (folder / "a.csv").write_text("A\n1\n")
    ended = run(INPUT=folder)
    assert "ma livraison" in ended.error
    assert "Indiquez le standard" in ended.error


# ------------------------------------------------------------------------------------------------------- progress


def test_phases_are_told(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    feedback = RecordingFeedback()
    run(feedback, INPUT=delivery.root)
    assert feedback.phases[0] == "Ouverture de la livraison"
    assert [phase for phase in feedback.phases if "ZONE_URBA" in phase]


@pytest.mark.parametrize(
    "phase", ["Ouverture", "Fichiers", "Lecture de ZONE_URBA", "Contrôle de ZONE_URBA", "Relations"]
)
def test_a_run_that_is_cancelled_ends_and_leaves_nothing(
    run: RunAlgorithm, delivery: ConformantDelivery, phase: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temp))
    feedback = RecordingFeedback(cancel_at=phase)
    ended = run(feedback, INPUT=delivery.root, REPORT_JSONL=tmp_path / "report.jsonl")
    assert "interrompu" in ended.error
    assert not (tmp_path / "report.jsonl").exists()
    assert list(temp.iterdir()) == []
