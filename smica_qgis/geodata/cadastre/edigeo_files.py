"""The files of one EDIGEO exchange: whether all are there and whole, and what GDAL does not tell of them.

EDIGEO is a text format of records `CODE + type + length:value`; every file ends with `EOM`. Source: EDIGéO PCI 2013.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from smica_qgis.geodata.cadastre.errors import UnreadableSheetError

NUMVOIE_PARCELLE = "NUMVOIE_PARCELLE"
SUBDFISC_PARCELLE = "SUBDFISC_PARCELLE"

_END = b"EOM"
_TAIL = 64
_LOT_NAME = re.compile(rb"^LONSA\d+:(\S+)", re.MULTILINE)
_PARTS = re.compile(rb"^(GN|GO|QA|DI|SC|GD)NSA\d+:(\S+)", re.MULTILINE)
_EXTENSIONS = {b"GN": ".GEN", b"GO": ".GEO", b"QA": ".QAL", b"DI": ".DIC", b"SC": ".SCD", b"GD": ".VEC"}
_DATE = re.compile(rb"^TDASD08:(\d{4})(\d\d)(\d\d)", re.MULTILINE)
_SYSTEM = re.compile(rb"^RELSA\d+:(\S+)", re.MULTILINE)
_RELATION = re.compile(
    rb";ASS;(NUMVOIE_PARCELLE|SUBDFISC_PARCELLE)\s+FTCSN\d\d:\d+\s+"
    rb"FTPCP\d\d:[^;\s]*;[^;\s]*;FEA;(\S+)\s+FTPCP\d\d:[^;\s]*;[^;\s]*;FEA;(\S+)"
)


def entry_file(files: Mapping[str, bytes]) -> str:
    """The name of the .THF, once every file that it announces is there and whole.

    Raises UnreadableSheetError: without this, GDAL reads what it finds and says nothing of the rest.
    """
    entry = next((name for name in sorted(files) if name.lower().endswith(".thf")), None)
    if entry is None:
        message = "il n'y a pas de fichier .THF : ce n'est pas une feuille EDIGEO"
        raise UnreadableSheetError(message)
    present = {name.upper() for name in files}
    for name in (entry, *_announced(files[entry])):
        if name.upper() not in present:
            message = f"il manque le fichier {name} : téléchargez la feuille de nouveau"
            raise UnreadableSheetError(message)
    for name, content in files.items():
        if _END not in content[-_TAIL:]:
            message = f"le fichier {name} est tronqué : téléchargez la feuille de nouveau"
            raise UnreadableSheetError(message)
    return entry


def exchange_date(head: bytes) -> str | None:
    """The date of the exchange (ISO), from the .THF."""
    match = _DATE.search(head)
    return b"-".join(match.groups()).decode("ascii") if match else None


def reference_system(files: Mapping[str, bytes]) -> str:
    """The name of the reference system (RELSA of the .GEO), empty when it is not said."""
    for name, content in files.items():
        if name.lower().endswith(".geo"):
            match = _SYSTEM.search(content)
            return match[1].decode("latin-1") if match else ""
    return ""


def relations(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, str]]]:
    """Pairs of objects (their RID) by kind of relation; GDAL does not give them. The order in a pair is free."""
    found: dict[str, list[tuple[str, str]]] = {NUMVOIE_PARCELLE: [], SUBDFISC_PARCELLE: []}
    for name, content in files.items():
        if name.lower().endswith(".vec"):
            for kind, first, second in _RELATION.findall(content):
                found[kind.decode("ascii")].append((first.decode("latin-1"), second.decode("latin-1")))
    return found


def announced_objects(files: Mapping[str, bytes], name: str) -> int:
    """How many objects of a class (PARCELLE_id) the files describe."""
    mark = f";OBJ;{name}\r".encode("ascii"), f";OBJ;{name}\n".encode("ascii")
    vectors = [content for file, content in files.items() if file.lower().endswith(".vec")]
    return sum(content.count(end) for content in vectors for end in mark)


def _announced(head: bytes) -> list[str]:
    """Names of the files that a .THF announces: those of its one lot."""
    lot = _LOT_NAME.search(head)
    if lot is None:
        message = "le fichier .THF ne nomme aucun lot : il est abîmé"
        raise UnreadableSheetError(message)
    return [
        lot[1].decode("latin-1") + part.decode("latin-1") + _EXTENSIONS[kind] for kind, part in _PARTS.findall(head)
    ]
