"""Steps of a conversion that change the cells and the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from smica_qgis.core.planning.conversion.notes import NoteKey, NoteKind
from smica_qgis.core.planning.conversion.rules import Step
from smica_qgis.core.planning.conversion.working_document import Removal, WorkingDocument, WorkingRow, WorkingTable

_DIGITS = re.compile(r"[0-9]+\Z")
_SHORT_IDURBA = re.compile(r"([0-9][0-9AB][0-9]{3}|[0-9]{9})_?([0-9]{8})", re.ASCII | re.IGNORECASE)
_DOC_URBA = "doc_urba"


def joined(values: Sequence[str | None]) -> str:
    """Several cells as one text."""
    return "-".join(value or "" for value in values)


def identity(document: WorkingDocument, step: Step) -> None:
    """IDURBA becomes the name of the folder, in every table; older documents of DOC_URBA get their own."""
    kind = document.content.name.type.upper()
    current = document.content.name.date
    for table in document.tables.values():
        if "idurba" not in table.columns:
            continue
        for row in table.rows:
            old = row.cells["idurba"]
            short = _SHORT_IDURBA.fullmatch(old or "")
            if short is not None and short[2] != current and table.name in (_DOC_URBA, "doc_urba_com"):
                new = f"{short[1].upper()}_{(row.cells.get('typedoc') or kind).upper()}_{short[2]}"
            elif old is None or short is not None:
                new = document.idurba
            else:
                continue
            row.cells["idurba"] = new
            _note(document, row, step, ("idurba",), (old or "", new))


def set_value(document: WorkingDocument, step: Step) -> None:
    """Fill the empty cells of a column, added when it is missing. `{idurba}` and `{date}` are known."""
    name = step.data["column"]
    value = step.data["value"].format(idurba=document.idurba, date=document.content.name.date)
    for table in document.chosen(step.tables):
        table.add_column(name)
        for row in table.rows:
            if row.cells[name] is None:
                row.cells[name] = value
                _note(document, row, step, (name,), ("", value))


def translate(document: WorkingDocument, step: Step) -> None:
    """Codes become others. A code whose answer has only candidates stays, and is named."""
    sources, targets = tuple(step.data["from"]), tuple(step.data["to"])
    for table in document.chosen(step.tables):
        if not set(sources) <= set(table.columns):
            continue
        for target in targets:
            table.add_column(target)
        for row in table.rows:
            _translate_row(document, step, row, (sources, targets))


def _translate_row(
    document: WorkingDocument, step: Step, row: WorkingRow, names: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    sources, targets = names
    empty = step.data.get("only_when_empty")
    value = joined([row.cells[name] for name in sources])
    if not value.strip("-") or (empty and row.cells.get(empty) is not None):
        return
    answer = step.data["codes"].get(value, step.data.get("otherwise"))
    if answer is None:
        return
    asked = tuple(name for name in targets if name not in sources) or targets
    decided = document.notebook.answer(row.origin[0], asked, value)
    if decided is not None:
        _fill(row, asked, decided)
        _note(document, row, step, asked, (value, joined(decided)), (NoteKind.ANSWERED, ""))
        return
    if "candidates" in answer:
        _undecided(document, row, step, asked, (value, answer))
        return
    result = [text.replace("{}", value) for text in answer["to"]]
    kind = NoteKind.TO_CHECK if "check" in answer else NoteKind.APPLIED
    _fill(row, targets, result)
    _note(document, row, step, targets, (value, joined(result)), (kind, answer.get("check", "")))


def _undecided(
    document: WorkingDocument,
    row: WorkingRow,
    step: Step,
    columns: tuple[str, ...],
    found: tuple[str, Mapping[str, Any]],
) -> None:
    value, answer = found
    key = NoteKey(
        NoteKind.UNDECIDED,
        row.origin[0],
        columns,
        value,
        why=answer.get("why", step.why),
        source=step.source,
        candidates=tuple(answer["candidates"]),
    )
    document.notebook.note(key, row.origin[1])


def _fill(row: WorkingRow, names: Sequence[str], values: Sequence[str]) -> None:
    for name, value in zip(names, values):
        row.cells[name] = value


def move(document: WorkingDocument, step: Step) -> None:
    """Rows of a table go to another one, with the code that they have there."""
    for table in document.chosen(step.tables):
        if step.data["column"] not in table.columns:
            continue
        staying = []
        for row in table.rows:
            code = row.cells[step.data["column"]] or ""
            result = step.data["codes"].get(code)
            if result is None:
                staying.append(row)
                continue
            _move_row(document, step, table, row, result)
        table.rows = staying


def _move_row(
    document: WorkingDocument, step: Step, table: WorkingTable, row: WorkingRow, result: Sequence[str]
) -> None:
    shape = table.name.rpartition("_")[2]
    target = document.table(step.data["target"].format(shape=shape), spatial=table.spatial)
    code = row.cells[step.data["column"]] or ""
    renamed: Mapping[str, str | None] = step.data.get("rename", {})
    cells = {renamed.get(name, name): value for name, value in row.cells.items() if renamed.get(name, name)}
    for name in cells:
        target.add_column(str(name))
    moved = WorkingRow({str(name): value for name, value in cells.items()}, row.wkb, row.origin)
    for name in (*target.columns, *step.data["to"]):
        moved.cells.setdefault(name, None)
        target.add_column(name)
    _fill(moved, step.data["to"], result)
    target.rows.append(moved)
    columns = (step.data["column"],)
    _note(document, row, step, columns, (code, f"{target.name} {joined(result)}"))


def rewrite(document: WorkingDocument, step: Step) -> None:
    """What a pattern finds in a column is written otherwise."""
    pattern, name = re.compile(step.data["pattern"]), step.data["column"]
    for table in document.chosen(step.tables):
        if name not in table.columns:
            continue
        for row in table.rows:
            old = row.cells[name]
            new = pattern.sub(step.data["by"], old) if old is not None else None
            if old is not None and new is not None and new != old:
                row.cells[name] = new
                _note(document, row, step, (name,), (old, new))


def identifier(document: WorkingDocument, step: Step) -> None:
    """`Z12` becomes `<IDURBA>_ZO12`; a row without a number of its own gets the next one."""
    source, target = step.data["from"], step.data["to"]
    for table in document.chosen(step.tables):
        if source not in table.columns or not any(row.cells[source] for row in table.rows):
            continue
        table.add_column(target)
        for row, number in zip(table.rows, _own_numbers(table, source)):
            row.cells[target] = f"{document.idurba}_{step.data['prefix']}{number}"
        document.removals[table.name, source] = Removal(step.why, step.source, (target,))


def _own_numbers(table: WorkingTable, column: str) -> list[int]:
    """The number that ends each identifier, each once."""
    found = [_DIGITS.search(row.cells[column] or "") for row in table.rows]
    following = max((int(number[0]) for number in found if number is not None), default=0) + 1
    seen: set[int] = set()
    numbers = []
    for match in found:
        number = int(match[0]) if match is not None else following
        if number in seen or match is None:
            number, following = following, following + 1
        seen.add(number)
        numbers.append(number)
    return numbers


def rename_column(document: WorkingDocument, step: Step) -> None:
    """A column gets another name."""
    old, new = step.data["from"], step.data["to"]
    for table in document.chosen(step.tables):
        if old in table.columns and new not in table.columns:
            table.columns[table.columns.index(old)] = new
            for row in table.rows:
                row.cells[new] = row.cells.pop(old)
            key = NoteKey(NoteKind.APPLIED, table.name, (old,), result=new, why=step.why, source=step.source)
            document.notebook.note(key)


def rename_table(document: WorkingDocument, step: Step) -> None:
    """A table gets another name."""
    table = document.tables.pop(step.data["from"], None)
    if table is not None:
        table.name = step.data["to"]
        document.tables[table.name] = table
        key = NoteKey(NoteKind.APPLIED, step.data["from"], result=table.name, why=step.why, source=step.source)
        document.notebook.note(key)


def removed(document: WorkingDocument, step: Step) -> None:
    """Remember why the standard no longer has columns: they go at the very end."""
    for table in document.chosen(step.tables):
        for column in step.data["columns"]:
            removal = Removal(step.why, step.source, tuple(step.data.get("carried", ())))
            document.removals.setdefault((table.name, column), removal)


def ask(document: WorkingDocument, step: Step) -> None:
    """A column that only somebody can fill."""
    name = step.data["column"]
    for table in document.chosen(step.tables):
        table.add_column(name)
        for row in table.rows:
            if row.cells[name] is not None:
                continue
            decided = document.notebook.answer(row.origin[0], (name,), "")
            if decided is not None:
                row.cells[name] = decided[0]
                _note(document, row, step, (name,), ("", decided[0]), (NoteKind.ANSWERED, ""))
            else:
                _undecided(document, row, step, (name,), ("", {"candidates": step.data.get("candidates", ())}))


def _note(
    document: WorkingDocument,
    row: WorkingRow,
    step: Step,
    columns: tuple[str, ...],
    change: tuple[str, str],
    told: tuple[NoteKind, str] = (NoteKind.APPLIED, ""),
) -> None:
    """Write down what happened to a row. change: value before, value after; told: kind, and what to add to the why."""
    (value, result), (kind, more) = change, told
    why = f"{step.why} {more}".strip()
    key = NoteKey(kind, row.origin[0], columns, value, result, why, step.source)
    document.notebook.note(key, row.origin[1])
