"""The last step of a conversion: hold the document against the new model, and name all that does not fit it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    DocumentModel,
    FileModel,
    FileType,
    ForeignKey,
    Mandatory,
    TableModel,
)
from smica_qgis.core.planning.conversion.cell_steps import joined
from smica_qgis.core.planning.conversion.notes import NoteKey, NoteKind
from smica_qgis.core.planning.conversion.working_document import WorkingDocument, WorkingRow, WorkingTable
from smica_qgis.core.planning.idurba import ExpectedIdurba, IdurbaFormat, expected_idurba, idurba_format
from smica_qgis.core.validation.delivery import Entry
from smica_qgis.core.validation.matching import by_path
from smica_qgis.core.validation.sql_condition import condition_columns, failing_tuples

_MOST_CANDIDATES = 12
_MOST_VALUES = 20
"""Different values of a lost column from which on they are not told one by one: the old delivery has them."""
_EMPTY = "Le standard d'arrivée veut une valeur."
_UNLISTED = "Le standard d'arrivée n'a pas cette valeur dans sa liste."


@dataclass(frozen=True)
class _Check:
    """columns: looked at together; why: French reason for cells that do not fit, empty when they do."""

    columns: tuple[str, ...]
    why: Callable[[Sequence[str | None]], str]
    candidates: tuple[str, ...] = ()
    near: Callable[[Sequence[str | None]], tuple[str, ...]] | None = None


def conform(document: WorkingDocument, model: DocumentModel) -> dict[str, list[str]]:
    """Name what is lost, undecided or absent. Returns the columns that each table keeps, in the model's order."""
    source = f"modèle {model.name}"
    files = {file.name.lower(): file for file in model.tables}
    kept = {}
    identity = expected_idurba(document.content.name.text, idurba_format(model.name) or IdurbaFormat.SCOT)
    for table in list(document.tables.values()):
        file = files.get(table.name)
        if file is None or file.table is None:
            _lose_table(document, table, source)
            continue
        kept[table.name] = _columns(document, table, file.table)
        for check in (*_checks(file.table, model), *_identity_checks(table, identity, document.idurba)):
            _run(document, table, check, source)
        _conditions(document, table, file.table, source)
        _geometries(document, table, file.table, source)
    _pieces(document, model, source)
    _absent_tables(document, model, source)
    return kept


def _lose_table(document: WorkingDocument, table: WorkingTable, source: str) -> None:
    why = "Le standard d'arrivée n'a pas cette table : ses lignes ne sont pas reprises."
    for row in table.rows:
        document.notebook.note(NoteKey(NoteKind.LOST, row.origin[0], why=why, source=source), row.origin[1])


def _columns(document: WorkingDocument, table: WorkingTable, model: TableModel) -> list[str]:
    """Add what is missing, say what goes."""
    wanted = [column for column in model.columns if not column.type.is_geometry]
    names = {column.name.lower() for column in wanted}
    for name in table.columns:
        if name not in names:
            _lose_column(document, table, name)
    for column in wanted:
        name = column.name.lower()
        if column.presence_required:
            table.add_column(name)
        elif name in table.columns and not any(row.cells[name] for row in table.rows):
            table.columns.remove(name)  # its values would have to be filled, and nobody asks for it
    present = set(table.columns)
    return [column.name.lower() for column in wanted if column.name.lower() in present]


def _lose_column(document: WorkingDocument, table: WorkingTable, name: str) -> None:
    removal = document.removals.get((table.name, name))
    carried = removal.carried if removal is not None else ()
    why = removal.why if removal is not None else "Le standard d'arrivée n'a pas cette colonne."
    many = len({row.cells.get(name) for row in table.rows}) > _MOST_VALUES
    for row in table.rows:
        value = row.cells.get(name)
        if value is None:
            continue
        held = next((column for column in carried if row.cells.get(column)), "")
        says_same = held and (value in (row.cells[held] or "") or held != "idurba")
        kind = NoteKind.APPLIED if says_same else NoteKind.LOST
        key = NoteKey(
            kind,
            row.origin[0],
            (name,),
            "" if says_same or many else value,
            f"repris par {held}" if says_same else "",
            why,
            removal.source if removal is not None else "",
        )
        document.notebook.note(key, row.origin[1])


def _checks(table: TableModel, model: DocumentModel) -> Iterator[_Check]:
    for column in table.columns:
        if not column.type.is_geometry:
            yield from _column_checks(column)
    for key in table.foreign_keys:
        codes = model.code_list(key.table)
        if codes is not None:
            yield _list_check(key, codes)


def _identity_checks(table: WorkingTable, expected: ExpectedIdurba | None, text: str) -> Iterator[_Check]:
    """Every object is of this document; DOC_URBA may also tell older ones, but tells this one."""
    if "idurba" not in table.columns or expected is None:
        return
    if table.name != "doc_urba":
        other = "IDURBA n'est pas celui de ce document."
        yield _Check(("idurba",), lambda cells: other if cells[0] and not expected.belongs(cells[0]) else "", (text,))
    elif not any(expected.belongs(row.cells.get("idurba")) for row in table.rows):
        yield _Check(("idurba",), lambda _cells: "Aucune ligne de DOC_URBA n'est ce document.", (text,))


def _column_checks(column: ColumnModel) -> Iterator[_Check]:
    names = (column.name.lower(),)
    if column.required:
        yield _Check(names, lambda cells: "" if cells[0] else _EMPTY, column.enum)
    if column.enum:
        yield _Check(names, lambda cells: _UNLISTED if cells[0] and cells[0] not in column.enum else "", column.enum)
    most = column.max_length or 0
    if most > 0:
        yield _Check(names, lambda cells: _too_long(cells[0], most))
    if column.pattern:
        form = compile_java(column.pattern)
        why = f"La valeur n'a pas la forme que veut le standard d'arrivée : {column.pattern}."
        yield _Check(names, lambda cells: why if cells[0] and form.fullmatch(cells[0]) is None else "")


def _too_long(cell: str | None, most: int) -> str:
    over = cell is not None and len(cell) > most
    return f"Le standard d'arrivée limite la colonne à {most} caractères." if over else ""


def _list_check(key: ForeignKey, codes: CodeList) -> _Check:
    pairs = set(zip(*(codes.column(name) for name in key.target_columns)))

    def why(cells: Sequence[str | None]) -> str:
        return _UNLISTED if all(cells) and tuple(cells) not in pairs else ""

    def near(cells: Sequence[str | None]) -> tuple[str, ...]:
        """Codes that begin likewise first; all of a short list."""
        alike = sorted(joined(pair) for pair in pairs if pair[0] == cells[0])
        return tuple(alike or sorted(joined(pair) for pair in pairs))[:_MOST_CANDIDATES]

    return _Check(tuple(name.lower() for name in key.columns), why, near=near)


def _run(document: WorkingDocument, table: WorkingTable, check: _Check, source: str) -> None:
    if not set(check.columns) <= set(table.columns):
        return
    for row in table.rows:
        cells = [row.cells.get(name) for name in check.columns]
        why = check.why(cells)
        if why and not document.notebook.is_undecided(*row.origin, check.columns):
            _decide(document, row, check, (cells, why), source)


def _decide(
    document: WorkingDocument, row: WorkingRow, check: _Check, found: tuple[list[str | None], str], source: str
) -> None:
    cells, why = found
    value = joined(cells)
    decided = document.notebook.answer(row.origin[0], check.columns, value)
    if decided is not None and not check.why(decided):
        row.cells.update(zip(check.columns, decided))
        key = NoteKey(NoteKind.ANSWERED, row.origin[0], check.columns, value, joined(decided), why, source)
    else:
        candidates = check.near(cells) if check.near is not None else check.candidates
        key = NoteKey(
            NoteKind.UNDECIDED, row.origin[0], check.columns, value, why=why, source=source, candidates=candidates
        )
    document.notebook.note(key, row.origin[1])


def _conditions(document: WorkingDocument, table: WorkingTable, model: TableModel, source: str) -> None:
    upper = [column.name for column in model.columns]
    for condition in model.conditions:
        names = condition_columns(condition, upper)
        lower = tuple(name.lower() for name in names)
        if not names or not set(lower) <= set(table.columns):
            continue
        tuples = [tuple(row.cells.get(name) for name in lower) for row in table.rows]
        why = f"Condition du standard d'arrivée : {condition}."
        for place in failing_tuples(condition, names, tuples):
            row = table.rows[place]
            if not document.notebook.is_undecided(*row.origin, lower):
                value = joined(tuples[place])
                key = NoteKey(NoteKind.UNDECIDED, row.origin[0], lower, value, why=why, source=source)
                document.notebook.note(key, row.origin[1])


def _geometries(document: WorkingDocument, table: WorkingTable, model: TableModel, source: str) -> None:
    """Two objects of a table may not have the same geometry; rows that moved may bring one that was there."""
    if not any(column.type.is_geometry and column.unique for column in model.columns):
        return
    seen = Counter(row.wkb for row in table.rows if row.wkb is not None)
    for row in table.rows:
        if row.wkb is not None and seen[row.wkb] > 1:
            why = "Un autre objet de la table a la même géométrie."
            document.notebook.note(
                NoteKey(NoteKind.UNDECIDED, row.origin[0], ("wkt",), result=table.name, why=why, source=source),
                row.origin[1],
            )


def _pieces(document: WorkingDocument, model: DocumentModel, source: str) -> None:
    """Name the pieces that the model has no place for, and those that it wants and that are not there."""
    found: Counter[str] = Counter()
    for old, new in document.pieces.items():
        file = by_path(model, document.content.name.text, Entry(new))
        if file is not None:
            found[file.name] += 1
        elif new.lower().endswith(".pdf"):
            why = "Le standard d'arrivée n'a pas de place pour cette pièce : elle est copiée telle quelle."
            document.notebook.note(NoteKey(NoteKind.UNPLACED_PIECE, old, result=new, why=why, source=source))
    found["METADONNEES"] += bool(document.content.metadata)
    for file in model.files:
        wanted = file.mandatory is Mandatory.ERROR and file.type in (FileType.PDF, FileType.METADATA)
        if wanted and not found[file.name]:
            _missing(document, file, "Le standard d'arrivée veut cette pièce, que la livraison n'a pas.", source)


def _absent_tables(document: WorkingDocument, model: DocumentModel, source: str) -> None:
    for file in model.tables:
        table = document.tables.get(file.name.lower())
        if file.mandatory is Mandatory.ERROR and (table is None or not table.rows):
            _missing(document, file, "Le standard d'arrivée veut cette table, que la livraison n'a pas.", source)


def _missing(document: WorkingDocument, file: FileModel, why: str, source: str) -> None:
    document.notebook.note(NoteKey(NoteKind.MISSING_PIECE, file.name, result=file.path, why=why, source=source))
