"""The CSV list of a batch: `delivery,standard,crs,options,report` (contract, design §8)."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.json_place import json_place

COLUMNS = ("delivery", "standard", "crs", "options", "report")
_HEADER = ",".join(COLUMNS)


@dataclass(frozen=True)
class ListLine:
    """One line of the list. problem: why it cannot be done (French), empty when it can."""

    delivery: str
    standard: str = ""
    crs: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    report: str = ""
    problem: str = ""


def read_list(path: Path) -> list[ListLine]:
    """Read the list. What is wrong in one line is the problem of that line.

    Raises InvalidParameterError when the list itself cannot be read: not UTF-8, another header, an open quote.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"La liste {path} ne peut être lue ({error.strerror or error})."
        raise InvalidParameterError(message) from error
    except UnicodeDecodeError as error:
        message = f"La liste {path.name} n'est pas en UTF-8 : enregistrez-la en « CSV UTF-8 »."
        raise InvalidParameterError(message, str(error)) from error
    rows = _rows(text, path)
    header = [name.strip().lower() for name in next(rows, [])]
    _check_header(header, path)
    return [_line(header, row) for row in rows if any(cell.strip() for cell in row)]


def _rows(text: str, path: Path) -> Iterator[list[str]]:
    usual = csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)  # a WKT may be long
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        yield from list(reader)
    except csv.Error as error:
        message = f"La liste {path.name} n'est pas un CSV lisible, à la ligne {reader.line_num} : {error}."
        raise InvalidParameterError(message) from error
    finally:
        csv.field_size_limit(usual)


def _check_header(header: list[str], path: Path) -> None:
    if len(header) == 1 and ";" in header[0]:
        message = f"La liste {path.name} est séparée par des points-virgules : il faut des virgules ({_HEADER})."
        raise InvalidParameterError(message)
    unknown = [name for name in header if name not in COLUMNS]
    if unknown or "delivery" not in header or len(set(header)) != len(header):
        message = f"La première ligne de la liste {path.name} doit être « {_HEADER} », non « {','.join(header)} »."
        raise InvalidParameterError(message)


def _line(header: list[str], row: list[str]) -> ListLine:
    cells = {name: cell.strip() for name, cell in zip(header, row)}
    delivery = cells.get("delivery", "")
    standard, crs, report = (cells.get(name, "") for name in ("standard", "crs", "report"))
    if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
        problem = "La ligne a plus de cellules que la liste n'a de colonnes : mettez les options entre guillemets."
        return ListLine(delivery, standard, crs, {}, report, problem)
    if not delivery:
        return ListLine(delivery, standard, crs, {}, report, "La colonne delivery est vide.")
    options, problem = _options(cells.get("options", ""))
    return ListLine(delivery, standard, crs, options, report, problem)


def _options(text: str) -> tuple[Mapping[str, object], str]:
    """The object of the cell, and what is wrong with it. The names and values are checked by the validation."""
    if not text:
        return {}, ""
    try:
        content = json.loads(text)
    except ValueError as error:
        return {}, f"La colonne options n'est pas du JSON lisible ({json_place(error)})."
    if not isinstance(content, dict):
        return {}, 'La colonne options doit être un objet JSON, par exemple {"flat": true}.'
    return content, ""
