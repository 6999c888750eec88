"""What a mapping looks for in somebody's layers: the columns of a standard, and the names that they often bear."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

from smica_qgis.core.document_model.model import ColumnModel, ColumnType, DocumentModel, TableModel
from smica_qgis.core.field_mapping.fields import Field, FieldKind
from smica_qgis.core.field_mapping.folding import folded
from smica_qgis.core.field_mapping.proposal import proposed_columns

_ALIASES = {
    "LIBELLE": ("libelle", "lib", "nom", "zone", "nom zone", "intitule", "libelle court"),
    "LIBELONG": ("libelle long", "lib long", "description", "descriptif", "nom complet"),
    "TXT": ("texte", "etiquette", "numero", "num"),
    "TYPEZONE": ("type", "type zone", "categorie"),
    "TYPESECT": ("type", "type secteur"),
    "TYPEPSC": ("type", "type psc", "code psc", "type prescription", "code"),
    "STYPEPSC": ("sous type", "stype", "sous code", "sous type psc"),
    "TYPEINF": ("type", "type inf", "code inf", "type information", "code"),
    "STYPEINF": ("sous type", "stype", "sous code", "sous type inf"),
    "NOMFIC": ("fichier", "nom fichier", "pdf", "document", "reglement"),
    "URLFIC": ("url", "lien", "adresse web"),
    "DATVALID": ("date validation", "date valid", "date", "datevalid"),
    "DATAPPRO": ("date approbation", "date appro", "approbation"),
    "INSEE": ("code insee", "codcomm", "code commune", "insee com"),
    "NATURE": ("nature", "objet"),
    "NATTRAC": ("nature", "type trace", "trace"),
    "NATECR": ("nature", "type ecriture"),
    "FORMDOMI": ("vocation", "forme dominante"),
    "SYMBOLE": ("symbole", "style"),
    "ANGLE": ("rotation", "orientation"),
}
_DOCUMENT = ("IDURBA",)
"""Never looked for: the name of the document says it."""
_NEAR = 0.85
_SEPARATED = re.compile(r"[^a-z0-9]+")
_DATE = "[0-9]{8}"


def mapping_fields(table: TableModel, model: DocumentModel) -> tuple[Field, ...]:
    """The columns of a table but its geometry, as a mapping knows them."""
    return tuple(_field(column, table, model) for column in table.columns if not column.type.is_geometry)


def _field(column: ColumnModel, table: TableModel, model: DocumentModel) -> Field:
    values = codes_of(column, table, model)
    return Field(
        name=column.name,
        label=column.title or column.name,
        kind=_kind(column, values),
        aliases=_ALIASES.get(column.name, ()),
        length=column.max_length or 0,
        values=values,
    )


def _kind(column: ColumnModel, values: dict[str, str]) -> FieldKind:
    if values:
        return FieldKind.CODE
    if column.type is ColumnType.INTEGER:
        return FieldKind.INTEGER
    if column.type is ColumnType.DOUBLE:
        return FieldKind.REAL
    if column.type is ColumnType.DATE or column.pattern == _DATE:
        return FieldKind.DATE
    return FieldKind.TEXT


def codes_of(column: ColumnModel, table: TableModel, model: DocumentModel) -> dict[str, str]:
    """The codes that a column may hold, with labels where a list of one column gives some."""
    for key in table.foreign_keys:
        codes = model.code_list(key.table)
        if codes is None or column.name not in key.columns:
            continue
        target = key.target_columns[key.columns.index(column.name)]
        found = codes.column(target)
        labels = codes.column("LIBELLE") if len(key.columns) == 1 and target.upper() != "LIBELLE" else found
        return dict(zip(found, labels))
    return {value: value for value in column.enum}


def propose_columns(header: Sequence[str], fields: Iterable[Field]) -> dict[str, str]:
    """Column of the standard → column of the layer: the same name, an alias, then a name that looks like it."""
    wanted = [item for item in fields if item.name not in _DOCUMENT and not item.name.startswith("LIB_ID")]
    found = proposed_columns(header, wanted)
    left = {_packed(name): name for name in header if name.strip() and name not in found.values()}
    for item in wanted:
        if item.name in found:
            continue
        near = difflib.get_close_matches(_packed(item.name), left, n=1, cutoff=_NEAR)
        if near:
            found[item.name] = left.pop(near[0])
    return {item.name: found[item.name] for item in wanted if item.name in found}


def propose_table(layer: str, kind: ColumnType | None, model: DocumentModel) -> str:
    """The table that the name of a layer suggests, empty when none. kind: multiple geometry of the layer, or None."""
    words = set(_SEPARATED.split(folded(layer))) - {""}
    best, score = "", 0.0
    for file in model.tables:
        columns = file.table.columns if file.table is not None else ()
        shape = next((column.type for column in columns if column.type.is_geometry), None)
        if shape is not kind:
            continue
        points = _likeness(words, file.name)
        if points > score:
            best, score = file.name, points
    return best


_SUBJECTS = {
    "zone": ("zone", "zones", "zonage", "zonages"),
    "prescription": ("prescription", "prescriptions", "psc", "emplacement", "emplacements", "reserve", "reserves"),
    "info": ("info", "infos", "information", "informations", "inf", "annexe", "annexes", "perimetre", "perimetres"),
    "habillage": ("habillage", "habillages", "hab", "etiquette", "etiquettes"),
    "secteur": ("secteur", "secteurs"),
    "generateur": ("generateur", "generateurs", "gen"),
    "assiette": ("assiette", "assiettes", "ass"),
    "servitude": ("servitude", "servitudes", "sup"),
    "acte": ("acte", "actes"),
    "perimetre": ("perimetre", "perimetres", "scot"),
    "txt": ("txt", "texte", "textes", "etiquette", "etiquettes"),
    "com": ("com", "commune", "communes"),
    "doc": ("doc", "document", "documents"),
}


def _likeness(words: set[str], table: str) -> float:
    """How many words of a table's name a layer's name holds, as a share; shapes are told by the geometry."""
    parts = [part for part in folded(table).split() if part not in ("surf", "lin", "pct", "urba", "cc", "s", "l", "p")]
    hits = sum(bool(words & set(_SUBJECTS.get(part, (part,)))) for part in parts)
    return hits / len(parts) if parts else 0.0


def _packed(name: str) -> str:
    return folded(name).replace(" ", "")
