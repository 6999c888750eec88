"""Read the official document-model format: files.json, types/*.json, codes/*.csv (facts: model_format)."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Any, Callable

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    FileModel,
    FileType,
    ForeignKey,
    LayerModel,
    Mandatory,
    ModelSource,
    TableModel,
)
from smica_qgis.core.errors import InvalidModelError

Read = Callable[[str], bytes]
"""Bytes of a resource named by its path or address. Raises OSError or SmicaError when it cannot be had."""

_FOREIGN_KEY = re.compile(
    r"\s*\(\s*(?P<source>\w+(?:\s*,\s*\w+)*)\s*\)\s*REFERENCES\s+(?P<table>\w+)\s*"
    r"\(\s*(?P<target>\w+(?:\s*,\s*\w+)*)\s*\)\s*",
    re.ASCII,
)


def read_model(location: str, read: Read, *, origin: str = "given", date: str = "") -> DocumentModel:
    """Read a model and all that it names.

    location: path or address of the main JSON (`…/files.json` or `…/{name}.json`). read: the port to bytes;
    it is asked for `location` and for names relative to it. date: of the files, unless the model gives its own.
    Raises InvalidModelError.
    """
    resources = _Resources(location, read)
    content = resources.json(location)
    name = str(content.get("name") or "")
    if not name:
        message = f"Le modèle {location} n'a pas de nom (propriété « name »)."
        raise InvalidModelError(message)
    constraints = _constraints(content)
    files = tuple(_file_model(entry, name, resources) for entry in _objects(content, "files"))
    lists = tuple(_code_list(entry, name, resources) for entry in _objects(content, "codes"))
    return DocumentModel(
        name=name,
        files=files,
        code_lists=lists,
        folder_name=_pattern(constraints, "folderName"),
        metadata_specification=constraints.get("metadataSpecification") or None,
        title=str(content.get("title") or name),
        description=str(content.get("description") or ""),
        source=ModelSource(location, origin, resources.digest(), str(content.get("date") or date)),
    )


class _Resources:
    """Reads what a model names, relative to its main file, and keeps a digest of all of it."""

    def __init__(self, location: str, read: Read) -> None:
        self.location = location
        self._read = read
        self._hashes: list[str] = []

    def bytes(self, path: str) -> bytes:
        try:
            content = self._read(path)
        except (OSError, KeyError) as error:
            message = f"Le modèle {self.location} renvoie à « {path} », qui ne peut être lu."
            raise InvalidModelError(message, str(error)) from error
        self._hashes.append(f"{posixpath.basename(path)}:{hashlib.sha256(content).hexdigest()}")
        return content

    def json(self, path: str) -> Mapping[str, Any]:
        try:
            content = json.loads(self.bytes(path).decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            message = f"« {path} » n'est pas un fichier JSON lisible."
            raise InvalidModelError(message, str(error)) from error
        if not isinstance(content, dict):
            message = f"« {path} » ne contient pas un objet JSON."
            raise InvalidModelError(message)
        return content

    def resolve(self, given: str | None, model: str, kind: str, name: str, suffix: str) -> str:
        """Where a type or a code list is: as said, or the format's default beside the main file."""
        base = self.location.rsplit("/", 1)[0] if "/" in self.location else ""
        if given and "://" in given:
            return given
        if given:
            relative = given
        elif self.location.startswith(("http://", "https://")) and not self.location.endswith("/files.json"):
            relative = f"./{model}/{kind}/{name}{suffix}"
        else:
            relative = f"./{kind}/{name}{suffix}"
        relative = relative.removeprefix("./")
        return f"{base}/{relative}" if base else relative

    def schema(self, given: str | None) -> str | None:
        """Where an XML schema is: an address or a path as said, else relative to the main file.

        It is only read when a file is checked: what a model of the network names has to be on the network.
        """
        if given is None or given.startswith(("/", "\\\\")) or ":" in given:
            address = given
        else:
            address = self.resolve(given, "", "", "", "")
        if address and _is_network(self.location) and not _is_network(address):
            message = f"Le modèle {self.location} renvoie au schéma « {address} », qui n'est pas une adresse http(s)."
            raise InvalidModelError(message)
        return address

    def digest(self) -> str:
        return hashlib.sha256("\n".join(sorted(self._hashes)).encode()).hexdigest()


def _is_network(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _file_model(entry: Mapping[str, Any], model: str, resources: _Resources) -> FileModel:
    name = _pattern(entry, "name") or ""
    kind = _member(FileType, entry.get("type"), f"le type du fichier « {name} »")
    table = None
    layers: tuple[LayerModel, ...] = ()
    if kind is FileType.TABLE and entry.get("tableModel") != "auto":
        table = _table_at(resources.resolve(_text(entry, "tableModel"), model, "types", name, ".json"), resources)
    if kind is FileType.MULTI_TABLE:
        layers = tuple(_layer_model(layer, model, resources) for layer in _objects(entry, "tables"))
    return FileModel(
        name=name,
        type=kind,
        path=_pattern(entry, "path") or "",
        mandatory=_member(Mandatory, entry.get("mandatory") or "WARN", f"l'obligation de « {name} »"),
        table=table,
        layers=layers,
        xsd_schema=resources.schema(_text(entry, "xsdSchema")),
        title=str(entry.get("title") or name),
        description=str(entry.get("description") or ""),
    )


def _layer_model(entry: Mapping[str, Any], model: str, resources: _Resources) -> LayerModel:
    name = str(entry.get("name", ""))
    where = resources.resolve(_text(entry, "tableModel"), model, "types", name, ".json")
    return LayerModel(name, _table_at(where, resources), _pattern(entry, "path"))


def _table_at(path: str, resources: _Resources) -> TableModel:
    content = resources.json(path)
    constraints = _constraints(content)
    return TableModel(
        name=str(content.get("name", "")),
        columns=tuple(_column_model(c) for c in _objects(content, "columns")),
        conditions=_texts(constraints, "conditions"),
        foreign_keys=tuple(parse_foreign_key(key) for key in _texts(constraints, "foreignKeys")),
        title=str(content.get("title") or content.get("name", "")),
        description=str(content.get("description") or ""),
        page=content.get("page"),
    )


def _column_model(entry: Mapping[str, Any]) -> ColumnModel:
    constraints = _constraints(entry)
    name = _pattern(entry, "name") or ""
    reference = _text(constraints, "reference")
    return ColumnModel(
        name=name,
        type=_member(ColumnType, entry.get("type"), f"le type de la colonne « {name} »"),
        title=str(entry.get("title") or name),
        description=str(entry.get("description") or ""),
        page=entry.get("page"),
        required=constraints.get("required", True) is not False,
        presence_required=constraints.get("presenceRequired", True) is not False,
        unique=bool(constraints.get("unique", False)),
        pattern=_pattern(constraints, "pattern"),
        min_length=_bound(constraints.get("minLength")),
        max_length=_bound(constraints.get("maxLength")),
        enum=_texts(constraints, "enum"),
        reference=_reference(reference) if reference else None,
    )


def _objects(content: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found = content.get(name) or []
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        message = f"La propriété « {name} » du modèle n'est pas une liste d'objets."
        raise InvalidModelError(message)
    return found


def _constraints(content: Mapping[str, Any]) -> Mapping[str, Any]:
    found = content.get("constraints") or {}
    if not isinstance(found, dict):
        message = "La propriété « constraints » du modèle n'est pas un objet."
        raise InvalidModelError(message)
    return found


def _texts(content: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = content.get(name) or []
    if not isinstance(found, list):
        message = f"La propriété « {name} » du modèle n'est pas une liste."
        raise InvalidModelError(message)
    return tuple(str(text) for text in found)


def _text(content: Mapping[str, Any], name: str) -> str | None:
    found = content.get(name)
    if found is not None and not isinstance(found, str):
        message = f"La propriété « {name} » du modèle n'est pas un texte."
        raise InvalidModelError(message)
    return found or None


def _pattern(content: Mapping[str, Any], name: str) -> str | None:
    """An expression, tried here so that a wrong one is said before anything is checked with it."""
    text = _text(content, name)
    if text is not None:
        compile_java(text)
    return text


def _bound(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _reference(text: str) -> tuple[str, str]:
    table, _, column = text.partition(".")
    if not table or not column:
        message = f"La référence « {text} » du modèle n'est pas de la forme TABLE.COLONNE."
        raise InvalidModelError(message)
    return table, column


def _member(kind: Any, value: object, what: str) -> Any:  # noqa: ANN401 - one helper for three enumerations
    try:
        return kind(value)
    except ValueError:
        message = f"Le modèle donne pour {what} la valeur inconnue « {value} »."
        raise InvalidModelError(message) from None


def parse_foreign_key(text: str) -> ForeignKey:
    """Read `(A, B) REFERENCES T(C, D)`, blanks allowed around punctuation. Raises InvalidModelError."""
    match = _FOREIGN_KEY.fullmatch(text)
    columns = _names(match.group("source")) if match else ()
    target = _names(match.group("target")) if match else ()
    if match is None or len(columns) != len(target):
        message = f"La clé étrangère « {text} » du modèle ne peut être lue."
        raise InvalidModelError(message)
    return ForeignKey(columns, match.group("table"), target, text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def _code_list(entry: Mapping[str, Any], model: str, resources: _Resources) -> CodeList:
    name = str(entry.get("name", ""))
    path = resources.resolve(_text(entry, "data"), model, "codes", name, ".csv")
    text = resources.bytes(path).decode("utf-8-sig", "replace")
    defect = _unclosed_quote(text)
    # then each line by itself: the quote must not swallow the codes of the lines that follow
    sources = text.splitlines(keepends=True) if defect else [text]
    try:
        rows = [row for source in sources for row in csv.reader(io.StringIO(source, newline="")) if row]
    except csv.Error as error:
        message = f"La liste de codes « {path} » du modèle ne peut être lue."
        raise InvalidModelError(message, str(error)) from error
    header: Sequence[str] = rows[0] if rows else ()
    return CodeList(
        name=name,
        header=tuple(header),
        rows=tuple(tuple(row) for row in rows[1:]),
        title=str(entry.get("title") or name),
        description=str(entry.get("description") or ""),
        defect=defect,
    )


def _unclosed_quote(text: str) -> str:
    """The Java reader throws on a quote that is never closed, Python's does not: say it (PSMV 2025)."""
    if text.count('"') % 2 == 0:
        return ""
    line = next((n for n, row in enumerate(text.splitlines(), 1) if row.count('"') % 2), 0)
    return f"guillemet ouvert et jamais fermé à la ligne {line}"
