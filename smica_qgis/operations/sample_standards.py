"""Of which standards samples can be made: apart from the making, for whoever only offers the choice."""

from __future__ import annotations

from functools import lru_cache

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER, in_reading_order, names_in

STANDARD = "cnig_PLUi_2025"
"""That of the sample with defects."""
_KINDS = ("PLUi", "PLU", "CC", "POS", "PSMV", "SCoT", "SUP")


@lru_cache(maxsize=1)
def sample_standards() -> tuple[str, ...]:
    """Names of the standards of which there are samples: by kind, then by category, the latest version first."""
    return tuple(sorted(names_in(STANDARDS_FOLDER), key=_reading_place))


def _reading_place(name: str) -> tuple[int, tuple[tuple[str, int], ...], int]:
    """Of `cnig_SUP_PM1_2013`: that of SUP, then that of PM1, then 2013 backwards."""
    words = name.split("_")
    kind, version = words[1], words[-1]
    rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return rank, in_reading_order(name.removesuffix(f"_{version}")), -int(version) if version.isdecimal() else 0
