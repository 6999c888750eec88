"""SQL of a model, which may come from anywhere."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.validation import sql_condition
from smica_qgis.core.validation.sql_condition import condition_columns, failing_tuples

ROWS = [("1", None), ("2", "x"), (None, "y")]


@pytest.mark.parametrize(
    ("condition", "columns"),
    [
        ("b IS NOT NULL OR A = 'C'", ("A", "B")),
        ("A LIKE 'B' OR A = 'it''s B'", ("A",)),
        ('"A B" = 1', ("A B",)),
        ("AB = 1", ()),
        ("1 = 1", ()),
    ],
)
def test_the_columns_that_a_condition_names(condition: str, columns: tuple[str, ...]) -> None:
    assert condition_columns(condition, ["A", "B", "C", "A B"]) == columns


@pytest.mark.parametrize(
    ("condition", "failing"),
    [
        ("A = '1'", [1]),  # NULL is not false
        ("A IS NOT NULL", [2]),
        ("B NOT NULL OR A NOT NULL", []),
        ("A IN ('1', '2') AND B LIKE 'X'", [2]),
        ("CAST(A AS INTEGER) <= 1", [1]),
        ("length(A) = 1 OR upper(B) = 'Y'", []),
        ("0", [0, 1, 2]),
    ],
)
def test_rows_for_which_it_is_false(condition: str, failing: list[int]) -> None:
    assert failing_tuples(condition, ["A", "B"], ROWS) == failing


def test_names_that_must_be_quoted() -> None:
    assert failing_tuples("\"select\" = '1'", ["select"], [("1",), ("2",)]) == [1]
    assert failing_tuples('"a""b" = 1', ['a"b'], [("1",)]) == []


def test_nothing_to_judge() -> None:
    assert failing_tuples("nonsense ===", ["A"], []) == []
    assert failing_tuples("1 = 2", [], [()]) == [0]


@pytest.mark.parametrize(
    "condition",
    [
        "A ===",
        "NULLE_PART = 1",
        "A = 1 --",
        "A = 1; ATTACH 'x.db' AS x",
        "A = 1); ATTACH 'x.db' AS x; --",
        "1) UNION SELECT load_extension('x') --",
        "load_extension('x')",
        "A IN (SELECT name FROM pragma_database_list)",
        "A IN (SELECT file FROM pragma_database_list())",
        "randomblob(1000000000) IS NULL",
        "zeroblob(1000000000) IS NULL",
        "length(printf('%1000000000d', 1)) = 1",
        "fts3_tokenizer('simple') IS NULL",
        "nulle_fonction(A)",
        "writefile('x', A)",
        "PRAGMA journal_mode",
        "",
    ],
)
def test_sql_that_fails_or_is_not_allowed(condition: str) -> None:
    with pytest.raises(InvalidModelError, match="condition SQL du modèle"):
        failing_tuples(condition, ["A", "B"], ROWS)


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for condition in ("1); ATTACH 'x.db' AS x; --", "1); VACUUM INTO 'x.db'; --", "1); CREATE TABLE u(a); --"):
        with pytest.raises(InvalidModelError):
            failing_tuples(condition, ["A", "B"], ROWS)
    assert list(tmp_path.iterdir()) == []


ENDLESS = "A IN (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)"
CROSSED = "(SELECT count(*) FROM t a, t b, t c, t d, t e, t f, t g, t h) > 0"


@pytest.mark.parametrize("condition", [ENDLESS, CROSSED])
def test_endless_work_is_stopped(condition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql_condition, "_ROUNDS", 20)
    start = time.perf_counter()
    with pytest.raises(InvalidModelError):
        failing_tuples(condition, ["A"], [(str(number),) for number in range(500)])
    assert time.perf_counter() - start < 5


def test_honest_work_is_not() -> None:
    rows = [(str(number), "x") for number in range(20_000)]
    assert failing_tuples("A NOT LIKE '%7' OR B = 'x'", ["A", "B"], rows) == []
