"""Cells as the official tool gets them, compared with the ogr2ogr that it runs; and what is known of them for sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.qgis.geodata import table_samples
from tests.qgis.geodata.printed_tables import assert_read_as_printed, cells_of, read_by_us

BY_GDAL = pytest.mark.parametrize("name", list(table_samples.SAMPLES))


@BY_GDAL
def test_every_cell_is_what_ogr2ogr_prints(name: str, tmp_path: Path) -> None:
    (tmp_path / "delivery").mkdir()
    assert_read_as_printed(table_samples.SAMPLES[name](tmp_path / "delivery"), tmp_path / "official")


@pytest.mark.parametrize("name", [name for name in table_samples.SAMPLES if name.startswith("dbf")])
def test_every_cell_is_what_ogr2ogr_prints_of_declared_latin1(name: str, tmp_path: Path) -> None:
    (tmp_path / "delivery").mkdir()
    source = table_samples.SAMPLES[name](tmp_path / "delivery")
    assert_read_as_printed(source, tmp_path / "official", "ISO-8859-1")


def column(sample: table_samples.Sample, folder: Path, index: int, charset: str = "UTF-8") -> list[str | None]:
    return [row[index] for row in cells_of(read_by_us(sample(folder), charset))]


def test_numbers_have_the_declared_decimals_and_lose_leading_zeros(tmp_path: Path) -> None:
    first, second, *_ = cells_of(read_by_us(table_samples.NUMBERS(tmp_path)))
    assert first[:2] == ["1.500", "7"]
    assert second == [None] * 6, "a number too large for its column (****) is empty"


def test_dates_are_printed_with_slashes_even_bad_ones(tmp_path: Path) -> None:
    dates = column(table_samples.DATES, tmp_path, 0)
    assert dates[:4] == ["2013/09/26", "0000/20/20", None, None]


def test_logicals_stay_letters(tmp_path: Path) -> None:
    assert column(table_samples.LOGICALS, tmp_path, 0)[:2] == ["T", "F"]


def test_backslashes_and_quotes_are_kept_and_blanks_around_are_not(tmp_path: Path) -> None:
    texts = column(table_samples.TEXTS, tmp_path, 0)
    assert texts[:3] == [r"\\ALPICITE-NAS\etudes\reglement\.pdf", 'un "mot", deux', "deux\r\nlignes"]
    others = column(table_samples.TEXTS, tmp_path, 1)
    assert others[1:4] == ["des blancs autour", None, "\u00a0insecable\u00a0"]


def test_a_geopackage_prints_booleans_moments_and_reals(tmp_path: Path) -> None:
    first, second, third, *_ = cells_of(read_by_us(table_samples.SAMPLES["gpkg every type"](tmp_path)))
    assert first[1:] == ["été", "1", "5", "12345678901", "1e-07", "1.1", "2020/01/02", "2020/01/02 10:00:00"]
    assert second[5] == "0.3"
    assert third == [None] * 9


def test_a_text_of_twenty_kilobytes_is_whole(tmp_path: Path) -> None:
    assert column(table_samples.SAMPLES["gpkg long text"], tmp_path, 1)[0] == "x" * 20_000


def test_the_key_of_a_geopackage_is_no_column(tmp_path: Path) -> None:
    table = read_by_us(table_samples.SAMPLES["gpkg other key"](tmp_path))
    assert table.header == ("WKT", "LIBELLE")


def test_a_repeated_name_gets_a_number(tmp_path: Path) -> None:
    assert read_by_us(table_samples.REPEATED_NAMES(tmp_path)).header == ("LIBELLE", "LIBELLE2", "libelle3")


def test_deleted_rows_are_not_read(tmp_path: Path) -> None:
    assert column(table_samples.DELETED, tmp_path, 0) == ["a", "c"]


@pytest.mark.parametrize("dated", [False, True], ids=["by Arrow", "by object"])
@pytest.mark.parametrize(
    ("stored", "declared", "text", "valid"),
    [
        ("utf8", "UTF-8", "bâtiment", True),
        ("latin1", "UTF-8", "bâtiment", False),
        ("latin1", "ISO-8859-1", "bâtiment", True),
        ("utf8", "ISO-8859-1", "bÃ¢timent", True),
        ("latin1", "WINDOWS-1252", "bâtiment", False),
    ],
)
def test_the_charset_is_the_declared_one_or_a_proved_one(
    tmp_path: Path, stored: str, declared: str, text: str, *, valid: bool, dated: bool
) -> None:
    samples = {
        ("utf8", False): table_samples.UTF8,
        ("utf8", True): table_samples.UTF8_WITH_DATES,
        ("latin1", False): table_samples.LATIN1,
        ("latin1", True): table_samples.LATIN1_WITH_DATES,
    }
    table = read_by_us(samples[stored, dated](tmp_path), declared)
    assert table.columns[0].value(0) == text
    assert table.encoding_valid is valid


def test_one_cell_that_is_not_utf8_makes_the_whole_table_latin1(tmp_path: Path) -> None:
    assert column(table_samples.LATIN1, tmp_path, 0) == ["bâtiment", "Ã©tÃ©", "NOMFIC\u0092", "ascii"]


def test_a_name_that_is_not_utf8_is_read_too(tmp_path: Path) -> None:
    table = read_by_us(table_samples.LATIN1_NAME(tmp_path))
    assert table.header == ("ANNÉE", "LIBELLE")
    assert not table.encoding_valid


def test_a_cpg_is_not_believed(tmp_path: Path) -> None:
    source = table_samples.LATIN1(tmp_path)
    source.with_suffix(".cpg").write_text("ISO-8859-1")
    assert not read_by_us(source).encoding_valid


def test_an_always_empty_column_of_a_gml_is_there_when_its_schema_says_so(tmp_path: Path) -> None:
    assert "URLFIC" in read_by_us(table_samples.gml_with_schema(tmp_path)).header
    (tmp_path / "bare").mkdir()
    assert "URLFIC" not in read_by_us(table_samples.gml_without_schema(tmp_path / "bare")).header


def test_a_gml_is_all_text(tmp_path: Path) -> None:
    table = read_by_us(table_samples.gml_with_schema(tmp_path))
    assert table.columns[table.header.index("ENTIER")].values == ["2", None]


def test_what_gdal_once_guessed_of_a_gml_is_not_believed(tmp_path: Path) -> None:
    source = table_samples.gml_without_schema(tmp_path)
    header = read_by_us(source).header
    source.with_suffix(".gfs").write_text(
        "<GMLFeatureClassList><GMLFeatureClass><Name>TABLE</Name><ElementPath>TABLE</ElementPath>"
        "<PropertyDefn><Name>AUTRE</Name><ElementPath>LIBELLE</ElementPath><Type>String</Type></PropertyDefn>"
        "</GMLFeatureClass></GMLFeatureClassList>"
    )
    assert read_by_us(source).header == header
