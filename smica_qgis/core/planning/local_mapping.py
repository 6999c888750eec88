"""A saved mapping of somebody's layers to the tables of a standard: which layer fills which table, column by column.

One file holds a whole document. A table without a source is one row of constants: that is how DOC_URBA is made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smica_qgis.core.field_mapping.mapping import FORMAT, FieldMapping, InvalidMappingError, read_mapping, saved_content

_KEYS = {"version", "nom", "standard", "tables"}
_TABLE_KEYS = {"source", "table", "champs", "valeurs", "constantes", "facultatifs"}


@dataclass(frozen=True)
class TableMapping:
    """source: name of a layer, or of its file without extension, empty = none; table: of the standard (ZONE_URBA)."""

    source: str
    table: str
    columns: FieldMapping


@dataclass(frozen=True)
class LocalMapping:
    """name: for people; standard: the model that it fills."""

    name: str
    standard: str
    tables: tuple[TableMapping, ...]

    def to_json(self) -> str:
        """As it is saved."""
        content = {
            "version": FORMAT,
            "nom": self.name,
            "standard": self.standard,
            "tables": [_table_json(table) for table in self.tables],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_local_mapping(text: str) -> LocalMapping:
    """Read a saved mapping. Raises InvalidMappingError, which says where it is wrong."""
    content = saved_content(text)
    strangers = sorted(set(content) - _KEYS)
    tables = content.get("tables")
    if strangers or not isinstance(tables, list):
        message = f"La correspondance a une clé qui ne convient pas : {', '.join(strangers) or 'tables'}."
        raise InvalidMappingError(message)
    return LocalMapping(
        str(content.get("nom", "")),
        str(content.get("standard", "")),
        tuple(_table(place, item) for place, item in enumerate(tables, 1)),
    )


def _table(place: int, item: object) -> TableMapping:
    if not isinstance(item, dict) or not isinstance(item.get("table"), str) or not set(item) <= _TABLE_KEYS:
        message = f"La table n° {place} de la correspondance n'a pas les clés qu'il faut : {', '.join(_TABLE_KEYS)}."
        raise InvalidMappingError(message)
    inner: Mapping[str, Any] = {key: item[key] for key in item if key not in ("source", "table")}
    table = item["table"].upper()
    columns = read_mapping(json.dumps({"version": FORMAT, "nom": table, "objet": table, **inner}))
    return TableMapping(str(item.get("source", "")), table, columns)


def _table_json(table: TableMapping) -> dict[str, object]:
    columns = table.columns
    optional: Sequence[str] = columns.facultatifs
    return {
        "source": table.source,
        "table": table.table,
        "champs": dict(columns.champs),
        "valeurs": {name: dict(values) for name, values in columns.valeurs.items()},
        "constantes": dict(columns.constantes),
        "facultatifs": list(optional),
    }
