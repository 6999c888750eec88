"""Is a Shapefile whole? Its own headers say how long it should be; GDAL reads a cut one without a word."""

from __future__ import annotations

import struct
from pathlib import Path

_DBF_HEADER = struct.Struct("<4xIHH")
_SHP_LENGTH = struct.Struct(">24xi")
_WORD = 2


def shapefile_damage(dbf: Path) -> str:
    """French reason why the table or its geometry is cut, or an empty text. dbf: path of the .dbf."""
    return _dbf_damage(dbf) or _shp_damage(dbf)


def _dbf_damage(path: Path) -> str:
    size = path.stat().st_size
    with path.open("rb") as stream:
        header = stream.read(_DBF_HEADER.size)
    if len(header) < _DBF_HEADER.size:
        return f"le fichier {path.name} n'a que {_octets(size)}"
    count, start, width = _DBF_HEADER.unpack(header)
    expected = start + count * width
    if size < expected:
        return f"le fichier {path.name} est tronqué (attendu {_octets(expected)}, lu {_octets(size)})"
    return ""


def _shp_damage(dbf: Path) -> str:
    shp = next((dbf.with_suffix(s) for s in (".shp", ".SHP") if dbf.with_suffix(s).exists()), None)
    if shp is None:
        return ""
    size = shp.stat().st_size
    with shp.open("rb") as stream:
        header = stream.read(_SHP_LENGTH.size)
    if len(header) < _SHP_LENGTH.size:
        return f"le fichier {shp.name} n'a que {_octets(size)}"
    (words,) = _SHP_LENGTH.unpack(header)
    expected = words * _WORD
    if size < expected:
        return f"le fichier {shp.name} est tronqué (attendu {_octets(expected)}, lu {_octets(size)})"
    return ""


def _octets(count: int) -> str:
    return f"{count:,} octets".replace(",", " ")
