"""Numbers, dates and addresses as Java reads them; every case was tried on a JDK 17."""

from __future__ import annotations

import math

import pytest

from smica_qgis.core.validation.java_values import (
    is_boolean,
    is_uri,
    is_url,
    parse_date,
    parse_double,
    parse_int,
    parse_integer,
    shown,
    utf16_length,
)

IMMENSE = "9" * 5000  # more figures than Python's int() takes


@pytest.mark.parametrize("text", list("tyY1TfFnN0"))
def test_booleans(text: str) -> None:
    assert is_boolean(text)


@pytest.mark.parametrize("text", ["ce n'est pas un boolean", "true", "oui", "1.0", "10", "tT", ""])
def test_no_booleans(text: str) -> None:
    assert not is_boolean(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/12/1990", "1990-12-15"),
        ("20150712", "2015-07-12"),
        ("2015-12-25", "2015-12-25"),
        ("2015/12/25", "2015-12-25"),
        ("2015", "2015-01-01"),
        ("20160229", "2016-02-29"),
    ],
)
def test_dates(text: str, day: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "20151717",
        "17/17/2015",
        "2015-17-25",
        "2015/17/25",
        "20",
        "not a date",
        "20150229",
        "1/7/2015",
        "0000",
        "00000000",
        "201507",
        "2015/00/00",
        "0000/20/20",
        "2015-12/25",
        "٢٠١٥",
    ],
)
def test_no_dates(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("-2", -2.0),
        ("4751", 4751.0),
        ("51.14558", 51.14558),
        ("4751.00000000000001", 4751.0),
        ("-1.54545e3", -1545.45),
        ("1d", 1.0),
        ("1.5f", 1.5),
        ("1e3F", 1000.0),
        ("Infinity", math.inf),
        ("-Infinity", -math.inf),
        ("0x1p3", 8.0),
        ("0x.8P1d", 1.0),
        ("+3", 3.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("5.e1", 50.0),
        (" 7\t", 7.0),  # blanks around are dropped
        ("0x1p99999999999", math.inf),
        ("-0x1p99999999999", -math.inf),
        ("1e999", math.inf),
        (IMMENSE, math.inf),
    ],
)
def test_doubles(text: str, number: float) -> None:
    assert parse_double(text) == number


def test_not_a_number_is_a_double() -> None:
    assert math.isnan(parse_double("NaN") or 0)


@pytest.mark.parametrize(
    "text",
    [
        "t",
        "false",
        "a",
        "1,5",
        "1_000",
        "1 000",
        "",
        ".",
        "e3",
        "1e",
        "0x10",
        "nan",
        "inf",
        "NaNf",
        "\u00a07",
        "٧",
        "1ff",
    ],
)
def test_no_doubles(text: str) -> None:
    assert parse_double(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("-5", -5),
        ("+5", 5),
        ("1.00000", 1),
        ("4751.00000000000001", 4751),
        ("1.00000001", 1),
        ("-1.00000001", -1),
        ("2147483647", 2147483647),
        ("2147483648", 2147483647),
        ("99999999999", 2147483647),
        ("-99999999999", -2147483648),
        ("6879999999999901", 2147483647),
        ("1e3", 1000),
        ("01", 1),
        ("0" * 5000 + "7", 7),
        ("NaN", 0),
    ],
)
def test_integers(text: str, number: int) -> None:
    assert parse_integer(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "50.1",
        "1.00001",
        "4751.000001",
        "t",
        "false",
        "1.0000002",
        "Infinity",
        "1,0",
        "",
        "1e19",
        IMMENSE,
        "0x1p99999999999",
    ],
)
def test_no_integers(text: str) -> None:
    # beyond the 64 bits of a Java long the rounding is no longer near
    assert parse_integer(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("5000", 5000), ("-2147483648", -2147483648), ("2147483648", None), ("1.0", None), (" 1", None)],
)
def test_ints_are_strict(text: str, number: int | None) -> None:
    assert parse_int(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "a-file.txt",
        "a-file.txt#page=12",
        "réglement.pdf",
        "dir/a.pdf",
        "a%20b.pdf",
        "a'b.pdf",
        "a&b.pdf",
        "a.pdf;b.pdf",
        "a,b.pdf",
        "œuvre’s.pdf",
        "(a).pdf",
        "?x",
        "a?x=[1]",
        "a:b",
        "a:[b]",
        "dir/a:b",
        "///a",
        "//host/a",
        "a.pdf#",
    ],
)
def test_uris(text: str) -> None:
    assert is_uri(text)


@pytest.mark.parametrize(
    "text",
    [
        "a-fil\u0092e.txt",
        "a-file.txt#page=12\u0092",
        "a b.pdf",
        "a.pdf#p#q",
        "dir\\a.pdf",
        "C:\\x",
        "30014:a.pdf",
        "100%.pdf",
        "a%2.pdf",
        "[a].pdf",
        "{a}.pdf",
        "a|b.pdf",
        "a^b.pdf",
        'a"b.pdf',
        "a<b>.pdf",
        "a`b.pdf",
        "a\u00a0b.pdf",
        "a\u2028b.pdf",
        "//",
        "a:",
        "a:#b",
        "F:/]",
    ],
)
def test_no_uris(text: str) -> None:
    assert not is_uri(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/something",
        "HTTP://x",
        "ftp://x",
        "file:///x",
        "mailto:a@b.c",
        "jar:file:x!/y",
        "https://x/a b",
        "http:",
        "http:a.pdf",
        "http://x:80/a",
        "http://u:p@x:-1",
        "http://[::1]:8080/",
        "http://x:",
    ],
)
def test_urls(text: str) -> None:
    assert is_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "ce n'est pas une url",
        "www.x.fr",
        "x",
        "//x",
        "sftp://x",
        "a.pdf",
        "http://x:port/",
        "http://x:-2",
        "http://x:99999999999",
        f"http://x:{IMMENSE}",
        "jar:file:x",
        "jar:x!/y",
        "mailto:",
        "mailto:#a",
        "",
    ],
)
def test_no_urls(text: str) -> None:
    assert not is_url(text)


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("abc", 3), ("é", 1), ("\uffff", 1), ("\U00010000", 2), ("a😀b", 4)]
)
def test_lengths(text: str, length: int) -> None:
    assert utf16_length(text) == length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("simple", "simple"),
        ("\b\f\n\r\t", "\\b\\f\\n\\r\\t"),
        ("\x00\x1f\x7f\u0092", "\\u0000\\u001f\\u007f\\u0092"),
        ("é\u00a0\u200b😀", "é\u00a0\u200b😀"),
    ],
)
def test_controls_are_written_out(text: str, expected: str) -> None:
    assert shown(text) == expected
