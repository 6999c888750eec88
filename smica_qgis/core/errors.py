"""The one family of exceptions of the plugin.

Raised anywhere below the faces, converted once for Processing and once for the screen. Their text is French
because a person reads it; the details are for whoever repairs.
"""

from __future__ import annotations


class SmicaError(Exception):
    """Something that a person must be told.

    message: one French sentence that says what happened and what to do.
    details: technical text for the log, may be empty.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class InvalidParameterError(SmicaError):
    """A parameter, an option or a family that nobody knows, said before anything is read."""


class UnreadableDeliveryError(SmicaError):
    """Nothing of the delivery could be opened: becomes the verdict *unreadable*."""


class UnreadableFileError(SmicaError):
    """One file of the delivery could not be opened: becomes a finding."""


class EmptyFileError(UnreadableFileError):
    """A table file without even a header line, which the official tool tells apart."""


class InvalidModelError(SmicaError):
    """A document model that cannot be read or that contradicts itself."""


class CancelledError(SmicaError):
    """The person asked to stop."""

    def __init__(self) -> None:
        super().__init__("Traitement interrompu à votre demande.")


class BlockingFindingsError(SmicaError):
    """FAIL_ON asked for a failure and the reports are written."""
