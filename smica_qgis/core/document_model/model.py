"""What a standard says of a delivery: files, tables, columns, codes.

The classes mirror the official document-model format (files.json, types/*.json, codes/*.csv) of the Géoportail
de l'urbanisme; defaults are the format's own (a column is required and must be present unless said otherwise).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class ColumnType(enum.Enum):
    """Type of a column, spelled as in the format."""

    STRING = "String"
    BOOLEAN = "Boolean"
    DATE = "Date"
    INTEGER = "Integer"
    DOUBLE = "Double"
    FILENAME = "Filename"
    PATH = "Path"
    URL = "Url"
    GEOMETRY = "Geometry"
    POINT = "Point"
    LINESTRING = "LineString"
    POLYGON = "Polygon"
    MULTIPOINT = "MultiPoint"
    MULTILINESTRING = "MultiLineString"
    MULTIPOLYGON = "MultiPolygon"
    GEOMETRYCOLLECTION = "GeometryCollection"

    @property
    def is_geometry(self) -> bool:
        """Whether values are geometries (WKT in the official tool)."""
        return self in _GEOMETRIES


_GEOMETRIES = frozenset(
    {
        ColumnType.GEOMETRY,
        ColumnType.POINT,
        ColumnType.LINESTRING,
        ColumnType.POLYGON,
        ColumnType.MULTIPOINT,
        ColumnType.MULTILINESTRING,
        ColumnType.MULTIPOLYGON,
        ColumnType.GEOMETRYCOLLECTION,
    }
)


class FileType(enum.Enum):
    """Kind of file that a file model describes."""

    TABLE = "table"
    MULTI_TABLE = "multi_table"
    PDF = "pdf"
    METADATA = "metadata"
    DIRECTORY = "directory"


class Mandatory(enum.Enum):
    """What the absence of a file means."""

    OPTIONAL = "OPTIONAL"
    WARN = "WARN"
    ERROR = "ERROR"


@dataclass(frozen=True)
class ColumnModel:
    """One column of a table, with its constraints."""

    name: str
    type: ColumnType
    title: str = ""
    description: str = ""
    page: int | None = None
    required: bool = True
    presence_required: bool = True
    unique: bool = False
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    enum: tuple[str, ...] = ()
    reference: tuple[str, str] | None = None


@dataclass(frozen=True)
class ForeignKey:
    """`(A, B) REFERENCES T(C, D)`: T is a code list or another table of the model."""

    columns: tuple[str, ...]
    table: str
    target_columns: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class TableModel:
    """A table type: columns in the model's order, SQL conditions of each row, foreign keys."""

    name: str
    columns: tuple[ColumnModel, ...]
    conditions: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    title: str = ""
    description: str = ""
    page: int | None = None

    @property
    def identifier(self) -> ColumnModel | None:
        """The column whose value the official report gives as featureId: first unique one not named WKT."""
        return next((c for c in self.columns if c.unique and c.name != "WKT"), None)


@dataclass(frozen=True)
class LayerModel:
    """A table inside a multi-table file: found by name (ignoring case) or by the regular expression `path`."""

    name: str
    table: TableModel
    path: str | None = None


@dataclass(frozen=True)
class FileModel:
    """A file or folder that a delivery holds; `path` is a regular expression without extension."""

    name: str
    type: FileType
    path: str
    mandatory: Mandatory = Mandatory.WARN
    table: TableModel | None = None
    layers: tuple[LayerModel, ...] = ()
    xsd_schema: str | None = None
    title: str = ""
    description: str = ""


@dataclass(frozen=True)
class CodeList:
    """A nomenclature: header and rows of text. `defect`: why the official tool cannot read it, or empty."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    description: str = ""
    defect: str = ""

    def column(self, name: str) -> list[str]:
        """The values of a column (name ignoring case), or an empty list when there is none."""
        upper = [h.upper() for h in self.header]
        if name.upper() not in upper:
            return []
        index = upper.index(name.upper())
        return [row[index] if index < len(row) else "" for row in self.rows]


@dataclass(frozen=True)
class ModelSource:
    """Where a model came from, as every report says it."""

    location: str
    origin: str = "bundled"
    sha256: str = ""
    date: str = ""


@dataclass(frozen=True)
class DocumentModel:
    """A whole standard for one kind of document and one version."""

    name: str
    files: tuple[FileModel, ...]
    code_lists: tuple[CodeList, ...] = ()
    folder_name: str | None = None
    metadata_specification: str | None = None
    title: str = ""
    description: str = ""
    source: ModelSource = field(default_factory=lambda: ModelSource(""))

    def file(self, name: str) -> FileModel | None:
        """The file model of that exact name."""
        return next((f for f in self.files if f.name == name), None)

    def code_list(self, name: str) -> CodeList | None:
        """The code list of that name, ignoring case as SQL does."""
        return next((c for c in self.code_lists if c.name.upper() == name.upper()), None)

    @property
    def tables(self) -> tuple[FileModel, ...]:
        """File models of single tables, in the model's order."""
        return tuple(f for f in self.files if f.type is FileType.TABLE)
