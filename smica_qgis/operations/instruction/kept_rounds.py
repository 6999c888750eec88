"""What the store keeps of a round, read back: its report as it was, its objects, what was said of its findings."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.publication.content import ContentTable
from smica_qgis.core.publication.packed_table import unpacked_table
from smica_qgis.core.stored_dates import stored_instant
from smica_qgis.core.validation.report import NoGeometries, Report
from smica_qgis.core.workflow.checklist import ChecklistAnswer
from smica_qgis.core.workflow.finding_states import JustifiedException, Message
from smica_qgis.core.workflow.procedure import RuleSet
from smica_qgis.core.workflow.round_comparison import CheckedRound
from smica_qgis.core.workflow.vocabulary import Answer
from smica_qgis.database.store import Store
from smica_qgis.operations.instruction.procedures import StoredRound
from smica_qgis.reports.read_report import read_report


@dataclass(frozen=True)
class KeptRound:
    """A round with its report."""

    stored: StoredRound
    report: Report

    @property
    def checked(self) -> CheckedRound:
        """What the comparison needs. A round is always received with the rules that it was checked by."""
        return CheckedRound(self.report.findings, self.stored.round.checked_by or RuleSet("", "", ""))


class KeptGeometries(NoGeometries):
    """The geometries of the objects of a round, from the tables that the store keeps; it has nothing to close."""

    def __init__(self, crs: str, tables: Mapping[str, ContentTable], files: Mapping[str, str]) -> None:
        """files: name of the file, as in the findings → name of its table."""
        self.crs = crs
        self._tables = tables
        self._files = files

    def wkb_of(self, file: str, rows: Sequence[int]) -> dict[int, bytes]:
        """See ObjectGeometries."""
        table = self._tables.get(self._files.get(file, ""))
        shapes = table.geometries if table is not None and table.geometries is not None else ()
        found = ((row, shapes[row]) for row in rows if 0 <= row < len(shapes))
        return {row: wkb for row, wkb in found if wkb is not None}


def with_geometries(store: Store, kept: KeptRound) -> KeptRound:
    """The same round, whose report can draw its objects. A table delivered in several files has no sure rows."""
    summaries = kept.report.tables
    counted = Counter(table.file_model for table in summaries)
    files = {table.file: table.file_model.lower() for table in summaries if counted[table.file_model] == 1}
    geometries = KeptGeometries(kept.report.header.crs, kept_tables(store, kept.stored), files)
    return replace(kept, report=replace(kept.report, geometries=geometries))


def kept_round(store: Store, stored: StoredRound) -> KeptRound:
    """The round with its report, which has no working copy. Raises SmicaError when what is kept is damaged."""
    summary = next(store.rows("SELECT rapport FROM inst_tour WHERE fid = :tour", {"tour": stored.fid}))[0]
    lines = store.rows(
        "SELECT ligne_rapport FROM inst_constat WHERE tour_id = :tour ORDER BY rang", {"tour": stored.fid}
    )
    with tempfile.TemporaryDirectory(prefix="smica_tour_") as folder:
        path = Path(folder) / "tour.jsonl"
        path.write_text("".join(str(row[0]) for row in lines), encoding="utf-8", errors="backslashreplace")
        path.with_suffix(".json").write_text(str(summary), encoding="utf-8", errors="backslashreplace")
        return KeptRound(stored, read_report(path))


def kept_tables(store: Store, stored: StoredRound) -> dict[str, ContentTable]:
    """The tables that a round delivered, by name; empty when they could not be read. Raises SmicaError."""
    rows = store.rows("SELECT nom, contenu FROM inst_table WHERE tour_id = :tour ORDER BY nom", {"tour": stored.fid})
    return {str(name): unpacked_table(str(name), str(text)) for name, text in rows}


def content_sha256(store: Store, stored: StoredRound) -> str:
    """Hash of the document that a round delivered, as the publication computes it; empty when it could not be read."""
    row = next(store.rows("SELECT contenu_sha256 FROM inst_tour WHERE fid = :tour", {"tour": stored.fid}))
    return str(row[0] or "")


def exceptions_of(store: Store, procedure: str) -> list[JustifiedException]:
    """The justified exceptions of a procedure, under the key that each finding had when it was justified."""
    rows = store.rows(
        "SELECT cle, motif, auteur, le, depuis_tour FROM inst_exception WHERE procedure_id = :nom ORDER BY fid",
        {"nom": procedure},
    )
    return [JustifiedException(str(k), str(why), str(who), stored_instant(at), int(n)) for k, why, who, at, n in rows]


def keep_exceptions(store: Store, procedure: str, exceptions: Iterable[JustifiedException]) -> None:
    """Write exceptions. Call it within a transaction, or for one only."""
    for one in exceptions:
        store.insert_one(
            "inst_exception",
            {
                "procedure_id": procedure,
                "cle": one.key,
                "motif": one.reason,
                "auteur": one.author,
                "le": one.at,
                "depuis_tour": one.since_round,
            },
        )


def messages_of(store: Store, procedure: str) -> list[Message]:
    """Questions and answers of a procedure, in their order."""
    rows = store.rows(
        "SELECT cle, tour, auteur, le, texte FROM inst_message WHERE procedure_id = :nom ORDER BY fid",
        {"nom": procedure},
    )
    return [Message(str(key), int(n), str(who), stored_instant(at), str(text)) for key, n, who, at, text in rows]


def answers_of(store: Store, stored: StoredRound) -> list[ChecklistAnswer]:
    """What was seen by eye of a round."""
    rows = store.rows(
        "SELECT code, reponse, note, auteur, le, lieu FROM inst_verification WHERE tour_id = :tour ORDER BY fid",
        {"tour": stored.fid},
    )
    return [
        ChecklistAnswer(str(code), Answer(said), str(note or ""), str(by), stored_instant(at), str(place or ""))
        for code, said, note, by, at, place in rows
    ]


def summary_of_round(store: Store, stored: StoredRound) -> dict[str, object]:
    """Verdict, counts and versions of a round's report, without its findings. Raises SmicaError when damaged."""
    row = next(store.rows("SELECT rapport FROM inst_tour WHERE fid = :tour", {"tour": stored.fid}))
    try:
        summary = json.loads(row[0])
    except (TypeError, ValueError) as error:
        message = f"Ce que la base commune garde du tour {stored.round.number} de {stored.procedure} est abîmé."
        raise SmicaError(message, str(error)) from error
    return dict(summary)
