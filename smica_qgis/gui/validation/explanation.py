"""The explanation of a kind or of a place, as rich text. Every text that comes from elsewhere is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText
from smica_qgis.core.validation.finding import Family, Finding
from smica_qgis.gui.validation.findings_index import PlaceState
from smica_qgis.gui.validation.findings_tree import Node
from smica_qgis.gui.validation.place_text import WKT, place_message
from smica_qgis.gui.validation.wording import counts_sentence, family_meaning, family_name, level_word
from smica_qgis.host.translation import number, tr
from smica_qgis.reports.place import place_of, shown

LONGEST = 1000


def style(muted: str) -> str:
    """Style sheet of the document. muted: colour of what is secondary, from the palette."""
    return (
        f".muted {{ color: {muted}; }} h3 {{ margin: 0 0 2px 0; font-size: large; }}"
        " p { margin: 0 0 6px 0; }"
        " td { padding-right: 8px; }"
    )


def group_text(node: Node) -> str:
    """A family or a theme: what it is and what it holds."""
    lines = [f"<h3>{escape(node.title or family_name(node.family))}</h3>"]
    lines.append(f"<p class='muted'>{escape(family_name(node.family))} · {escape(counts_sentence(node.counts))}</p>")
    lines.append(f"<p>{escape(family_meaning(node.family))}</p>")
    return "".join(lines)


def kind_text(node: Node, example: Finding, catalogue: RuleCatalogue) -> str:
    """A kind, with the sentence of its first place as an example."""
    heading = _heading(node.title, example, [counts_sentence(node.counts)] if node.present else [tr("all fixed")])
    sentence = place_message(example, catalogue)
    what = sentence if len(node.shown) == 1 else tr("For instance: {sentence}", sentence=sentence)
    return heading + _sections(what, example, catalogue)


def place_text(finding: Finding, state: PlaceState, catalogue: RuleCatalogue) -> str:
    """One place: what is wrong, what its kind says, then where it is and what stands there."""
    marks = {
        PlaceState.NEW: tr("new since the last run"),
        PlaceState.FIXED: tr("fixed since the last run"),
        PlaceState.EXCEPTION: tr("justified exception"),
        PlaceState.QUESTION: tr("question without an answer"),
    }
    title = catalogue[finding.code].title if finding.code in catalogue else finding.code
    heading = _heading(title, finding, [marks[state]] if state in marks else [])
    sentence = place_message(finding, catalogue, LONGEST)
    return heading + _sections(sentence, finding, catalogue) + _where(finding, catalogue)


def _heading(title: str, finding: Finding, more: Iterable[str]) -> str:
    facts = [level_word(finding.level), finding.code, *more]
    return f"<h3>{escape(title)}</h3><p class='muted'>{escape(' · '.join(facts))}</p>"


def _where(finding: Finding, catalogue: RuleCatalogue) -> str:
    if finding.code not in catalogue:
        return ""
    place = place_of(finding, catalogue, LONGEST)
    rows: list[tuple[str, str]] = [
        (tr("File"), place.file),
        (tr("Row"), number(place.line) if place.line else ""),
        (tr("Object"), place.object),
        (tr("Attribute"), tr("geometry") if place.attribute == WKT else place.attribute),
        (tr("Value"), place.value),
        (tr("Other objects"), shown(", ".join(finding.related), LONGEST)),
    ]
    cells = "".join(
        f"<tr><td class='muted'>{escape(name)}</td><td>{escape(text)}</td></tr>" for name, text in rows if text
    )
    return f"<table cellspacing='0' cellpadding='0'>{cells}</table><p></p>"


def _sections(what: str, finding: Finding, catalogue: RuleCatalogue) -> str:
    if finding.code not in catalogue:
        return _section("", what)
    rule = catalogue[finding.code]
    defect = catalogue.model_defect(finding)
    return (
        _section("", what)
        + _section(tr("Expected"), shown(catalogue.expected(finding), LONGEST))
        + _section(tr("Why"), rule.why, rule.paragraph)
        + _section(tr("Known defect of the Géoportail"), defect)
        + _section(tr("How to fix it"), "" if defect else rule.remedy)
        + _official(rule)
    )


def _official(rule: RuleText) -> str:
    if rule.family is Family.OFFICIAL:
        return _section(tr("Official tool: known for"), rule.defect)
    source = tr("Rule {rule} of the standard, which the official tool does not check.", rule=rule.standard_rule)
    return _section(tr("Source"), source if rule.standard_rule else "") + _section(tr("Limits"), rule.defect)


def _section(name: str, text: str, reference: str = "") -> str:
    if not text and not reference:
        return ""
    note = f" <span class='muted'>({escape(reference)})</span>" if reference else ""
    title = f"<b>{escape(name)}</b><br>" if name else ""
    return f"<p>{title}{escape(text)}{note}</p>"
