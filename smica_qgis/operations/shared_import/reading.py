"""Read all the rows of a table, each refused one leaving its line in the report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from smica_qgis.core.field_mapping.import_report import TableReport
from smica_qgis.core.field_mapping.mapping import FieldMapping, RowReader, row_reader
from smica_qgis.core.field_mapping.personal_text import foreign_word
from smica_qgis.core.field_mapping.rows import ReadRow, RefusedRowError, read_row
from smica_qgis.core.progress import Progress, stop_if_cancelled
from smica_qgis.geodata.shared_tables.points import point_of, point_wkb
from smica_qgis.geodata.shared_tables.source_table import SourceRow, SourceTable
from smica_qgis.operations.shared_import.mappings import FIELDS

_ROWS_AT_A_TIME = 500


@dataclass(frozen=True)
class PlacedRow:
    """A row that was read. wkb: its geometry in the system of its table."""

    row: ReadRow
    wkb: bytes | None


def given_point(item: PlacedRow, table: SourceTable, srid: int) -> bytes | None:
    """The point that a row gives by its geometry, else by its coordinates, in the system of the store."""
    if item.wkb is not None:
        return point_of(item.wkb, table.system, srid)
    x, y = item.row.number("x"), item.row.number("y")
    return point_wkb(x, y, srid) if x and y else None


@dataclass(frozen=True)
class Reading:
    """What is read, and how.

    words: admitted in identifiers; personal: whether the fields about people are read; skipped_without: a row in which
    none of these fields is filled is not one of ours.
    """

    table: SourceTable
    mapping: FieldMapping
    words: Collection[str] = ()
    personal: bool = False
    skipped_without: Collection[str] = ()


def read_rows(reading: Reading, report: TableReport, progress: Progress) -> Iterator[PlacedRow]:
    """The rows that can be read. Raises InvalidMappingError, CancelledError.

    The first field of a kind of rows is the one that names them.
    """
    table, mapping = reading.table, reading.mapping
    reader = row_reader(mapping, FIELDS[mapping.objet], table.header, personal=reading.personal)
    allowed = (*reading.words, *mapping.mots_admis)
    progress.phase(f"Lecture de {table.name}")
    for count, source in enumerate(table.rows()):
        if count % _ROWS_AT_A_TIME == 0:
            stop_if_cancelled(progress)
        texts = reader.texts(source.cells)
        if reading.skipped_without and not any(texts.get(name) for name in reading.skipped_without):
            continue
        report.read += 1
        row = _row_or_refusal(source, reader, allowed)
        if isinstance(row, RefusedRowError):
            report.refuse(table.name, source.line, row.message)
            report.refused_keys |= {texts[item.name] for item in reader.fields[:1] if item.name in texts}
        else:
            yield PlacedRow(row, source.wkb)


def _row_or_refusal(source: SourceRow, reader: RowReader, words: Collection[str]) -> ReadRow | RefusedRowError:
    if source.shifted:
        return RefusedRowError("plus de cellules que de titres : un séparateur s'est glissé dans la ligne")
    try:
        return read_row(source.line, source.cells, reader, words)
    except RefusedRowError as error:
        return error


def checked(
    rows: Iterator[PlacedRow], source: str, report: TableReport, check: Callable[[ReadRow], None], key: str
) -> Iterator[PlacedRow]:
    """The rows that a check lets through. key: field that names the dossier in the report."""
    for placed in rows:
        reason = _reason(check, placed.row)
        if reason:
            report.refuse(source, placed.row.line, reason, shown_key(placed.row.text(key)))
            report.refused_keys.add(placed.row.text(key))
        else:
            yield placed


def _reason(check: Callable[[ReadRow], None], row: ReadRow) -> str:
    try:
        check(row)
    except RefusedRowError as error:
        return error.message
    return ""


def shown_key(text: str) -> str:
    """A dossier's number as a report may show it."""
    return "" if foreign_word(text, ("ANC", "SPANC", "DOSSIER", "INST", "NUM", "DOS", "DAACT")) else text
