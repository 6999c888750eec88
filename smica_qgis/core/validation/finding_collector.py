"""Faults become findings: the catalogue adds family, level and scope; the table adds box, identity and key."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Callable

from smica_qgis.core.validation.finding import Box, Family, Finding
from smica_qgis.core.validation.table import WKT

if TYPE_CHECKING:
    from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText
    from smica_qgis.core.validation.document import ReadTable
    from smica_qgis.core.validation.fault import BadRow, Fault

_SEPARATOR = "|"


class FindingCollector:
    """Keeps the findings of the families asked for, in the order they come; official ones first when read."""

    def __init__(
        self,
        catalogue: RuleCatalogue,
        families: Iterable[Family],
        *,
        max_errors: int | None = None,
        on_findings: Callable[[list[Finding]], None] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._families = frozenset(families)
        self._max_errors = max_errors
        self._on_findings = on_findings
        self._found: dict[Family, list[Finding]] = {family: [] for family in Family}
        self._per_code: Counter[tuple[str, str]] = Counter()
        self._keys: Counter[str] = Counter()
        self._rules: dict[str, str] = {}

    def wants(self, family: Family) -> bool:
        """Whether findings of a family are kept."""
        return family in self._families

    @property
    def count(self) -> int:
        """Findings kept so far."""
        return sum(len(found) for found in self._found.values())

    def findings(self) -> list[Finding]:
        """Official findings in the official order, then the standard's, then the local ones."""
        return [finding for family in Family for finding in self._found[family]]

    def add(self, rule: object, faults: Iterable[Fault], tables: Sequence[ReadTable] = ()) -> None:
        """Take the faults of a rule. tables: those that rows may belong to."""
        taken = [fault for fault in faults if self._takes(fault.code, fault.xsd[0] if fault.xsd else "")]
        if not taken:
            return
        by_file = {table.table.file: table for table in tables}
        boxes = _boxes(taken, by_file)
        batch = []
        for fault in taken:
            where = fault.place or fault.file
            table = by_file.get(where) if fault.row is not None else None
            box = boxes.get((where, fault.row)) if fault.row is not None else None
            batch.append(self._finding(rule, fault, table, box))
        self._keep(batch)

    def add_rows(self, table: ReadTable, hits: Sequence[tuple[object, str, BadRow]]) -> None:
        """Take row faults of one table, already in order. hits: (rule, attribute, bad row)."""
        taken = [hit for hit in hits if self._takes(hit[2].code)]
        geometries = table.main_geometry
        boxes = geometries.boxes(sorted({hit[2].row for hit in taken})) if geometries is not None and taken else {}
        self._keep([self._row_finding(table, rule, name, bad, boxes.get(bad.row)) for rule, name, bad in taken])

    def _takes(self, code: str, detail: str = "") -> bool:
        """Whether a fault is kept. detail: the parser's own code, which max-errors counts apart."""
        if self._catalogue[code].family not in self._families:
            return False
        self._per_code[code, detail] += 1
        return self._max_errors is None or self._per_code[code, detail] <= self._max_errors

    def _keep(self, batch: list[Finding]) -> None:
        for finding in batch:
            self._found[finding.family].append(finding)
        if batch and self._on_findings is not None:
            self._on_findings(batch)

    def _finding(self, rule: object, fault: Fault, table: ReadTable | None, box: Box | None) -> Finding:
        text = self._catalogue[fault.code]
        in_row = table is not None and fault.row is not None
        identity = identity_of(table, fault.row) if table is not None and fault.row is not None else _path_of(fault)
        return Finding(
            code=fault.code,
            family=text.family,
            level=text.level,
            scope=text.scope,
            file_model=fault.file_model,
            attribute=fault.attribute,
            file=fault.file,
            id=fault.id,
            feature_id=table.feature_id(fault.row) if table is not None and fault.row is not None else "",
            feature_bbox=box,
            values=fault.values,
            geometry=fault.geometry,
            related=fault.related,
            rule=self._rule_name(rule),
            key=self._key(text, fault.file_model, fault.attribute, identity),
            row=fault.row if in_row and not fault.place else None,
            xsd=fault.xsd,
        )

    def _row_finding(self, table: ReadTable, rule: object, attribute: str, bad: BadRow, box: Box | None) -> Finding:
        text = self._catalogue[bad.code]
        geometries = table.main_geometry
        point = geometries.lonlat(*bad.point) if bad.point is not None and geometries is not None else None
        return Finding(
            code=bad.code,
            family=text.family,
            level=text.level,
            scope=text.scope,
            file_model=table.said_model,
            attribute=attribute,
            file=table.table.file,
            id=str(bad.row + 1),
            feature_id=table.feature_id(bad.row),
            feature_bbox=box,
            error_geometry=point or None,
            values=bad.values,
            geometry=bad.geometry,
            rule=self._rule_name(rule),
            key=self._key(text, table.file_model.name, attribute, identity_of(table, bad.row)),
            row=bad.row,
        )

    def _rule_name(self, rule: object) -> str:
        """`cells/pattern`: the module of the rule."""
        module = type(rule).__module__
        if module not in self._rules:
            self._rules[module] = "/".join(module.split(".rules.")[-1].split("."))
        return self._rules[module]

    def _key(self, text: RuleText, file_model: str, attribute: str, identity: str) -> str:
        key = _SEPARATOR.join((text.code, file_model, attribute, identity))
        self._keys[key] += 1
        return key if self._keys[key] == 1 else f"{key}{_SEPARATOR}{self._keys[key]}"


def _boxes(faults: Sequence[Fault], by_file: dict[str, ReadTable]) -> dict[tuple[str, int], Box]:
    rows: dict[str, set[int]] = defaultdict(set)
    for fault in faults:
        if fault.row is not None:
            rows[fault.place or fault.file].add(fault.row)
    found: dict[tuple[str, int], Box] = {}
    for file, wanted in rows.items():
        table = by_file.get(file)
        geometries = table.main_geometry if table is not None else None
        if geometries is not None:
            found.update({(file, row): box for row, box in geometries.boxes(sorted(wanted)).items()})
    return found


def _path_of(fault: Fault) -> str:
    """What makes a fault without a row recognisable: its path, or its values."""
    for name in ("FILEPATH", "ATTRIBUTE_NAME", "FILEMODEL_NAME", "TABLENAME", "IDASS", "IDGEN", "NAME", "NUMBER"):
        if name in fault.values:
            return fault.values[name]
    return fault.file


def identity_of(table: ReadTable, row: int) -> str:
    """First filled unique column, else hash of the geometry, else hash of the row (contract, design §8)."""
    for column in table.model.columns:
        if column.unique and not column.type.is_geometry:
            found = table.column(column.name)
            value = found.value(row) if found is not None else None
            if value is not None:
                return f"{column.name}={value}"
    geometries = table.geometry(WKT)
    digest = geometries.digests()[row] if geometries is not None else None
    if digest is not None:
        return f"geometry={digest.hex()}"
    values = "\x1f".join(column.value(row) or "" for column in table.table.columns)
    return f"row={hashlib.blake2b(values.encode(), digest_size=16).hexdigest()}"
