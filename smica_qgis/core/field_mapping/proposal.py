"""Propose a mapping from the names of the columns, for a person to complete and save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.core.field_mapping.folding import folded


def proposed_columns(header: Sequence[str], fields: Iterable[Field]) -> dict[str, str]:
    """Field → column: the same name first, then an alias, then an alias at the beginning. A column serves once.

    Personal fields are proposed too: whether they are read is asked for apart.
    """
    names = [(column, folded(column)) for column in header if column.strip()]
    wanted = list(fields)
    found: dict[str, str] = {}
    for matches in (_same, _alias, _beginning):
        for item in wanted:
            if item.name in found:
                continue
            taken = set(found.values())
            column = next((name for name, key in names if name not in taken and matches(item, key)), None)
            if column is not None:
                found[item.name] = column
    return {item.name: found[item.name] for item in wanted if item.name in found}


def _same(item: Field, key: str) -> bool:
    return key in (folded(item.name), folded(item.label))


def _alias(item: Field, key: str) -> bool:
    return key in item.aliases


def _beginning(item: Field, key: str) -> bool:
    return any(key.startswith(f"{alias} ") for alias in item.aliases if " " in alias)
