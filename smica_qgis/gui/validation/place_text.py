"""How a place is named in the tree: "row 12 · IDURBA = 30014_PLU_20140101"; a file by its message."""

from __future__ import annotations

from html import escape

from smica_qgis.core.validation.catalogue import RuleCatalogue
from smica_qgis.core.validation.finding import Finding, Scope
from smica_qgis.host.translation import number, tr
from smica_qgis.reports.place import place_of, shown

# The name that the standards' models give to the geometry: nobody has a column of that name before their eyes.
WKT = "WKT"
LONGEST_VALUE = 80
LONGEST_TOOLTIP = 400


def place_label(finding: Finding, catalogue: RuleCatalogue) -> str:
    """One line for the tree."""
    row_is_known = finding.scope is Scope.FEATURE or finding.id
    if not row_is_known or finding.code not in catalogue:
        return place_message(finding, catalogue, LONGEST_VALUE)
    place = place_of(finding, catalogue, LONGEST_VALUE)
    parts = []
    if place.line:
        parts.append(tr("row {number}", number=number(place.line)))
    if place.object:
        parts.append(place.object)
    if place.attribute == WKT:
        parts.append(place.value or tr("geometry"))
    elif place.attribute:
        parts.append(f"{place.attribute} = {place.value}" if place.value else place.attribute)
    return " · ".join(parts) or place.message


def place_message(finding: Finding, catalogue: RuleCatalogue, most: int = LONGEST_TOOLTIP) -> str:
    """The whole sentence of a finding, its values cut to `most` characters."""
    if finding.code not in catalogue:
        return shown(" · ".join(finding.values.values()) or finding.code, most)
    return place_of(finding, catalogue, most).message


def place_tooltip(finding: Finding, catalogue: RuleCatalogue) -> str:
    """The sentence, and the file it is about; escaped, for Qt takes some texts for rich ones."""
    return rich_tooltip(place_message(finding, catalogue), shown(finding.file, LONGEST_TOOLTIP))


def rich_tooltip(*lines: str) -> str:
    """A tooltip that wraps, whose texts are shown as they are whatever they hold."""
    return "<qt>" + "<br>".join(escape(line) for line in lines if line) + "</qt>"
