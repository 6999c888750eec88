"""The papers of a decision, as one asks for them."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.host.translation import tr

if TYPE_CHECKING:
    from smica_qgis.operations.write_decision import DecisionPapers


class Paper(enum.Enum):
    """What is written; the value is the end of its file's name."""

    CERTIFICATE_PDF = "certificat.pdf"
    CERTIFICATE_JSON = "certificat.json"
    LETTER = "lettre.pdf"
    WORKING_COPY = "constats.gpkg"


def paper_name(paper: Paper) -> str:
    """The words of its button."""
    return {
        Paper.CERTIFICATE_PDF: tr("Certificate (PDF)"),
        Paper.CERTIFICATE_JSON: tr("Certificate (JSON)"),
        Paper.LETTER: tr("Letter (PDF)"),
        Paper.WORKING_COPY: tr("Working copy"),
    }[paper]


def papers_at(paper: Paper, path: Path) -> DecisionPapers:
    """What to ask for a paper at a path; the working copy is a GeoPackage and a spreadsheet beside it."""
    from smica_qgis.operations.write_decision import DecisionPapers

    if paper is Paper.WORKING_COPY:
        return DecisionPapers(findings_gpkg=path, findings_xlsx=path.with_suffix(".xlsx"))
    name = {
        Paper.CERTIFICATE_PDF: "certificate_pdf",
        Paper.CERTIFICATE_JSON: "certificate_json",
        Paper.LETTER: "letter_pdf",
    }[paper]
    return DecisionPapers(**{name: path})
