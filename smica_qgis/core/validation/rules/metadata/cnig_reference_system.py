"""CNIG: the record gives the CRS by its address and its code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smica_qgis.core.planning.reference_systems import code_of
from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import Document, MatchedFile
    from smica_qgis.core.validation.metadata import Metadata


class CnigReferenceSystem:
    """The first failure stops; never compared with the CRS of the data."""

    codes = (
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_NOT_FOUND",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_NOT_FOUND",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_URI_UNEXPECTED",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_NOT_FOUND",
        "CNIG_METADATA_REFERENCESYSTEMIDENTIFIER_CODE_INVALID",
    )

    def check(self, metadata: Metadata, file: MatchedFile, document: Document) -> Iterator[Fault]:  # noqa: ARG002
        """Yield the faults of the element."""
        system = metadata.reference_system
        if system is None:
            yield Fault(self.codes[0])
            return
        if not system.uri:
            yield Fault(self.codes[1])
            return
        expected = code_of(system.uri)
        if expected is None:
            yield Fault(self.codes[2], {"URI": system.uri})
        elif not system.code:
            yield Fault(self.codes[3])
        elif system.code != expected:
            yield Fault(self.codes[4], {"CODE": system.code, "EXPECTED_CODE": expected, "URI": system.uri})
