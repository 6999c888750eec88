"""The name of a delivery without opening it: enough to name its report before anything hostile is read."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from smica_qgis.core.errors import UnreadableDeliveryError
from smica_qgis.core.validation.delivery import Entry
from smica_qgis.geodata.delivery.bounds import Bounds
from smica_qgis.geodata.delivery.opened_delivery import delivery_root
from smica_qgis.geodata.delivery.sources import ZipSource

_MOST_DIRECTORY_OCTETS = 16 * 1024**2
_END = struct.Struct("<4s4H2LH")  # end of the central directory of a zip (APPNOTE 4.3.16)
_LONGEST_COMMENT = 65_535


def delivery_name(path: Path) -> str:
    """The name that `OpenedDelivery` gives, for a zip or a folder that can be listed; else that of the path.

    path: absolute. The tree of a folder is not walked, only the lone folders that lead to the delivery's root.
    """
    try:
        if path.is_dir():
            return _name_of_folder(path)
        if path.suffix.lower() == ".gpkg" or not path.is_file() or _directory_octets(path) > _MOST_DIRECTORY_OCTETS:
            return path.stem
        source = ZipSource(path, Bounds())
    except (OSError, UnreadableDeliveryError):
        return path.stem
    source.close()
    return delivery_root(source.entries, path.stem, is_folder=False)[1]


def _name_of_folder(path: Path) -> str:
    name = path.name
    while True:
        try:
            inside = [Entry(item.name, item.is_dir(follow_symlinks=False)) for item in os.scandir(path)]
        except OSError:
            return name
        root, name = delivery_root(inside, name, is_folder=True)
        if not root:
            return name
        path /= root.rstrip("/")


def _directory_octets(path: Path) -> int:
    """Size of a zip's table of contents, which has to be read whole to list it; 0 when there is none."""
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _END.size - _LONGEST_COMMENT))
        tail = stream.read()
    start = tail.rfind(b"PK\x05\x06")
    if start < 0 or len(tail) - start < _END.size:
        return 0
    octets: int = _END.unpack_from(tail, start)[5]
    return octets
