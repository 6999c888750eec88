"""Of which standards samples can be made: apart from the making, for whoever only offers the choice."""

from __future__ import annotations

from smica_qgis.core.document_model.model_names import in_reading_order
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.planning.document_name import model_type, model_version

STANDARD = "cnig_PLUi_2025"
"""That of the sample with defects."""
_KINDS = ("PLUi", "PLU", "CC", "POS", "PSMV", "SCoT", "SUP")


def sample_standards() -> tuple[str, ...]:
    """Names of the standards of which there are samples: by kind, then by category, the latest version first."""
    return tuple(sorted(bundled_registry().names(), key=_reading_place))


def _reading_place(name: str) -> tuple[int, tuple[tuple[str, int], ...], int]:
    kind, version = model_type(name), model_version(name)
    rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return rank, in_reading_order(name.removesuffix(f"_{version}")), -int(version or 0)
