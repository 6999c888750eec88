from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from smica_qgis.core.workflow.object_comparison import (
    ComparedTable,
    ObjectFate,
    compare_objects,
    moved_rows,
)

COLUMNS = ("IDZONE", "LIBELLE", "TYPEZONE")


def no_overlap(_before: Sequence[int], _after: Sequence[int]) -> list[tuple[int, int]]:
    return []


def zones(
    rows: Sequence[tuple[str | None, str | None, str | None, bytes | None]], identity: str = "IDZONE"
) -> ComparedTable:
    cells = [row[:3] for row in rows]
    return ComparedTable("ZONE_URBA", COLUMNS, cells, [row[3] for row in rows], identity)


def test_each_fate_by_itself() -> None:
    before = zones([("1", "UA", "U", b"a"), ("2", "UB", "U", b"b"), ("3", "A", "A", b"c"), ("4", "N", "N", b"d")])
    after = zones([("4", "N", "N", b"dd"), ("2", "UB", "AUc", b"b"), ("1", "UA", "U", b"a"), ("9", "X", "U", b"x")])
    compared = compare_objects(before, after, no_overlap)
    assert [(one.fate.value, one.before, one.after, one.attributes) for one in compared] == [
        ("moved", 3, 0, ()),
        ("changed", 1, 1, ("TYPEZONE",)),
        ("same", 0, 2, ()),
        ("added", None, 3, ()),
        ("removed", 2, None, ()),
    ]


def test_renumbered_identities_do_not_mix_objects_up() -> None:
    before = zones([("1", "UA", "U", b"a"), ("2", "UB", "U", b"b")])
    after = zones([("2", "UA", "U", b"a"), ("1", "UB", "U", b"b")])
    compared = compare_objects(before, after, no_overlap)
    assert [(one.fate, one.before, one.attributes) for one in compared] == [
        (ObjectFate.CHANGED, 0, ("IDZONE",)),
        (ObjectFate.CHANGED, 1, ("IDZONE",)),
    ]


def test_what_is_drawn_on_one_place_is_paired_by_what_it_says() -> None:
    before = zones([("1", "p", "U", b"a"), ("2", "q", "N", b"a")], identity="")
    after = zones([("8", "q", "N", b"a"), ("9", "p", "U", b"a")], identity="")
    assert [one.before for one in compare_objects(before, after, no_overlap)] == [1, 0]


def test_overlap_pairs_what_has_no_identity() -> None:
    before = zones([(None, "p", "U", b"a"), (None, "q", "U", b"b")])
    after = zones([(None, "p", "U", b"a2")])
    asked: list[tuple[list[int], list[int]]] = []

    def overlap(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
        asked.append((list(left), list(right)))
        return [(0, 0), (1, 0)]

    compared = compare_objects(before, after, overlap)
    assert asked == [([0, 1], [0])]
    assert [(one.fate.value, one.before) for one in compared] == [("moved", 0), ("removed", 1)]
    assert moved_rows(compared) == {0: 0}


def test_a_column_that_was_added_empty_changes_no_object() -> None:
    before = zones([("1", "UA", "U", b"a")])
    after = ComparedTable("ZONE_URBA", (*COLUMNS, "FORMDOMI"), [("1", "UA", "U", None)], [b"a"], "IDZONE")
    assert [one.fate for one in compare_objects(before, after, no_overlap)] == [ObjectFate.SAME]


def test_one_percent_of_ten_thousand_shuffled_rows() -> None:
    rows = [(str(i), f"lib{i % 37}", "U", f"g{i}".encode()) for i in range(10_000)]
    changed = [*rows]
    for i in range(25):
        changed[i] = (*changed[i][:3], f"moved{i}".encode())
    for i in range(25, 50):
        changed[i] = (changed[i][0], "autre", *changed[i][2:])
    del changed[50:75]
    changed += [(f"n{i}", "neuf", "N", f"n{i}".encode()) for i in range(25)]
    random.Random(5).shuffle(changed)  # noqa: S311 - no secret
    compared = compare_objects(zones(rows), zones(changed), no_overlap)
    assert Counter(one.fate.value for one in compared) == {
        "same": 9925,
        "moved": 25,
        "changed": 25,
        "removed": 25,
        "added": 25,
    }


def test_hundreds_of_objects_on_one_place_are_paired_in_order() -> None:
    many = [(str(i), None, None, b"a") for i in range(300)]
    compared = compare_objects(zones(many, ""), zones([(f"n{i}", "x", None, b"a") for i in range(300)], ""), no_overlap)
    assert [one.before for one in compared] == list(range(300))
