"""The list of sources as a file: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.source_profile.profile import Source
from smica_qgis.core.spreadsheet_cell import not_a_formula
from smica_qgis.operations.open_catalogue import Catalogue

COLUMNS = (
    "id", "title", "theme", "group", "kind", "url", "layer", "crs", "style", "licence", "date", "login", "territory",
    "badge", "confidence", "metadata", "profile",
)  # fmt: skip


def write_sources(catalogue: Catalogue, sources: Iterable[Source], path: str) -> None:
    """Write sources; the extension says how (.json, else CSV). Raises SmicaError when the file cannot be written."""
    rows = [_row(catalogue, source) for source in sources]
    target = Path(path)
    try:
        if target.suffix.lower() == ".json":
            target.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            return
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, delimiter=";")
            writer.writeheader()
            writer.writerows({name: not_a_formula(value) for name, value in row.items()} for row in rows)
    except OSError as error:
        raise SmicaError(f"Le fichier {path} ne peut être écrit.", str(error)) from error


def _row(catalogue: Catalogue, source: Source) -> dict[str, str]:
    special = {
        "theme": catalogue.profile.theme_title(source.theme),
        "group": " / ".join(catalogue.profile.group_path(source)),
        "kind": source.kind.value,
        "territory": " ".join(source.territory),
        "confidence": source.confidence.value,
        "url": source.url or source.path or source.table,
    }
    return {name: special[name] if name in special else str(getattr(source, name)) for name in COLUMNS}
