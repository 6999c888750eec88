"""Which standard does a delivery follow? The folder name, the metadata and the columns say; the answer says why.

The declared specification of the metadata selects the model, as on the Géoportail (facts: versions, "Trap no 1"); files
and columns say whether that is likely, and decide when nothing is declared.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Callable

from smica_qgis.core.document_model.model import DocumentModel, FileModel, FileType
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import model_type, model_version, parse_document_name
from smica_qgis.core.validation.matching import by_bare_name, by_layer_name, by_path, is_listed

if TYPE_CHECKING:
    from smica_qgis.core.validation.delivery import Entry

_SPECIFICATION = re.compile(
    r"(?:CNIG|GPU)\s+(?P<type>\w+?)(?:\s+(?P<category>\w+))?\s+v?(?P<year>[0-9]{4})", re.IGNORECASE
)
_SERVITUDE_TABLE = re.compile(
    r"(?P<category>[A-Z0-9]+)_(?:GENERATEUR|ASSIETTE)_SUP_[PLS](?:_[A-Z0-9]+)?", re.IGNORECASE | re.ASCII
)
_GOOD_FIT = 0.85
_CLOSE = 0.05
_MOST_HESITATIONS = 3


@dataclass(frozen=True)
class Detection:
    """The model chosen, and how.

    model: name of the model, e.g. cnig_PLU_2017. given: whether the caller imposed it.
    reason: French sentence that says what decided. hesitations: (model name, French reason) of the others
    that were close. certain: whether every clue agreed.
    """

    model: str
    reason: str
    hesitations: tuple[tuple[str, str], ...] = ()
    given: bool = False
    certain: bool = True


@dataclass(frozen=True)
class Clues:
    """What a delivery says of itself. specifications: titles of its metadata; header: path of a table → columns.

    layers: of a lone GeoPackage, name → columns.
    """

    name: str
    entries: Sequence[Entry]
    specifications: Sequence[str] = ()
    header: Callable[[str], Sequence[str]] = field(default=lambda _path: ())
    layers: Mapping[str, Sequence[str]] = field(default_factory=dict)


def detect(clues: Clues, names: Sequence[str], load: Callable[[str], DocumentModel]) -> Detection:
    """Choose among the models at hand. Raises InvalidParameterError when none can be."""
    candidates = _candidates(clues, names)
    if not candidates:
        message = (
            f"Le standard de la livraison « {clues.name} » n'a pu être deviné\u00a0: son nom n'est celui d'aucun "
            "document connu. Indiquez le standard à suivre."
        )
        raise InvalidParameterError(message)
    declared, title = _declared(clues, candidates)
    if declared is not None:
        fit = _fit(load(declared), clues)
        if fit >= _GOOD_FIT:
            return Detection(declared, f"annoncé par les métadonnées (« {title} ») et par le nom du dossier")
    fits = {name: _fit(load(name), clues) for name in candidates}
    best = max(candidates, key=lambda name: (round(fits[name], 3), _nearness(name, clues)))
    if declared is not None:
        return _declared_against(declared, title, best, fits)
    close = [n for n in candidates if n != best and fits[best] - fits[n] <= _CLOSE]
    close.sort(key=lambda name: -fits[name])
    seen = "des couches et des colonnes" if clues.layers else "du nom du dossier, des fichiers et des colonnes"
    reason = f"déduit {seen} ({_percent(fits[best])} de concordance)"
    return Detection(best, reason, _hesitations(close, fits), certain=not close)


def _candidates(clues: Clues, names: Sequence[str]) -> tuple[str, ...]:
    parsed = parse_document_name(clues.name)
    if parsed is None:
        categories = _categories(clues)
        if clues.layers and not categories:
            return tuple(n for n in names if _kind(n) != "SUP" and n.startswith("cnig_"))
        declared = {m.group("type").upper() for m in map(_SPECIFICATION.search, clues.specifications) if m}
        if categories and declared <= {"SUP"}:
            return _servitudes(names, categories)
        return tuple(n for n in names if _kind(n) in declared and _kind(n) != "SUP")
    if parsed.type == "SUP":
        return _servitudes(names, {parsed.category})
    return tuple(n for n in names if _kind(n) == parsed.type.upper())


def _kind(name: str) -> str:
    """Kind of document of a model, in upper case; MEC for the Géoportail's own `GPU_MEC_2025`."""
    return "MEC" if name.upper().startswith("GPU_MEC_") else model_type(name).upper()


def _servitudes(names: Sequence[str], categories: Collection[str]) -> tuple[str, ...]:
    """The models of those categories of servitudes, given in upper case."""
    starts = tuple(f"CNIG_SUP_{category}_" for category in sorted(categories))
    return tuple(n for n in names if n.upper().startswith(starts))


def _categories(clues: Clues) -> set[str]:
    """Categories that names of tables tell, in upper case: `AC1_ASSIETTE_SUP_S` is of AC1."""
    stems = [*clues.layers, *(posixpath.splitext(posixpath.basename(entry.path))[0] for entry in clues.entries)]
    return {match.group("category").upper() for match in map(_SERVITUDE_TABLE.fullmatch, stems) if match}


def _declared(clues: Clues, candidates: Sequence[str]) -> tuple[str | None, str]:
    """The candidate that the metadata name, by its year, with the title that says so."""
    for title in clues.specifications:
        match = _SPECIFICATION.search(title)
        if match is None:
            continue
        for name in candidates:
            if model_version(name) == match.group("year") and _kind(name) == match.group("type").upper():
                return name, title
    return None, ""


def _declared_against(declared: str, title: str, best: str, fits: Mapping[str, float]) -> Detection:
    """What is declared wins; when the columns look like another version, that is said."""
    reason = f"annoncé par les métadonnées (« {title} »)"
    if best == declared or fits[best] - fits[declared] <= _CLOSE:
        return Detection(declared, reason, certain=best == declared)
    other = (
        best,
        f"les fichiers et les colonnes y ressemblent davantage ({_percent(fits[best])} de concordance)",
    )
    return Detection(declared, f"{reason}, à {_percent(fits[declared])} de concordance", (other,), certain=False)


def _hesitations(close: Sequence[str], fits: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
    return tuple((n, f"{_percent(fits[n])} de concordance aussi") for n in close[:_MOST_HESITATIONS])


def _percent(fit: float) -> str:
    return f"{round(100 * fit)} %"


def _nearness(name: str, clues: Clues) -> tuple[bool, int]:
    """Between equals: a standard that existed when the document was approved, and the latest of those."""
    parsed = parse_document_name(clues.name)
    year = int(parsed.date[:4]) if parsed is not None and parsed.date else 9999
    version = int(model_version(name) or 0)
    return version <= year, version if version <= year else -version


def _fit(model: DocumentModel, clues: Clues) -> float:
    """How well files and columns answer to a model, from 0 to 1. Tables weigh more than other files."""
    good = total = 0.0
    for entry in () if clues.layers else clues.entries:
        if not is_listed(entry):
            continue
        placed = by_path(model, clues.name, entry)
        total += 1
        good += placed is not None
        file = placed or (None if entry.is_directory else by_bare_name(model, entry))
        if file is not None and file.type is FileType.TABLE and file.table is not None:
            right, asked = _columns_fit(file, clues.header(entry.path))
            good, total = good + right, total + asked
    for layer, header in clues.layers.items():
        file = by_layer_name(model, layer)
        right, asked = _columns_fit(file, header) if file is not None else (0, 0)
        good, total = good + right + (file is not None), total + asked + 1
    return good / total if total else 0.0


def _columns_fit(file: FileModel, header: Sequence[str]) -> tuple[int, int]:
    """(columns found where they should be, columns asked for or in excess)."""
    table = file.table
    if table is None or not header:
        return 0, 0
    present = {name.upper() for name in header}
    wanted = {c.name.upper() for c in table.columns if c.presence_required}
    known = {c.name.upper() for c in table.columns} | {"WKT"}
    return len(wanted & present), len(wanted | (present - known))
