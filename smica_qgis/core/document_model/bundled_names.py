"""Which standards come with the plugin: their names only, for whoever offers the choice, at the start of QGIS."""

from __future__ import annotations

import re
from pathlib import Path

from smica_qgis.core.document_model.composed_models import MAIN_FILE, composed_models

STANDARDS_FOLDER = Path(__file__).resolve().parents[2] / "standards"
_PIECES = re.compile(r"(\d+)")


def names_in(folder: Path) -> tuple[str, ...]:
    """Names of the models of a folder of standards, sorted. Nothing is read of them."""
    composed = {model.name for model in composed_models(folder)}
    return tuple(sorted(composed | {main.parent.name for main in folder.glob(f"*/{MAIN_FILE}")}))


def in_reading_order(name: str) -> tuple[tuple[str, int], ...]:
    """Sorting key: A2 before A10, PM1 before PM1bis. Texts and numbers alternate, as the split gives them."""
    pieces = _PIECES.split(name.upper().replace("_", " "))
    return tuple(("", int(piece)) if piece.isdigit() else (piece, 0) for piece in pieces)
