"""Where a finding is and what stands there, as whoever mends it says it: table, line, attribute, value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from smica_qgis.core.validation.catalogue import EMPTY

if TYPE_CHECKING:
    from smica_qgis.core.validation.catalogue import RuleCatalogue
    from smica_qgis.core.validation.finding import Finding

WHOLE_DELIVERY = "livraison"

# The parameter that holds what is wrong, the most telling first (official names: facts of the validator).
_VALUE_PARAMETERS = (
    "VALUE",
    "SOURCE_VALUE",
    "REF_VALUE",
    "ID_NAME",
    "IDGEN",
    "IDASS",
    "CODE",
    "CHARSET_CODE",
    "URI",
    "BBOX",
    "VALUE_LENGTH",
    "TYPE_ERROR",
    "EMPRISE",
    "TABLENAME",
    "FILENAME_LIST",
    "ENCODING",
    "CODE_PROJECTION",
)
# Those that say where, what was expected or how many: never the value of a place.
_NOT_VALUES = frozenset(
    {
        "ATTRIBUTE_NAME",
        "COLUMN_NAME",
        "CONDITION",
        "COUNT",
        "FILEMODEL_NAME",
        "FILEPATH",
        "NUMBER",
        "REGEXP",
        "SOURCE_COL",
        "TABLE_NAME",
    }
)

# What a page or a table must never receive raw from a delivery: control characters are made visible; those
# that turn the direction of the text, and the halves of characters that UTF-8 refuses, are replaced.
_VISIBLE = {code: 0x2400 + code for code in range(0x20)}
_VISIBLE[0x7F] = 0x2421
_VISIBLE.update(dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD))
_VISIBLE.update(dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD))


class Place(NamedTuple):
    """One place, all texts safe to show (but not escaped for HTML).

    table: model of the file, or its path; file: path in the delivery; line: row or line number from 1, or 0;
    object: identity of the object, then of the others of the fault; value: what stands there; expected: what
    should; message: the sentence.
    """

    table: str
    file: str
    line: int
    object: str
    attribute: str
    value: str
    expected: str
    message: str


def place_of(finding: Finding, catalogue: RuleCatalogue, most: int) -> Place:
    """The place of a finding. most: longest text of a cell, cut beyond it (a value may be a whole WKT)."""
    file = _file(finding)
    named = finding.file_model if file in (finding.file, WHOLE_DELIVERY) else ""
    value = value_of(finding.values) or (finding.xsd[1] if finding.xsd else "")
    message = catalogue.message(finding)
    if len(value) > most:
        message = message.replace(value, shown(value, most))
    return Place(
        table=shown(named or file, most),
        file=shown(file, most),
        line=int(finding.id) if finding.id and finding.id.isdecimal() else 0,
        object=shown(", ".join(filter(None, (finding.feature_id, *finding.related))), most),
        attribute=shown(_attribute(finding), most),
        value=shown(value, most),
        expected=shown(catalogue.expected(finding), most),
        message=shown(message, 4 * most),
    )


def value_of(values: Mapping[str, str]) -> str:
    """The text that is wrong, whole, or an empty text; a parameter that was null reads "(vide)"."""
    if "PARTS" in values:
        return f"{values['PARTS']} parties"
    name = next((n for n in _VALUE_PARAMETERS if n in values), None)
    if name is None:
        name = next((n for n in values if n not in _NOT_VALUES and not n.startswith("EXPECTED")), None)
    if name is None:
        return ""
    return EMPTY if values[name] == f"{{{name}}}" else values[name]


def shown(text: str, most: int) -> str:
    """The text with nothing invisible in it, cut to `most` characters."""
    if len(text) > most:
        text = text[: most - 1] + "…"
    return text if text.isprintable() and text.isascii() else text.translate(_VISIBLE)


def _file(finding: Finding) -> str:
    """Path of the file: findings about a file that no table stands for only name it in their values."""
    path = finding.values.get("FILEPATH", "")
    if path and path != "{FILEPATH}" and finding.file.endswith("/"):
        return path
    return WHOLE_DELIVERY if finding.file.endswith("/") or not finding.file else finding.file


def _attribute(finding: Finding) -> str:
    """The column, or several where the official report says `--`."""
    if finding.attribute in ("", "--"):
        return finding.values.get("ATTRIBUTE_NAME") or finding.values.get("SOURCE_COL", "")
    return finding.attribute
