"""Where the official tool stops on an exception: we say so, and go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smica_qgis.core.validation.fault import Fault

if TYPE_CHECKING:
    from smica_qgis.core.validation.document import MatchedFile

CODE = "VALIDATOR_EXCEPTION"


def official_stop(file: MatchedFile | None, reason: str) -> Fault:
    """The fault that says why the official validation would end here. reason: French, without a full stop."""
    if file is None:
        return Fault(CODE, {"REASON": reason})
    return Fault(CODE, {"REASON": reason}, file.model.name, file=file.entry.path)
