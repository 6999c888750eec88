"""What differs between two models of one standard, fact by fact: what a report could show because of it.

Titles, descriptions, the order of files and columns, and code lists that no key names change no verdict: they do not
count. Everything is data; the French sentences are in reports/difference_wording.py.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Callable, TypeVar

from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    DocumentModel,
    FileModel,
    ModelSource,
    TableModel,
)

T = TypeVar("T")


class DifferenceKind(enum.Enum):
    """What differs, in the order in which a model is read."""

    MODEL_ADDED = "MODEL_ADDED"
    FOLDER_NAME = "FOLDER_NAME"
    METADATA_SPECIFICATION = "METADATA_SPECIFICATION"
    FILE_ADDED = "FILE_ADDED"
    FILE_REMOVED = "FILE_REMOVED"
    FILE_TYPE = "FILE_TYPE"
    FILE_PATH = "FILE_PATH"
    FILE_MANDATORY = "FILE_MANDATORY"
    FILE_SCHEMA = "FILE_SCHEMA"
    LAYER_ADDED = "LAYER_ADDED"
    LAYER_REMOVED = "LAYER_REMOVED"
    LAYER_PATH = "LAYER_PATH"
    TABLE_NAME = "TABLE_NAME"
    COLUMN_ADDED = "COLUMN_ADDED"
    COLUMN_REMOVED = "COLUMN_REMOVED"
    COLUMN_TYPE = "COLUMN_TYPE"
    COLUMN_REQUIRED = "COLUMN_REQUIRED"
    COLUMN_PRESENCE_REQUIRED = "COLUMN_PRESENCE_REQUIRED"
    COLUMN_UNIQUE = "COLUMN_UNIQUE"
    COLUMN_PATTERN = "COLUMN_PATTERN"
    COLUMN_MIN_LENGTH = "COLUMN_MIN_LENGTH"
    COLUMN_MAX_LENGTH = "COLUMN_MAX_LENGTH"
    COLUMN_ENUM = "COLUMN_ENUM"
    COLUMN_REFERENCE = "COLUMN_REFERENCE"
    CONDITION_ADDED = "CONDITION_ADDED"
    CONDITION_REMOVED = "CONDITION_REMOVED"
    FOREIGN_KEY_ADDED = "FOREIGN_KEY_ADDED"
    FOREIGN_KEY_REMOVED = "FOREIGN_KEY_REMOVED"
    CODE_LIST_ADDED = "CODE_LIST_ADDED"
    CODE_LIST_REMOVED = "CODE_LIST_REMOVED"
    CODE_LIST_DEFECT = "CODE_LIST_DEFECT"
    CODE_ADDED = "CODE_ADDED"
    CODE_REMOVED = "CODE_REMOVED"


@dataclass(frozen=True)
class Difference:
    """One fact that differs.

    place: file, layer or code list, empty for the model itself; item: column, empty otherwise. before, after: the fact
    in the first and in the second model; empty where there is none.
    """

    model: str
    kind: DifferenceKind
    place: str = ""
    item: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class ModelComparison:
    """A bundled model against the fetched one of the same name.

    bundled: None when the plugin has none; fetched: None when it cannot be read, then `unreadable` says why, in French.
    """

    model: str
    bundled: ModelSource | None = None
    fetched: ModelSource | None = None
    differences: Sequence[Difference] = ()
    unreadable: str = ""


Fact = tuple[DifferenceKind, str, str, str, str]
"""kind, place, item, before, after."""


def compare(bundled: DocumentModel | None, fetched: DocumentModel) -> ModelComparison:
    """Compare a fetched model with the bundled one, if there is one."""
    if bundled is None:
        added = Difference(fetched.name, DifferenceKind.MODEL_ADDED, after=fetched.name)
        return ModelComparison(fetched.name, None, fetched.source, [added])
    found = differences(bundled, fetched)
    return ModelComparison(fetched.name, bundled.source, fetched.source, found)


def differences(before: DocumentModel, after: DocumentModel) -> list[Difference]:
    """What changes from one model to the other, in the order of their files. Names are compared as written."""
    facts: list[Fact] = [
        *_changed(_MODEL_FACTS, before, after),
        *_files(before, after),
        *_code_lists(before, after),
    ]
    return [Difference(after.name, *fact) for fact in facts]


_FactsOf = Sequence[tuple[DifferenceKind, Callable[[T], str]]]

_MODEL_FACTS: _FactsOf[DocumentModel] = (
    (DifferenceKind.FOLDER_NAME, lambda m: m.folder_name or ""),
    (DifferenceKind.METADATA_SPECIFICATION, lambda m: m.metadata_specification or ""),
)
_FILE_FACTS: _FactsOf[FileModel] = (
    (DifferenceKind.FILE_TYPE, lambda f: f.type.value),
    (DifferenceKind.FILE_PATH, lambda f: f.path),
    (DifferenceKind.FILE_MANDATORY, lambda f: f.mandatory.value),
    (DifferenceKind.FILE_SCHEMA, lambda f: f.xsd_schema or ""),
)
_COLUMN_FACTS: _FactsOf[ColumnModel] = (
    (DifferenceKind.COLUMN_TYPE, lambda c: c.type.value),
    (DifferenceKind.COLUMN_REQUIRED, lambda c: _truth(c.required)),
    (DifferenceKind.COLUMN_PRESENCE_REQUIRED, lambda c: _truth(c.presence_required)),
    (DifferenceKind.COLUMN_UNIQUE, lambda c: _truth(c.unique)),
    (DifferenceKind.COLUMN_PATTERN, lambda c: c.pattern or ""),
    (DifferenceKind.COLUMN_MIN_LENGTH, lambda c: _number(c.min_length)),
    (DifferenceKind.COLUMN_MAX_LENGTH, lambda c: _number(c.max_length)),
    (DifferenceKind.COLUMN_REFERENCE, lambda c: ".".join(c.reference or ())),
)


def _truth(value: bool) -> str:  # noqa: FBT001 - a fact of the model
    return "true" if value else "false"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _changed(facts: _FactsOf[T], before: T, after: T, place: str = "", item: str = "") -> Iterator[Fact]:
    """The facts of one thing that are not the same."""
    for kind, fact in facts:
        if fact(before) != fact(after):
            yield kind, place, item, fact(before), fact(after)


def _files(before: DocumentModel, after: DocumentModel) -> Iterator[Fact]:
    old, new = _by_name(before.files), _by_name(after.files)
    for name, file in old.items():
        if name not in new:
            yield DifferenceKind.FILE_REMOVED, name, "", file.path, ""
            continue
        yield from _changed(_FILE_FACTS, file, new[name], name)
        yield from _tables(file.table, new[name].table, name)
        yield from _layers(file, new[name])
    for name, file in new.items():
        if name not in old:
            yield DifferenceKind.FILE_ADDED, name, "", "", file.path


def _by_name(files: Sequence[FileModel]) -> dict[str, FileModel]:
    """Files by their name. The format lets two bear the same one: they are told apart by their rank."""
    found: dict[str, FileModel] = {}
    for file in files:
        rank, name = 2, file.name
        while name in found:
            name, rank = f"{file.name} ({rank})", rank + 1
        found[name] = file
    return found


def _layers(before: FileModel, after: FileModel) -> Iterator[Fact]:
    old, new = {layer.name: layer for layer in before.layers}, {layer.name: layer for layer in after.layers}
    for name, layer in old.items():
        place = f"{before.name}/{name}"
        if name not in new:
            yield DifferenceKind.LAYER_REMOVED, place, "", layer.path or name, ""
            continue
        if layer.path != new[name].path:
            yield DifferenceKind.LAYER_PATH, place, "", layer.path or "", new[name].path or ""
        yield from _tables(layer.table, new[name].table, place)
    for name, layer in new.items():
        if name not in old:
            yield DifferenceKind.LAYER_ADDED, f"{before.name}/{name}", "", "", layer.path or name


def _tables(before: TableModel | None, after: TableModel | None, place: str) -> Iterator[Fact]:
    """Compare two tables; one that is not described has neither columns nor constraints."""
    old, new = before or TableModel("", ()), after or TableModel("", ())
    if before is not None and after is not None and old.name != new.name:
        yield DifferenceKind.TABLE_NAME, place, "", old.name, new.name
    yield from _columns(old, new, place)
    yield from _listed(
        _evened(old.conditions),
        _evened(new.conditions),
        DifferenceKind.CONDITION_REMOVED,
        DifferenceKind.CONDITION_ADDED,
        place,
    )
    yield from _listed(
        _keys(old), _keys(new), DifferenceKind.FOREIGN_KEY_REMOVED, DifferenceKind.FOREIGN_KEY_ADDED, place
    )


def _columns(before: TableModel, after: TableModel, place: str) -> Iterator[Fact]:
    old, new = {c.name: c for c in before.columns}, {c.name: c for c in after.columns}
    for name, column in old.items():
        if name not in new:
            yield DifferenceKind.COLUMN_REMOVED, place, name, column.type.value, ""
            continue
        yield from _changed(_COLUMN_FACTS, column, new[name], place, name)
        if set(column.enum) != set(new[name].enum):
            yield DifferenceKind.COLUMN_ENUM, place, name, ", ".join(column.enum), ", ".join(new[name].enum)
    for name, column in new.items():
        if name not in old:
            yield DifferenceKind.COLUMN_ADDED, place, name, "", column.type.value


def _evened(conditions: Iterable[str]) -> list[str]:
    """Conditions whatever their blanks."""
    return [" ".join(text.split()) for text in conditions]


def _keys(table: TableModel) -> list[str]:
    """Foreign keys in one writing, whatever their blanks."""
    return [f"({', '.join(k.columns)}) REFERENCES {k.table}({', '.join(k.target_columns)})" for k in table.foreign_keys]


def _listed(
    before: Iterable[str], after: Iterable[str], removed: DifferenceKind, added: DifferenceKind, place: str
) -> Iterator[Fact]:
    """What one of two lists of texts has that the other has not."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    for text in old:
        if text not in new:
            yield removed, place, "", text, ""
    for text in new:
        if text not in old:
            yield added, place, "", "", text


def _code_lists(before: DocumentModel, after: DocumentModel) -> Iterator[Fact]:
    old, new = _used_lists(before), _used_lists(after)
    for name, (codes, columns) in old.items():
        if name not in new:
            yield DifferenceKind.CODE_LIST_REMOVED, codes.name, "", str(len(codes.rows)), ""
            continue
        other, others_columns = new[name]
        if codes.defect != other.defect:
            yield DifferenceKind.CODE_LIST_DEFECT, codes.name, "", codes.defect, other.defect
        for fact in _listed(
            _codes(codes, columns),
            _codes(other, others_columns),
            DifferenceKind.CODE_REMOVED,
            DifferenceKind.CODE_ADDED,
            codes.name,
        ):
            kind, place, _, was, is_now = fact
            yield kind, place, ", ".join(columns), was, is_now
    for name, (codes, _) in new.items():
        if name not in old:
            yield DifferenceKind.CODE_LIST_ADDED, codes.name, "", "", str(len(codes.rows))


def _used_lists(model: DocumentModel) -> Mapping[str, tuple[CodeList, tuple[str, ...]]]:
    """The code lists that keys name, by their name in capitals, each with the columns that keys name."""
    columns: dict[str, dict[str, None]] = {}
    tables = [f.table for f in model.files if f.table] + [layer.table for f in model.files for layer in f.layers]
    for table in tables:
        for key in table.foreign_keys:
            columns.setdefault(key.table.upper(), {}).update(dict.fromkeys(key.target_columns))
    lists = {codes.name.upper(): codes for codes in model.code_lists}
    return {name: (lists[name], tuple(named)) for name, named in columns.items() if name in lists}


def _codes(codes: CodeList, columns: Sequence[str]) -> list[str]:
    """The values of a code list in the columns that keys name, joined."""
    return [" | ".join(values) for values in zip(*(codes.column(column) for column in columns))]
