"""The pages of the algorithms and of the sample delivery, from what QGIS says of them (qgis_facts). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reference.markdown import code, escaped, in_cell, link, page, table

TYPES = {
    "boolean": "oui ou non",
    "enum": "choix",
    "file": "fichier ou dossier",
    "fileDestination": "fichier à écrire",
    "folderDestination": "dossier à écrire",
    "number": "nombre",
    "string": "texte",
    "outputFile": "chemin",
    "outputFolder": "chemin",
    "outputHtml": "chemin",
    "outputNumber": "nombre",
    "outputString": "texte",
}
MOST_CHOICES = 12


def pages(facts: dict[str, Any]) -> dict[str, str]:
    """Return the pages by their path below docs/reference."""
    return {"algorithms.md": algorithms_page(facts["algorithms"]), "sample_delivery.md": sample_page(facts["sample"])}


def algorithms_page(algorithms: list[dict[str, Any]]) -> str:
    """Write the page of the algorithms."""
    about = (
        "Les traitements SMICA de la boîte à outils de QGIS, qui sont aussi ceux de "
        f"{link(code('qgis_process'), '../guide/sans_ecran.md')}. Leurs noms et ceux de leurs paramètres ne changent "
        f"qu’avec une entrée dans le {link('journal des versions', '../../CHANGELOG.md')}."
    )
    lines = ["# Les algorithmes", "", about]
    for algorithm in algorithms:
        what = f"**{escaped(algorithm['name'])}.** {escaped(algorithm['help'])}"
        lines += ["", f"## {code(algorithm['id'])}", "", what]
        lines += ["", "### Paramètres", ""]
        lines += table(("Nom", "Sens", "Type", "Défaut"), _parameter_rows(algorithm["parameters"]))
        lines += ["", "### Résultats", ""]
        lines += table(("Nom", "Sens", "Type"), _output_rows(algorithm["outputs"]))
    return page(lines)


def sample_page(sample: dict[str, Any]) -> str:
    """Write the page of the sample delivery."""
    standard = sample["standard"]
    model = link(code(standard), f"standards/{standard}.md")
    about = (
        f"L’exemple est un PLUi complet au modèle {model}. Chaque défaut est volontaire ; rien d’autre n’y est faux. "
        f"S’y ajoute le constat {_rule('VALIDATOR_PROJECTION_INFO')}, que tout contrôle donne. L’exemple de tout autre "
        f"{link('standard', 'standards.md')} est conforme : il n’a pas de défaut."
    )
    lines = ["# Les défauts de la livraison d’exemple", "", about, ""]
    lines += table(("Défaut", "Constats"), _defect_rows(sample["defects"]))
    lines += ["", link("Comment obtenir et utiliser l’exemple", "../guide/exemple.md")]
    return page(lines)


def _parameter_rows(parameters: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for parameter in parameters:
        notes = ["obligatoire"] if not parameter["optional"] and parameter["default"] is None else []
        notes += ["avancé"] if parameter["advanced"] else []
        choices = _choices(parameter["choices"])
        kind = f"{_type(parameter['type'])} : {choices}" if choices else _type(parameter["type"])
        meaning = escaped(parameter["description"]) + (f" ({', '.join(notes)})" if notes else "")
        yield in_cell(parameter["name"]), meaning, kind, in_cell(_default(parameter["default"]))


def _choices(choices: list[str]) -> str:
    """All of them when they are few; the reader of a long list has it before him in QGIS."""
    if len(choices) > MOST_CHOICES:
        return f"{in_cell(choices[0])}, {in_cell(choices[1])}… ({len(choices)} valeurs)"
    return " ou ".join(in_cell(choice) for choice in choices)


def _output_rows(outputs: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    for output in outputs:
        yield in_cell(output["name"]), escaped(output["description"]), _type(output["type"])


def _type(name: str) -> str:
    """A type in French; one that is not in the list keeps the name that QGIS gives it."""
    return TYPES.get(name, name)


def _default(value: Any) -> str:  # noqa: ANN401 - a JSON value
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _defect_rows(defects: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for defect in defects:
        findings = defect["findings"].items()
        yield escaped(defect["what"]), "<br>".join(_rule(name, count) for name, count in findings)


def _rule(name: str, count: int = 1) -> str:
    times = f" × {count}" if count > 1 else ""
    return link(code(name), f"rules/{name}.md") + times
