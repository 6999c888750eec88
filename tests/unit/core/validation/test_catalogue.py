"""Sentences for readers: parameters, nulls, conditions."""

from __future__ import annotations

import json
import re

import pytest

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.validation.catalogue import RuleCatalogue, RuleText, load_catalogue
from smica_qgis.core.validation.finding import Family, Finding, Level, Scope
from smica_qgis.core.validation.rule_texts import rule_catalogue

CODE = "ATTRIBUTE_INVALID_REGEXP"


def text(code: str = CODE, message: str = "«\u00a0{VALUE}\u00a0» n’a pas la forme {REGEXP}.") -> RuleText:
    return RuleText(code, Family.OFFICIAL, Level.ERROR, Scope.FEATURE, "Thème", "Titre", message, expected="{REGEXP}")


def finding(code: str = CODE, **values: str) -> Finding:
    return Finding(code, Family.OFFICIAL, Level.ERROR, Scope.FEATURE, values=values)


MADE = RuleCatalogue([text()], [(re.compile(r"(\w+) IS NOT NULL"), "{1} doit être rempli.")])


def test_parameters_are_inserted() -> None:
    assert MADE.message(finding(VALUE="x", REGEXP="[0-9]")) == "«\u00a0x\u00a0» n’a pas la forme [0-9]."
    assert MADE.expected(finding(VALUE="x", REGEXP="[0-9]")) == "[0-9]"


@pytest.mark.parametrize("values", [{"VALUE": "{VALUE}", "REGEXP": "r"}, {"REGEXP": "r"}])
def test_a_null_parameter_reads_empty(values: dict[str, str]) -> None:
    assert MADE.message(finding(**values)) == "«\u00a0(vide)\u00a0» n’a pas la forme r."


def test_a_value_is_never_taken_for_a_template() -> None:
    assert MADE.message(finding(VALUE="{REGEXP} \\1", REGEXP="r")) == "«\u00a0{REGEXP} \\1\u00a0» n’a pas la forme r."


def test_a_parameter_may_stand_twice() -> None:
    twice = RuleCatalogue([text(message="{VALUE}, encore {VALUE}.")])
    assert twice.message(finding(VALUE="x")) == "x, encore x."


def test_a_condition_is_said_in_french_when_its_shape_is_known() -> None:
    said = RuleCatalogue(
        [text(message="Condition : {CONDITION}")], [(re.compile(r"(\w+) NOT NULL"), "{1} est rempli.")]
    )
    assert said.message(finding(CONDITION="NOMFIC  NOT\n NULL")) == "Condition : NOMFIC est rempli."
    assert said.message(finding(CONDITION="NOMFIC = 1")) == "Condition : NOMFIC = 1"


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [("A IS NOT NULL", "A doit être rempli."), (" A  IS NOT  NULL ", "A doit être rempli."), ("A = 1", ""), ("", "")],
)
def test_sentences_of_conditions(condition: str, sentence: str) -> None:
    assert MADE.condition_sentence(condition) == sentence


def test_an_optional_group_that_did_not_match_is_empty() -> None:
    made = RuleCatalogue([], [(re.compile(r"A(B)?"), "A{1} !")])
    assert made.condition_sentence("A") == "A !"


def test_an_unknown_code_is_a_defect_of_the_plugin() -> None:
    with pytest.raises(SmicaError, match="Le constat X n'a pas de texte"):
        _ = MADE["X"]
    assert "X" not in MADE
    assert CODE in MADE


def test_the_files_of_the_catalogue() -> None:
    entry = {
        "family": "standard", "level": "WARNING", "scope": "HEADER", "title": "t", "message": "m", "parameters": ["A"],
        "expected": "e", "why": "w", "remedy": "r", "paragraph": "p", "standard_rule": "D4", "defect": "d",
    }  # fmt: skip
    files: dict[str, object] = {
        "b.json": {"theme": "Second", "rules": {"B": entry}},
        "a.json": {"theme": "Premier", "rules": {"A": entry}},
        "conditions.json": [{"shape": "(.) = 1", "sentence": "{1} vaut un."}],
    }
    made = load_catalogue(files, lambda name: json.dumps(files[name]).encode())
    assert [(rule.code, rule.theme) for rule in made] == [("A", "Premier"), ("B", "Second")]
    assert made["B"] == RuleText(
        "B", Family.STANDARD, Level.WARNING, Scope.HEADER, "Second", "t", "m", ("A",), "e", "w", "r", "p", "D4", "d"
    )
    assert made.condition_sentence("Z = 1") == "Z vaut un."


def test_the_catalogue_that_comes_with_the_plugin() -> None:
    bundled = rule_catalogue()
    assert bundled is rule_catalogue()
    said = bundled.message(
        finding("DATABASE_CONSTRAINT_MISMATCH", CONDITION="NOMFIC NOT NULL OR TYPEINF NOT LIKE '97'")
    )
    assert "Quand TYPEINF vaut 97, NOMFIC doit être rempli" in said
    assert "(vide)" in bundled.message(finding("CNIG_INSEE_INVALID", VALUE="{VALUE}"))
