"""Several columns looked at together."""

from __future__ import annotations

from array import array

import pytest

from smica_qgis.core.validation.row_tuples import RowTuples, distinct_tuples, rows_of_tuples
from smica_qgis.core.validation.table import Column, column_of

A = column_of("A", ["x", "y", "x", None, "x"])
B = column_of("B", ["1", "1", "1", "2", "2"])


def spelled(tuples: RowTuples) -> list[tuple[str | None, ...]]:
    return [tuples.at(row) for row in range(len(tuples.codes))]


def test_each_pair_once_and_every_row() -> None:
    tuples = distinct_tuples([A, B], 5)
    assert tuples.values == (("x", "1"), ("y", "1"), (None, "2"), ("x", "2"))
    assert spelled(tuples) == [("x", "1"), ("y", "1"), ("x", "1"), (None, "2"), ("x", "2")]


def test_one_column_is_taken_as_it_is() -> None:
    tuples = distinct_tuples([A], 5)
    assert tuples.values == (("x",), ("y",), (None,))
    assert tuples.codes is A.codes


def test_values_that_no_row_uses_are_left_out() -> None:
    sparse = Column("A", ["x", "unused", "y"], array("I", [2, 0, 2]))
    tuples = distinct_tuples([sparse], 3)
    assert sorted(tuples.values) == [("x",), ("y",)]
    assert spelled(tuples) == [("y",), ("x",), ("y",)]


@pytest.mark.parametrize(
    ("columns", "expected"), [([None, A], (None, "x")), ([A, None], ("x", None)), ([None, None], (None, None))]
)
def test_an_absent_column_is_null_everywhere(columns: list[Column | None], expected: tuple[str | None, ...]) -> None:
    tuples = distinct_tuples(columns, 5)
    assert tuples.at(0) == expected
    assert len(tuples.codes) == 5


def test_no_row_and_no_column() -> None:
    assert distinct_tuples([None], 0).values == ()
    assert spelled(distinct_tuples([], 2)) == [(), ()]


def test_back_to_the_rows() -> None:
    tuples = distinct_tuples([A, B], 5)
    assert rows_of_tuples(tuples, [0, 3]) == [0, 2, 4]
    assert rows_of_tuples(tuples, []) == []
