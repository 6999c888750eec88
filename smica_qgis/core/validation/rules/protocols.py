"""The shapes that a rule can have, by what it looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnModel
    from smica_qgis.core.validation.document import Document, MatchedFile, ReadTable
    from smica_qgis.core.validation.fault import BadRow, BadValue, Fault
    from smica_qgis.core.validation.geometry_column import GeometryColumn
    from smica_qgis.core.validation.metadata import Metadata


class DocumentRule(Protocol):
    """Looks at the delivery as a whole."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that the rule may give; the first is the one of a fault that names none."""

    def check(self, document: Document) -> Iterator[Fault]:
        """Yield the faults of a delivery."""


class TableRule(Protocol):
    """Looks at a table: its encoding, its header, its emptiness."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that the rule may give; the first is the one of a fault that names none."""

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

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that the rule may give; the first is the one of a fault that names none."""

    def applies_to(self, place: ColumnPlace) -> bool:
        """Whether the rule concerns a column."""

    def check(self, place: ColumnPlace, values: Sequence[str | None]) -> Iterator[BadValue]:
        """values: the distinct texts of the column, None for empty; the engine expands what is bad to rows."""


class GeometryRule(Protocol):
    """Looks at the geometries of one column."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that the rule may give; the first is the one of a fault that names none."""

    def applies_to(self, place: ColumnPlace) -> bool:
        """Whether the rule concerns a column of geometries."""

    def check(self, place: ColumnPlace, geometries: GeometryColumn) -> Iterator[BadRow]:
        """Yield the rows whose geometry breaks the rule."""


class MetadataRule(Protocol):
    """Looks at one metadata file."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that the rule may give; the first is the one of a fault that names none."""

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:
        """Yield the faults of a metadata file; file and file model are added by the engine."""
