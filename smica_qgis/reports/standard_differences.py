"""What differs between bundled and fetched standards: a page to read, a table to sort."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from smica_qgis.core.spreadsheet_cell import not_a_formula
from smica_qgis.reports.difference_wording import (
    WHAT,
    after_of,
    before_of,
    french_date,
    provenance,
    state_of,
    where_of,
)
from smica_qgis.reports.html_pages import page_environment, write_page
from smica_qgis.reports.written_aside import written_aside

if TYPE_CHECKING:
    from smica_qgis.core.document_model.differences import ModelComparison

COLUMNS = ("model", "kind", "place", "column", "what", "bundled", "fetched", "source", "date", "sha256")


def write_differences_html(comparisons: Sequence[ModelComparison], path: Path) -> None:
    """Write the page. Raises SmicaError when the path cannot be written."""
    write_page(differences_page(comparisons), path)


def write_differences_csv(comparisons: Sequence[ModelComparison], path: Path) -> None:
    """Write the table: UTF-8, comma, one difference a line. Raises SmicaError when the path cannot be written."""
    with written_aside(path) as aside, aside.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(COLUMNS)
        for comparison in comparisons:
            source = comparison.fetched
            for difference in comparison.differences:
                row = (
                    difference.model,
                    difference.kind.value,
                    difference.place,
                    difference.item,
                    WHAT[difference.kind],
                    difference.before,
                    difference.after,
                    *((source.location, source.date, source.sha256) if source else ("", "", "")),
                )
                table.writerow([not_a_formula(cell) for cell in row])


def differences_page(comparisons: Sequence[ModelComparison]) -> str:
    """The page as text: self-contained, without script; what comes from a model is escaped."""
    environment = page_environment()
    environment.filters.update(moment=french_date)
    return environment.get_template("differences.html.jinja").render(
        comparisons=comparisons,
        changed=[c for c in comparisons if c.differences or c.unreadable],
        same=[c for c in comparisons if not c.differences and not c.unreadable],
        total=sum(len(c.differences) for c in comparisons),
        now=dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds"),
        WHAT=WHAT,
        where_of=where_of,
        before_of=before_of,
        after_of=after_of,
        state_of=state_of,
        provenance=provenance,
    )
