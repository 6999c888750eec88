"""Models that differ little: what they share is kept once, what each changes is a patch, composed when asked for.

A folder such as `cnig_SUP_2016` holds `template.json`, `types/*.json` and `codes/*.csv` in the vocabulary of the
official format, but for three things:

- `files`, `codes` and `columns` are objects keyed by name instead of lists, so that a patch reaches one entry;
- `{category}` stands for the name of the category, in keys and in texts;
- `columnNames` of a table says which of its `columns` it has, and in which order (names separated by blanks).

`categories/{CATEGORY}.json` is a JSON Merge Patch (RFC 7396) on that document, whose `types` holds the tables by the
name of their file. What comes out is the official format, which `reader.read_model` reads like any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smica_qgis.core.errors import InvalidModelError

TEMPLATE = "template.json"
MAIN_FILE = "files.json"
_PLACEHOLDER = "{category}"
_CATEGORY = re.compile(r"[A-Za-z0-9]+", re.ASCII)
_TYPE = re.compile(r"types/(?P<name>\w+)\.json", re.ASCII)


class ComposedModel:
    """One category of a folder of models. `name`: that of the model, `cnig_SUP_AC1_2016` for AC1 in cnig_SUP_2016.

    patch: what the category changes, when it is not to be read from its file; empty: what all share.
    """

    def __init__(self, folder: Path, category: str, patch: Mapping[str, Any] | None = None) -> None:
        self.folder = folder
        self.category = category
        start, _, year = folder.name.rpartition("_")
        self.name = f"{start}_{category}_{year}"
        self._patch = patch

    def read(self, resource: str) -> bytes:
        """Bytes of `files.json`, `types/{TABLE}.json` or any other file of the folder, in the official format.

        Raises InvalidModelError when the template or the patch is no such thing, OSError when there is no such file.
        """
        if resource == MAIN_FILE:
            return _written(self._document())
        found = _TYPE.fullmatch(resource)
        if found:
            return _written(self._table(found.group("name")))
        return (self.folder / resource).read_bytes()

    def _document(self) -> dict[str, Any]:
        patch = {name: value for name, value in self._changes().items() if name != "types"}
        document = self._patched(TEMPLATE, patch)
        for name in ("files", "codes"):
            document[name] = _listed(document, name, self.name)
        return document

    def _table(self, name: str) -> dict[str, Any]:
        patch = _object(self._changes(), "types", self.name).get(name, {})
        table = self._patched(f"types/{name}.json", patch)
        columns = {column["name"]: column for column in _listed(table, "columns", self.name)}
        chosen = table.pop("columnNames", None)
        if chosen is not None:
            unknown = [column for column in str(chosen).split() if column not in columns]
            if unknown:
                message = f"Dans le modèle {self.name}, la table {name} n'a pas de colonne « {unknown[0]} »."
                raise InvalidModelError(message)
            columns = {column: columns[column] for column in str(chosen).split()}
        table["columns"] = list(columns.values())
        return table

    def _patched(self, resource: str, patch: object) -> dict[str, Any]:
        merged = merge_patch(self._json(resource), patch)
        if not isinstance(merged, dict):
            message = f"Dans le modèle {self.name}, ce qui change « {resource} » n'est pas un objet JSON."
            raise InvalidModelError(message)
        return merged

    def _changes(self) -> Mapping[str, Any]:
        if self._patch is None:
            self._patch = self._json(f"categories/{self.category}.json")
        return self._patch

    def _json(self, resource: str) -> dict[str, Any]:
        raw = (self.folder / resource).read_bytes()
        try:
            content = json.loads(raw.decode("utf-8-sig").replace(_PLACEHOLDER, self.category))
        except (ValueError, RecursionError) as error:
            message = f"« {self.folder.name}/{resource} » n'est pas un fichier JSON lisible."
            raise InvalidModelError(message, str(error)) from error
        if not isinstance(content, dict):
            message = f"« {self.folder.name}/{resource} » ne contient pas un objet JSON."
            raise InvalidModelError(message)
        return content


def composed_models(folder: Path) -> Iterator[ComposedModel]:
    """The models that a folder of standards can compose, without reading any of them."""
    for template in folder.glob(f"*/{TEMPLATE}"):
        for patch in template.parent.glob("categories/*.json"):
            if _CATEGORY.fullmatch(patch.stem):
                yield ComposedModel(template.parent, patch.stem)


def merge_patch(target: object, patch: object) -> object:
    """Apply a JSON Merge Patch (RFC 7396): objects are merged, null removes, anything else replaces."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def _listed(content: Mapping[str, Any], name: str, model: str) -> list[dict[str, Any]]:
    """The entries of an object keyed by name, as the official format lists them."""
    entries = _object(content, name, model)
    for key, entry in entries.items():
        if not isinstance(entry, dict):
            message = f"Dans le modèle {model}, « {key} » de la propriété « {name} » n'est pas un objet JSON."
            raise InvalidModelError(message)
    return [{"name": key, **entry} for key, entry in entries.items()]


def _object(content: Mapping[str, Any], name: str, model: str) -> Mapping[str, Any]:
    found = content.get(name, {})
    if not isinstance(found, dict):
        message = f"Dans le modèle {model}, la propriété « {name} » n'est pas un objet JSON."
        raise InvalidModelError(message)
    return found


def _written(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8")
