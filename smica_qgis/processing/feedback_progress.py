"""The progress port over a Processing feedback."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

_EVERYTHING = 100.0


class FeedbackProgress:
    """Says each phase once, and moves the bar within phases whose length is known."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._total = 0

    def phase(self, text: str, total: int = 0) -> None:
        """See Progress."""
        self._total = total
        self._feedback.setProgressText(text)

    def advance(self, done: int) -> None:
        """See Progress."""
        if self._total:
            self._feedback.setProgress(min(_EVERYTHING, _EVERYTHING * done / self._total))

    def found(self, count: int) -> None:
        """See Progress: the log would be flooded."""

    def cancelled(self) -> bool:
        """See Progress."""
        return bool(self._feedback.isCanceled())
