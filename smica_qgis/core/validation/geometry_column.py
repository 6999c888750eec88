"""What a rule may ask of the geometries of a table: named questions, answered by `geodata`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from smica_qgis.core.document_model.model import ColumnType
    from smica_qgis.core.validation.finding import Box
    from smica_qgis.core.validation.options import ComplexityTolerance


@dataclass(frozen=True)
class InvalidGeometry:
    """A geometry that breaks the OGC rules. row: from 0; reason: French; x, y: first problem, layer CRS.

    internal: the test itself failed: no reason and no place are known.
    """

    row: int
    reason: str
    x: float
    y: float
    internal: bool = False


@dataclass(frozen=True)
class ComplexGeometry:
    """A geometry over a threshold. reason: French; error: over the error threshold, else over the warning one."""

    row: int
    reason: str
    error: bool


class GeometryColumn(Protocol):
    """The geometries of one column, row by row, in the CRS of the validation."""

    def nulls(self) -> Sequence[int]:
        """Rows without a geometry (an empty geometry is not null)."""

    def not_bound(self, expected: ColumnType) -> Sequence[int]:
        """Rows whose geometry cannot be read, or is of a kind that the expected type does not accept."""

    def invalid(self) -> Sequence[InvalidGeometry]:
        """Rows that can be read and break the OGC rules, on coordinates of 15 significant digits."""

    def digests(self) -> Sequence[bytes | None]:
        """A short name of the printed form of each row's geometry; None for a null."""

    def multiparts(self) -> Sequence[tuple[int, int]]:
        """(row, number of parts) of the geometries of more than one part."""

    def outside(self, extent_wkt: str) -> Sequence[int]:
        """Rows whose non-empty geometry the extent (layer CRS) does not contain."""

    def complex(self, tolerance: ComplexityTolerance) -> Sequence[ComplexGeometry]:
        """Rows over the thresholds of the official complexity option, first excess only."""

    def boxes(self, rows: Sequence[int]) -> dict[int, Box]:
        """CRS84 boxes, 7 decimals, of the rows that have a readable, non-empty geometry."""

    def lonlat(self, x: float, y: float) -> str:
        """A place of the layer as `POINT (lon lat)` in CRS84."""

    def wkt(self, row: int) -> str:
        """The geometry of a row as text, 15 significant digits; empty for a null."""

    def is_empty(self) -> bool:
        """Whether no row has a readable, non-empty geometry."""
