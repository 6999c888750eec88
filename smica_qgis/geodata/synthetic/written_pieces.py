"""Folders and written pieces that a document model asks for, and one-page PDFs to stand for them.

Names: standard CNIG PLU v2024 rev. 2025-06, p. 51-59.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from smica_qgis.core.document_model.java_pattern import compile_java
from smica_qgis.core.document_model.model import FileModel, FileType, Mandatory
from smica_qgis.geodata.synthetic.document import Document
from smica_qgis.geodata.synthetic.pattern_text import text_matching

ALSO = ("REGLEMENT_GRAPHIQUE", "PRESCRIPTION", "DELIB_APPROBATION", "OAP", "ORIENTATIONS_AMENAGEMENT")
"""Optional pieces that a usual document has."""
DESIGNATIONS = {
    "PRESCRIPTION": ("prescription_surf_05_02",),
    "INFORMATION": ("info_surf_02_00",),
    "ANNEXE": ("liste_annexes", "liste_SUP"),
    "AUTRE_DOCUMENT": ("bilan_concertation",),
    "PROCEDURE": ("procedure",),
}
"""Designations by name of file model, where the pattern leaves it open: the first that no other piece has."""
TITLES = {
    "PROCEDURE": "Procédure",
    "RAPPORT": "Rapport de présentation",
    "PADD": "Projet d'aménagement et de développement durables",
    "REGLEMENT": "Règlement écrit",
    "REGLEMENT_GRAPHIQUE": "Règlement graphique",
    "PRESCRIPTION": "Liste des emplacements réservés",
    "ANNEXE": "Liste des annexes",
    "DELIB_APPROBATION": "Délibération d'approbation",
    "OAP": "Orientations d'aménagement et de programmation",
    "ORIENTATIONS_AMENAGEMENT": "Orientations d'aménagement et de programmation",
    "POA": "Programme d'orientations et d'actions",
}
LONGEST_TITLE = 80
PREEMPTION = "info_surf_04_00"
PREEMPTION_TITLE = "Périmètre du droit de préemption urbain"


@dataclass(frozen=True)
class Piece:
    """A written piece. path: relative to the root folder; model: name of its file model."""

    path: str
    title: str
    model: str

    @property
    def name(self) -> str:
        """Name of the file, as NOMFIC gives it."""
        return posixpath.basename(self.path)


def folders(document: Document, *, complete: bool = False) -> list[str]:
    """Folders that the model wants, or all that it names, relative to the root folder."""
    listed = [file for file in document.model.files if file.type is FileType.DIRECTORY]
    wanted = [file for file in listed if complete or file.mandatory is not Mandatory.OPTIONAL]
    return [text_matching(file.path, document.hints) for file in wanted]


def written_pieces(document: Document, *, complete: bool = False) -> list[Piece]:
    """One PDF for each piece that the model wants or that a usual document has; complete: for each that it names."""
    pieces: dict[str, Piece] = {}
    for file in document.model.files:
        wanted = complete or file.mandatory is not Mandatory.OPTIONAL or file.name in ALSO
        if file.type is not FileType.PDF or not wanted:
            continue
        path = f"{_path(file, document, pieces)}.pdf"
        pieces.setdefault(path, Piece(path, title_of(file), file.name))
        if file.name == "ANNEXE" and document.model.file("INFO_SURF"):
            path = f"{folder_of(file)}/{document.code}_{PREEMPTION}_{document.date}.pdf"
            pieces[path] = Piece(path, PREEMPTION_TITLE, "INFORMATION")
    return list(pieces.values())


def title_of(file: FileModel) -> str:
    """Title of the piece of a file model."""
    return TITLES.get(file.name, file.name.replace("_", " ").capitalize())[:LONGEST_TITLE]


def folder_of(file: FileModel) -> str:
    """Folder of a file model: what its pattern says literally before the name of the file."""
    return re.split(r"[^\w/]", file.path, maxsplit=1)[0].rpartition("/")[0]


def _path(file: FileModel, document: Document, others: Container[str]) -> str:
    for designation in DESIGNATIONS.get(file.name, ()):
        path = f"{folder_of(file)}/{document.code}_{designation}_{document.date}"
        if f"{path}.pdf" not in others and compile_java(file.path, ignore_case=True).fullmatch(path):
            return path
    return text_matching(file.path, document.hints)


def files_of_subjects(pieces: list[Piece]) -> Mapping[str, str]:
    """PDF that describes the objects of a code (`05-02`), by its name."""
    described = {"PRESCRIPTION": "05-02", "INFORMATION": "04-00"}
    return {described[piece.model]: piece.name for piece in pieces if piece.model in described}


def pdf(title: str, owner: str) -> bytes:
    """Return a valid PDF of one A4 page that says what it stands for."""
    lines = [title, owner, "Document fictif, produit pour l'exemple par SMICA QGIS."]
    shown = b"".join(
        b"BT /F1 %d Tf 72 %d Td (%s) Tj ET\n" % (18 if rank == 0 else 11, 760 - 28 * rank, _escaped(line))
        for rank, line in enumerate(lines)
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /Producer (SMICA QGIS) >>" % _escaped(title),
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + tail % (len(objects) + 1, len(out))


def _escaped(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return escaped.encode("cp1252", "replace")
