"""Tables as the official tool gets them: converted by ogr2ogr, then read as CSV (facts: pipeline §6)."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from osgeo import gdal

from smica_qgis.core.progress import SilentProgress
from smica_qgis.core.validation.geometry_column import GeometryColumn
from smica_qgis.core.validation.table import WKT, Table
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery

MEASURED = "3.6."
"""The official tool was observed with this GDAL; what others print of the same values may differ."""
BLANKS = "".join(map(chr, range(0x21)))


@dataclass
class PrintedTable:
    """What ogr2ogr printed. valid: whether it is UTF-8, as the official tool expects."""

    header: list[str]
    rows: list[list[str | None]]
    valid: bool


def require_ogr2ogr() -> None:
    """Skip the test where there is no ogr2ogr, or another one than the official tool was observed with."""
    if shutil.which("ogr2ogr") is None:
        pytest.skip("ogr2ogr is not installed (scripts/setup --tests installs it)")
    version = subprocess.run(["ogr2ogr", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    library = gdal.VersionInfo("RELEASE_NAME")
    if not (version.startswith(MEASURED) and library.startswith(MEASURED)):
        pytest.skip(f"the official conversions are known for GDAL {MEASURED}x, here are {version} and {library}")


def printed_by_ogr2ogr(source: Path, folder: Path, charset: str = "UTF-8") -> PrintedTable:
    """Convert a copy of a file (and its companions) in a new folder and read the result."""
    require_ogr2ogr()
    folder.mkdir()
    for companion in source.parent.glob(f"{source.stem}.*"):
        if companion.suffix.lower() not in (".cpg", ".gfs", ".csv"):
            shutil.copyfile(companion, folder / companion.name)
    copy = folder / source.name
    lone = source.suffix.lower() == ".dbf" and not any(copy.with_suffix(s).exists() for s in (".shp", ".SHP"))
    geometry = [] if lone else ["-lco", "GEOMETRY=AS_WKT", "-lco", "GEOMETRY_NAME=WKT"]
    texts = ["--config", "GML_FIELDTYPES", "ALWAYS_STRING"] if source.suffix.lower() == ".gml" else []
    encoding = "ISO-8859-1" if charset == "ISO-8859-1" else "UTF-8"
    shape = ["--config", "SHAPE_ENCODING", encoding] if source.suffix.lower() == ".dbf" else []
    target = copy.with_suffix(".csv")
    no_arrow = ["--config", "OGR2OGR_USE_ARROW_API", "NO"]
    layout = ["-lco", "STRING_QUOTING=IF_NEEDED", "-lco", "OGR_WKT_ROUND=NO", "-lco", "LINEFORMAT=CRLF"]
    subprocess.run(
        ["ogr2ogr", *no_arrow, *texts, *shape, "-f", "CSV", *geometry, *layout, str(target), str(copy), "-dim", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return read_printed(target.read_bytes())


def read_printed(content: bytes) -> PrintedTable:
    """Read a CSV as the official tool does: UTF-8 or else ISO-8859-1, cells trimmed, empty ones null."""
    try:
        text, valid = content.decode(), True
    except UnicodeDecodeError:
        text, valid = content.decode("latin-1"), False
    first, *body = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip(BLANKS) for name in first if name.strip(BLANKS)]
    rows = [[cell.strip(BLANKS) or None for cell in row[: len(header)]] for row in body]
    return PrintedTable(header, rows, valid)


def read_by_us(source: Path, charset: str = "UTF-8", layer: str = "") -> Table:
    """Read a file of a folder as the operation does. The table stays readable: nothing of it is lazy but geometry."""
    delivery = OpenedDelivery(str(source.parent))
    return delivery.read_table(source.name, layer=layer, crs="EPSG:2154", charset=charset, progress=SilentProgress())


def cells_of(table: Table) -> list[list[str | None]]:
    """Return all cells, geometries as the official tool prints them."""
    return [
        [
            (geometry.wkt(row) or None) if (geometry := _native(table, index)) else column.value(row)
            for index, column in enumerate(table.columns)
        ]
        for row in range(table.row_count)
    ]


def _native(table: Table, index: int) -> GeometryColumn | None:
    return table.native_geometry if table.header[index] == WKT else None


def assert_read_as_printed(source: Path, folder: Path, charset: str = "UTF-8") -> Table:
    """Compare our reading of a file with what ogr2ogr prints, header, charset and every cell. Return our table."""
    official = printed_by_ogr2ogr(source, folder, charset)
    table = read_by_us(source, charset)
    assert list(table.header) == official.header
    assert table.row_count == len(official.rows)
    assert cells_of(table) == official.rows
    assert table.encoding_valid == official.valid
    return table
