"""The bundled models say what the production ones say, fact by fact, in words of our own.

Needs the shared folder (SMICA_SHARED, or `shared` beside the repository).
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
STANDARDS = REPOSITORY / "smica_qgis" / "standards"
SHARED = Path(os.environ.get("SMICA_SHARED") or REPOSITORY.parent / "shared")
PRODUCTION = SHARED / "models" / "gpu_production_2026-05-12.zip"
NOMENCLATURES = SHARED / "facts" / "cnig" / "codelists.json"
# servitudes, which differ little from one another, are stored and compared otherwise (test_bundled_servitudes)
FOLDERS = sorted(p.parent for p in STANDARDS.glob("*/files.json") if not p.parent.name.startswith("cnig_SUP"))
MODELS = [folder.name for folder in FOLDERS]
LONG = 40  # characters: shorter texts are names, which are facts
FOREIGN_KEY = re.compile(r"\((.+?)\)\s*REFERENCES\s+(\w+)\s*\((.+?)\)")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PRODUCTION.is_file(), reason=f"the production models are not at {PRODUCTION}"),
]


class Model:
    """A model as its files say it: bundled (a folder) or of production (inside the zip)."""

    def __init__(self, name: str, archive: zipfile.ZipFile | None = None) -> None:
        self.name = name
        self._archive = archive
        self.document = self.json("files.json")

    def text(self, path: str) -> str:
        if self._archive is None:
            return (STANDARDS / self.name / path).read_text(encoding="utf-8")
        return self._archive.read(f"config/{self.name}/{path}").decode("utf-8")

    def json(self, path: str) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.text(path))
        return content

    def tables(self) -> Iterator[dict[str, Any]]:
        for entry in self.document["files"]:
            if entry["type"] == "table":
                yield self.json(resource(entry, "tableModel", "types", ".json"))

    def codes(self, entry: dict[str, Any]) -> list[list[str]]:
        text = self.text(resource(entry, "data", "codes", ".csv"))
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


def resource(entry: dict[str, Any], key: str, folder: str, suffix: str) -> str:
    path: str = entry.get(key) or f"./{folder}/{entry['name']}{suffix}"
    return path[2:]


@pytest.fixture(scope="module")
def archive() -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(PRODUCTION) as opened:
        yield opened


@pytest.fixture(params=MODELS)
def pair(request: pytest.FixtureRequest, archive: zipfile.ZipFile) -> tuple[Model, Model]:
    """The bundled model and the production one of the same name."""
    return Model(request.param), Model(request.param, archive)


def file_facts(model: Model) -> list[tuple[str, str, str, str]]:
    return [
        (entry["name"], entry["type"], entry["path"], entry.get("mandatory", "WARN"))
        for entry in model.document["files"]
    ]


def column_facts(column: dict[str, Any]) -> dict[str, Any]:
    """Name, type and constraints, with the defaults of the format filled in."""
    given = column.get("constraints", {})
    return {
        "name": column["name"],
        "type": column["type"],
        "required": given.get("required", True),
        "presenceRequired": given.get("presenceRequired", True),
        "unique": given.get("unique", False),
        "minLength": max(given.get("minLength", -1), -1),
        "maxLength": max(given.get("maxLength", -1), -1),
        "pattern": given.get("pattern"),
        "enum": given.get("enum", []),
        "reference": given.get("reference"),
    }


def table_facts(table: dict[str, Any]) -> dict[str, Any]:
    constraints = table.get("constraints", {})
    return {
        "name": table["name"],
        "columns": [column_facts(column) for column in table["columns"]],
        "conditions": [blanks_evened(text) for text in constraints.get("conditions", [])],
        "foreignKeys": [key_parts(text) for text in constraints.get("foreignKeys", [])],
    }


def blanks_evened(text: str) -> str:
    return " ".join(text.split())


def key_parts(text: str) -> tuple[list[str], str, list[str]]:
    match = FOREIGN_KEY.fullmatch(blanks_evened(text))
    assert match, text
    return (
        [name.strip() for name in match[1].split(",")],
        match[2],
        [name.strip() for name in match[3].split(",")],
    )


def list_keys(model: Model) -> dict[str, list[str]]:
    """The code lists that foreign keys name, each with its key columns."""
    keys = (key for table in model.tables() for key in table_facts(table)["foreignKeys"])
    return {target: columns for _, target, columns in keys}


def code_values(model: Model, name: str, columns: list[str]) -> set[tuple[str, ...]]:
    entry = next(entry for entry in model.document["codes"] if entry["name"] == name)
    header, *rows = model.codes(entry)
    places = [header.index(column) for column in columns]
    return {tuple(row[place] for place in places) for row in rows}


def written_texts(model: Model) -> Iterator[str]:
    """Titles and descriptions of all that the model names."""
    described = [model.document, *model.document["files"], *model.document["codes"]]
    for table in model.tables():
        described += [table, *table["columns"]]
    for entry in described:
        yield entry.get("title", "")
        yield entry.get("description", "")


def code_cells(model: Model) -> Iterator[str]:
    for entry in model.document["codes"]:
        for row in model.codes(entry):
            yield from row


def letters(text: str) -> str:
    """A text without case, accents, blanks or punctuation: what remains when typography is made even."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in plain if char.isalnum())


def nomenclature_texts() -> set[str]:
    """Labels and legal references of the CNIG nomenclatures, as letters only."""
    found: set[str] = set()

    def collect(node: object) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                if isinstance(value, str) and (key == "label" or key.startswith("ref")):
                    found.add(letters(value))
                collect(value)
        elif isinstance(node, list):
            for value in node:
                collect(value)

    nomenclatures = json.loads(NOMENCLATURES.read_text(encoding="utf-8"))
    for part in ("versions", "carte_communale", "scot_2024-04"):
        collect(nomenclatures[part])
    return found


def keys_of(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keys_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_of(value)


def test_the_delivery_name_and_the_metadata_specification_are_the_same(pair: tuple[Model, Model]) -> None:
    bundled, production = pair
    assert bundled.document["name"] == production.document["name"]
    assert bundled.document["constraints"] == production.document["constraints"]


def test_the_files_are_the_same_in_the_same_order(pair: tuple[Model, Model]) -> None:
    bundled, production = pair
    assert file_facts(bundled) == file_facts(production)


def test_the_tables_are_the_same_in_the_same_order(pair: tuple[Model, Model]) -> None:
    ours, theirs = ([table_facts(table) for table in model.tables()] for model in pair)
    assert ours == theirs


def test_the_code_lists_accept_the_same_values(pair: tuple[Model, Model]) -> None:
    bundled, production = pair
    assert {entry["name"] for entry in bundled.document["codes"]} == set(list_keys(production))
    for name, columns in list_keys(production).items():
        assert code_values(bundled, name, columns) == code_values(production, name, columns), name


def test_no_written_text_is_that_of_a_production_model(archive: zipfile.ZipFile) -> None:
    productions = [Model(name, archive) for name in MODELS]
    theirs = {text for model in productions for text in (*written_texts(model), *code_cells(model))}
    for name in MODELS:
        copied = {text for text in written_texts(Model(name)) if len(text) > LONG and text in theirs}
        assert not copied, name


def test_a_code_cell_like_that_of_production_is_from_the_nomenclature(archive: zipfile.ZipFile) -> None:
    theirs = {cell for name in MODELS for cell in code_cells(Model(name, archive))}
    nomenclature = nomenclature_texts()
    for name in MODELS:
        alike = {cell for cell in code_cells(Model(name)) if len(cell) > LONG and cell in theirs}
        assert not {cell for cell in alike if letters(cell) not in nomenclature}, name


def test_nothing_bundled_carries_an_identifier_of_production() -> None:
    for path in sorted(path for folder in FOLDERS for path in folder.rglob("*.json")):
        assert "id" not in set(keys_of(json.loads(path.read_text(encoding="utf-8")))), path
