"""Look at somebody's table before it is imported: its columns, a value of each, and the words that a column uses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from smica_qgis.core.field_mapping.cells import RefusedCellError, read_cell
from smica_qgis.core.field_mapping.fields import Field
from smica_qgis.core.field_mapping.mapping import FieldMapping
from smica_qgis.core.progress import Progress, SilentProgress, stop_if_cancelled
from smica_qgis.operations.shared_import.table_source import open_source

MOST_ROWS = 20_000
MOST_WORDS = 60
"""The most frequent values of a column, that a person can be asked about."""
_MOST_COUNTED = 5000
_LONGEST_EXAMPLE = 60


@dataclass(frozen=True)
class TablePreview:
    """header: titles; rows: how many were looked at.

    examples: by title, the first value that is filled; words: by title, its values, the most frequent first.
    """

    name: str
    header: tuple[str, ...]
    rows: int = 0
    examples: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def preview_table(address: str, progress: Progress | None = None) -> TablePreview:
    """Look at a table (see open_source).

    Raises InvalidParameterError, StoreError, UnreadableTableError, CancelledError.
    """
    progress = progress or SilentProgress()
    table = open_source(address)
    examples: dict[str, str] = {}
    words: dict[str, Counter[str]] = {title: Counter() for title in table.header}
    count = 0
    for source in table.rows():
        if count == MOST_ROWS:
            break
        if count % 500 == 0:
            stop_if_cancelled(progress)
        count += 1
        for title, cell in zip(table.header, source.cells):
            text = (cell or "").strip()
            if text:
                examples.setdefault(title, text[:_LONGEST_EXAMPLE])
                if text in words[title] or len(words[title]) < _MOST_COUNTED:
                    words[title][text] += 1
    frequent = {title: tuple(word for word, _ in found.most_common(MOST_WORDS)) for title, found in words.items()}
    return TablePreview(table.name, table.header, count, examples, frequent)


def unknown_words(item: Field, mapping: FieldMapping, preview: TablePreview) -> list[str]:
    """The words of a column that the list of a field does not know, for the mapping to say what they mean."""
    words = preview.words.get(mapping.champs.get(item.name, ""), ()) if item.values else ()
    given = mapping.valeurs.get(item.name, {})
    return [word for word in words if word not in given and not is_known(item, word)]


def is_known(item: Field, word: str) -> bool:
    """Whether a field understands a word without a mapping."""
    try:
        read_cell(item, word)
    except RefusedCellError:
        return False
    return True
