"""The shapes that a rule can have, by what it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterator, Protocol, Sequence, Tuple

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnModel
    from smica_qgis.core.validation.document import Document, MatchedFile, ReadTable
    from smica_qgis.core.validation.fault import BadRow, BadValue, Fault
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.metadata import Metadata


class DocumentRule(Protocol):
    """Looks at the delivery as a whole."""

    codes: Tuple[str, ...]

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the faults of a delivery."""


class TableRule(Protocol):
    """Looks at a table: its encoding, its header, its emptiness."""

    codes: Tuple[str, ...]

    def check(self, table: ReadTable, document: Document) -> Iterator[Fault]:
        """Yield the faults of a table; file and file model are added by the engine."""


@dataclass(frozen=True)
class ColumnPlace:
    """A column that is being checked, and all that surrounds it."""

    column: ColumnModel
    table: ReadTable
    document: Document


class CellRule(Protocol):
    """Looks at the values of one column."""

    codes: Tuple[str, ...]

    def applies_to(self, place: ColumnPlace) -> bool:
        """Whether the rule concerns a column."""

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """values: the distinct texts of the column, None for empty; the engine expands what is bad to rows."""


class GeometryRule(Protocol):
    """Looks at the geometries of one column."""

    codes: Tuple[str, ...]

    def applies_to(self, place: ColumnPlace) -> bool:
        """Whether the rule concerns a column of geometries."""

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows whose geometry breaks the rule."""


class MetadataRule(Protocol):
    """Looks at one metadata file."""

    codes: Tuple[str, ...]

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:
        """Yield the faults of a metadata file; file and file model are added by the engine."""
