"""What the standards say of a code: TYPEPSC/STYPEPSC, TYPEINF/STYPEINF, TYPEZONE, category of an easement.

Read from the code lists of the bundled standards, which are data: a new edition is a new folder. The standard of the
document is asked first, then the latest that knows the code, for a document is read with the words of its time.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER
from smica_qgis.core.parcel.rules import Shape, Theme

_STANDARD = re.compile(r"cnig_(?P<kind>[A-Za-z]+)(?:_[A-Z0-9a-z]+)?_(?P<year>[0-9]{4})", re.ASCII)
_COLUMNS = {
    Theme.ZONING: ("TYPEZONE",),
    Theme.PRESCRIPTION: ("TYPEPSC", "STYPEPSC"),
    Theme.INFORMATION: ("TYPEINF", "STYPEINF"),
    Theme.EASEMENT: ("CATEGORIE",),
}
_WORDS = {Theme.PRESCRIPTION: "Prescription", Theme.INFORMATION: "Information"}
_LETTERS = {Shape.SURFACE: "S", Shape.LINE: "L", Shape.POINT: "P"}
_ASIDE = re.compile(r"\s*\((?:depuis \d{4}|information facultative)[^)]*\)")
"""What a list says to who draws the plan, not to who reads it."""
_WHOLE = "00"
_DEFAULT_KINDS = ("PLU", "CC")
"""Of a document of which the standard is not known: prescriptions and informations of all plans have the same codes,
but for those of the PSMV."""
Labels = Mapping[tuple[str, ...], str]


@lru_cache(maxsize=4096)
def code_meaning(theme: Theme, shape: Shape, code: str, subcode: str = "", standard: str = "") -> str:
    """The label of a code, empty when no standard knows it. standard: `cnig_PLU_2022`, or empty."""
    columns = _COLUMNS.get(theme)
    if columns is None or not code:
        return ""
    asked = (code.zfill(2), (subcode or _WHOLE).zfill(2)) if len(columns) > 1 else (code,)
    whole = (*asked[:-1], _WHOLE) if len(columns) > 1 else asked
    found = [labels for folder in _folders(theme, standard) if (labels := _labels(folder, theme, shape))]
    for key in dict.fromkeys((asked, whole)):
        for labels in found:
            if labels.get(key):
                return _ASIDE.sub("", labels[key])
    return ""


@cache
def state_meaning(state: str) -> str:
    """The label of the legal state of a document (ETAT of DOC_URBA), empty when no standard knows it."""
    for folder in sorted(STANDARDS_FOLDER.glob("cnig_PLU_[0-9][0-9][0-9][0-9]"), reverse=True):
        path = folder / "codes" / "ListeEtatPLU.csv"
        if path.is_file():
            return _read(path, ("ETAT",)).get((state.zfill(2),), "")
    return ""


def _folders(theme: Theme, standard: str) -> Iterator[Path]:
    """Folders of standards, in the order in which they are asked."""
    given = _STANDARD.fullmatch(standard)
    if theme is Theme.EASEMENT:
        kinds: tuple[str, ...] = ("SUP",)
    elif given:
        kinds = tuple(dict.fromkeys((given["kind"], *(() if given["kind"] == "PSMV" else _DEFAULT_KINDS))))
    else:
        kinds = _DEFAULT_KINDS
    own = STANDARDS_FOLDER / f"cnig_{given['kind']}_{given['year']}" if given else None
    if own is not None and own.is_dir():
        yield own
    for kind in kinds:
        yield from sorted(STANDARDS_FOLDER.glob(f"cnig_{kind}_[0-9][0-9][0-9][0-9]"), reverse=True)


@cache
def _labels(folder: Path, theme: Theme, shape: Shape) -> Labels:
    """Codes of a standard with their labels; empty when it has no such list."""
    columns = _COLUMNS[theme]
    for pattern in _file_patterns(theme, shape):
        for path in sorted((folder / "codes").glob(pattern)):
            return _read(path, columns)
    return {}


def _read(path: Path, columns: tuple[str, ...]) -> Labels:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {tuple(row.get(name) or "" for name in columns): (row.get("LIBELLE") or "").strip() for row in rows}


def _file_patterns(theme: Theme, shape: Shape) -> tuple[str, ...]:
    """Names of the lists: since 2025 one for each shape, before one for all."""
    if theme is Theme.ZONING:
        return ("ListeTypezone*.csv",)
    if theme is Theme.EASEMENT:
        return ("ListeCategorieSUP.csv",)
    word, letter = _WORDS[theme], _LETTERS.get(shape, "")
    return tuple(f"{word}{part}{family}Type.csv" for part in (letter, "") for family in ("Urba", "PSMV"))
