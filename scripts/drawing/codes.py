"""Codes that the bundled standards know for a table, each with the label of its latest edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smica_qgis.core.document_model.model import DocumentModel, FileModel
from smica_qgis.core.document_model.registry import Registry

_PAIR = ("TYPEPSC", "STYPEPSC"), ("TYPEINF", "STYPEINF")
_YEAR = re.compile(r"_(\d{4})$")
GENERIC = "00"


def models_in_order(registry: Registry) -> list[DocumentModel]:
    """All bundled models, the one whose words count most at the end: latest edition, a PLU rather than a PSMV."""
    return [registry.load(name) for name in sorted(registry.names(), key=_weight)]


def _weight(name: str) -> tuple[bool, int, str]:
    found = _YEAR.search(name)
    return "_PLU" in name, int(found.group(1)) if found else 0, name


def pair_codes(models: Iterable[DocumentModel], prefix: str, column: str) -> dict[tuple[str, str], str]:
    """(type, subtype) → label, of tables named `prefix…` whose code column is TYPEPSC or TYPEINF.

    A type that a model only enumerates (2013, 2014) has an empty subtype and an empty label.
    """
    found: dict[tuple[str, str], str] = {}
    for model in models:
        for file in _tables(model, prefix):
            found.update(_listed(model, file, column))
            for code in _enumerated(file, column):
                found.setdefault((code, ""), "")
    return found


def single_codes(models: Iterable[DocumentModel], table: str, column: str) -> dict[str, str]:
    """Code → label of a column (TYPEZONE, TYPESECT, CATEGORIE), empty label where a model only enumerates."""
    found: dict[str, str] = {}
    for model in models:
        for file in _tables(model, table):
            for code in _enumerated(file, column):
                found.setdefault(code, "")
            found.update({code: label for (code,), label in _rows(model, file, (column,))})
    return found


def list_codes(models: Iterable[DocumentModel], name: str, column: str) -> dict[str, str]:
    """Code → label of a list of codes that no foreign key names (TYPEP of the cartes communales)."""
    found: dict[str, str] = {}
    for model in models:
        codes = model.code_list(name)
        if codes is not None:
            found.update(zip(codes.column(column), codes.column("LIBELLE")))
    return found


def _tables(model: DocumentModel, prefix: str) -> list[FileModel]:
    return [file for file in model.tables if file.table is not None and file.name.startswith(prefix)]


def _listed(model: DocumentModel, file: FileModel, column: str) -> Iterator[tuple[tuple[str, str], str]]:
    for keys in _PAIR:
        if keys[0] == column:
            for values, label in _rows(model, file, keys):
                yield (values[0], values[1]), label


def _rows(model: DocumentModel, file: FileModel, columns: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Rows of the code list that a table refers to by these columns; retired codes are written `--`."""
    table = file.table
    if table is None:
        return
    for key in table.foreign_keys:
        codes = model.code_list(key.table)
        if tuple(key.columns) != columns or codes is None:
            continue
        labels = codes.column("LIBELLE")
        for values, label in zip(zip(*(codes.column(name) for name in key.target_columns)), labels):
            if "--" not in values:
                yield values, label


def _enumerated(file: FileModel, column: str) -> tuple[str, ...]:
    columns = file.table.columns if file.table is not None else ()
    return next((found.enum for found in columns if found.name == column), ())
