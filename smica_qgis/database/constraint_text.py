"""Why a constraint of the store refuses a value, said to a person, from what the database says in English."""

from __future__ import annotations

import re

from smica_qgis.database.store import RefusedValueError

_REASONS: tuple[tuple[str, str], ...] = (
    (r"geom_valide", "une géométrie n'est pas valide"),
    (r"typezone", "un code TYPEZONE n'est pas de la liste du standard"),
    (r"un_seul|urba_document\.famille|index 'urba_document", "un autre document est déjà en vigueur sur ce territoire"),
    (r"(?i)unique|duplicate key", "un identifiant qui doit être unique est présent deux fois"),
    (r"(?i)foreign key", "le document dont parle une ligne n'est pas dans la base"),
    (r"(?i)not.null", "une valeur obligatoire manque"),
    (r"(?i)too long|string_data_right", "un texte est plus long que le standard ne le permet"),
    (r"(?i)geometry type|Geometry.* does not match", "une géométrie n'est pas du genre que veut sa table"),
    (r"(?i)row.level security", "ce territoire n'est pas le vôtre"),
)
_OTHER = "une contrainte n'est pas respectée"
_KEY = re.compile(r"\(([\w, ]+)\)=\((.*)\)")
_TABLE = re.compile(r"(?:constraint failed: |unique constraint \"?|relation \"?)(\w+)")


def refused_value(name: str, said: str) -> RefusedValueError:
    """The exception for a refused value. name: of the store; said: by the database."""
    reason = next(
        (text for pattern, text in _REASONS if re.search(pattern, said)), "une contrainte n'est pas respectée"
    )
    key = _KEY.search(said)
    table = _TABLE.search(said)
    where = f" ({key[1]} = {key[2]})" if key else f" (table {table[1]})" if table else ""
    return RefusedValueError(f"La base {name} refuse ces données : {reason}{where}. Rien n'a été écrit.", said)
