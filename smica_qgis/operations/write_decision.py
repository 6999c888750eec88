"""The papers of a decision: certificate (JSON and PDF), letter of refusal, and a working copy for the consultancy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.progress import Progress, SilentProgress
from smica_qgis.core.validation.finding import Level
from smica_qgis.core.workflow.certificate import ReadCertificate, read_certificate
from smica_qgis.core.workflow.round_comparison import ComparedFinding, Fate
from smica_qgis.core.workflow.vocabulary import Decision
from smica_qgis.database.store import Store
from smica_qgis.operations.compare_rounds import compare_rounds
from smica_qgis.operations.decide_round import certificate_of
from smica_qgis.operations.instruction.kept_rounds import KeptRound, kept_round, with_geometries
from smica_qgis.operations.instruction.procedures import the_round
from smica_qgis.reports.decision_pdf import write_decision_pdf
from smica_qgis.reports.decision_text import (
    certificate_lines,
    certificate_title,
    french_instant,
    letter_lines,
    letter_title,
)
from smica_qgis.reports.findings_geopackage import write_findings_geopackage
from smica_qgis.reports.findings_spreadsheet import write_findings_spreadsheet
from smica_qgis.reports.written_aside import written_aside


@dataclass(frozen=True)
class DecisionPapers:
    """Where each paper goes; None for one that is not wanted."""

    certificate_json: Path | None = None
    certificate_pdf: Path | None = None
    letter_pdf: Path | None = None
    findings_gpkg: Path | None = None
    findings_xlsx: Path | None = None


def write_decision(
    store: Store, procedure: str, number: int, papers: DecisionPapers, progress: Progress | None = None
) -> ReadCertificate:
    """Write the papers of a round's decision. number: 0 = the last round. In the thread of the window for the PDFs.

    Raises SmicaError when the round has no decision, or a path cannot be written; InvalidParameterError for a letter
    of a round that was not sent back.
    """
    progress = progress or SilentProgress()
    kept = with_geometries(store, kept_round(store, the_round(store, procedure, number)))
    text = certificate_of(store, kept.stored)
    read = read_certificate(text)
    if papers.certificate_json is not None:
        with written_aside(papers.certificate_json) as aside:
            aside.write_text(text, encoding="utf-8")
    foot = f"Sceau {read.seal[:16]}… · vérifier avec smica:verify_certificate"
    if papers.certificate_pdf is not None:
        title = certificate_title(read.certificate)
        lines = certificate_lines(read.certificate, read.seal)
        write_decision_pdf(papers.certificate_pdf, title, _subtitle(read), lines, foot)
    compared = _compared(store, procedure, kept, progress)
    if papers.letter_pdf is not None:
        if read.certificate.decision != Decision.SENT_BACK.value:
            raise InvalidParameterError("Il n'y a pas de lettre de renvoi : ce tour a été accepté.")
        lines = letter_lines(read.certificate, compared, kept.report.catalogue)
        write_decision_pdf(papers.letter_pdf, letter_title(read.certificate), _subtitle(read), lines, foot)
    _write_working_copies(kept, compared, read, papers)
    return read


def _subtitle(read: ReadCertificate) -> str:
    certificate = read.certificate
    return f"{certificate.procedure['territory']} · {certificate.delivery} · {french_instant(certificate.signed_at)}"


def _compared(store: Store, procedure: str, kept: KeptRound, progress: Progress) -> Sequence[ComparedFinding]:
    number = kept.stored.round.number
    if number == 1:
        return [ComparedFinding(Fate.NEW, finding) for finding in kept.report.findings]
    return compare_rounds(store, procedure, (number - 1, number), progress).findings


def _write_working_copies(
    kept: KeptRound, compared: Sequence[ComparedFinding], read: ReadCertificate, papers: DecisionPapers
) -> None:
    """Only what is to be mended: still there and new, without the exceptions nor what is said for information."""
    excepted = {one["key"] for one in read.certificate.exceptions}
    wanted = (Fate.STILL, Fate.NEW, Fate.RULE_NEW)
    told = [one for one in compared if one.fate in wanted and one.finding.level is not Level.INFO]
    left = [one for one in told if one.finding.key not in excepted]
    report = replace(kept.report, findings=[one.finding for one in left])
    if papers.findings_gpkg is not None:
        write_findings_geopackage(report, papers.findings_gpkg)
    if papers.findings_xlsx is not None:
        write_findings_spreadsheet(report, papers.findings_xlsx, [one.fate for one in left])
