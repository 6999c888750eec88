"""What a form must know of each column of a standard: its list, its constraint, its default value.

Expressions are those of QGIS. Texts are French: they are shown in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    ForeignKey,
    TableModel,
)
from smica_qgis.core.planning.document_name import DocumentName
from smica_qgis.core.planning.idurba import IdurbaFormat, idurba_format
from smica_qgis.core.validation.sql_condition import condition_columns

LABEL = "LIBELLE"
LIST_PREFIX = "liste_"
TODAY = "format_date(now(),'yyyyMMdd')"
_WIDEST = 254
_DATE_WIDTH = 8
_DATE = "[0-9]{8}"
_TEXTS = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL, ColumnType.PATH)
_NOT_NULL = re.compile(r"\b(?!IS\b)(\w+) NOT NULL\b", re.IGNORECASE)
_NUMBER_END = "[0-9]+"


@dataclass(frozen=True)
class DependentList:
    """A list whose rows depend on another column. table: layer of the list; key: its column; parent: the other column.

    The parent has the same name in the list and in the table.
    """

    table: str
    key: str
    parent: str


@dataclass(frozen=True)
class TemplateField:
    """One column. values: code → label; constraint: expression, true when the value fits, and what it asks (French).

    default: expression, empty when there is none. width: characters, 0 for numbers.
    """

    name: str
    alias: str
    type: ColumnType
    width: int
    required: bool
    unique: bool
    constraint: str = ""
    asks: str = ""
    default: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    dependent: DependentList | None = None
    description: str = ""


def idurba_of(name: DocumentName, model: str) -> str:
    """IDURBA of a document: code and date until 2014, the name of the folder since."""
    if idurba_format(model) is IdurbaFormat.V1:
        return f"{name.owner}{name.date}"
    return name.text.upper()


def template_fields(table: TableModel, model: DocumentModel, name: DocumentName) -> tuple[TemplateField, ...]:
    """The columns of a table but its geometry, in the model's order."""
    lists = {key.columns: codes for key in table.foreign_keys if (codes := model.code_list(key.table)) is not None}
    conditions = _conditions(table)
    return tuple(
        _field(column, _Context(model, name, lists, conditions.get(column.name, ())))
        for column in table.columns
        if not column.type.is_geometry
    )


@dataclass(frozen=True)
class _Context:
    model: DocumentModel
    name: DocumentName
    lists: Mapping[tuple[str, ...], CodeList]
    conditions: Sequence[str]


def _field(column: ColumnModel, context: _Context) -> TemplateField:
    asked = list(_asked(column, context))
    return TemplateField(
        name=column.name,
        alias=column.title or column.name,
        type=column.type,
        width=_width(column),
        required=column.required,
        unique=column.unique,
        constraint=" AND ".join(f"({expression})" for expression, _ in asked),
        asks=" ; ".join(dict.fromkeys(text for _, text in asked)),
        default=_default(column, context),
        values=_values(column, context),
        dependent=_dependent(column, context),
        description=column.description,
    )


def _width(column: ColumnModel) -> int:
    if column.type not in _TEXTS:
        return 0
    if column.max_length and column.max_length > 0:
        return column.max_length
    return _DATE_WIDTH if column.pattern == _DATE else _WIDEST


def _asked(column: ColumnModel, context: _Context) -> Iterable[tuple[str, str]]:
    """Expressions with what they ask, all true for a value that fits. What is empty only minds `required`."""
    cell = quoted_name(column.name)
    if column.required and column.type in _TEXTS:
        yield f"coalesce(trim({cell}),'') <> ''", "valeur obligatoire"
    if column.max_length and column.max_length > 0:
        yield _unless_empty(cell, f"length({cell}) <= {column.max_length}"), f"{column.max_length} caractères au plus"
    if column.pattern:
        asks = "date AAAAMMJJ" if column.pattern == _DATE else f"de la forme {column.pattern}"
        yield _unless_empty(cell, f"regexp_match({cell},{text_literal(f'^(?:{column.pattern})$')})"), asks
    if column.enum:
        yield _unless_empty(cell, f"{cell} IN ({_literals(column.enum)})"), "valeur de la liste"
    for columns, codes in context.lists.items():
        if columns[-1] == column.name:
            yield _in_list(columns, codes)
    for condition in context.conditions:
        expression = _NOT_NULL.sub(r"\1 IS NOT NULL", condition)
        yield f"coalesce({expression},true)", f"condition : {condition}"


def _unless_empty(cell: str, expression: str) -> str:
    return f"coalesce(trim({cell}),'') = '' OR {expression}"


def _in_list(columns: Sequence[str], codes: CodeList) -> tuple[str, str]:
    """One code of the list, or for several columns one combination of it."""
    rows = sorted({tuple(row[: len(columns)]) for row in codes.rows})
    cells = " || '-' || ".join(quoted_name(name) for name in columns)
    asks = "valeur de la liste" if len(columns) == 1 else f"combinaison de {' et '.join(columns)} de la liste"
    return f"coalesce({cells} IN ({_literals('-'.join(row) for row in rows)}),true)", asks


def _values(column: ColumnModel, context: _Context) -> dict[str, str]:
    """Codes that may be chosen, with their labels; of a list in two columns, those of the first."""
    for columns, codes in context.lists.items():
        if columns[0] == column.name:
            return _labels(codes, len(columns))
    return {value: value for value in column.enum}


def _labels(codes: CodeList, keys: int) -> dict[str, str]:
    """First code → its label; the label of `00`, or of the first row, where there are sub-codes."""
    labels: dict[str, str] = {}
    names = codes.column(LABEL) if codes.header[0].upper() != LABEL else codes.column("DEFINITION")
    for row, label in zip(codes.rows, names):
        if row[0] not in labels or (keys > 1 and row[1] == "00"):
            labels[row[0]] = f"{row[0]} — {label}"
    return labels


def _dependent(column: ColumnModel, context: _Context) -> DependentList | None:
    for columns, codes in context.lists.items():
        if len(columns) > 1 and columns[1] == column.name:
            return DependentList(f"{LIST_PREFIX}{codes.name}", columns[1], columns[0])
    return None


def _default(column: ColumnModel, context: _Context) -> str:
    name, idurba = context.name, idurba_of(context.name, context.model.name)
    known = {
        "IDURBA": idurba if name.type != "SUP" else "",
        "DATAPPRO": name.date,
        "INSEE": name.territory if name.type in ("PLU", "POS", "CC", "PSMV") else "",
        "SIREN": name.owner if len(name.owner) == len("248000747") else "",
        "IDGEST": name.manager if name.type == "SUP" else "",
        "CATEGORIE": name.category,
    }
    if known.get(column.name):
        return text_literal(known[column.name])
    if column.name == "DATVALID":
        # a value after the approval would be a fault: today until then
        approved = text_literal(name.date or "99999999")
        return f"CASE WHEN {TODAY} > {approved} THEN {approved} ELSE {TODAY} END"
    if column.name == "TYPEDOC":
        kind = name.type.upper()
        return text_literal(kind) if kind in (*_values(column, context), *column.enum) else ""
    if column.name.startswith("LIB_ID") and column.pattern:
        return next_identifier(column, idurba)
    return ""


def identifier_prefix(column: ColumnModel, idurba: str) -> str:
    """What an identifier of objects begins with (`12202_PLU_20260301_ZO`), empty when the pattern says no such thing.

    The pattern decides of capitals: that of PLUi 2025 wants PLUi.
    """
    parts = (column.pattern or "").split("_")
    if len(parts) < 2 or not parts[-1].endswith(_NUMBER_END):  # noqa: PLR2004 - owner and object at least
        return ""
    kind = next((part for part in parts if part.upper() in ("PLU", "PLUI", "POS", "CC", "PSMV")), "")
    written = "_".join(kind if kind and piece.upper() == kind.upper() else piece for piece in idurba.split("_"))
    return f"{written}_{parts[-1][: -len(_NUMBER_END)]}"


def next_identifier(column: ColumnModel, idurba: str) -> str:
    """Expression of the first number that no object of the layer has."""
    prefix = identifier_prefix(column, idurba)
    if not prefix:
        return ""
    number = f"to_int(regexp_substr({quoted_name(column.name)},'([0-9]+)$'))"
    return f"{text_literal(prefix)} || to_string(coalesce(maximum({number}),0) + 1)"


def _conditions(table: TableModel) -> dict[str, tuple[str, ...]]:
    """Conditions by the column under which a form shows them: the first that they name."""
    names = [column.name for column in table.columns]
    found: dict[str, list[str]] = {}
    for condition in table.conditions:
        columns = condition_columns(condition, names)
        if columns:
            words = condition.upper()
            first = min(columns, key=lambda name: words.index(name.upper()))
            found.setdefault(first, []).append(condition)
    return {name: tuple(conditions) for name, conditions in found.items()}


def dependent_keys(table: TableModel, model: DocumentModel) -> tuple[ForeignKey, ...]:
    """The foreign keys of several columns towards a list: each needs the list as a layer."""
    return tuple(key for key in table.foreign_keys if len(key.columns) > 1 and model.code_list(key.table) is not None)


def quoted_name(name: str) -> str:
    """A column in an expression."""
    return '"' + name.replace('"', '""') + '"'


def text_literal(text: str) -> str:
    """A text in an expression of QGIS, where a backslash escapes."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _literals(texts: Iterable[str]) -> str:
    return ",".join(text_literal(text) for text in texts)
