"""The bundled rules of conversion agree with the models between which they stand."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from typing import Any

import pytest

from smica_qgis.core.document_model.model import DocumentModel
from smica_qgis.core.document_model.registry import bundled_registry
from smica_qgis.core.errors import InvalidModelError, InvalidParameterError
from smica_qgis.core.planning.conversion.rules import (
    CONVERSIONS,
    ConversionRules,
    Step,
    bundled_rules,
    chain,
    latest,
    read_rules,
    steps_between,
)

REGISTRY = bundled_registry()
RULES = bundled_rules()
EVERY_STEP = [(rules, step) for rules in RULES for step in rules.steps]
STEPS = [
    pytest.param(rules, step, id=f"{rules.name}-{place}") for rules in RULES for place, step in enumerate(rules.steps)
]


def models(rules: ConversionRules) -> list[tuple[DocumentModel, DocumentModel]]:
    found = []
    for kind, low, high in sorted(rules.applies):
        category = "SUP_AC1" if kind == "SUP" else kind
        found.append((REGISTRY.load(f"cnig_{category}_{low}"), REGISTRY.load(f"cnig_{category}_{high}")))
    return found


def columns(model: DocumentModel, pattern: str) -> set[str]:
    return {
        column.name.lower()
        for file in model.tables
        if file.table is not None and fnmatchcase(file.name.lower(), pattern)
        for column in file.table.columns
    }


def test_there_is_a_file_for_every_pair_that_changes_more_than_columns() -> None:
    assert {path.stem for path in CONVERSIONS.glob("*.json")} == {rules.name for rules in RULES}
    assert all(rules.applies and rules.steps for rules in RULES)


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: rules.name)
def test_pairs_follow_each_other(rules: ConversionRules) -> None:
    for low, high in models(rules):
        assert chain(low.name, high.name, REGISTRY.names()) == (low.name, high.name)
        between = steps_between(low.name, high.name)
        assert all(step in between for step in rules.steps)


@pytest.mark.parametrize(("rules", "step"), STEPS)
def test_a_step_says_why_and_where_it_is_written(rules: ConversionRules, step: Step) -> None:
    assert step.why.endswith((".", "!"))
    assert step.source.startswith("CNIG ")
    assert rules.name


@pytest.mark.parametrize(("rules", "step"), STEPS)
def test_a_step_names_columns_that_one_of_the_models_has(rules: ConversionRules, step: Step) -> None:
    """A column that only passes through (DESTDOMI until 2022) is of an older model of the kind."""
    named: list[str] = []
    for key in ("column", "from", "to", "columns"):
        value: Any = step.data.get(key, ())
        named += [value] if isinstance(value, str) else value
    if step.do in ("piece", "rename_table", "move", "identity"):
        return
    for kind, _, high in rules.applies:
        category = "SUP_" if kind == "SUP" else f"{kind}_"
        known = {
            column
            for name in REGISTRY.names()
            if name.startswith(f"cnig_{category}") and name.rsplit("_", 1)[1] <= high
            for pattern in step.tables
            for column in columns(REGISTRY.load(name), pattern)
        }
        assert set(named) <= known, (kind, set(named) - known)


@pytest.mark.parametrize(("rules", "step"), [item for item in EVERY_STEP if item[1].do in ("translate", "move")])
def test_codes_that_are_decided_are_in_the_list_of_the_new_model(rules: ConversionRules, step: Step) -> None:
    if not {"typepsc", "typeinf", "formdomi"} & set(step.data["to"]):
        return
    wanted = [name.upper() for name in step.data["to"]]
    for _, high in models(rules):
        lists = [codes for codes in high.code_lists if set(wanted) <= {name.upper() for name in codes.header}]
        pairs = {pair for codes in lists for pair in zip(*(codes.column(name) for name in wanted))}
        results = [answer if isinstance(answer, list) else answer.get("to") for answer in step.data["codes"].values()]
        for result in results if pairs else ():
            assert result is None or tuple(result) in pairs, result


@pytest.mark.parametrize(("rules", "step"), [item for item in EVERY_STEP if item[1].do in ("piece", "name_of_piece")])
def test_patterns_of_pieces_are_expressions(rules: ConversionRules, step: Step) -> None:
    pattern = re.compile(step.data["pattern"], re.IGNORECASE)
    used = set(re.findall(r"\\g<(\w+)>", step.data.get("path", "")))
    assert used <= set(pattern.groupindex), rules.name


def test_the_way_goes_through_every_version() -> None:
    assert chain("cnig_PLU_2013", "cnig_PLU_2025", REGISTRY.names()) == tuple(
        f"cnig_PLU_{year}" for year in (2013, 2014, 2017, 2022, 2024, 2025)
    )
    assert latest("cnig_SUP_AC1_2013", REGISTRY.names()) == "cnig_SUP_AC1_2016"
    assert latest("cnig_POS_2013", REGISTRY.names()) == "cnig_POS_2024"


@pytest.mark.parametrize(
    ("low", "high"),
    [("cnig_PLU_2025", "cnig_PLU_2014"), ("cnig_PLU_2014", "cnig_PLU_2014"), ("cnig_PLU_2014", "cnig_CC_2025")],
)
def test_there_is_no_way_back_nor_aside(low: str, high: str) -> None:
    with pytest.raises(InvalidParameterError):
        chain(low, high, REGISTRY.names())


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "{}",
        json.dumps({"source": "CNIG", "applies": [], "steps": [{"do": "guess", "why": "."}]}),
        json.dumps({"source": "CNIG", "applies": [], "steps": [{"do": "set", "why": ".", "tables": ["a"]}]}),
        json.dumps({"source": "CNIG", "applies": [], "steps": [{"do": "identity", "why": "", "page": 1}]}),
        json.dumps({"source": "CNIG", "applies": [], "steps": [{"do": "identity", "why": ".", "more": 1}]}),
    ],
)
def test_rules_that_cannot_be_read(text: str) -> None:
    with pytest.raises(InvalidModelError):
        read_rules("x", text)
