"""What can be wrong with one input of the cadastre: it is named, and the others are read."""

from __future__ import annotations

from smica_qgis.core.errors import SmicaError


class UnreadableSheetError(SmicaError):
    """A sheet or a file that cannot be read. The message says why, without its name."""
