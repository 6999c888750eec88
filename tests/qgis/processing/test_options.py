"""OPTIONS of `smica:validate_delivery`: every form of the contract, and the parameters for people beside it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.processing.conftest import RunAlgorithm

TOLERANCE = [[-1, 500, 500, 0.1, 50000], [200000, 1000, 1000, 10, 50000]]
TOLERANCE_TEXT = "[[-1,500,500,0.1,50000], [200000,1000,1000,10,50000]]"
EXTENT = "POLYGON ((0 0,0 1,1 1,1 0,0 0))"


@pytest.fixture
def asked(run: RunAlgorithm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """Return a function that runs with parameters and returns the options that the operation was given."""
    requests: list[ValidationRequest] = []

    def listen(request: ValidationRequest, *rest: Any) -> Any:  # noqa: ANN401
        requests.append(request)
        return validate_delivery(request, *rest)

    monkeypatch.setattr("smica_qgis.operations.validate_delivery.validate_delivery", listen)

    def ask(**parameters: object) -> dict[str, object]:
        ended = run(INPUT=tmp_path / "absent.zip", **parameters)
        assert ended.error == ""
        return dict(requests[-1].options)

    return ask


def counts(run: RunAlgorithm, delivery: ConformantDelivery, report: Path, **parameters: object) -> Counter[str]:
    ended = run(INPUT=delivery.root, REPORT_JSONL=report, **parameters)
    assert ended.error == ""
    return Counter(json.loads(line)["code"] for line in report.read_text(encoding="utf-8").splitlines())


# ------------------------------------------------------------------------------------------- forms of OPTIONS


@pytest.mark.parametrize("text", ["", "  ", "{}"])
def test_no_option(asked: Any, text: str) -> None:  # noqa: ANN401
    assert asked(OPTIONS=text) == {}
    assert asked() == {}


@pytest.mark.parametrize(
    "options",
    [
        {"flat": True, "enable-conditions": False},
        {"max-errors": "2"},
        {"max-errors": 2},
        {"max-errors": 0},
        {"cnig-complexity-tolerance": TOLERANCE_TEXT},
        {"cnig-complexity-tolerance": TOLERANCE},
        {"encoding": "LATIN1"},
        {"data-extent": EXTENT},
        {"cnig-document-emprise": "POLYGON ((3 46,4 46,4 47,3 46))"},
        {"string-all": "LATIN1"},
        {"string-fix-utf8": True, "string-simplify-common": True, "string-escape-controls": False},
        {"string-simplify-charset": "LATIN1", "string-escape-charset": "US-ASCII"},
    ],
    ids=",".join,
)
@pytest.mark.parametrize("form", ["text", "object"])
def test_every_option_of_the_contract_is_understood(asked: Any, options: dict[str, object], form: str) -> None:  # noqa: ANN401
    assert asked(OPTIONS=json.dumps(options) if form == "text" else options) == options


def test_a_number_and_its_text_mean_the_same(run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path) -> None:
    delivery.set_column("ZONE_URBA", "LIBELLE", "beaucoup trop long pour ce champ")
    report = tmp_path / "report.jsonl"
    everything = counts(run, delivery, report)
    assert everything["ATTRIBUTE_SIZE_EXCEEDED"] > 2
    for value in ("2", 2):
        limited = counts(run, delivery, report, OPTIONS=json.dumps({"max-errors": value}))
        assert limited["ATTRIBUTE_SIZE_EXCEEDED"] == 2


def test_an_array_and_its_text_mean_the_same(run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path) -> None:
    few = [[-1, -1, -1, -1, -1], [3, -1, -1, -1, -1]]
    report = tmp_path / "report.jsonl"
    found = [
        counts(run, delivery, report, OPTIONS=json.dumps({"cnig-complexity-tolerance": value}))
        for value in (few, "[[-1,-1,-1,-1,-1], [3,-1,-1,-1,-1]]")
    ]
    assert found[0] == found[1]
    assert found[0]["CNIG_GEOMETRY_COMPLEXITY_ERROR"] > 0


def test_options_change_what_is_found(run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    assert "ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT" not in counts(run, delivery, report)
    outside = counts(run, delivery, report, OPTIONS=json.dumps({"data-extent": EXTENT}))
    assert outside["ATTRIBUTE_GEOMETRY_INVALID_DATA_EXTENT"] > 0
    delivery.rename_table("ZONE_URBA", delivery.table("ZONE_URBA").path.rsplit("/", 1)[-1])
    assert "FILE_MISPLACED" in counts(run, delivery, report)
    assert "FILE_MISPLACED" not in counts(run, delivery, report, OPTIONS='{"flat": true}')


# --------------------------------------------------------------------------------------- parameters for people


@pytest.mark.parametrize(
    ("parameters", "options"),
    [
        ({"FLAT": True}, {"flat": True}),
        ({"FLAT": False}, {}),
        ({"FIX_UTF8": True, "ESCAPE_CONTROLS": True}, {"string-fix-utf8": True, "string-escape-controls": True}),
        ({"ENCODING": "LATIN1"}, {"encoding": "LATIN1"}),
        ({"ENCODING": ""}, {}),
        ({"DATA_EXTENT": EXTENT}, {"data-extent": EXTENT}),
        ({"EMPRISE": "POINT (3 46)"}, {"cnig-document-emprise": "POINT (3 46)"}),
        ({"MAX_ERRORS": 2}, {"max-errors": 2}),
        ({"MAX_ERRORS": 0}, {"max-errors": 0}),
        ({"MAX_ERRORS": None}, {}),
    ],
    ids=lambda value: ",".join(value) or "none",
)
def test_each_is_an_option(asked: Any, parameters: dict[str, object], options: dict[str, object]) -> None:  # noqa: ANN401
    assert asked(**parameters) == options


def test_options_win_over_the_parameters_for_people(asked: Any) -> None:  # noqa: ANN401
    parameters = {"FLAT": True, "ENCODING": "LATIN1", "MAX_ERRORS": 5}
    options = {"flat": False, "encoding": "UTF-8", "max-errors": "2"}
    assert asked(OPTIONS=json.dumps(options), **parameters) == options


def test_they_are_checked_too(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    assert "KLINGON" in run(INPUT=delivery.root, ENCODING="KLINGON").error
    assert "data-extent" in run(INPUT=delivery.root, DATA_EXTENT="PRESQUE(1 1)").error
