"""Steps of a conversion that rename written pieces, and what names them in the tables."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from smica_qgis.core.planning.conversion.notes import NoteKey, NoteKind
from smica_qgis.core.planning.conversion.rules import Step
from smica_qgis.core.planning.conversion.working_document import WorkingDocument

_PROCEDURE = "{nomproc}"


def rename_pieces(document: WorkingDocument, step: Step) -> None:
    """Pieces whose path a pattern describes get another one.

    `path` is a replacement of `re` with `{date}` and `{nomproc}`, the date and the procedure of the document; without
    a procedure the piece stays where it is, and is named. Letters' case is that of the path, not of the delivery.
    """
    pattern = re.compile(step.data["pattern"], re.IGNORECASE)
    procedure = _procedure(document)
    for old, current in document.pieces.items():
        if pattern.fullmatch(current) is None:
            continue
        template = step.data["path"].replace("{date}", document.content.name.date)
        if _PROCEDURE in template and not procedure:
            key = NoteKey(
                NoteKind.UNDECIDED,
                old,
                ("nomproc",),
                why=f"{step.why} Le nom demande la procédure (NOMPROC de DOC_URBA), qui n'est pas renseignée.",
                source=step.source,
                candidates=(posixpath.basename(pattern.sub(template, current)),),
            )
            document.notebook.note(key)
            continue
        new = pattern.sub(template.replace(_PROCEDURE, procedure), current)
        if new != current:
            document.pieces[old] = new
            kind = NoteKind.TO_CHECK if "check" in step.data else NoteKind.APPLIED
            why = f"{step.why} {step.data.get('check', '')}".strip()
            document.notebook.note(NoteKey(kind, old, result=new, why=why, source=step.source))


def name_of_piece(document: WorkingDocument, step: Step) -> None:
    """Fill the empty cells of a column with the name of the only piece that a pattern describes."""
    pattern, column = re.compile(step.data["pattern"], re.IGNORECASE), step.data["column"]
    names = sorted(posixpath.basename(path) for path in document.pieces.values() if pattern.fullmatch(path))
    for table in document.chosen(step.tables):
        table.add_column(column)
        for row in table.rows:
            belongs = (row.cells.get("idurba") or "").upper() == document.idurba
            if row.cells[column] is not None or not belongs:
                continue
            decided = document.notebook.answer(row.origin[0], (column,), "")
            chosen = decided[0] if decided is not None else (names[0] if len(names) == 1 else None)
            kind = NoteKind.UNDECIDED if chosen is None else NoteKind.APPLIED
            row.cells[column] = chosen
            key = NoteKey(
                kind,
                row.origin[0],
                (column,),
                result=chosen or "",
                why=step.why,
                source=step.source,
                candidates=() if chosen else tuple(names),
            )
            document.notebook.note(key, row.origin[1])


def follow_pieces(document: WorkingDocument) -> None:
    """Cells that name a piece that was renamed name it still; `#page=3` stays behind the name."""
    renamed = {
        posixpath.basename(old): posixpath.basename(new)
        for old, new in document.pieces.items()
        if posixpath.basename(old) != posixpath.basename(new)
    }
    if not renamed:
        return
    for table in document.tables.values():
        for row in table.rows:
            for column, value in row.cells.items():
                if value is not None:
                    row.cells[column] = _followed(value, renamed)


def _followed(value: str, renamed: Mapping[str, str]) -> str:
    name, mark, place = value.partition("#")
    return f"{renamed[name]}{mark}{place}" if name in renamed else value


def _procedure(document: WorkingDocument) -> str:
    """NOMPROC of the row of DOC_URBA that is this document."""
    table = document.tables.get("doc_urba")
    rows = table.rows if table is not None else []
    own = [row for row in rows if (row.cells.get("idurba") or "").upper() == document.idurba]
    return next((row.cells.get("nomproc") or "" for row in own), "")
