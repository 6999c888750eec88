"""Recognise a table of rules by the names of its columns, and read its rows.

Names are those of the CNIG standards (PLU, PLUi, CC, POS, SUP 2013 and 2016) and of the WFS of the Géoportail de
l'urbanisme, whose names differ a little (`partition`, `gpu_status`, `suptype`, `nomsuplitt`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from smica_qgis.core.parcel.code_meaning import code_meaning
from smica_qgis.core.parcel.piece_link import joined_piece
from smica_qgis.core.parcel.rules import Rule, RuleDocument, Shape, Theme

Values = Mapping[str, object]
"""A row: lower-case name of the column → value."""

_LABEL, _TEXT, _PIECE, _ADDRESS = ("libelle",), ("txt",), ("nomfic",), ("urlfic",)
_DOCUMENT = ("idurba", "partition", "document_id", "gpu_doc_id", "idsup")
_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)", re.ASCII)
_GENERATOR = ("idgen",)
_ASSIETTE = ("idass", "nomass", "typeass")


class TableOrigin(NamedTuple):
    """What a table was read from. layer: its name; title: as the sheet names it; place: its path, or empty."""

    layer: str
    title: str
    place: str = ""


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
    address: tuple[str, ...] = _ADDRESS
    document: tuple[str, ...] = _DOCUMENT
    identifier: tuple[str, ...] = ("gid", "idass", "fid")

    def document_key(self, values: Values) -> str:
        """What the document of a row is called by, empty when the row does not say."""
        return _first(values, self.document)

    def rule(self, values: Values, origin: TableOrigin, documents: Mapping[str, RuleDocument]) -> Rule:
        """The rule of a row. documents: those known, by what the rows call them; else its name says its date."""
        key = self.document_key(values)
        document = documents.get(key) or document_of_name(key, origin)
        code, subcode = _first(values, self.code), _first(values, self.subcode)
        if self.theme is Theme.EASEMENT:
            code = code.upper()  # the Géoportail writes categories in lower case
        return Rule(
            theme=self.theme,
            shape=self.shape,
            document=document,
            layer=origin.layer,
            code=code,
            subcode=subcode,
            label=_first(values, self.label),
            text=_first(values, self.text),
            piece=joined_piece(_first(values, self.address), _first(values, self.piece)),
            meaning=code_meaning(self.theme, self.shape, code, subcode, document.standard),
        )


def recognise(columns: Collection[str], shape: Shape) -> TableMapping | None:
    """The mapping of a table, None when it holds no rules. columns: their names, in any case.

    Generators of easements are no rules: what they generate (assiette) is (facts/anc_ads/ads.md §4).
    """
    names = {name.lower() for name in columns}
    zones = names & {"typezone", "typesect"}
    if zones and shape is Shape.SURFACE:
        return TableMapping(Theme.ZONING, shape, ("typezone", "typesect"), label=("libelle",), text=("libelong",))
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
            piece=("fichier", "nomfic", "nomreg"),
            address=("urlacte", "urlfic", "urlreg"),
            document=("document_id", "partition", "gpu_doc_id"),
            identifier=("idass", "gid", "fid"),
        )
    return None


def document_of_name(name: str, origin: TableOrigin) -> RuleDocument:
    """A document of which only the name is known: `248000747_PLUI_20201109` was approved on 9 November 2020."""
    found = _DATE_IN_NAME.search(name) or _DATE_IN_NAME.search(origin.layer)
    date = "-".join(found.groups()) if found and found[2] != "00" and found[3] != "00" else ""
    title = name or origin.layer
    return RuleDocument(title, title, date.replace("-", ""), date, origin=origin.title, place=origin.place)


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
