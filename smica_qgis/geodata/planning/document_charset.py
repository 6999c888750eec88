"""In which charset a document fits the DBF files of an archive: 254 octets a text, whatever the letters."""

from __future__ import annotations

from dataclasses import dataclass

from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.validation.metadata_codes import JAVA_CHARSETS
from smica_qgis.geodata.planning.delivery_folder import CutCell, cut_cells

_WRITTEN = ("utf8", "8859part1", "8859part15")
"""What the instructions recommend, with the euro sign; other charsets are read, never written."""


@dataclass(frozen=True)
class FittingCharset:
    """code: of ISO 19139; encoding: of the files; cut: texts that fit in none, empty when all do."""

    code: str
    encoding: str
    cut: tuple[CutCell, ...] = ()


def fitting_charset(content: DocumentContent, wanted: str) -> FittingCharset:
    """The charset wanted when every text fits in it, else the first other one in which they do.

    An accented letter takes two octets in UTF-8: a text of 254 letters that a Latin-1 DBF held may not fit.
    """
    codes = [wanted, *_WRITTEN] if wanted in _WRITTEN else list(_WRITTEN)
    for code in dict.fromkeys(codes):
        encoding = JAVA_CHARSETS[code]
        if _is_encodable(content, encoding) and not _cut(content, encoding):
            return FittingCharset(code, encoding)
    return FittingCharset("utf8", JAVA_CHARSETS["utf8"], _cut(content, JAVA_CHARSETS["utf8"]))


def _cut(content: DocumentContent, encoding: str) -> tuple[CutCell, ...]:
    return tuple(cell for table in content.tables.values() for cell in cut_cells(table, encoding))


def _is_encodable(content: DocumentContent, encoding: str) -> bool:
    try:
        for table in content.tables.values():
            for row in table.rows:
                "".join(cell for cell in row if cell is not None).encode(encoding)
    except UnicodeError:
        return False
    return True
