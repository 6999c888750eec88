"""One page per code of finding, and an index by theme and by code. Pure: reads the catalogue and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reference.markdown import code, escaped, in_cell, link, page, table
from reference.value_names import MEANINGS
from smica_qgis.core.validation import rules
from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText
from smica_qgis.core.validation.finding import Family, Level, Scope
from smica_qgis.core.validation.model_defects import ALL_MODELS, ModelDefect

FOLDER = "rules"
ROOT = "../../.."
"""From a page of a rule to the root of the repository."""
LEVELS = {
    Level.FATAL: "Erreur fatale",
    Level.ERROR: "Erreur",
    Level.WARNING: "Avertissement",
    Level.INFO: "Information",
}
FAMILIES = {
    Family.OFFICIAL: "Officielle : contrôle du Géoportail de l’urbanisme",
    Family.STANDARD: "Standard : texte du CNIG",
    Family.LOCAL: "Locale : règles du département et du syndicat",
}
SHORT_FAMILIES = {Family.OFFICIAL: "officielle", Family.STANDARD: "standard", Family.LOCAL: "locale"}
SCOPES = {
    Scope.DIRECTORY: "la livraison, ses fichiers ou ses relations",
    Scope.HEADER: "une table (encodage, colonnes)",
    Scope.FEATURE: "une ligne d’une table",
    Scope.METADATA: "une fiche de métadonnées",
}
NOT_BY_A_RULE = {"DELIVERY_UNREADABLE": "smica_qgis/operations/validate_delivery.py"}
"""A delivery that cannot be opened never meets the rules."""


def pages(catalogue: RuleCatalogue) -> dict[str, str]:
    """Return the pages by their path below docs/reference."""
    modules = modules_by_code()
    found = {
        f"{FOLDER}/{rule.code}.md": rule_page(rule, modules.get(rule.code, ""), catalogue.defects_of(rule.code))
        for rule in catalogue
    }
    found[f"{FOLDER}/index.md"] = index_page(list(catalogue))
    return found


def modules_by_code() -> dict[str, str]:
    """Return the path, from the root of the repository, of the rule that raises each code."""
    found = dict(NOT_BY_A_RULE)
    for rule in rules.ALL_RULES:
        found.update(dict.fromkeys(rule.codes, f"{type(rule).__module__.replace('.', '/')}.py"))
    return found


def rule_page(rule: RuleText, module: str, defects: Iterable[ModelDefect] = ()) -> str:
    """Write the page of a code. defects: of the published models that raise it."""
    lines = [f"# {escaped(rule.title)}", "", code(rule.code), "", *_facts(rule, module)]
    lines += _section("Quoi", _template(rule.message))
    lines += _section("Attendu", _template(rule.expected))
    lines += _section("Pourquoi", escaped(rule.why))
    lines += _section("Comment corriger", escaped(rule.remedy))
    known = "Défaut connu de l’outil officiel" if rule.family is Family.OFFICIAL else "Limites"
    lines += _section(known, escaped(rule.defect))
    lines += _section("Défauts connus des modèles", "\n".join(_defect_line(defect) for defect in defects))
    if rule.parameters:
        lines += ["", "## Valeurs du constat", "", *_values(rule)]
    lines += ["", f"{link('Tous les codes', 'index.md')} · {link('Formats de rapport', '../report_formats.md')}"]
    return page(lines)


def index_page(catalogue: list[RuleText]) -> str:
    """Write the index: by theme, in the order of the reports, then by code."""
    note = (
        "Les servitudes et les SCoT ont leurs codes dans cette liste, car le catalogue du Géoportail les contient ; "
        "une livraison de PLU ou de PLUi ne les reçoit pas."
    )
    lines = ["# Les règles", "", _count(catalogue), "", note, "", "## Par thème"]
    for theme in dict.fromkeys(rule.theme for rule in catalogue):
        lines += ["", f"### {escaped(theme)}", ""]
        lines += table(("Code", "Niveau", "Famille", "Intitulé"), _theme_rows(theme, catalogue))
    lines += ["", "## Par code", ""]
    ordered = sorted(catalogue, key=lambda rule: rule.code)
    lines += [f"- {link(code(rule.code), f'{rule.code}.md')} : {escaped(rule.title)}" for rule in ordered]
    return page(lines)


def _facts(rule: RuleText, module: str) -> list[str]:
    rows = [
        ("Niveau", f"{LEVELS[rule.level]} ({code(rule.level.value)})"),
        ("Famille", f"{FAMILIES[rule.family]} ({code(rule.family.value)})"),
        ("Thème", link(escaped(rule.theme), f"index.md#{_anchor(rule.theme)}")),
        ("Porte sur", f"{SCOPES[rule.scope]} ({code(rule.scope.value)})"),
        ("Règle du standard", escaped(rule.standard_rule)),
        ("Référence", escaped(rule.paragraph)),
        ("Module", _module(module)),
    ]
    return table(("", ""), [(f"**{name}**", text) for name, text in rows if text])


def _module(path: str) -> str:
    if not path:
        return "aucun : le Géoportail connaît ce code, mais aucune règle ne le donne"
    return link(code(path.removeprefix("smica_qgis/")), f"{ROOT}/{path}")


def _section(title: str, text: str) -> list[str]:
    return ["", f"## {title}", "", text] if text else []


def _defect_line(defect: ModelDefect) -> str:
    models = ("tous les modèles",) if ALL_MODELS in defect.models else tuple(map(code, defect.models))
    return f"- {', '.join(models)} : {escaped(defect.text)}"


def _template(text: str) -> str:
    """A sentence with its values shown as code: {VALUE} reads `VALUE`."""
    parts = text.replace("}", "{").split("{")
    return "".join(code(part) if rank % 2 else _escaped_part(part) for rank, part in enumerate(parts))


def _escaped_part(text: str) -> str:
    """Escape a piece of a sentence, keeping the blanks at its ends."""
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{left}{escaped(text)}{right}" if text.strip() else text


def _values(rule: RuleText) -> list[str]:
    return table(("Nom", "Sens"), ((code(name), MEANINGS[name]) for name in rule.parameters))


def _theme_rows(theme: str, catalogue: list[RuleText]) -> Iterator[tuple[str, str, str, str]]:
    for rule in catalogue:
        if rule.theme == theme:
            name = link(in_cell(rule.code), f"{rule.code}.md")
            yield name, LEVELS[rule.level], SHORT_FAMILIES[rule.family], escaped(rule.title)


def _count(catalogue: list[RuleText]) -> str:
    parts = [f"{_number_of(catalogue, family)} de la famille {SHORT_FAMILIES[family]}" for family in Family]
    return f"{len(catalogue)} codes : {', '.join(part for part in parts if not part.startswith('0 '))}."


def _number_of(catalogue: Iterable[RuleText], family: Family) -> int:
    return sum(1 for rule in catalogue if rule.family is family)


def _anchor(title: str) -> str:
    """The anchor that GitHub gives to a title."""
    kept = "".join(c for c in title.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")
