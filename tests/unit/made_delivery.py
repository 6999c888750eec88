"""Deliveries made of rows, and models made of columns: what the tests of the core judge, without a disk.

`findings` runs the whole engine; the functions after it say one kind of finding as short tuples. Whatever runs here
is also held against the catalogue: the values of a finding are the parameters that its text names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from smica_qgis.core.document_model.model import (
    CodeList,
    ColumnModel,
    ColumnType,
    DocumentModel,
    FileModel,
    FileType,
    LayerModel,
    Mandatory,
    TableModel,
)
from smica_qgis.core.document_model.reader import parse_foreign_key
from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.validation.delivery import Entry, Refused, SchemaFault
from smica_qgis.core.validation.document import Document
from smica_qgis.core.validation.engine import Engine
from smica_qgis.core.validation.finding import Box, Family, Finding, Scope
from smica_qgis.core.validation.finding_collector import FindingCollector
from smica_qgis.core.validation.geometry_column import ComplexGeometry, InvalidGeometry
from smica_qgis.core.validation.metadata import Metadata
from smica_qgis.core.validation.options import ComplexityTolerance, read_options
from smica_qgis.core.validation.rule_texts import rule_catalogue
from smica_qgis.core.validation.table import WKT, Column, Table, column_of
from tests.unit.made_metadata import valid_record

FOLDER = "25349_PLU_20180101"
PLU = "cnig_PLU_2017"
ZONES = "Donnees_geographiques/ZONE_URBA.dbf"
RECORD = "metadonnees.xml"
Passed = Any
"""Named arguments that are handed on as they are."""

OFFICIAL = (Family.OFFICIAL,)
STANDARD = (Family.STANDARD,)


# ------------------------------------------------------------------------------------------------ models


def column(
    name: str = "LIBELLE", kind: str = "String", *, required: bool = False, **constraints: Passed
) -> ColumnModel:
    """A column that may be empty, unless told otherwise (in the format a column is required by default)."""
    return ColumnModel(name, ColumnType(kind), required=required, **constraints)


def table_model(
    name: str,
    *columns: ColumnModel | str,
    path: str = "",
    mandatory: str = "OPTIONAL",
    conditions: Sequence[str] = (),
    keys: Sequence[str] = (),
) -> FileModel:
    """A table of the model; a column given by its name is a text. path: else the table's own name, in any folder."""
    models = tuple(column(c) if isinstance(c, str) else c for c in columns)
    table = TableModel(name, models, tuple(conditions), tuple(parse_foreign_key(key) for key in keys))
    return FileModel(name, FileType.TABLE, path or name, Mandatory(mandatory), table)


def layers_model(name: str, *layers: LayerModel, path: str = "") -> FileModel:
    """A multi-table file."""
    return FileModel(name, FileType.MULTI_TABLE, path or name, Mandatory.OPTIONAL, layers=layers)


def file_model(name: str, kind: str, path: str, mandatory: str = "OPTIONAL") -> FileModel:
    """A folder, a written piece or a metadata file of the model."""
    return FileModel(name, FileType(kind), path, Mandatory(mandatory))


METADATA_FILE = file_model("METADONNEES", "metadata", "[^/]*")


def code_list(name: str, header: str, *rows: str) -> CodeList:
    """A nomenclature; cells are separated by blanks, `.` stands for an empty one."""
    return CodeList(name, tuple(header.split()), tuple(tuple(c.replace(".", "") for c in r.split()) for r in rows))


def document_model(
    *files: FileModel, name: str = "essai", lists: Sequence[CodeList] = (), folder_name: str | None = None
) -> DocumentModel:
    """A standard. Under the name `essai` nothing of the CNIG's own is asked; see PLU."""
    return DocumentModel(name, tuple(files), tuple(lists), folder_name)


# ------------------------------------------------------------------------------------------------ deliveries


@dataclass
class MadeGeometries:
    """The geometries of a table, which answer what they are told. wkts: one a row, None for a null."""

    wkts: Sequence[str | None]
    unbound: Sequence[int] = ()
    broken: Sequence[InvalidGeometry] = ()
    parts: Mapping[int, int] = field(default_factory=dict)
    beyond: Mapping[str, Sequence[int]] = field(default_factory=dict)
    excesses: Sequence[ComplexGeometry] = ()
    asked: list[str] = field(default_factory=list)

    def nulls(self) -> Sequence[int]:
        return [row for row, wkt in enumerate(self.wkts) if wkt is None]

    def not_bound(self, expected: ColumnType) -> Sequence[int]:
        self.asked.append(f"not_bound {expected.value}")
        return self.unbound

    def invalid(self) -> Sequence[InvalidGeometry]:
        return self.broken

    def digests(self) -> Sequence[bytes | None]:
        return [wkt.encode() if wkt is not None else None for wkt in self.wkts]

    def multiparts(self) -> Sequence[tuple[int, int]]:
        return sorted(self.parts.items())

    def outside(self, extent_wkt: str) -> Sequence[int]:
        return self.beyond.get(extent_wkt, ())

    def complex(self, tolerance: ComplexityTolerance) -> Sequence[ComplexGeometry]:
        self.asked.append(f"complex {tolerance.error.points:g}")
        return self.excesses

    def boxes(self, rows: Sequence[int]) -> dict[int, Box]:
        return {row: (float(row), 0.0, row + 1.0, 1.0) for row in rows if self.wkts[row] is not None}

    def lonlat(self, x: float, y: float) -> str:
        return f"POINT ({x / 1000:g} {y / 1000:g})"

    def wkt(self, row: int) -> str:
        return self.wkts[row] or ""

    def is_empty(self) -> bool:
        return all(wkt is None or wkt.endswith("EMPTY") for wkt in self.wkts)


def made_table(
    path: str,
    header: str,
    *rows: Sequence[str | None] | str,
    layer: str = "",
    geometries: MadeGeometries | None = None,
    **fields: Passed,
) -> Table:
    """A table of rows. header: names separated by blanks; a row given as a text has one cell a word, `.` = empty."""
    names = tuple(header.split())
    cells = [[c if c != "." else None for c in row.split()] if isinstance(row, str) else list(row) for row in rows]
    columns: list[Column] = [column_of(name, [row[i] for row in cells]) for i, name in enumerate(names)]
    count = len(cells)
    if geometries is not None:
        count = len(geometries.wkts)
        names = (*names, WKT)
        columns.append(column_of(WKT, [None] * count))
    return Table(path, layer, names, tuple(columns), count, geometries, **fields)


@dataclass
class MadeDelivery:
    """A delivery in memory. A table or a record that is an exception is raised when it is read."""

    entries: Sequence[Entry]
    tables: Mapping[tuple[str, str], Table | UnreadableFileError] = field(default_factory=dict)
    records: Mapping[str, Metadata | UnreadableFileError | None] = field(default_factory=dict)
    name: str = FOLDER
    has_files: bool = True
    refused: Sequence[Refused] = ()
    problems: Sequence[SchemaFault] = ()
    charsets: list[str] = field(default_factory=list)

    def read_table(self, path: str, *, layer: str, crs: str, charset: str, progress: Progress) -> Table:
        del crs, progress
        self.charsets.append(charset)
        found = self.tables[path, layer]
        if isinstance(found, UnreadableFileError):
            raise found
        return found

    def layers(self, path: str, schema: str | None = None) -> Sequence[str]:
        del schema
        found = [(layer, table) for (file, layer), table in self.tables.items() if file == path]
        for _, table in found:
            if isinstance(table, UnreadableFileError):
                raise table
        return [layer for layer, _ in reversed(found)]

    def read_metadata(self, path: str) -> Metadata | None:
        found = self.records.get(path)
        if isinstance(found, UnreadableFileError):
            raise found
        return found

    def schema_faults(self, path: str, schema: str) -> Sequence[SchemaFault]:
        del path, schema
        return self.problems


def delivery(
    *paths: str,
    tables: Sequence[Table] = (),
    failing: Mapping[str, UnreadableFileError] | None = None,
    records: Mapping[str, Metadata | UnreadableFileError | None] | None = None,
    **fields: Passed,
) -> MadeDelivery:
    """A delivery of these paths (a folder's ends with `/`), to which those of tables and records are added."""
    failing, records = failing or {}, records or {}
    named = {*paths, *(table.path for table in tables), *failing, *records}
    entries = [Entry(path.rstrip("/"), path.endswith("/")) for path in sorted(named)]
    contents: dict[tuple[str, str], Table | UnreadableFileError] = {(t.path, t.layer): t for t in tables}
    contents.update({(path, ""): error for path, error in failing.items()})
    return MadeDelivery(entries, contents, records, **fields)


# ------------------------------------------------------------------------------------------------ runs

Said = tuple[str, dict[str, str]]
"""(code, values)"""
SaidOfRow = tuple[str, str, dict[str, str]]
"""(code, number of the row from 1, values)"""


def findings(
    made: MadeDelivery,
    model: DocumentModel,
    *,
    families: Sequence[Family] = OFFICIAL,
    crs: str = "EPSG:2154",
    progress: Progress | None = None,
    **options: object,
) -> list[Finding]:
    """Everything that the engine finds. options: official names, with `_` for `-`."""
    given = read_options({name.replace("_", "-"): value for name, value in options.items()})
    collector = FindingCollector(rule_catalogue(), families, max_errors=given.max_errors)
    Engine(Document(made, model, given, crs), collector, progress or SilentProgress()).run()
    found = collector.findings()
    for finding in found:
        named = set(rule_catalogue()[finding.code].parameters)
        assert set(finding.values) == named, f"{finding.code}: values are not the parameters of its text"
    return found


def of_codes(found: Sequence[Finding], codes: Sequence[str]) -> list[Said]:
    """Those of some codes, as (code, values)."""
    return [(f.code, dict(f.values)) for f in found if f.code in codes]


def said(codes: Sequence[str], made: MadeDelivery, model: DocumentModel, **asked: Passed) -> list[Said]:
    """(code, values) of the findings of some codes. asked: what `findings` takes."""
    return of_codes(findings(made, model, **asked), codes)


def cell_faults(
    model: ColumnModel,
    *values: str | None,
    table: str = "ZONE_URBA",
    standard: str = "essai",
    files: Sequence[str] = (),
    name: str = FOLDER,
    **asked: Passed,
) -> list[SaidOfRow]:
    """(code, row, values) of the cells of one column that holds these values, one a row."""
    rows = [[value] for value in values]
    made = delivery(*files, tables=[made_table(f"{table}.csv", model.name, *rows)], name=name)
    found = findings(made, document_model(table_model(table, model), name=standard), **asked)
    return [(f.code, f.id or "", dict(f.values)) for f in found if f.scope is Scope.FEATURE]


def geometry_faults(
    geometries: MadeGeometries,
    kind: str = "MultiPolygon",
    *,
    table: str = "ZONE_URBA",
    standard: str = "essai",
    required: bool = False,
    **asked: Passed,
) -> list[SaidOfRow]:
    """(code, row, values) of the geometries of one table."""
    made = delivery(tables=[made_table(f"{table}.dbf", "", geometries=geometries)])
    model = document_model(table_model(table, column(WKT, kind, required=required)), name=standard)
    return [(f.code, f.id or "", dict(f.values)) for f in findings(made, model, **asked) if f.scope is Scope.FEATURE]


def record_faults(name: str = FOLDER, **changed: Passed) -> list[Said]:
    """(code, values) of a metadata record that is right but for what is changed."""
    made = delivery(records={RECORD: replace(valid_record(name), **changed)}, name=name)
    found = findings(made, document_model(METADATA_FILE))
    return [(f.code, dict(f.values)) for f in found if f.scope is Scope.METADATA or f.file == RECORD]
