"""docs/reference says what the plugin does now."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from reference import algorithm_pages, markdown, rule_pages, servitude_pages
from reference.value_names import MEANINGS

from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.validation.catalogue import RuleText
from smica_qgis.core.validation.finding import Family, Level, Scope
from smica_qgis.core.validation.model_defects import ModelDefect
from smica_qgis.core.validation.rule_texts import rule_catalogue


@pytest.fixture(scope="module")
def build_reference(load_command: Callable[[str], ModuleType]) -> ModuleType:
    return load_command("build_reference")


def test_pages_of_rules_and_standards_are_up_to_date(build_reference: ModuleType) -> None:
    assert list(build_reference.different_pages(build_reference.pure_pages())) == []


def test_all_pages_are_up_to_date(repository: Path) -> None:
    command = [sys.executable, str(repository / "scripts" / "build_reference"), "--check"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_a_page_that_differs_or_is_missing_or_is_left_over_is_named(
    build_reference: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.md").write_text("by hand", encoding="utf-8")
    (tmp_path / "same.md").write_text("same", encoding="utf-8")
    (tmp_path / "old.md").write_text("before", encoding="utf-8")
    (tmp_path / "left.md").write_text("nobody writes me", encoding="utf-8")
    monkeypatch.setattr(build_reference, "PAGES", tmp_path)
    pages = {"same.md": "same", "old.md": "now", "new.md": "new"}
    assert [line.split()[0] for line in build_reference.different_pages(pages)] == [
        "docs/reference/old.md",
        "docs/reference/new.md",
    ]
    assert build_reference.stray_files(pages) == ["left.md"]


def test_every_code_has_a_page_and_every_value_a_meaning() -> None:
    catalogue = rule_catalogue()
    pages = rule_pages.pages(catalogue)
    assert {f"rules/{rule.code}.md" for rule in catalogue} | {"rules/index.md"} == set(pages)
    assert {name for rule in catalogue for name in rule.parameters} == set(MEANINGS)


def test_the_page_of_a_rule_shows_texts_as_they_are() -> None:
    rule = RuleText(
        code="A_CODE",
        family=Family.STANDARD,
        level=Level.WARNING,
        scope=Scope.FEATURE,
        theme="Un thème",
        title="Un <titre>",
        message="« {VALUE} » n’est pas *bon*",
        parameters=("VALUE",),
        standard_rule="D99",
    )
    text = rule_pages.rule_page(rule, "smica_qgis/core/errors.py")
    assert "# Un \\<titre\\>" in text
    assert "« `VALUE` » n’est pas \\*bon\\*" in text
    assert "| **Règle du standard** | D99 |" in text
    assert "../../../smica_qgis/core/errors.py" in text
    assert "## Pourquoi" not in text
    assert "Défauts connus des modèles" not in text


def test_the_page_of_a_rule_names_the_models_that_raise_it_wrongly() -> None:
    defects = (ModelDefect(("a_2025", "b_2025"), "X", "Le motif *A est faux."), ModelDefect(("*",), "X", "Rien."))
    text = rule_pages.rule_page(rule_catalogue()["VALIDATOR_EXCEPTION"], "", defects)
    section = text.split("## Défauts connus des modèles\n\n")[1]
    assert section.startswith("- `a_2025`, `b_2025` : Le motif \\*A est faux.\n- tous les modèles : Rien.\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("LIB_IDZONE", "LIB_IDZONE"),
        ("_A", "\\_A"),
        ("a|b", "a\\|b"),
        ("deux\n lignes", "deux lignes"),
        ("« a »", "« a »"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert markdown.escaped(text) == shown


def test_a_pattern_stays_in_its_cell() -> None:
    assert markdown.in_cell("(2A|2B)") == "`(2A\\|2B)`"


def test_the_page_of_an_algorithm() -> None:
    parameters = [
        {"name": "IN", "type": "file", "description": "Entrée", "default": None, "choices": []},
        {"name": "ON", "type": "enum", "description": "Choix", "default": "a", "choices": ["a", "b"]},
        {"name": "FLAT", "type": "boolean", "description": "À plat", "default": False, "choices": []},
        {"name": "OF", "type": "enum", "description": "Parmi", "default": "1", "choices": [*map(str, range(1, 159))]},
    ]
    for parameter, optional, advanced in zip(parameters, (False, False, True, True), (False, False, True, False)):
        parameter.update(optional=optional, advanced=advanced)
    algorithm = {"id": "smica:x", "name": "X", "help": "Fait X.", "parameters": parameters, "outputs": []}
    text = algorithm_pages.algorithms_page(json.loads(json.dumps([algorithm])))
    assert "| `IN` | Entrée (obligatoire) | fichier ou dossier |  |" in text
    assert "| `ON` | Choix | choix : `a` ou `b` | `a` |" in text
    assert "| `FLAT` | À plat (avancé) | oui ou non | `false` |" in text
    assert "| `OF` | Parmi | choix : `1`, `2`… (158 valeurs) | `1` |" in text


def test_servitudes_have_one_page_for_a_year_that_names_every_category_and_what_it_changes() -> None:
    names = [name for name in bundled_registry().names() if name.startswith("cnig_SUP_")]
    models = [bundled_registry().load(name) for name in names]
    pages = servitude_pages.pages(models, rule_catalogue())
    assert set(pages) == {"standards/cnig_SUP_2013.md", "standards/cnig_SUP_2016.md"}
    for name in names:
        assert f"| `{name}` | Servitudes {name.split('_')[2]} (" in pages[f"standards/cnig_SUP_{name[-4:]}.md"]
    text = pages["standards/cnig_SUP_2016.md"]
    assert "valeurs : `Périmètre des abords`, `Monument historique`" in text
    assert "| AC1 | `GENERATEUR_SUP_S` | relations en plus |" in text
    assert "| A5 | `ASSIETTE_SUP_S` |  |  |  | obligatoire | chemin `Donnees_geographiques/A5_ASSIETTE_SUP_S` |" in text
    assert [row[3:] for row in servitude_pages.list_rows(models)] == [("6 à 8", "0 à 11"), ("6 à 8", "8 à 10")]
