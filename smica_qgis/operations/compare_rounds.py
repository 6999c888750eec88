"""Two rounds of a procedure side by side: findings, objects, and the ground that changed of type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.validation.report import Report
from smica_qgis.core.workflow.finding_states import JustifiedException
from smica_qgis.core.workflow.object_comparison import ObjectFate, moved_rows
from smica_qgis.core.workflow.round_comparison import (
    CheckedRound,
    ComparedFinding,
    Fate,
    MovedRows,
    carried_over,
    compare_findings,
)
from smica_qgis.database.store import Store
from smica_qgis.geodata.comparison.table_objects import compare_tables, identity_column
from smica_qgis.geodata.comparison.zone_changes import ZoneChanges, zone_changes
from smica_qgis.geodata.delivery.delivery_manifest import delivery_manifest
from smica_qgis.operations.instruction.kept_rounds import KeptRound, exceptions_of, kept_round, kept_tables
from smica_qgis.operations.instruction.procedures import the_round
from smica_qgis.operations.instruction.rule_set import rule_set_of
from smica_qgis.operations.validate_delivery import ValidationRequest, validate_delivery
from smica_qgis.reports.comparison_report import (
    ComparedTables,
    ComparisonReport,
    write_comparison_geopackage,
    write_comparison_json,
)

ZONES = "zone_urba"


class TableComparison(ComparedTables):
    """A table of the two rounds. objects: those of the later one in their order, then those removed."""

    def counts(self) -> dict[ObjectFate, int]:
        """How many objects of each fate."""
        counted = Counter(one.fate for one in self.objects)
        return {fate: counted[fate] for fate in ObjectFate}


@dataclass(frozen=True)
class RoundComparison:
    """All that changed. notes: French, what could not be compared; exceptions: those that still stand, by new key."""

    before: KeptRound
    after: KeptRound
    findings: list[ComparedFinding]
    tables: Mapping[str, TableComparison]
    zones: ZoneChanges
    exceptions: list[JustifiedException]
    notes: list[str] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many findings have a fate."""
        return sum(1 for one in self.findings if one.fate is fate)

    @property
    def same_rules(self) -> bool:
        """Whether both rounds were checked by the same standard and the same rules."""
        return self.before.checked.rules.sha256 == self.after.checked.rules.sha256


def compare_rounds(
    store: Store,
    procedure: str,
    numbers: tuple[int, int] = (0, 0),
    progress: Progress | None = None,
    *,
    earlier_delivery: str = "",
) -> RoundComparison:
    """Compare two rounds of a procedure, by default the last one with the one before it.

    earlier_delivery: path of the earlier delivery, to check it again by the rules of the later round when they
    changed. Raises InvalidParameterError when there is no such round, SmicaError, CancelledError.
    """
    progress = progress or SilentProgress()
    after = kept_round(store, the_round(store, procedure, numbers[1]))
    earlier = numbers[0] or after.stored.round.number - 1
    if earlier < 1:
        raise InvalidParameterError(f"La procédure « {procedure} » n'a qu'un tour : il n'y a rien à comparer.")
    before = kept_round(store, the_round(store, procedure, earlier))
    notes: list[str] = []
    tables = _tables(store, (before, after), notes, progress)
    moved: MovedRows = {name.upper(): moved_rows(table.objects) for name, table in tables.items()}
    rechecked = _rechecked(earlier_delivery, before, after, progress) if earlier_delivery else None
    findings = compare_findings(before.checked, after.checked, moved, rechecked)
    zones = ZoneChanges()
    if ZONES in tables:
        zoning = tables[ZONES]
        zones = zone_changes(zoning.before, zoning.after, zoning.objects, progress)
    exceptions = carried_over(exceptions_of(store, procedure), findings)
    return RoundComparison(before, after, findings, tables, zones, exceptions, notes)


def write_comparison(comparison: RoundComparison, json_path: Path | None, geopackage: Path | None) -> None:
    """Write the comparison where it is wanted. Raises SmicaError."""
    before, after = comparison.before, comparison.after
    report = ComparisonReport(
        about={
            "procedure": after.stored.procedure,
            "tours": [before.stored.round.number, after.stored.round.number],
            "standards": [before.checked.rules.standard, after.checked.rules.standard],
            "memes_regles": comparison.same_rules,
        },
        findings=comparison.findings,
        tables=list(comparison.tables.values()),
        zones=comparison.zones,
        catalogue=after.report.catalogue,
        crs=after.report.header.crs,
        notes=comparison.notes,
    )
    if json_path is not None:
        write_comparison_json(json_path, report)
    if geopackage is not None:
        write_comparison_geopackage(geopackage, report)


def _tables(
    store: Store, rounds: tuple[KeptRound, KeptRound], notes: list[str], progress: Progress
) -> dict[str, TableComparison]:
    earlier, later = (kept_tables(store, kept.stored) for kept in rounds)
    for kept, tables in zip(rounds, (earlier, later)):
        if not tables:
            notes.append(
                f"Les objets du tour {kept.stored.round.number} n'ont pas pu être lus : ils ne sont pas comparés."
            )
    if not earlier or not later:
        return {}
    names = sorted(earlier.keys() | later.keys())
    progress.phase("Comparaison des objets", len(names))
    compared = {}
    for done, name in enumerate(names, 1):
        stop_if_cancelled(progress)
        before = earlier.get(name) or _empty(later[name])
        after = later.get(name) or _empty(earlier[name])
        identity = _identity(rounds[1].report.model, name)
        compared[name] = TableComparison(name, before, after, compare_tables(before, after, identity))
        progress.advance(done)
    return compared


def _empty(table: ContentTable) -> ContentTable:
    return ContentTable(table.name, table.columns, (), None if table.geometries is None else ())


def _identity(model: DocumentModel | None, table: str) -> str:
    return "" if model is None else identity_column(model, table)


def _rechecked(path: str, before: KeptRound, after: KeptRound, progress: Progress) -> CheckedRound | None:
    """The earlier delivery checked today as the later one was; None when the rules are the same."""
    if before.checked.rules.sha256 == after.checked.rules.sha256:
        return None
    if delivery_manifest(path, progress).sha256 != before.stored.round.manifest.sha256:
        number = before.stored.round.number
        raise InvalidParameterError(f"{path} n'est pas la livraison du tour {number} : ses fichiers ont changé.")
    header = after.report.header
    asked = ValidationRequest(
        path, header.detection.model, header.crs, tuple(header.families), header.rule_profile, header.options
    )
    report: Report = validate_delivery(asked, progress)
    try:
        return CheckedRound(report.findings, rule_set_of(report))
    finally:
        report.geometries.close()
