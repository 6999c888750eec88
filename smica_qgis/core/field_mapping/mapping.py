"""A saved mapping: which column of somebody's table fills which field of ours, and what its words mean.

A value of `champs` is the name of a column, or a template that joins several: `{Type_DAU} {Num_DAU}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.field_mapping.cells import RefusedCellError, with_synonyms
from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.core.field_mapping.folding import folded
from smica_qgis.core.json_place import json_place

FORMAT = 1
NAME_SUFFIX = "_nom"
_COLUMN = re.compile(r"\{([^{}]+)\}")
_KEYS = {
    "version": int,
    "nom": str,
    "objet": str,
    "champs": dict,
    "valeurs": dict,
    "constantes": dict,
    "mots_admis": list,
    "facultatifs": list,
}


class InvalidMappingError(SmicaError):
    """A mapping that cannot be read or used; the message says where."""


@dataclass(frozen=True)
class FieldMapping:
    """objet: what the rows are (anc_installation, anc_controle, ads_dossier); champs: field → column or template.

    valeurs: field → text of the table → our code; constantes: field → text, for all rows; mots_admis: words that may
    stand in an identifier without being taken for somebody's name; facultatifs: fields whose column may be missing.
    """

    nom: str
    objet: str
    champs: Mapping[str, str]
    valeurs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constantes: Mapping[str, str] = field(default_factory=dict)
    mots_admis: tuple[str, ...] = ()
    facultatifs: tuple[str, ...] = ()

    def to_json(self) -> str:
        """As it is saved."""
        return json.dumps({"version": FORMAT, **asdict(self)}, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class RowReader:
    """Gives the text of each field of a row. name_places: columns of names, only read to take these out of texts."""

    fields: tuple[Field, ...]
    templates: Mapping[str, tuple[tuple[str, int], ...]]
    constants: Mapping[str, str]
    name_places: tuple[int, ...] = ()

    def names(self, row: Sequence[str | None]) -> list[str]:
        """The names of people that a row gives in columns of their own."""
        return [name for place in self.name_places if place < len(row) and (name := row[place])]

    def texts(self, row: Sequence[str | None]) -> dict[str, str]:
        """Texts of the mapped fields; a template all of whose columns are empty gives nothing."""
        found = dict(self.constants)
        for name, parts in self.templates.items():
            cells = [(row[place] or "").strip() if 0 <= place < len(row) else "" for _, place in parts]
            if any(cell for cell, (_, place) in zip(cells, parts) if place >= 0):
                found[name] = "".join(before + cell for cell, (before, _) in zip(cells, parts))
        return found


def read_mapping(text: str) -> FieldMapping:
    """Read a saved mapping. Raises InvalidMappingError."""
    content = saved_content(text)
    for key, value in content.items():
        if key not in _KEYS or not isinstance(value, _KEYS[key]):
            message = f"La correspondance a une clé qui ne convient pas : {key}."
            raise InvalidMappingError(message)
    values = {name: _texts(f"valeurs/{name}", table) for name, table in content.get("valeurs", {}).items()}
    return FieldMapping(
        str(content.get("nom", "")),
        str(content.get("objet", "")),
        _texts("champs", content.get("champs", {})),
        values,
        _texts("constantes", content.get("constantes", {})),
        tuple(map(str, content.get("mots_admis", ()))),
        tuple(map(str, content.get("facultatifs", ()))),
    )


def saved_content(text: str) -> dict[str, Any]:
    """The object of a saved mapping, of one table or of a whole document. Raises InvalidMappingError."""
    try:
        content = json.loads(text)
    except ValueError as error:
        message = f"La correspondance n'est pas du JSON ({json_place(error)})."
        raise InvalidMappingError(message) from error
    if not isinstance(content, dict) or content.get("version") != FORMAT:
        message = f"La correspondance n'est pas de la version {FORMAT} de ce plugin."
        raise InvalidMappingError(message)
    return content


def _texts(place: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        message = f"La correspondance attend des textes sous {place}."
        raise InvalidMappingError(message)
    return dict(table)


def row_reader(
    mapping: FieldMapping, fields: Iterable[Field], header: Sequence[str], *, personal: bool = False
) -> RowReader:
    """Prepare to read rows. personal: whether personal fields are read too. Raises InvalidMappingError."""
    known = {item.name: item for item in fields}
    mapping = _with_columns_present(mapping, header)
    asked = {*mapping.champs, *mapping.constantes}
    strangers = sorted((asked | set(mapping.valeurs)) - set(known))
    if strangers:
        message = f"La correspondance « {mapping.nom} » nomme des champs qui n'existent pas : {', '.join(strangers)}."
        raise InvalidMappingError(message)
    missing = sorted(name for name, item in known.items() if item.required and name not in asked)
    if missing:
        labels = ", ".join(f"{known[name].label} ({name})" for name in missing)
        message = f"Aucune colonne n'est donnée pour {labels} : complétez la correspondance."
        raise InvalidMappingError(message)
    kept = {name: known[name] for name in known if name in asked and (personal or not known[name].personal)}
    try:
        used = tuple(
            replace(item, synonyms=with_synonyms(item, mapping.valeurs.get(name, {}))) for name, item in kept.items()
        )
    except RefusedCellError as error:
        message = f"La correspondance « {mapping.nom} » ne convient pas : {error.message}."
        raise InvalidMappingError(message) from error
    templates = {name: _parts(mapping.champs[name], header) for name in kept if name in mapping.champs}
    constants = {name: text for name, text in mapping.constantes.items() if name in kept}
    return RowReader(used, templates, constants, _name_places(mapping, known, header))


def _with_columns_present(mapping: FieldMapping, header: Sequence[str]) -> FieldMapping:
    """The mapping without the fields that may be missing and whose column is."""
    present = {folded(title) for title in header}
    kept = {
        name: template
        for name, template in mapping.champs.items()
        if name not in mapping.facultatifs
        or all(folded(column) in present for column in _COLUMN.findall(template) or [template])
    }
    values = {name: table for name, table in mapping.valeurs.items() if name in kept or name in mapping.constantes}
    return replace(mapping, champs=kept, valeurs=values if len(kept) < len(mapping.champs) else mapping.valeurs)


def _name_places(mapping: FieldMapping, known: Mapping[str, Field], header: Sequence[str]) -> tuple[int, ...]:
    """The columns of names: those of the mapping, and those whose title says it, even when no name is to be kept."""
    names = [item for item in known.values() if item.personal and item.name.endswith(NAME_SUFFIX)]
    columns = {
        place
        for item in names
        if item.name in mapping.champs
        for _, place in _parts(mapping.champs[item.name], header)
        if place >= 0
    }
    titles = {alias for item in names for alias in (*item.aliases, folded(item.label))}
    columns |= {place for place, title in enumerate(header) if folded(title) in titles}
    return tuple(sorted(columns))


def _parts(template: str, header: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """A template as (text before, place of the column), the last text having place -1."""
    pieces = _COLUMN.split(template)
    if len(pieces) == 1:
        return (("", _place(template, header)),)
    parts = [(before, _place(name, header)) for before, name in zip(pieces[::2], pieces[1::2])]
    return (*parts, (pieces[-1], -1))


def _place(name: str, header: Sequence[str]) -> int:
    if name in header:
        return list(header).index(name)
    places = [place for place, column in enumerate(header) if folded(column) == folded(name)]
    if len(places) != 1:
        reason = "figure plusieurs fois" if places else "ne figure pas"
        message = f"La colonne « {name} » de la correspondance {reason} dans la table."
        raise InvalidMappingError(message)
    return places[0]
