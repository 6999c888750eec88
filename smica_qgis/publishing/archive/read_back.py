"""Opens an archive again, and says whether it is what was meant, whole, and accepted."""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter
from pathlib import Path

from smica_qgis.core.progress import Progress
from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.core.publication.outcome import Proof
from smica_qgis.core.validation.finding import Finding, Verdict, verdict_of
from smica_qgis.geodata.planning.content_comparison import compare_tables
from smica_qgis.geodata.planning.delivery_content import content_of_delivery
from smica_qgis.geodata.planning.official_check import official_findings
from smica_qgis.publishing.archive.prepared_archive import PreparedArchive, file_hash

_ABSENT = "absente"
_MOST_CODES = 6


def archive_signature(archive: Path) -> str:
    """What the archive says it was made from; empty when there is none, or it is not one of ours."""
    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.comment.decode("ascii", "replace")
    except (OSError, zipfile.BadZipFile):
        return ""


def archive_proofs(prepared: PreparedArchive, archive: Path, progress: Progress) -> list[Proof]:
    """Compare an archive with what it was made from. Raises SmicaError, CancelledError."""
    if not archive.is_file():
        return [Proof("Archive", prepared.name, _ABSENT)]
    expected = prepared.content
    with content_of_delivery(str(archive), standard=prepared.model.name, crs=expected.crs, progress=progress) as found:
        proofs = [Proof("Archive", expected.name.text, found.name.text)]
        proofs += [Proof(f"Table {t.name.upper()}", t.expected, t.found) for t in compare_tables(expected, found)]
        proofs.append(Proof("Pièces", _pieces(expected), _pieces(found)))
        proofs.append(Proof("Fiche de métadonnées", _short(expected.metadata), _short(found.metadata)))
    findings = official_findings(archive, prepared.model, expected.crs, progress)
    proofs.append(Proof("Contrôle du Géoportail (famille officielle)", "valide", verdict_text(findings)))
    return proofs


def verdict_text(findings: list[Finding]) -> str:
    """`valide`, or what makes it invalid."""
    if verdict_of(findings) is Verdict.VALID:
        return "valide"
    codes = Counter(finding.code for finding in findings if finding.level.blocks)
    named = ", ".join(f"{code} × {count}" for code, count in codes.most_common(_MOST_CODES))
    return f"invalide : {named}"


def _pieces(content: DocumentContent) -> str:
    digest = hashlib.sha256()
    for piece in sorted(content.pieces, key=lambda piece: piece.path):
        digest.update(f"{piece.path}\t{file_hash(Path(piece.source))}\n".encode())
    return f"{len(content.pieces)}, {digest.hexdigest()[:12]}"


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12] if content else _ABSENT
