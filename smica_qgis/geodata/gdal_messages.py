"""What GDAL says is kept for us, and whether it raises or returns None is the caller's QGIS to decide."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from typing import TYPE_CHECKING

from osgeo import gdal

if TYPE_CHECKING:
    from collections.abc import Iterator

_forget_pending_error = ctypes.pythonapi.PyErr_Clear
"""For messages whose bytes are no UTF-8: the binding of GDAL 3.6 calls the handler without arguments and leaves its
own error pending, which would rise out of whatever is called next. Looked up once and here: with an error pending,
looking up an attribute may fail.
"""
_forget_pending_error.restype = None


@contextmanager
def gdal_messages() -> Iterator[list[str]]:
    """Collect GDAL's errors and warnings instead of printing them. RuntimeErrors still pass through."""
    messages: list[str] = []

    def keep(*said: object) -> None:
        if not said:
            _forget_pending_error()
            return
        messages.append(str(said[2]))

    gdal.PushErrorHandler(keep)
    try:
        yield messages
    finally:
        gdal.PopErrorHandler()


@contextmanager
def gdal_silent() -> Iterator[None]:
    """Let GDAL say nothing, without the cost of a Python callback."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def gdal_options(**options: str) -> Iterator[None]:
    """Set GDAL configuration options for this thread, and put the former ones back."""
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    for name, value in options.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        for name, former in before.items():
            gdal.SetThreadLocalConfigOption(name, former)
