"""GDAL raises or returns nothing as somebody in the process has told it: tests try both and put it back.

Its three modules must be told off in the reverse order of being told on, which only they know.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from osgeo import gdal, ogr, osr

MODULES = (gdal, ogr, osr)


@contextmanager
def gdal_exceptions(wanted: bool) -> Iterator[None]:  # noqa: FBT001
    """Turn the exceptions of the three modules on or off, and back at the end."""
    silenced = _silence()
    raising = [module for module in MODULES if wanted]
    _enable(raising)
    try:
        yield
    finally:
        _silence()
        _enable(reversed(silenced))


def _enable(modules: Any) -> None:  # noqa: ANN401
    for module in modules:
        module.UseExceptions()


def _silence() -> list[Any]:
    """Turn all of them off, whatever the order they ask for; return them in the order it was done."""
    done: list[Any] = []
    for _ in MODULES:
        for module in MODULES:
            if module.GetUseExceptions():
                try:
                    module.DontUseExceptions()
                except RuntimeError:
                    continue
                done.append(module)
    return done
