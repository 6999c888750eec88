"""Mutations of whole tables: columns, rows, format, encoding, projection."""

from __future__ import annotations

from collections.abc import Callable

from smica_qgis.core.document_model.model import ColumnModel
from smica_qgis.geodata.synthetic.table import CSV, GEOPACKAGE, GML, MAPINFO, SHAPEFILE
from tests.deliveries.spoilt_copy import SpoiltCopy, SpoiltTable

_LATIN1 = "ISO-8859-1"
_ACCENTS = "Égout à côté"


def required_column_dropped(copy: SpoiltCopy) -> str:
    return _dropped(copy, lambda column: column.required and column.presence_required)


def optional_column_dropped(copy: SpoiltCopy) -> str:
    return _dropped(copy, lambda column: not column.required or not column.presence_required)


def column_renamed(copy: SpoiltCopy) -> str:
    table, column, _row = copy.cell(lambda _column: True)
    name = copy.chance.choice((column.name.lower(), column.name[:-1] or "X", f"{column.name[:8]}_1"))
    _rename(table, column.name, name)
    return f"{table.file.name}.{column.name} → {name}"


def columns_in_lower_case(copy: SpoiltCopy) -> str:
    table = copy.table()
    for column in table.columns:
        _rename(table, column.name, column.name.lower(), save=False)
    table.save()
    return table.file.name


def column_added(copy: SpoiltCopy) -> str:
    table = copy.table()
    name = copy.chance.choice(("SURFACE_HA", "gml_id", "OBJECTID", "COMMENTAIR"))
    table.content.columns[name] = [str(row) for row in range(table.content.rows)]
    table.save()
    return f"{table.file.name}.{name}"


def column_emptied(copy: SpoiltCopy) -> str:
    table, column, _row = copy.cell(lambda _column: True)
    table.content.columns[column.name] = [None] * table.content.rows
    table.save()
    return f"{table.file.name}.{column.name}"


def table_emptied(copy: SpoiltCopy) -> str:
    table = copy.table()
    for values in table.content.columns.values():
        values.clear()
    (table.content.geometries or []).clear()
    table.save()
    return table.file.name


def row_copied(copy: SpoiltCopy) -> str:
    table = copy.table()
    table.content.add_row(like=copy.row(table))
    table.save()
    return table.file.name


def row_deleted(copy: SpoiltCopy) -> str:
    """A row less: what refers to it no longer finds it."""
    table = copy.table(lambda candidate: candidate.content.rows > 1)
    row = copy.row(table)
    for values in table.content.columns.values():
        del values[row]
    if table.content.geometries:
        del table.content.geometries[row]
    table.save()
    return f"{table.file.name} {row}"


def rows_reversed(copy: SpoiltCopy) -> str:
    table = copy.table(lambda candidate: candidate.content.rows > 1)
    for values in table.content.columns.values():
        values.reverse()
    (table.content.geometries or []).reverse()
    table.save()
    return table.file.name


def written_in_latin1(copy: SpoiltCopy) -> str:
    """A text with accents, stored in another charset than the metadata say."""
    table = copy.table(lambda candidate: candidate.content.format == SHAPEFILE and _texts(candidate))
    column = copy.one(_texts(table))
    table.content.columns[column.name][copy.row(table)] = _ACCENTS
    table.content.encoding = _LATIN1
    table.save()
    return f"{table.file.name}.{column.name}"


def in_another_projection(copy: SpoiltCopy) -> str:
    table = copy.table(lambda candidate: candidate.content.format == SHAPEFILE)
    table.content.crs = copy.chance.choice((3944, 4326, 32620))
    table.save()
    return f"{table.file.name} {table.content.crs}"


def as_csv(copy: SpoiltCopy) -> str:
    return _converted(copy, CSV)


def as_geopackage(copy: SpoiltCopy) -> str:
    return _converted(copy, GEOPACKAGE)


def as_mapinfo(copy: SpoiltCopy) -> str:
    return _converted(copy, MAPINFO)


def as_gml(copy: SpoiltCopy) -> str:
    return _converted(copy, GML)


def _dropped(copy: SpoiltCopy, wanted: Callable[[ColumnModel], bool]) -> str:
    table, column, _row = copy.cell(wanted)
    del table.content.columns[column.name]
    table.save()
    return f"{table.file.name}.{column.name}"


def _rename(table: SpoiltTable, name: str, new: str, *, save: bool = True) -> None:
    columns = {new if key == name else key: values for key, values in table.content.columns.items()}
    table.content.columns.clear()
    table.content.columns.update(columns)
    for known in (table.content.widths,):
        known[new] = known.pop(name, 1)
    if name in table.content.integers:
        table.content.integers = table.content.integers - {name} | {new}
    if save:
        table.save()


def _texts(table: SpoiltTable) -> list[ColumnModel]:
    longest = len(_ACCENTS)
    return [
        column
        for column in table.columns
        if column.type.value == "String" and not column.enum and (column.max_length or 0) >= longest
    ]


def _converted(copy: SpoiltCopy, form: str) -> str:
    table = copy.table(lambda candidate: candidate.content.format != form)
    table.content.format = form
    table.save()
    return f"{table.file.name} as {form}"


TABLE_MUTATIONS = (
    required_column_dropped,
    optional_column_dropped,
    column_renamed,
    columns_in_lower_case,
    column_added,
    column_emptied,
    table_emptied,
    row_copied,
    row_deleted,
    rows_reversed,
    written_in_latin1,
    in_another_projection,
    as_csv,
    as_geopackage,
    as_mapinfo,
    as_gml,
)
