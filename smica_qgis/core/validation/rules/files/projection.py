"""The CRS that the validation uses, said once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.planning.reference_systems import uri_of
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document

_LATITUDE_FIRST = "EPSG:4326"


class Projection:
    """Never read from the data: it is the caller's."""

    codes = ("VALIDATOR_PROJECTION_INFO", "VALIDATOR_PROJECTION_LATLON")

    def check(self, document: Document) -> Iterator[Fault]:
        """Always one information, and a warning when coordinates are read latitude first."""
        values = {"CODE_PROJECTION": document.crs, "URI_PROJECTION": uri_of(document.crs)}
        yield Fault(self.codes[0], values, file=document.folder)
        if document.crs == _LATITUDE_FIRST:
            yield Fault(self.codes[1], file=document.folder)
