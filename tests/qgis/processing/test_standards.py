"""STANDARD of `smica:validate_delivery`: by its name, its path, in a zip or at an address."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from smica_qgis.core.document_model.registry import STANDARDS_FOLDER
from tests.qgis.deliveries import ConformantDelivery
from tests.qgis.processing.conftest import RunAlgorithm

NAME = "cnig_PLU_2024"
BUNDLED = STANDARDS_FOLDER / NAME


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a copy of a bundled model, with a name of its own."""
    folder = tmp_path / "model" / "mine"
    shutil.copytree(BUNDLED, folder)
    main = folder / "files.json"
    content = json.loads(main.read_text(encoding="utf-8"))
    content["name"] = f"{NAME}_mine"
    main.write_text(json.dumps(content), encoding="utf-8")
    return folder


def outcome(run: RunAlgorithm, delivery: ConformantDelivery, standard: str | Path, report: Path) -> Any:  # noqa: ANN401
    """Return the outputs, and the header of the JSON report."""
    ended = run(INPUT=delivery.root, STANDARD=standard, REPORT_JSON=report)
    assert ended.error == ""
    return ended.outputs, json.loads(report.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [NAME, NAME.lower(), NAME.upper(), f"  {NAME} "])
def test_by_name(run: RunAlgorithm, delivery: ConformantDelivery, name: str, tmp_path: Path) -> None:
    outputs, _ = outcome(run, delivery, name, tmp_path / "r.json")
    assert (outputs["STANDARD"], outputs["VERDICT"]) == (NAME, "valid")


def test_another_standard_may_be_imposed(run: RunAlgorithm, delivery: ConformantDelivery, tmp_path: Path) -> None:
    outputs, header = outcome(run, delivery, "cnig_PLU_2013", tmp_path / "r.json")
    assert (outputs["STANDARD"], outputs["VERDICT"]) == ("cnig_PLU_2013", "invalid")
    assert "imposé" in json.dumps(header, ensure_ascii=False)


@pytest.mark.parametrize("form", ["file", "folder", "zip"])
def test_by_path(run: RunAlgorithm, delivery: ConformantDelivery, mine: Path, form: str, tmp_path: Path) -> None:
    places = {"file": mine / "files.json", "folder": mine, "zip": tmp_path / "mine.zip"}
    if form == "zip":
        shutil.make_archive(str(tmp_path / "mine"), "zip", mine.parent)
    outputs, _ = outcome(run, delivery, places[form], tmp_path / "r.json")
    assert (outputs["STANDARD"], outputs["VERDICT"]) == (f"{NAME}_mine", "valid")


@pytest.mark.parametrize("main", ["files.json", "mine.json"])
def test_by_address(
    run: RunAlgorithm, delivery: ConformantDelivery, mine: Path, main: str, httpserver: HTTPServer, tmp_path: Path
) -> None:
    for path in mine.rglob("*.*"):
        relative = path.relative_to(mine).as_posix()
        if relative == "files.json":
            served = f"/standard/{main}"
        else:
            # Beside {name}.json, what a model names is in a folder of the model's name (facts: model_format).
            served = f"/standard/{relative}" if main == "files.json" else f"/standard/{NAME}_mine/{relative}"
            httpserver.expect_request(f"/standard/{relative}").respond_with_data(path.read_bytes())
        httpserver.expect_request(served).respond_with_data(path.read_bytes())
    outputs, header = outcome(run, delivery, httpserver.url_for(f"/standard/{main}"), tmp_path / "r.json")
    assert (outputs["STANDARD"], outputs["VERDICT"]) == (f"{NAME}_mine", "valid")
    assert httpserver.url_for(f"/standard/{main}") in json.dumps(header)


@pytest.mark.parametrize("status", [404, 500])
def test_an_address_that_answers_wrongly_is_said(
    run: RunAlgorithm, delivery: ConformantDelivery, status: int, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/files.json").respond_with_data("no", status=status)
    ended = run(INPUT=delivery.root, STANDARD=httpserver.url_for("/files.json"))
    assert httpserver.url_for("/files.json") in ended.error


def test_an_address_where_nobody_answers_is_said(run: RunAlgorithm, delivery: ConformantDelivery) -> None:
    assert "http://127.0.0.1:9/files.json" in run(INPUT=delivery.root, STANDARD="http://127.0.0.1:9/files.json").error


@pytest.mark.parametrize("content", ["", "no JSON", "[]", "{}", '{"name": "x", "files": [{"name": "a", "type": "b"}]}'])
def test_a_model_that_cannot_be_used_is_said(
    run: RunAlgorithm, delivery: ConformantDelivery, content: str, tmp_path: Path
) -> None:
    path = tmp_path / "files.json"
    path.write_text(content)
    ended = run(INPUT=delivery.root, STANDARD=path)
    assert ended.error.endswith(".")
    assert "Traceback" not in ended.error


@pytest.mark.parametrize("models", [0, 2])
def test_a_zip_of_none_or_several_models_is_said(
    run: RunAlgorithm, delivery: ConformantDelivery, models: int, tmp_path: Path
) -> None:
    path = tmp_path / "models.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(models):
            archive.writestr(f"m{number}/files.json", "{}")
    assert f"{models} modèles" in run(INPUT=delivery.root, STANDARD=path).error


def test_the_reports_say_where_the_standard_came_from(
    run: RunAlgorithm, delivery: ConformantDelivery, mine: Path, tmp_path: Path
) -> None:
    bundled = json.dumps(outcome(run, delivery, NAME, tmp_path / "r.json")[1])
    given = json.dumps(outcome(run, delivery, mine, tmp_path / "r.json")[1])
    assert str(STANDARDS_FOLDER) not in bundled
    assert str(mine / "files.json") in given
