"""What differs between the bundled models and the fetched ones: one comparison a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from smica_qgis.core.document_model.differences import ModelComparison, compare
from smica_qgis.core.document_model.fetched import FetchedRegistry
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidModelError
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled


def compare_standards(
    folder: Path, names: Sequence[str] | None = None, progress: Progress | None = None
) -> list[ModelComparison]:
    """Compare the fetched models of a folder with the bundled ones. names: all that are fetched by default.

    A fetched model that cannot be read is a comparison that says why. Raises CancelledError.
    """
    progress = progress or SilentProgress()
    bundled, fetched = bundled_registry(), FetchedRegistry(folder)
    chosen = list(fetched.names() if names is None else names)
    known = set(bundled.names())
    progress.phase("Comparaison avec les modèles fournis", len(chosen))
    comparisons = []
    for done, name in enumerate(chosen):
        stop_if_cancelled(progress)
        ours = bundled.load(name) if name in known else None
        try:
            comparisons.append(compare(ours, fetched.load(name)))
        except InvalidModelError as error:
            comparisons.append(ModelComparison(name, unreadable=error.message))
        progress.advance(done + 1)
    return comparisons
