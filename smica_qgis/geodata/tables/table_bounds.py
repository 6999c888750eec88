"""How large a table may be: a few kilobytes of zip can hold a header or an empty row repeated without end."""

from __future__ import annotations

from smica_qgis.core.errors import UnreadableFileError

MOST_COLUMNS = 2_000
"""As many as SQLite takes; a Shapefile has at most 255."""
MOST_ROWS = 5_000_000
"""A whole department has a few hundred thousand objects."""


def check_columns(count: int, file: str) -> None:
    """Raise UnreadableFileError when a table has more columns than is reasonable."""
    if count > MOST_COLUMNS:
        message = f"Le fichier {file} a {count} colonnes ; {MOST_COLUMNS} au plus sont lues."
        raise UnreadableFileError(message)


def check_rows(count: int, file: str) -> None:
    """Raise UnreadableFileError when a table has more rows than is reasonable."""
    if count > MOST_ROWS:
        message = f"Le fichier {file} a plus de {MOST_ROWS} lignes : il n'est pas lu."
        raise UnreadableFileError(message)
