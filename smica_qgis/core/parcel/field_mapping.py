"""Recognise a table of rules by the names of its columns, and read its rows.

Names are those of the CNIG standards (PLU, PLUi, CC, POS, SUP 2013 and 2016) and of the WFS of the Géoportail de
l'urbanisme, whose names differ a little (`partition`, `gpu_status`, `suptype`, `nomsuplitt`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from smica_qgis.core.parcel.rules import Rule, RuleDocument, Shape, Theme

Values = Mapping[str, object]
"""A row: lower-case name of the column → value."""

_LABEL, _TEXT, _PIECE = ("libelle",), ("txt",), ("urlfic", "nomfic")
_DOCUMENT = ("idurba", "partition", "document_id", "gpu_doc_id", "idsup")
_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)", re.ASCII)
_GENERATOR = ("idgen",)
_ASSIETTE = ("idass", "nomass", "typeass")


@dataclass(frozen=True)
class TableMapping:
    """How a table of rules is read: for each property of a rule, the columns that may hold it, best first."""

    theme: Theme
    shape: Shape
    code: tuple[str, ...]
    subcode: tuple[str, ...] = ()
    label: tuple[str, ...] = _LABEL
    text: tuple[str, ...] = _TEXT
    piece: tuple[str, ...] = _PIECE
    document: tuple[str, ...] = _DOCUMENT
    identifier: tuple[str, ...] = ("gid", "idass", "fid")

    def rule(self, values: Values, layer: str, documents: Mapping[str, RuleDocument], origin: str) -> Rule:
        """The rule of a row. documents: those known, by what the rows call them; else its name says its date."""
        key = _first(values, self.document)
        document = documents.get(key) or document_of_name(key, layer, origin)
        return Rule(
            theme=self.theme,
            shape=self.shape,
            document=document,
            layer=layer,
            code=_first(values, self.code),
            subcode=_first(values, self.subcode),
            label=_first(values, self.label),
            text=_first(values, self.text),
            piece=_first(values, self.piece),
        )


def recognise(columns: Collection[str], shape: Shape) -> TableMapping | None:
    """The mapping of a table, None when it holds no rules. columns: their names, in any case.

    Generators of easements are no rules: what they generate (assiette) is (facts/anc_ads/ads.md §4).
    """
    names = {name.lower() for name in columns}
    if "typezone" in names and shape is Shape.SURFACE:
        return TableMapping(Theme.ZONING, shape, ("typezone",), label=("libelle",), text=("libelong",))
    if "typepsc" in names:
        return TableMapping(Theme.PRESCRIPTION, shape, ("typepsc",), ("stypepsc",))
    if "typeinf" in names:
        return TableMapping(Theme.INFORMATION, shape, ("typeinf",), ("stypeinf",))
    if names & set(_ASSIETTE) or ("suptype" in names and not names & set(_GENERATOR)):
        return TableMapping(
            Theme.EASEMENT,
            shape,
            code=("categorie", "suptype"),
            label=("nomsuplitt", "nomsup", "nomass", "nom", "idsup"),
            text=("typeass", "type"),
            piece=("urlacte", "fichier", "urlfic", "nomfic"),
            document=("document_id", "partition", "gpu_doc_id"),
            identifier=("idass", "gid", "fid"),
        )
    return None


def document_of_name(name: str, layer: str, origin: str) -> RuleDocument:
    """A document of which only the name is known: `248000747_PLUI_20201109` was approved on 9 November 2020."""
    found = _DATE_IN_NAME.search(name) or _DATE_IN_NAME.search(layer)
    date = "-".join(found.groups()) if found and found[2] != "00" and found[3] != "00" else ""
    return RuleDocument(key=name or layer, title=name or layer, version=date.replace("-", ""), date=date, origin=origin)


def text_of(value: object) -> str:
    """A value as a rule keeps it: trimmed, empty for nothing."""
    return "" if value is None else " ".join(str(value).split())


def _first(values: Values, columns: tuple[str, ...]) -> str:
    for column in columns:
        text = text_of(values.get(column))
        if text:
            return text
    return ""


def object_name(values: Values, mapping: TableMapping, place: object) -> str:
    """What names an object: its own identifier, else its place in the table."""
    return _first(values, mapping.identifier) or text_of(place)
