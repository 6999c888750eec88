"""One page per year for the servitudes: their models differ little, so what they share is said once.

Pure: reads the models as the plugin does. What they share is the template of the year with nothing changed; below it,
what each category has that the template has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reference.markdown import escaped, in_cell, link, page, table
from reference.standard_pages import (
    COLUMN_HEADER,
    FILE_HEADER,
    FOLDER,
    code_list_lines,
    column_rows,
    file_rows,
    head_lines,
    relations,
    table_lines,
)
from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER, in_reading_order
from smica_qgis.core.document_model.composed_models import MAIN_FILE, ComposedModel
from smica_qgis.core.document_model.model import CodeList, DocumentModel, FileModel, TableModel
from smica_qgis.core.document_model.reader import read_model
from smica_qgis.core.planning.document_name import model_type, model_version
from smica_qgis.core.validation.catalogue import RuleCatalogue

ANY_CATEGORY = "<CATÉGORIE>"
NOT_THERE = "colonne absente"
MORE_RELATIONS = "relations en plus"
FEWER_RELATIONS = "relations en moins"
OWN_TABLES = "Parmi les tables géographiques, une catégorie n’a que celles qui sont données plus haut"


def is_servitude(model: DocumentModel) -> bool:
    """Whether the page of a model is one of these."""
    return model_type(model.name) == "SUP"


def pages(models: Iterable[DocumentModel], catalogue: RuleCatalogue) -> dict[str, str]:
    """Return the pages by their path below docs/reference. models: those of servitudes."""
    return {path_of(year): year_page(year, found, catalogue) for year, found in _by_year(models).items()}


def list_rows(models: Iterable[DocumentModel]) -> Iterator[tuple[str, ...]]:
    """Write a row of the list of standards for each year: how many tables and lists, at least and at most."""
    for year, found in _by_year(models).items():
        name = in_cell(_shared(year, ANY_CATEGORY).name)
        yield (
            link(name, path_of(year)),
            escaped(f"{_heading(year)} ({len(found)} catégories)"),
            in_cell(found[0].metadata_specification or ""),
            _span(len(model.tables) for model in found),
            _span(len(model.code_lists) for model in found),
        )


def path_of(year: str) -> str:
    """Return the path of a year's page below docs/reference."""
    return f"{FOLDER}/cnig_SUP_{year}.md"


def year_page(year: str, models: Sequence[DocumentModel], catalogue: RuleCatalogue) -> str:
    """Write the page of a year. models: one per category."""
    shared = _shared(year, ANY_CATEGORY)
    lines = [*head_lines(shared, _heading(year)), "", "## Les catégories", ""]
    lines += table(("Modèle", "Servitudes", "Tables géographiques"), map(_category_row, models))
    lines += [
        "",
        "## Fichiers et dossiers",
        "",
        "Une catégorie n’a que les tables géographiques données plus haut.",
        "",
    ]
    lines += table(FILE_HEADER, file_rows(shared.files))
    for file in shared.files:
        if file.table is not None:
            lines += table_lines(file, file.table, catalogue)
    lines += ["", "## Ce qui change selon la catégorie", ""]
    header = ("Catégorie", "Table", *COLUMN_HEADER[:-1])
    lines += table(header, [row for model in models for row in _change_rows(model, catalogue)])
    for code_list in shared.code_lists:
        lines += code_list_lines(code_list)
    for code_list, categories in _own_lists(models, shared):
        lines += [*code_list_lines(code_list), "", f"Catégories : {', '.join(categories)}."]
    return page([*lines, "", link("Les standards fournis", "../standards.md")])


def _by_year(models: Iterable[DocumentModel]) -> dict[str, list[DocumentModel]]:
    found: dict[str, list[DocumentModel]] = {}
    for model in sorted(models, key=lambda m: in_reading_order(m.name)):
        found.setdefault(model_version(model.name), []).append(model)
    return dict(sorted(found.items()))


def _shared(year: str, category: str) -> DocumentModel:
    """The template of a year, as if it were the model of a category."""
    model = ComposedModel(STANDARDS_FOLDER / f"cnig_SUP_{year}", category, {})
    return read_model(MAIN_FILE, model.read)


def _heading(year: str) -> str:
    return f"Servitudes d’utilité publique, {_shared(year, ANY_CATEGORY).title.partition(', ')[2]}"


def _category(model: DocumentModel) -> str:
    return model.name.split("_")[2]


def _category_row(model: DocumentModel) -> tuple[str, ...]:
    category = _category(model)
    own = (file.name.removeprefix(f"{category}_") for file in model.tables if file.name.startswith(f"{category}_"))
    return in_cell(model.name), escaped(model.title.rpartition(", ")[0]), ", ".join(in_cell(name) for name in own)


def _change_rows(model: DocumentModel, catalogue: RuleCatalogue) -> Iterator[tuple[str, ...]]:
    """Rows of what a category has that the template has not."""
    category = _category(model)
    shared = {file.name: file for file in _shared(model_version(model.name), category).files}
    for file in model.files:
        name = file.name.removeprefix(f"{category}_")
        yield from ((category, in_cell(name), *cells) for cells in _file_changes(file, shared[file.name], catalogue))


def _file_changes(file: FileModel, shared: FileModel, catalogue: RuleCatalogue) -> Iterator[tuple[str, ...]]:
    ours, theirs = next(file_rows([file])), next(file_rows([shared]))
    if ours != theirs:
        yield "", "", "", ours[2], f"chemin {ours[3]}"
    if file.table is not None and shared.table is not None:
        yield from _table_changes(file.table, shared.table, catalogue)


def _table_changes(table_model: TableModel, shared: TableModel, catalogue: RuleCatalogue) -> Iterator[tuple[str, ...]]:
    known = set(column_rows(shared.columns))
    for row in column_rows(table_model.columns):
        if row not in known:
            yield row[:-1]
    present = {column.name for column in table_model.columns}
    for column in shared.columns:
        if column.name not in present:
            yield in_cell(column.name), "", "", "", NOT_THERE
    ours, theirs = (Counter(relations(found, catalogue)) for found in (table_model, shared))
    for title, counted in ((MORE_RELATIONS, ours - theirs), (FEWER_RELATIONS, theirs - ours)):
        if counted:
            yield title, "", "", "", "<br>".join(text.replace("|", "\\|") for text in counted.elements())


def _own_lists(models: Iterable[DocumentModel], shared: DocumentModel) -> Iterator[tuple[CodeList, list[str]]]:
    """Code lists that the template has not, each with the categories that use it."""
    found: dict[CodeList, list[str]] = {}
    for model in models:
        for code_list in model.code_lists:
            if code_list not in shared.code_lists:
                found.setdefault(code_list, []).append(_category(model))
    yield from sorted(found.items(), key=lambda item: item[0].name)


def _span(counts: Iterable[int]) -> str:
    values = sorted(counts)
    return str(values[0]) if values[0] == values[-1] else f"{values[0]} à {values[-1]}"
