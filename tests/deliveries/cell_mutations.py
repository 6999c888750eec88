"""Mutations of one cell, each against one constraint of its column or of its table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import ColumnModel, ColumnType, ForeignKey
from smica_qgis.core.validation.sql_condition import condition_columns, failing_tuples
from tests.deliveries.spoilt_copy import NotApplicable, SpoiltCopy, SpoiltTable

_TEXT = (ColumnType.STRING, ColumnType.FILENAME, ColumnType.URL, ColumnType.PATH)
_NUMBERS = (ColumnType.INTEGER, ColumnType.DOUBLE, ColumnType.BOOLEAN)
_IDENTIFIERS = ("IDGEN", "IDASS", "IDSUP", "IDACTE", "IDGEST")
_LITERAL = re.compile(r"'((?:[^']|'')*)'")
_MOST_TRIES = 2000
_ODD = ("", " ", "null", "%", "_", "a'b", "1.0", "007", "-1", "oui", "é" * 20, "x\\u0092", "Ã©tÃ©", "2A004", "inconnu")
_WRONG = ("???", "a b", "é", "1", "20241399", "XX_0000", "-")


def required_emptied(copy: SpoiltCopy) -> str:
    return _set(copy, lambda column: column.required, lambda _table, _column: None)


def optional_emptied(copy: SpoiltCopy) -> str:
    return _set(copy, lambda column: not column.required, lambda _table, _column: None)


def too_long(copy: SpoiltCopy) -> str:
    def longer(_table: SpoiltTable, column: ColumnModel) -> str:
        return "x" * min((column.max_length or 0) + 1, 254)

    return _set(copy, lambda column: column.max_length and column.type in _TEXT and column.max_length < 254, longer)


def too_short(copy: SpoiltCopy) -> str:
    return _set(copy, lambda column: (column.min_length or 0) > 1, lambda _table, _column: "1")


def not_in_its_list(copy: SpoiltCopy) -> str:
    return _set(copy, lambda column: column.enum, lambda _table, column: _cut(column, "ZZZ"))


def code_in_another_case(copy: SpoiltCopy) -> str:
    def swapped(table: SpoiltTable, column: ColumnModel) -> str:
        value = next((value for value in table.content.columns[column.name] if value), None)
        if value is None or value.swapcase() == value:
            raise NotApplicable
        return value.swapcase()

    return _set(copy, lambda column: column.type is ColumnType.STRING, swapped)


def against_its_pattern(copy: SpoiltCopy) -> str:
    def wrong(_table: SpoiltTable, column: ColumnModel) -> str:
        pattern = compile_java(column.pattern or "")
        return copy.one([value for value in _WRONG if not pattern.fullmatch(value)])

    return _set(copy, lambda column: column.pattern and column.type is ColumnType.STRING, wrong)


def not_a_number(copy: SpoiltCopy) -> str:
    values = ("abc", "1,5", "12.5", "99999999999", "NaN", "0x1F", "true")
    return _set(copy, lambda column: column.type in _NUMBERS, lambda _table, _column: copy.chance.choice(values))


def not_a_date(copy: SpoiltCopy) -> str:
    values = ("20241399", "2024-01-15", "15/01/2024", "00000000", "20240000", "20991231")
    return _set(copy, lambda column: column.name.startswith("DAT"), lambda _table, _column: copy.chance.choice(values))


def not_an_address(copy: SpoiltCopy) -> str:
    values = ("www.example.org", "https://", "ftp://example.org/a b", "HTTP://EXAMPLE.ORG/", "/reglement.pdf")
    return _set(copy, lambda column: column.type is ColumnType.URL, lambda _table, _column: copy.chance.choice(values))


def absent_file(copy: SpoiltCopy) -> str:
    values = ("absent.pdf", "a b.pdf", "absent.pdf#page=3", "dossier/absent.pdf", "ABSENT.PDF")
    wanted = ColumnType.FILENAME
    return _set(copy, lambda column: column.type is wanted, lambda _table, _column: copy.chance.choice(values))


def page_of_a_file(copy: SpoiltCopy) -> str:
    """A page of a file that is there: nothing is wrong."""
    name = copy.one([path.name for path in copy.files(".pdf") if path.name.isascii() and " " not in path.name])
    return _set(copy, lambda column: column.type is ColumnType.FILENAME, lambda _table, _column: f"{name}#page=2")


def identifier_twice(copy: SpoiltCopy) -> str:
    table = copy.table(lambda candidate: candidate.content.rows > 1 and any(c.unique for c in candidate.columns))
    column = copy.one([column for column in table.columns if column.unique])
    cells = table.content.columns[column.name]
    first, second = copy.chance.sample(range(len(cells)), 2)
    cells[second] = cells[first]
    table.save()
    return f"{table.file.name}.{column.name}"


def join_broken(copy: SpoiltCopy) -> str:
    """An identifier of servitudes that nothing bears, or none."""

    def other(_table: SpoiltTable, column: ColumnModel) -> str | None:
        number = column.type is ColumnType.INTEGER
        return copy.chance.choice((None, "99999" if number else "AC1-139912012-9999-9999-9999"))

    return _set(copy, lambda column: column.name in _IDENTIFIERS, other)


def reference_broken(copy: SpoiltCopy) -> str:
    return _set(copy, lambda column: column.reference, lambda _table, column: _cut(column, "987654321"))


def foreign_key_broken(copy: SpoiltCopy) -> str:
    table, key = _keyed(copy, lambda key: key.columns)
    name, row = copy.chance.choice(key.columns), copy.row(table)
    column = next(column for column in table.columns if column.name == name)
    table.content.columns[name][row] = copy.chance.choice((_cut(column, "ZZ"), _cut(column, "98"), None, "%"))
    table.save()
    return f"{table.file.name} {key.text} row {row}"


def codes_of_another_row(copy: SpoiltCopy) -> str:
    """Codes that are each in the list, and not together."""
    table, key = _keyed(copy, lambda key: len(key.columns) > 1)
    listed = copy.model.code_list(key.table)
    if listed is None or not listed.rows:
        raise NotApplicable
    row = copy.row(table)
    for name, target in zip(key.columns, key.target_columns):
        table.content.columns[name][row] = copy.chance.choice(listed.column(target))
    table.save()
    return f"{table.file.name} {key.text} row {row}"


def another_code(copy: SpoiltCopy) -> str:
    """Another code of the column's own list: its conditions may want more then."""
    table, key = _keyed(copy, lambda key: len(key.columns) == 1)
    listed = copy.model.code_list(key.table)
    codes = listed.column(key.target_columns[0]) if listed is not None else []
    table.content.columns[key.columns[0]][copy.row(table)] = copy.one(codes)
    table.save()
    return f"{table.file.name} {key.text}"


def condition_broken(copy: SpoiltCopy) -> str:
    """The fewest other values that make a condition false: none, its own literals, a number."""
    table = copy.table(lambda candidate: candidate.model.conditions)
    condition, row = copy.one(table.model.conditions), copy.row(table)
    cells = table.content.columns
    names = condition_columns(condition, list(cells))
    offered = [None, *(text.replace("''", "'") for text in _LITERAL.findall(condition)), "360", "txt"]
    choices = [list(dict.fromkeys([cells[name][row], *offered])) for name in names]
    tuples = list(itertools.islice(itertools.product(*choices), _MOST_TRIES))
    failing = failing_tuples(condition, names, tuples)
    for name, value in zip(names, tuples[copy.one(failing)]):
        cells[name][row] = value
        table.as_text(name)
    table.save()
    return f"{table.file.name} {condition} row {row}"


def idurba_of_another_document(copy: SpoiltCopy) -> str:
    values = ("75056_PLU_20010203", "7505620010203", "249912015_PLUI_20250612", "123456789_SCOT", "x", None)
    return _set(copy, lambda column: column.name == "IDURBA", lambda _table, _column: copy.chance.choice(values))


def insee_that_is_none(copy: SpoiltCopy) -> str:
    values = ("2C004", "1290", "12 901", "2a004", None)
    return _set(copy, lambda column: column.name == "INSEE", lambda _table, _column: copy.chance.choice(values))


def odd_text(copy: SpoiltCopy) -> str:
    return _set(copy, lambda _column: True, lambda _table, _column: copy.chance.choice(_ODD))


def _set(
    copy: SpoiltCopy,
    wanted: Callable[[ColumnModel], object],
    value: Callable[[SpoiltTable, ColumnModel], str | None],
) -> str:
    """Give one cell of a column that is as wanted another value."""
    table, column, _row = copy.cell(wanted)
    new = value(table, column)
    cells = table.content.columns[column.name]
    row = copy.one([row for row, cell in enumerate(cells) if cell != (new or None)])
    table.as_text(column.name)
    cells[row] = new
    table.save()
    return f"{table.file.name}.{column.name} row {row} = {new!r}"


def _keyed(copy: SpoiltCopy, wanted: Callable[[ForeignKey], object]) -> tuple[SpoiltTable, ForeignKey]:
    def usable(table: SpoiltTable) -> list[ForeignKey]:
        return [k for k in table.model.foreign_keys if wanted(k) and set(k.columns) <= set(table.content.columns)]

    table = copy.table(usable)
    return table, copy.one(usable(table))


def _cut(column: ColumnModel, text: str) -> str:
    return text[: column.max_length] if column.max_length else text


CELL_MUTATIONS = (
    required_emptied,
    optional_emptied,
    too_long,
    too_short,
    not_in_its_list,
    code_in_another_case,
    against_its_pattern,
    not_a_number,
    not_a_date,
    not_an_address,
    absent_file,
    page_of_a_file,
    identifier_twice,
    join_broken,
    reference_broken,
    foreign_key_broken,
    codes_of_another_row,
    another_code,
    condition_broken,
    idurba_of_another_document,
    insee_that_is_none,
    odd_text,
)
