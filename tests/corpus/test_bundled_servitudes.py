"""The bundled models of servitudes say what those of production say, fact by fact and in the same order, in our words.

Needs the shared folder (SMICA_SHARED, or `shared` beside the repository).
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from smica_qgis.core.document_model.composed_models import composed_models
from smica_qgis.core.document_model.model import CodeList, DocumentModel, TableModel
from smica_qgis.core.document_model.reader import read_model
from smica_qgis.core.document_model.registry import STANDARDS_FOLDER, bundled_registry

SHARED = Path(os.environ.get("SMICA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
PRODUCTION = SHARED / "models" / "gpu_production_2026-05-12.zip"
NAMES = sorted(model.name for model in composed_models(STANDARDS_FOLDER))
LONG = 40  # characters: shorter texts are names, which are facts

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PRODUCTION.is_file(), reason=f"the production models are not at {PRODUCTION}"),
]


@pytest.fixture(scope="module")
def archive() -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(PRODUCTION) as opened:
        yield opened


def produced(archive: zipfile.ZipFile, name: str) -> DocumentModel:
    return read_model(f"config/{name}/files.json", archive.read)


def bare_table(table: TableModel) -> TableModel:
    columns = tuple(replace(column, title="", description="", page=None) for column in table.columns)
    return replace(table, columns=columns, title="", description="", page=None)


def file_facts(model: DocumentModel) -> list[object]:
    """Files and tables in their order, without the words."""
    return [
        replace(file, title="", description="", table=bare_table(file.table) if file.table is not None else None)
        for file in model.files
    ]


def codes_of(codes: CodeList) -> tuple[str, str, list[str]]:
    """Name, key column and codes in their order: servitudes have one key column."""
    return codes.name, codes.header[0], codes.column(codes.header[0])


def texts(model: DocumentModel) -> Iterator[str]:
    for entry in (model, *model.files, *model.code_lists):
        yield from (entry.title, entry.description)
    for file in model.files:
        if file.table is not None:
            for part in (file.table, *file.table.columns):
                yield from (part.title, part.description)
    for codes in model.code_lists:
        for row in codes.rows:
            yield from row


def test_every_model_of_production_is_there(archive: zipfile.ZipFile) -> None:
    theirs = {name.split("/")[1] for name in archive.namelist() if name.startswith("config/cnig_SUP_")}
    assert theirs == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_are_the_same_in_the_same_order(name: str, archive: zipfile.ZipFile) -> None:
    ours, theirs = bundled_registry().load(name), produced(archive, name)
    assert (ours.name, ours.folder_name) == (theirs.name, theirs.folder_name)
    assert ours.metadata_specification == theirs.metadata_specification
    assert file_facts(ours) == file_facts(theirs)
    assert [codes_of(codes) for codes in ours.code_lists] == [codes_of(codes) for codes in theirs.code_lists]


def test_no_written_text_is_that_of_a_production_model(archive: zipfile.ZipFile) -> None:
    theirs = {text for name in NAMES for text in texts(produced(archive, name))}
    copied = {text for name in NAMES for text in texts(bundled_registry().load(name)) if len(text) > LONG}
    assert not copied & theirs
