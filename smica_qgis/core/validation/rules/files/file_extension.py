"""Flat layout: only files of known extensions are delivered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_KNOWN = ("xml", "pdf", "csv", "map", "mid", "dbf", "shp", "geojson", "gml")
_COMPANIONS = (".shp", ".map")
PLAN_TYPES = ("plu", "plui", "pos", "psmv", "cc", "scot")


class FileExtension:
    """A file of another extension passes when a .shp or a .map of its name is beside it."""

    codes = ("CNIG_FILE_EXTENSION_INVALID",)

    def check(self, document: Document) -> Iterator[Fault]:
        """One fault a file, named bare as the official tool does."""
        if not document.options.flat or document.type not in PLAN_TYPES:
            return
        files = {entry.path for entry in document.entries if not entry.is_directory}
        for entry in document.entries:
            if entry.is_directory or entry.extension.lower() in _KNOWN:
                continue
            folder = f"{entry.parent}/" if entry.parent else ""
            if not any(f"{folder}{entry.stem}{companion}" in files for companion in _COMPANIONS):
                yield Fault(self.codes[0], file=entry.name)
