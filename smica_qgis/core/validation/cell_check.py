"""The rows of one table: every rule is asked once per distinct value, what is bad is expanded and put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import BadRow, BadValue
from smica_qgis.core.validation.rules.protocols import CellRule, ColumnPlace, GeometryRule

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, ReadTable


class RowRules:
    """Which rules look at the cells and geometries of a table; binding ones silence the others where they fire."""

    def __init__(
        self,
        cells: Sequence[CellRule],
        geometries: Sequence[GeometryRule],
        binding_cells: Sequence[CellRule] = (),
        binding_geometries: Sequence[GeometryRule] = (),
    ) -> None:
        self.cells = cells
        self.geometries = geometries
        self.binding_cells = binding_cells
        self.binding_geometries = binding_geometries

    def check(self, table: ReadTable, document: Document) -> list[tuple[object, str, BadRow]]:
        """(rule, attribute, bad row) in the official order: row, column of the model, rule."""
        hits: list[tuple[int, int, int, object, str, BadRow]] = []
        for position, model in enumerate(table.model.columns):
            if model.name not in table.by_column:
                continue
            place = ColumnPlace(model, table, document)
            found = self._geometry_hits(place) if model.type.is_geometry else self._cell_hits(place)
            hits.extend((bad.row, position, order, rule, model.name, bad) for order, rule, bad in found)
        hits.sort(key=lambda hit: hit[:3])
        return [hit[3:] for hit in hits]

    def _cell_hits(self, place: ColumnPlace) -> Iterator[tuple[int, object, BadRow]]:
        column = place.table.column(place.column.name)
        if column is None:
            return
        unbound: set[int] = set()
        for order, rule in enumerate((*self.binding_cells, *self.cells)):
            if not rule.applies_to(place):
                continue
            bad: dict[int, list[BadValue]] = {}
            for value in rule.check(place, column.values):
                if value.position not in unbound:
                    bad.setdefault(value.position, []).append(value)
            if rule in self.binding_cells:
                unbound.update(bad)
            for row in column.rows_with(bad):
                for value in bad[column.codes[row]]:
                    yield order, rule, BadRow(row, value.values, value.code or rule.codes[0])

    def _geometry_hits(self, place: ColumnPlace) -> Iterator[tuple[int, object, BadRow]]:
        geometries = place.table.geometry(place.column.name)
        if geometries is None:
            return
        unbound: set[int] = set()
        for order, rule in enumerate((*self.binding_geometries, *self.geometries)):
            if not rule.applies_to(place):
                continue
            for bad in rule.check(place, geometries):
                if bad.row in unbound:
                    continue
                if rule in self.binding_geometries:
                    unbound.add(bad.row)
                yield order, rule, bad if bad.code else bad._replace(code=rule.codes[0])
