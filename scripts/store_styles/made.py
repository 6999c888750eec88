"""Make the style of a table of the store from what people must be told; its columns come from its migration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from smica_qgis.database.table_relations import RELATIONS
from store_styles.store_columns import columns_of, columns_of_type
from store_styles.table_style import Category, Codes, Default, Symbol, TableStyle

_NOW = Default("now()", always=True)


def table_style(
    theme: str,
    table: str,
    names: Mapping[str, str],
    **others: Any,  # noqa: ANN401 - the members of TableStyle
) -> TableStyle:
    """The style of a table. names: of the columns that are shown; the others are hidden."""
    columns = columns_of(table)
    strangers = sorted(set(names) - set(columns))
    if strangers:
        message = f"{table} has no column {', '.join(strangers)}"
        raise KeyError(message)
    instants = columns_of_type(table, "$INSTANT")
    style = TableStyle(
        theme,
        table,
        {name: names.get(name, "") for name in columns},
        others.pop("tabs"),
        others.pop("preview"),
        dates=columns_of_type(table, "DATE"),
        yes_no=columns_of_type(table, "BOOLEAN"),
        hidden=frozenset(name for name in columns if name not in names),
        fixed=frozenset(others.pop("fixed", ())) | instants,
        defaults={**dict.fromkeys(sorted(instants), _NOW), **others.pop("defaults", {})},
    )
    return replace(style, **others)


def relation_of(child: str) -> str:
    """Identifier of the relation that shows the rows of a table under their parent."""
    return next(relation.name for relation in RELATIONS if relation.child == child)


def labels(fields: Iterable[Any], names: Iterable[str]) -> dict[str, str]:
    """The labels of fields of an import, for the columns that they fill."""
    known = {field.name: field.label for field in fields}
    return {name: known[name] for name in names}


def categories(codes: Codes, symbols: Mapping[str, Symbol]) -> tuple[Category, ...]:
    """A legend of all codes of a list. Raises KeyError for a code without a symbol."""
    return tuple(Category(code, label, symbols[code]) for code, label in codes.items())
