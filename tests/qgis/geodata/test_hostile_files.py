"""Vector files that are cut, disguised, or would make GDAL read elsewhere: a finding each, and nothing read outside."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import ogr

from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.core.validation.report import Report
from smica_qgis.geodata.tables.vector_file import open_vector_file
from tests.qgis.deliveries import ConformantDelivery, conformant
from tests.qgis.geodata.canary import TOKEN, PipeCanary, pipe_canary
from tests.qgis.geodata.dbase import write_dbf
from tests.qgis.geodata.judging import everything_said, judged, said_of
from tests.qgis.geodata.printed_tables import read_by_us
from tests.qgis.geodata.table_samples import INTEGER, MAPINFO_TYPES, TEXT, write_layer

pytestmark = pytest.mark.timeout(120, method="thread")  # a read that never ends cannot be interrupted
ZONES = "ZONE_URBA"


@pytest.fixture
def delivery(tmp_path: Path) -> ConformantDelivery:
    return conformant("cnig_PLU_2024", tmp_path)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Return a folder beside the delivery, with layers whose only value is the token."""
    folder = tmp_path / "outside"
    folder.mkdir()
    for suffix in (".shp", ".gpkg", ".tab", ".gml"):
        write_layer(folder / f"secret{suffix}", ogr.wkbPoint, [("POINT (700000 6600000)", [TOKEN])])
    (folder / "secret.csv").write_text(f"LIBELLE\n{TOKEN}\n")
    return folder


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[PipeCanary]:
    with pipe_canary(tmp_path / "pipe") as canary:
        yield canary


def instead_of_zones(delivery: ConformantDelivery, suffix: str, content: bytes | str) -> Path:
    """Put a file in the place of the zones."""
    delivery.remove_table(ZONES)
    path = (delivery.root / delivery.table(ZONES).path).with_suffix(suffix)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def judge(delivery: ConformantDelivery, tmp_path: Path) -> Report:
    return judged(delivery.root, tmp_path / "reports")


# ------------------------------------------------------------------------------------------------ disguises


@pytest.mark.parametrize("suffix", [".gml", ".csv", ".tab", ".dbf", ".gpkg"])
@pytest.mark.parametrize("target", ["secret.shp", "secret.gpkg", "secret.csv", "pipe"])
def test_a_virtual_format_under_another_name_reads_nothing(
    suffix: str, target: str, delivery: ConformantDelivery, outside: Path, pipe: PipeCanary, tmp_path: Path
) -> None:
    source = pipe.path if target == "pipe" else outside / target
    vrt = (
        f'<OGRVRTDataSource><OGRVRTLayer name="{delivery.table(ZONES).path.rsplit("/", 1)[-1]}">'
        f"<SrcDataSource>{source}</SrcDataSource><SrcLayer>secret</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
    )
    path = instead_of_zones(delivery, suffix, vrt)
    report = judge(delivery, tmp_path)
    assert TOKEN not in everything_said(tmp_path / "reports")
    assert not pipe.was_read
    if suffix == ".csv":  # a text that is read as the table it says it is: its columns are missing
        assert "TABLE_MISSING_ATTRIBUTE" in {f.code for f in report.findings if f.file.endswith(path.name)}
    else:
        assert said_of(report, path.name)


@pytest.mark.parametrize("suffix", [".gml", ".tab", ".dbf", ".gpkg"])
@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"LIBELLE\na\n", b"<a/>", b"SQLite format 3\0" + bytes(84)])
def test_what_is_no_such_file_is_one_finding(
    suffix: str, content: bytes, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    path = instead_of_zones(delivery, suffix, content)
    report = judge(delivery, tmp_path)
    assert said_of(report, path.name)
    assert len(report.tables) == len(delivery.invented.tables) - 1


TAB = '!table\n!version 300\n!charset WindowsLatin1\n\nDefinition Table\n  Type {} Charset "WindowsLatin1"\n'
TAB += "  Fields 1\n    LIBELLE Char (10) ;\n"


@pytest.mark.parametrize(
    "text",
    [
        TAB.format("NATIVE") + 'begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n',
        TAB.format("NATIVE") + "\n" * 100_000 + 'begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n',
        TAB.format("NATIVE") + "\n" * 2_000_000,
        TAB.format("LINKED"),
        TAB.format("ACCESS"),
        '!table\n!version 300\n\nDefinition Table\n  File "{0}"\n  Type "RASTER"\n',
        '!table\n!version 300\n\nDefinition Table\n  File "{0}"\n  Type RASTER\n',
        '!Table\n!Version 100\nOpen Table "{0}" Hide\nCreate View V As\nSelect secret.LIBELLE from secret\n',
        '!Table\r\n!Version 100\r\n\r\n  open   table "{0}" Hide\r\n',
    ],
    ids=["seamless", "far seamless", "endless", "linked", "access", "raster", "bare raster", "view", "open"],
)
def test_a_mapinfo_table_that_means_other_files_is_not_opened(
    text: str, delivery: ConformantDelivery, outside: Path, tmp_path: Path
) -> None:
    path = instead_of_zones(delivery, ".tab", text.replace("{0}", str(outside / "secret.tab")))
    report = judge(delivery, tmp_path)
    assert said_of(report, path.name)
    assert TOKEN not in everything_said(tmp_path / "reports")


def test_a_seam_of_mapinfo_tables_reads_none_of_them(
    delivery: ConformantDelivery, outside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The working copy is as deep here as the delivery: what the seam names is there from both.
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    delivery.remove_table(ZONES)
    path = delivery.table_path(ZONES).with_suffix(".tab")
    frame = "POLYGON ((699990 6599990,700010 6599990,700010 6600010,699990 6599990))"
    row = [f"../../outside/{(outside / 'secret.tab').name}", "a"]
    write_layer(path, ogr.wkbUnknown, [(frame, row)], {"Table": TEXT, "Description": TEXT})
    with path.open("a") as header:
        header.write('begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n')
    followed = ogr.Open(str(path))
    assert [feature.items() for feature in followed.GetLayer(0)] == [{"LIBELLE": TOKEN}], "GDAL would read it"
    del followed
    report = judge(delivery, tmp_path)
    assert said_of(report, path.name)
    assert TOKEN not in everything_said(tmp_path / "reports")


def test_a_mapinfo_table_may_have_columns_called_type_or_seamless(tmp_path: Path) -> None:
    types = {"TYPE": TEXT, "Type": TEXT, "SEAMLESS": INTEGER, **MAPINFO_TYPES}
    assert read_by_us(write_layer(tmp_path / "T.tab", ogr.wkbNone, [(None, ["a"])], types)).row_count == 1


# ----------------------------------------------------------------------------------------- cut and absent parts


def cut(path: Path, kept: float) -> None:
    octets = path.read_bytes()
    path.write_bytes(octets[: int(len(octets) * kept)])


@pytest.mark.parametrize("kept", [0.0, 0.05, 0.5, 0.99])
@pytest.mark.parametrize("part", [".dbf", ".shp"])
def test_a_cut_shapefile_is_said(part: str, kept: float, delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = delivery.table_path(ZONES).with_suffix(part)
    cut(path, kept)
    said = said_of(judge(delivery, tmp_path), delivery.table_path(ZONES).name)
    assert "tronqué" in said or "octets" in said or "ouvert" in said


@pytest.mark.parametrize("change", ["absent", "empty", "cut", "noise"])
def test_an_index_that_is_missing_or_wrong_is_no_traceback(
    change: str, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    path = delivery.table_path(ZONES).with_suffix(".shx")
    changes: dict[str, Callable[[], object]] = {
        "absent": path.unlink,
        "empty": lambda: path.write_bytes(b""),
        "cut": lambda: cut(path, 0.5),
        "noise": lambda: path.write_bytes(path.read_bytes()[:100] + b"\x7f" * (path.stat().st_size - 100)),
    }
    changes[change]()
    report = judge(delivery, tmp_path)
    codes = {finding.code for finding in report.findings if finding.file.endswith(delivery.table_path(ZONES).name)}
    # Without its index GDAL makes a Shapefile up again; with a wrong one, geometries are lost, which is said.
    assert change == "absent" or codes


def test_a_dbf_alone_has_no_geometry(delivery: ConformantDelivery, tmp_path: Path) -> None:
    for suffix in (".shp", ".shx"):
        delivery.table_path(ZONES).with_suffix(suffix).unlink()
    report = judge(delivery, tmp_path)
    missing = [f for f in report.findings if f.code == "TABLE_MISSING_GEOMETRY" or f.attribute.upper() == "WKT"]
    assert missing, [(f.code, f.attribute) for f in report.findings]


def test_a_shp_alone_is_not_seen(delivery: ConformantDelivery, tmp_path: Path) -> None:
    delivery.table_path(ZONES).unlink()
    codes = {f.code for f in judge(delivery, tmp_path).findings}
    assert "FILE_MISSING_MANDATORY" in codes


def test_a_dbf_that_claims_four_billion_rows(delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = delivery.table_path(ZONES)
    octets = bytearray(path.read_bytes())
    octets[4:8] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(octets)
    assert "tronqué" in said_of(judge(delivery, tmp_path), path.name)


@pytest.mark.parametrize(
    ("offset", "form", "value"),
    [(4, "<I", 0x7FFFFFFF), (8, "<H", 0), (8, "<H", 0xFFFF), (10, "<H", 0), (10, "<H", 1), (10, "<H", 0xFFFF)],
)
def test_a_dbf_whose_header_lies(
    offset: int, form: str, value: int, delivery: ConformantDelivery, tmp_path: Path
) -> None:
    path = delivery.table_path("DOC_URBA")
    octets = bytearray(path.read_bytes())
    struct.pack_into(form, octets, offset, value)
    path.write_bytes(octets)
    judge(delivery, tmp_path)


def test_a_dbf_of_rows_of_no_width(tmp_path: Path) -> None:
    """Each row is one octet: the mark of deletion."""
    path = write_dbf(tmp_path / "T.dbf", [], [])
    octets = bytearray(path.read_bytes())
    octets[4:8] = struct.pack("<I", 1_000_000)
    path.write_bytes(bytes(octets) + b" " * 1_000_000)
    table = read_by_us(path)
    assert table.header == ()


def test_a_column_name_that_is_not_utf8_does_not_end_the_process(tmp_path: Path) -> None:
    rows = [[b"a"]] * 3
    table = read_by_us(write_dbf(tmp_path / "T.dbf", [("\xe9\xff", "C", 5, 0)], rows))
    assert (table.header, table.row_count) == (("éÿ",), 3)


@pytest.mark.parametrize("suffix", [".gpkg", ".tab", ".gml"])
@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.9])
def test_a_cut_file_of_another_format(suffix: str, kept: float, delivery: ConformantDelivery, tmp_path: Path) -> None:
    rows = [(f"POINT ({700000 + number} 6600000)", [f"objet {number}"]) for number in range(200)]
    source = write_layer(tmp_path / f"source{suffix}", ogr.wkbPoint, rows)
    delivery.remove_table(ZONES)
    target = (delivery.root / delivery.table(ZONES).path).with_suffix(suffix)
    for part in tmp_path.glob("source.*"):
        part.rename(target.with_suffix(part.suffix))
    cut(target if suffix != ".tab" else target.with_suffix(".dat"), kept)
    target.with_suffix(".xsd").unlink(missing_ok=True)
    report = judge(delivery, tmp_path)
    assert said_of(report, target.name), source


def test_a_mapinfo_table_without_its_parts(delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = instead_of_zones(delivery, ".tab", TAB.format("NATIVE"))
    assert said_of(judge(delivery, tmp_path), path.name)


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smica_qgis.geodata.tables.table_bounds.MOST_ROWS", 10)
    path = write_dbf(tmp_path / "T.dbf", [("A", "C", 1, 0)], [[b"a"]] * 10)
    assert read_by_us(path).row_count == 10
    write_dbf(path, [("A", "C", 1, 0)], [[b"a"]] * 11)
    with pytest.raises(UnreadableFileError, match="plus de 10 lignes"):
        read_by_us(path)


# ------------------------------------------------------------------------------------------------------- CSV


def test_a_header_without_end_is_refused(delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = instead_of_zones(delivery, ".csv", b"LIBELLE," * 4_000_000)
    assert "colonnes" in said_of(judge(delivery, tmp_path), path.name)


def test_one_name_of_twenty_megabytes(delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = instead_of_zones(delivery, ".csv", b"L" * 20_000_000 + b"\na\n")
    report = judge(delivery, tmp_path)
    assert "TABLE_UNEXPECTED_ATTRIBUTE" in {f.code for f in report.findings if f.file.endswith(path.name)}


def test_empty_lines_without_end_are_refused(delivery: ConformantDelivery, tmp_path: Path) -> None:
    path = instead_of_zones(delivery, ".csv", b"LIBELLE\n" + b"\n" * 6_000_000)
    assert "lignes" in said_of(judge(delivery, tmp_path), path.name)


def test_a_message_of_gdal_that_is_not_utf8_is_no_error_of_python(tmp_path: Path) -> None:
    table = tmp_path / "zones.tab"
    write_layer(table, ogr.wkbPoint, [("POINT (700000 6600000)", ["a"])])
    data = bytearray(table.with_suffix(".dat").read_bytes())
    data[32 + 11] = 0xFF  # the type of the field, which GDAL's warning repeats as it is
    table.with_suffix(".dat").write_bytes(data)

    with contextlib.suppress(UnreadableFileError):
        open_vector_file(table, "UTF-8")


def test_a_prj_that_names_no_meridian_is_another_crs(delivery: ConformantDelivery, tmp_path: Path) -> None:
    prj = delivery.table_path(ZONES).with_suffix(".prj")
    text = prj.read_text()
    assert 'PRIMEM["Greenwich",' in text
    prj.write_text(text.replace('PRIMEM["Greenwich",', 'PRIMEM["reenwich",'))
    codes = {finding.code for finding in judged(delivery.root, tmp_path / "reports").findings}
    assert "CRS_INCONSISTENT" in codes
