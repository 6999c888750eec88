"""The whole of a filling of standard tables from somebody's layers, for the reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from smica_qgis.core.planning.local_mapping import LocalMapping
from smica_qgis.core.planning.row_mapping import MappedTable


@dataclass(frozen=True)
class MappingReport:
    """What was filled. output: the GeoPackage or the delivery; tables: in the order of the mapping.

    ignored: layers that fill nothing; notes: French, of the whole (texts that a Shapefile cuts).
    """

    output: str
    mapping: LocalMapping
    tables: tuple[MappedTable, ...]
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def read(self) -> int:
        """Rows read in the layers."""
        return sum(table.read for table in self.tables)

    @property
    def written(self) -> int:
        """Rows written in the tables of the standard."""
        return sum(table.written for table in self.tables)

    @property
    def refused(self) -> int:
        """Rows that no table could take."""
        return sum(len(table.refused) for table in self.tables)

    @property
    def translated(self) -> int:
        """Cells whose value was translated."""
        return sum(sum(table.translated.values()) for table in self.tables)

    @property
    def untranslated(self) -> int:
        """Cells whose value is not one of the standard, and was left as it is."""
        return sum(sum(table.untranslated.values()) for table in self.tables)

    @property
    def cut(self) -> int:
        """Texts that were cut to the length of their column."""
        return sum(len(table.cut) for table in self.tables)
