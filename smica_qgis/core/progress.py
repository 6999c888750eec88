"""Progress and cancellation, as one port: adapters serve Processing, QgsTask, child processes and tests."""

from __future__ import annotations

from typing import Protocol

from smica_qgis.core.errors import CancelledError


class Progress(Protocol):
    """What an operation tells while it works, and how it learns that it must stop."""

    def phase(self, text: str, total: int = 0) -> None:
        """Start a phase. text: French, for people; total: number of steps, 0 when unknown."""

    def advance(self, done: int) -> None:
        """So many steps of the phase are done (absolute count)."""

    def found(self, count: int) -> None:
        """So many findings so far, all families."""

    def cancelled(self) -> bool:
        """Whether the person asked to stop."""


class SilentProgress:
    """Says nothing and never stops."""

    def phase(self, text: str, total: int = 0) -> None:
        """Ignore."""

    def advance(self, done: int) -> None:
        """Ignore."""

    def found(self, count: int) -> None:
        """Ignore."""

    def cancelled(self) -> bool:
        """Never."""
        return False


def stop_if_cancelled(progress: Progress) -> None:
    """Raise CancelledError when the person asked to stop."""
    if progress.cancelled():
        raise CancelledError
