"""The bundled models of servitudes: one per category and year, composed from what they share; nothing is idle."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from smica_qgis.core.document_model.composed_models import ComposedModel, composed_models, merge_patch
from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, bundled_registry

# letters → the numbers from the first to the last
RANGES = {"A": (1, 9), "AC": (1, 4), "AR": (1, 6), "AS": (1, 2), "EL": (3, 11), "I": (1, 7), "PM": (1, 5), "PT": (1, 3)}
SHARED_BY_BOTH = {f"{letters}{n}" for letters, (first, last) in RANGES.items() for n in range(first, last + 1)}
SHARED_BY_BOTH |= {*(f"T{n}" for n in range(1, 9)), "EL2bis", "I9", "INT1", "JS1", "PM1bis"}
CATEGORIES = {
    "2013": {*SHARED_BY_BOTH, "EL12", "I8", "PT4"},
    "2016": {*SHARED_BY_BOTH, "A10", "AC4bis", "I10", "PM6", "PM7", "PM8", "T9"},
}
MODELS = {model.name: model for model in composed_models(STANDARDS_FOLDER)}
FOLDERS = [STANDARDS_FOLDER / f"cnig_SUP_{year}" for year in CATEGORIES]

each_model = pytest.mark.parametrize("name", sorted(MODELS))
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def loaded(name: str) -> DocumentModel:
    return bundled_registry().load(name)


def content(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def described(model: DocumentModel) -> Iterator[tuple[str, str, str]]:
    """Everything that people read of: place, title, description."""
    yield model.name, model.title, model.description
    for entry in (*model.files, *model.code_lists):
        yield entry.name, entry.title, entry.description
    for file in model.tables:
        if file.table is not None:
            yield file.table.name, file.table.title, file.table.description
            for column in file.table.columns:
                yield f"{file.name}.{column.name}", column.title, column.description


def test_every_category_has_its_model() -> None:
    assert set(MODELS) == {f"cnig_SUP_{category}_{year}" for year, known in CATEGORIES.items() for category in known}
    assert set(MODELS) <= set(bundled_registry().names())


@each_model
def test_the_model_is_named_as_its_category(name: str) -> None:
    model = loaded(name)
    assert model.name == name
    assert f" {MODELS[name].category} " in model.title
    assert model.folder_name == f"[0-9]{{9}}_{MODELS[name].category}_[a-zA-Z0-9]+_[0-9]{{8}}"
    assert model.metadata_specification == f"CNIG SUP v{name[-4:]}"
    assert model.source.date


@each_model
def test_every_table_is_named_as_its_file(name: str) -> None:
    for file in loaded(name).tables:
        assert file.table is not None
        assert file.table.name == file.name
        assert file.table.identifier is not None or file.name == "SERVITUDE_ACTE_SUP"


@each_model
def test_every_foreign_key_finds_its_list_and_columns_and_no_list_is_idle(name: str) -> None:
    model = loaded(name)
    keys = [(file.table, key) for file in model.tables if file.table is not None for key in file.table.foreign_keys]
    for table, key in keys:
        assert set(key.columns) <= {column.name for column in table.columns}, key.text
        codes = model.code_list(key.table)
        assert codes is not None, key.text
        assert set(key.target_columns) <= set(codes.header), key.text
    assert {key.table for _, key in keys} == {codes.name for codes in model.code_lists}


@each_model
def test_every_condition_is_sql_over_its_table(name: str) -> None:
    with sqlite3.connect(":memory:") as connection:
        for file in loaded(name).tables:
            assert file.table is not None
            columns = ", ".join(f'"{column.name}" TEXT' for column in file.table.columns)
            connection.execute(f'CREATE TABLE "{file.name}" ({columns})')
            for condition in file.table.conditions:
                connection.execute(f'SELECT * FROM "{file.name}" WHERE NOT ({condition})')  # noqa: S608 - our own data


@each_model
def test_everything_has_a_title_and_a_description(name: str) -> None:
    for where, title, description in described(loaded(name)):
        assert title.strip(), where
        assert description.endswith("."), where
        assert len(title) < len(description) < 400, where
        assert "{" not in title + description, where


@each_model
def test_a_description_says_whether_the_value_may_be_left_out(name: str) -> None:
    for file in loaded(name).tables:
        assert file.table is not None
        for column in file.table.columns:
            where = f"{file.name}.{column.name}"
            assert ("Peut rester vide." in column.description) <= (not column.required), where
            assert ("Valeur obligatoire." in column.description) <= column.required, where


@each_folder
def test_json_is_written_evenly(folder: Path) -> None:
    for path in folder.rglob("*.json"):
        raw = path.read_bytes().decode("utf-8")
        assert raw == json.dumps(json.loads(raw), ensure_ascii=False, indent=2) + "\n", path.name


@each_folder
def test_a_category_says_only_what_differs(folder: Path) -> None:
    for path in (folder / "categories").glob("*.json"):
        patch = content(path)
        types = patch.pop("types", {})
        assert _idle(_filled(folder / "template.json", path.stem), patch) == [], path.stem
        for name, changes in types.items():
            assert _idle(_filled(folder / "types" / f"{name}.json", path.stem), changes) == [], f"{path.stem} {name}"


@each_folder
def test_no_file_of_the_folder_is_idle(folder: Path) -> None:
    read: set[str] = set()
    for model in MODELS.values():
        if model.folder == folder:
            read |= _read_by(model)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {name for name in files if name.startswith(("types/", "codes/"))} == read


@each_folder
def test_every_code_is_unique_and_has_a_label(folder: Path) -> None:
    for path in (folder / "codes").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            header, *rows = csv.reader(stream)
        assert header[1:] == ["LIBELLE"], path.name
        assert rows
        assert len({row[0] for row in rows}) == len(rows), path.name
        for row in rows:
            assert len(row) == 2, path.name
            assert all(cell and cell == cell.strip() for cell in row), path.name


def _filled(path: Path, category: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8").replace("{category}", category))
    return found


def _idle(target: dict[str, Any], patch: dict[str, Any], where: str = "") -> list[str]:
    """Places of a patch that change nothing."""
    found = []
    for name, value in patch.items():
        before = target.get(name)
        if isinstance(value, dict) and isinstance(before, dict):
            found += _idle(before, value, f"{where}/{name}") if value else [f"{where}/{name}"]
        elif merge_patch({name: before} if name in target else {}, {name: value}) == (
            {name: before} if name in target else {}
        ):
            found.append(f"{where}/{name}")
    return found


def _read_by(model: ComposedModel) -> set[str]:
    """The tables and code lists that a model reads."""
    document = json.loads(model.read("files.json"))
    tables = [entry for entry in document["files"] if entry["type"] == "table"]
    places = [entry.get("tableModel", f"./types/{entry['name']}.json") for entry in tables]
    places += [entry.get("data", f"./codes/{entry['name']}.csv") for entry in document["codes"]]
    return {place.removeprefix("./") for place in places}
