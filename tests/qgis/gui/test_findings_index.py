"""Grouping, counting, comparing and filtering the findings: no Qt in it."""

from __future__ import annotations

from dataclasses import replace

from smica_qgis.core.validation.finding import Family, Finding, Level
from smica_qgis.gui.validation.findings_filter import FindingsFilter
from smica_qgis.gui.validation.findings_index import FindingsIndex, PlaceState, comparable, folded
from smica_qgis.gui.validation.findings_tree import FindingsTree
from tests.unit.reports.made_report import catalogue, every_kind, made_report, many


def index_of(findings: list[Finding]) -> FindingsIndex:
    index = FindingsIndex(catalogue())
    index.add(findings)
    return index


def shown(index: FindingsIndex, **asked: object) -> list[Finding]:
    chosen = FindingsFilter(**asked)  # type: ignore[arg-type]
    return [index.findings[place] for kind in index.kinds() for place in chosen.shown(kind, index)]


def test_every_finding_is_in_one_kind() -> None:
    index = index_of(every_kind())
    places = sorted(place for kind in index.kinds() for place in kind.places)
    assert places == list(range(len(every_kind())))


def test_a_kind_is_a_code_in_a_table() -> None:
    kinds = {(kind.code, kind.table): len(kind.places) for kind in index_of(every_kind()).kinds()}
    assert kinds["CNIG_IDURBA_UNEXPECTED", "INFO_SURF"] == 3
    assert kinds["FILE_UNEXPECTED", ""] == 1


def test_families_come_in_their_order_and_errors_first() -> None:
    kinds = index_of(every_kind()).kinds()
    assert [kind.family for kind in kinds] == sorted((kind.family for kind in kinds), key=list(Family).index)
    of_one_theme = [kind.level for kind in kinds if kind.theme == kinds[0].theme]
    assert of_one_theme == sorted(of_one_theme, key=list(Level).index)


def test_counts_are_those_of_the_report() -> None:
    index = index_of(every_kind())
    counts = made_report().counts
    for family in Family:
        assert {level.value: n for level, n in index.counts(family).items()} == counts[family.value]


def test_comparison_marks_what_is_new_and_keeps_what_is_fixed() -> None:
    before = every_kind()
    now = [*before[2:], replace(before[2], key="another")]
    index = index_of(now)
    index.compare_with(before)
    assert index.total(PlaceState.NEW) == 1
    assert index.total(PlaceState.FIXED) == 2
    assert [f.code for f, s in zip(index.findings, index.states) if s == PlaceState.FIXED] == [
        before[0].code,
        before[1].code,
    ]


def test_fixed_findings_are_not_counted_as_present() -> None:
    index = index_of([])
    index.compare_with(every_kind())
    assert sum(sum(index.counts(family).values()) for family in Family) == 0
    tree = FindingsTree(index, FindingsFilter())
    assert tree.places == 0
    assert sum(node.fixed for node in tree.families) == len(every_kind())


def test_only_whole_runs_of_one_delivery_by_one_standard_are_compared() -> None:
    report = made_report()
    assert comparable(report, report)
    assert not comparable(None, report)
    for changed in (
        {"partial": True},
        {"delivery": "another"},
        {"families": ("official",)},
        {"detection": replace(report.header.detection, model="cnig_PLU_2024")},
    ):
        assert not comparable(report, replace(report, header=replace(report.header, **changed)))


def test_the_words_may_be_of_the_kind_or_of_the_place() -> None:
    index = index_of(every_kind())
    assert {f.code for f in shown(index, text="idurba info_surf")} == {"CNIG_IDURBA_UNEXPECTED"}
    assert [f.feature_id for f in shown(index, text="ZU4")] == ["ZU4"]
    assert len(shown(index, text="geometrie zu4")) == 1
    assert shown(index, text="nothing like that") == []


def test_accents_and_capitals_do_not_matter() -> None:
    assert folded("Géométrie ÉTÉ") == "geometrie ete"
    index = index_of(every_kind())
    assert shown(index, text="GEOMETRIE") == shown(index, text="géométrie") != []


def test_level_table_family_and_extent_filter() -> None:
    index = index_of(every_kind())
    assert {f.level for f in shown(index, levels=(Level.WARNING,))} == {Level.WARNING}
    assert {f.file_model for f in shown(index, table="ZONE_URBA")} == {"ZONE_URBA"}
    assert {f.family for f in shown(index, family=Family.STANDARD)} == {Family.STANDARD}
    boxed = [f for f in every_kind() if f.feature_bbox is not None]
    assert len(shown(index, extent=(-180, -90, 180, 90))) == len(boxed)
    assert shown(index, extent=(10, 10, 11, 11)) == []


def test_a_filter_that_asks_nothing_copies_nothing() -> None:
    index = index_of(many(1000))
    for kind in index.kinds():
        assert FindingsFilter().shown(kind, index) is kind.places


def test_next_and_previous_go_over_the_limits_of_the_kinds() -> None:
    tree = FindingsTree(index_of(every_kind()), FindingsFilter())
    seen = []
    at = tree.place_after(None, -1, 1)
    while at is not None:
        seen.append((at[0].path, at[1]))
        at = tree.place_after(*at, 1)
    assert len(seen) == len(every_kind())
    back = []
    at = tree.place_after(None, -1, -1)
    while at is not None:
        back.append((at[0].path, at[1]))
        at = tree.place_after(*at, -1)
    assert back == seen[::-1]


def test_next_leaves_out_what_is_fixed() -> None:
    index = index_of(every_kind()[:1])
    index.compare_with(every_kind())
    tree = FindingsTree(index, FindingsFilter())
    first = tree.place_after(None, -1, 1)
    assert first is not None
    assert tree.place_after(*first, 1) is None
