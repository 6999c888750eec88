"""In which order, and under which headings, the columns of a planning table are shown to who fills them.

The order of the models is that of the Géoportail's reports: it means nothing to people (standards/README.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from smica_qgis.core.document_model.bundled_names import STANDARDS_FOLDER

_TABS = STANDARDS_FOLDER / "form_tabs.json"
FEW_COLUMNS = 8
"""Up to so many columns a form needs no tabs."""


@dataclass(frozen=True)
class FormTab:
    """A heading, French, and the columns under it, in order."""

    title: str
    columns: tuple[str, ...]


@lru_cache(maxsize=1)
def known_tabs() -> tuple[FormTab, ...]:
    """All headings with all columns of the standards of planning."""
    content = json.loads(_TABS.read_text(encoding="utf-8"))
    return tuple(FormTab(item["title"], tuple(item["columns"])) for item in content)


def tabs_of(columns: Iterable[str]) -> tuple[FormTab, ...]:
    """The tabs of a table. Columns that nobody knows are with the object itself, last."""
    names = list(columns)
    upper = {name.upper(): name for name in names}
    tabs = [(tab.title, [upper[name] for name in tab.columns if name in upper]) for tab in known_tabs()]
    placed = {name for _, found in tabs for name in found}
    tabs[0][1].extend(name for name in names if name not in placed)
    kept = [(title, found) for title, found in tabs if found]
    if len(names) <= FEW_COLUMNS or len(kept) == 1:
        return (FormTab(kept[0][0], tuple(name for _, found in kept for name in found)),)
    return tuple(FormTab(title, tuple(found)) for title, found in kept)
