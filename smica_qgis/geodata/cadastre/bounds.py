"""How much one input of the cadastre may hold: what comes from outside is hostile until proved otherwise."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024**2


@dataclass(frozen=True)
class CadastreBounds:
    """Most of each.

    packed: bytes of an archive; sheet: bytes of a sheet once unpacked; members: files of an archive of a sheet;
    etalab: bytes of a GeoJSON once unpacked; inputs: files that are looked at in one import.
    """

    packed: int = 200 * MEGABYTE
    sheet: int = 500 * MEGABYTE
    members: int = 200
    etalab: int = 8192 * MEGABYTE
    inputs: int = 100_000


BOUNDS = CadastreBounds()
