"""The HTML report: one self-contained French page that a consultancy can act on without QGIS.

Everything that comes from a delivery is escaped: by jinja2 in the page, by its `tojson` in the embedded data;
the script writes it as text only. A content policy forbids any other script and any address.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from smica_qgis.core.validation.finding import Family, Level, Verdict
from smica_qgis.reports.difference_wording import french_date, provenance
from smica_qgis.reports.fault_map import MARK_SIZE, WIDTH, frame_of, marks_of, outline_path
from smica_qgis.reports.html_pages import page_environment, write_page
from smica_qgis.reports.kinds import kinds_of
from smica_qgis.reports.page_data import FIRST_PLACES, PageData
from smica_qgis.reports.wording import (
    FAMILY_NOTES,
    FAMILY_TITLES,
    LEVEL_WORDS,
    counted,
    verdict_sentence,
    was_run,
)

if TYPE_CHECKING:
    from smica_qgis.core.validation.report import Report
    from smica_qgis.reports.fault_map import Frame

BACKDROP_POINTS = 6_000
MOST_FILES = 400
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def write_html(report: Report, path: Path) -> None:
    """Write the page. Raises SmicaError when the path cannot be written."""
    write_page(html_page(report), path)


def html_page(report: Report) -> str:
    """The page as text."""
    environment = _environment()
    script = environment.get_template("report.js").render()
    outlines = report.geometries.outlines(BACKDROP_POINTS)
    frame = frame_of(report.findings, outlines)
    families = kinds_of(report)
    data = PageData(report, frame)
    on_page = {id(kind.kind): kind for kind in data.kinds_on_page(families)}
    return environment.get_template("report.html.jinja").render(
        report=report,
        header=report.header,
        families=families,
        kind_on_page=lambda kind: on_page[id(kind)],
        embedded=data.embedded(),
        map=_map(report, frame, outlines),
        found_in_table=_found_by_table(report),
        script_hash=base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii"),
        verdict=verdict_sentence(report),
        notes=_notes(report),
        nothing_found="Non contrôlé." if report.verdict is Verdict.UNREADABLE else "Aucun constat.",
    )


def _environment() -> Environment:
    environment = page_environment()
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters.update(moment=_moment, french_date=french_date)
    environment.globals.update(
        Family=Family,
        Level=Level,
        Verdict=Verdict,
        FAMILY_NOTES=FAMILY_NOTES,
        FAMILY_TITLES=FAMILY_TITLES,
        FIRST_PLACES=FIRST_PLACES,
        LEVEL_WORDS=LEVEL_WORDS,
        MOST_FILES=MOST_FILES,
        counted=counted,
        provenance=provenance,
        was_run=was_run,
    )
    return environment


def _map(report: Report, frame: Frame | None, outlines: list[list[tuple[float, float]]]) -> dict[str, Any] | None:
    """What the template draws, or None when no finding has a place on the ground."""
    if frame is None:
        return None
    marks = marks_of(report.findings, frame)
    if not marks:
        return None
    return {
        "width": WIDTH,
        "height": frame.height,
        "outline": outline_path(outlines, frame),
        "marks": marks,
        "mark_size": MARK_SIZE,
        "levels": [level for level in Level if any(mark.level is level for mark in marks)],
    }


def _found_by_table(report: Report) -> Counter[str]:
    return Counter(finding.file for finding in report.findings)


def _notes(report: Report) -> list[str]:
    """What a reader must know before trusting the verdict."""
    header = report.header
    notes = []
    if report.verdict is Verdict.UNREADABLE:
        notes.append(
            "Rien n'a pu être ouvert. Une livraison est un dossier, ou son archive zip, qui porte le nom du "
            "document (44712_PLU_20041103) et contient Donnees_geographiques et Pieces_ecrites ; ou un "
            "GeoPackage."
        )
    if header.partial:
        notes.append("Le contrôle a été interrompu : les constats ci-dessous sont incomplets.")
    if not was_run(header, Family.OFFICIAL):
        notes.append("La famille officielle n'a pas été demandée : ce rapport ne dit rien de l'avis du Géoportail.")
    if not header.files_checked:
        notes.append(
            "Livraison réduite à un GeoPackage : les règles sur les dossiers, les pièces écrites et "
            "les métadonnées n'ont pas pu être appliquées."
        )
    if not header.detection.certain and not header.detection.given:
        notes.append("Le standard a été déduit d'indices qui ne concordent pas tous : vérifiez-le ci-dessous.")
    return notes


def _moment(text: str) -> str:
    """An ISO 8601 UTC moment as a French date and time; the text itself when it is none."""
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return text
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone.utc)
    day = "1er" if moment.day == 1 else str(moment.day)
    return f"{day} {_MONTHS[moment.month - 1]} {moment.year} à {moment:%H h %M} (UTC)"
