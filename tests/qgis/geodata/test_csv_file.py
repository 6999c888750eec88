"""CSV tables as the Java reader of the official tool takes them: comma, RFC 4180 quotes, one charset."""

from __future__ import annotations

from pathlib import Path

import pytest

from smica_qgis.core.errors import EmptyFileError, UnreadableFileError
from smica_qgis.core.validation.table import Table
from smica_qgis.geodata.tables.csv_file import read_csv_file, read_csv_header


def read(folder: Path, content: bytes, charset: str = "UTF-8") -> Table:
    path = folder / "TABLE.csv"
    path.write_bytes(content)
    return read_csv_file(path, "TABLE.csv", crs="EPSG:2154", charset=charset)


def rows(table: Table) -> list[list[str | None]]:
    return [[column.value(row) for column in table.columns] for row in range(table.row_count)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_lines_end_in_any_way(tmp_path: Path, end: bytes) -> None:
    table = read(tmp_path, end.join([b"A,B", b"a1,b1", b"a2,b2"]) + end)
    assert table.header == ("A", "B")
    assert rows(table) == [["a1", "b1"], ["a2", "b2"]]
    assert (table.encoding_valid, table.abort, dict(table.odd_rows)) == (True, "", {})


def test_the_last_line_may_not_end(tmp_path: Path) -> None:
    assert rows(read(tmp_path, b"A\na")) == [["a"]]


def test_a_byte_order_mark_stays_in_the_first_name(tmp_path: Path) -> None:
    table = read(tmp_path, "\ufeffA,B\r\n1,2\r\n".encode())
    assert table.header == ("\ufeffA", "B")


def test_semicolons_make_one_big_column(tmp_path: Path) -> None:
    table = read(tmp_path, b"A;B\n1;2\n")
    assert (table.header, rows(table)) == (("A;B",), [["1;2"]])


def test_cells_are_trimmed_of_blanks_only_and_empty_ones_are_null(tmp_path: Path) -> None:
    table = read(tmp_path, "A ,\tB\n valeur A , \u00a0\n\" \",''\n".encode())
    assert table.header == ("A", "B")
    assert rows(table) == [["valeur A", "\u00a0"], [None, "''"]]


def test_a_blank_line_is_a_row_of_one_cell(tmp_path: Path) -> None:
    table = read(tmp_path, b"A,B\n\n1,2\n\n")
    assert rows(table) == [[None, None], ["1", "2"], [None, None]]
    assert dict(table.odd_rows) == {0: 1, 2: 1}


def test_short_and_long_rows_are_counted(tmp_path: Path) -> None:
    table = read(tmp_path, b"A,B\n1\n1,2,3\n1,2\n")
    assert rows(table) == [["1", None], ["1", "2"], ["1", "2"]]
    assert dict(table.odd_rows) == {0: 1, 1: 3}


def test_an_empty_name_is_dropped_and_shifts_what_follows(tmp_path: Path) -> None:
    table = read(tmp_path, b"A,,B,\n1,2,3,4\n")
    assert (table.header, rows(table)) == (("A", "B"), [["1", "2"]])
    assert dict(table.odd_rows) == {0: 4}


def test_quotes_hold_commas_lines_and_doubled_quotes(tmp_path: Path) -> None:
    table = read(tmp_path, b'A,B\n"a, ""b""","x\r\ny"\nc "d",e\n')
    assert rows(table) == [['a, "b"', "x\r\ny"], ['c "d"', "e"]]
    assert table.abort == ""


def test_an_unclosed_quote_is_where_the_official_tool_stops(tmp_path: Path) -> None:
    table = read(tmp_path, b'A,B\n1,2\n3,"4\n5,6\n')
    assert rows(table) == [["1", "2"]]
    assert "jamais refermé" in table.abort
    assert "ligne 4" in table.abort


def test_a_text_after_a_closing_quote_too(tmp_path: Path) -> None:
    table = read(tmp_path, b'A,B\n"1"x,2\n3,4\n')
    assert rows(table) == []
    assert "ligne 2" in table.abort


def test_a_header_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="jamais refermé"):
        read(tmp_path, b'"A,B\n1,2\n')


def test_a_file_of_nothing_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFileError, match="vide"):
        read(tmp_path, b"")


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table = read(tmp_path, b"A,B\n")
    assert (table.header, table.row_count) == (("A", "B"), 0)


@pytest.mark.parametrize(
    ("stored", "declared", "text", "valid"),
    [
        ("utf-8", "UTF-8", "aé2", True),
        ("utf-8", "ISO-8859-1", "aÃ©2", True),
        ("latin-1", "UTF-8", "aé2", False),
        ("latin-1", "ISO-8859-1", "aé2", True),
        ("utf-8", "US-ASCII", "aé2", False),
        ("latin-1", "US-ASCII", "aé2", False),
        ("cp1252", "WINDOWS-1252", "aé2", True),
        ("iso8859-15", "ISO-8859-15", "aé2", True),
    ],
)
def test_charsets(tmp_path: Path, stored: str, declared: str, text: str, *, valid: bool) -> None:
    table = read(tmp_path, "A\naé2\n".encode(stored), declared)
    assert (rows(table), table.encoding_valid) == ([[text]], valid)


def test_windows_curly_quotes_stay_controls_in_latin1(tmp_path: Path) -> None:
    assert rows(read(tmp_path, b"A\nl\x92eau\n")) == [["l\u0092eau"]]


def test_only_line_ends_end_lines(tmp_path: Path) -> None:
    table = read(tmp_path, "A,B\nx\u2028y\x0bz\x0c\x1cw,\x85\n".encode())
    assert rows(table) == [["x\u2028y\x0bz\x0c\x1cw", "\x85"]]


def test_the_header_alone_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "TABLE.csv"
    path.write_bytes(b' A ,"B",,C\n1,2,3,4\n')
    assert read_csv_header(path) == ("A", "B", "C")
    path.write_bytes(b"")
    assert read_csv_header(path) == ()


def test_many_rows_keep_their_order(tmp_path: Path) -> None:
    lines = "".join(f"{number},{number % 7}\n" for number in range(9001))
    table = read(tmp_path, f"A,B\n{lines}".encode())
    assert [table.columns[0].value(row) for row in (0, 3999, 4000, 9000)] == ["0", "3999", "4000", "9000"]
    assert len(table.columns[1].values) == 7
