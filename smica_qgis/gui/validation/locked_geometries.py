"""The geometries of a report, asked by the window and by a report being written: one at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from smica_qgis.core.validation.report import ObjectGeometries, Report


class LockedGeometries:
    """The port of the geometries behind a lock: what reads files is not made for two threads at once."""

    def __init__(self, geometries: ObjectGeometries) -> None:
        self._geometries = geometries
        self._lock = threading.Lock()

    @property
    def crs(self) -> str:
        """CRS of the layers."""
        return self._geometries.crs

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:
        """Geometries of rows of a table."""
        with self._lock:
            return self._geometries.wkb_of(file, rows)

    def outlines(self, most: int) -> list[list[tuple[float, float]]]:
        """A backdrop for a small map."""
        with self._lock:
            return self._geometries.outlines(most)

    def close(self) -> None:
        """Let go of the working copy that the geometries are read from, if there is one."""
        close = getattr(self._geometries, "close", None)
        if close is not None:
            with self._lock:
                close()


def with_locked_geometries(report: Report) -> Report:
    """The same report, its geometries behind a lock."""
    return replace(report, geometries=LockedGeometries(report.geometries))


def let_go(report: Report | None) -> None:
    """Say that nobody needs the working copy of a report any more."""
    close = getattr(report.geometries, "close", None) if report is not None else None
    if close is not None:
        close()
