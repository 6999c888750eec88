"""A rule is one module, one line of ALL_RULES, one entry of the catalogue a code, one test module, one page a code.

The five sets are compared, and what is missing is named. That the values of a finding are the parameters of its text
is also seen at work: tests/unit/made_delivery.py compares them on every finding of the unit tests.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.validation import rules
from smica_qgis.core.validation.official_stop import CODE as OFFICIAL_STOP
from smica_qgis.core.validation.rule_texts import rule_catalogue

REPOSITORY = Path(__file__).resolve().parents[2]
VALIDATION = REPOSITORY / "smica_qgis" / "core" / "validation"
TESTS = REPOSITORY / "tests" / "unit" / "core" / "validation" / "rules"
PAGES = REPOSITORY / "docs" / "reference" / "rules"

# When a delivery cannot be opened there is nothing to show to a rule: the operation says so itself.
WITHOUT_A_RULE = {"DELIVERY_UNREADABLE"}
# What several rules make their faults with.
SHARED = ("contact_faults", "official_stop")
NOT_RULES = {"__init__", "protocols"}
NOT_PAGES = {"index"}

CODES = {type(rule).__module__.removeprefix(f"{rules.__name__}."): rule.codes for rule in rules.ALL_RULES}
SOURCES = {
    ".".join(path.relative_to(VALIDATION / "rules").with_suffix("").parts): path
    for path in sorted((VALIDATION / "rules").rglob("*.py"))
    if path.stem not in NOT_RULES
}
every_rule = pytest.mark.parametrize("name", SOURCES)


def test_every_module_is_one_line_of_all_rules() -> None:
    lines = Counter(type(rule).__module__.removeprefix(f"{rules.__name__}.") for rule in rules.ALL_RULES)
    assert sorted(set(SOURCES) - set(lines)) == [], "modules that are not in ALL_RULES"
    assert sorted(set(lines) - set(SOURCES)) == [], "lines of ALL_RULES that are no module of rules/"
    assert [name for name, count in lines.items() if count > 1] == [], "rules that would run twice"


def test_every_list_of_rules_is_in_all_rules() -> None:
    listed = [rule for name, rules_ in vars(rules).items() if name.endswith("_RULES") for rule in rules_]
    assert Counter(map(id, listed)) == Counter({id(rule): 2 for rule in rules.ALL_RULES})


def test_every_code_of_a_rule_has_its_text_and_the_reverse() -> None:
    given = {code for codes in CODES.values() for code in codes}
    written = {text.code for text in rule_catalogue()}
    assert sorted(given - written) == [], "codes without an entry in standards/rules"
    assert sorted(written - given - WITHOUT_A_RULE) == [], "entries of standards/rules that no rule gives"
    assert sorted(WITHOUT_A_RULE & given) == [], "exceptions that have become a rule"


def test_what_no_rule_gives_an_operation_does() -> None:
    operations = "".join(
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "smica_qgis" / "operations").glob("*.py")
    )
    assert [code for code in WITHOUT_A_RULE if f'"{code}"' not in operations] == []


@every_rule
def test_every_rule_has_its_test_module_that_asserts_its_codes(name: str) -> None:
    room, _, rule = name.rpartition(".")
    path = TESTS / room / f"test_{rule}.py"
    assert path.is_file(), f"{path.relative_to(REPOSITORY)} is missing"
    asserted = " ".join(texts_of(path))
    assert [code for code in CODES[name] if not re.search(rf"\b{code}\b", asserted)] == [], "codes that no test asserts"


def test_every_test_module_has_its_rule() -> None:
    modules = {
        ".".join((*path.relative_to(TESTS).parts[:-1], path.stem.removeprefix("test_")))
        for path in TESTS.rglob("test_*.py")
    }
    assert sorted(modules - set(SOURCES)) == []


def test_every_code_has_its_page_and_the_reverse() -> None:
    pages = {path.stem for path in PAGES.glob("*.md")} - NOT_PAGES
    written = {text.code for text in rule_catalogue()}
    assert sorted(written - pages) == [], "codes without a page: run scripts/build_reference"
    assert sorted(pages - written) == [], "pages of no code: run scripts/build_reference"


@every_rule
def test_the_values_of_a_rule_are_the_parameters_of_its_texts(name: str) -> None:
    sources = [SOURCES[name], *shared_by(SOURCES[name])]
    codes = {*CODES[name], *(text for path in sources for text in texts_of(path) if text in rule_catalogue())}
    parameters = {parameter for code in codes for parameter in rule_catalogue()[code].parameters}
    named = {key for path in sources for key in keys_of(path)}
    assert sorted(named - parameters) == [], "values that no text of the rule names"
    spoken = {text for path in sources for text in texts_of(path)}
    assert sorted(parameters - spoken) == [], "parameters that the rule gives no value for"


def shared_by(path: Path) -> list[Path]:
    """The shared makers of faults that a module imports, and those that these import."""
    text = path.read_text(encoding="utf-8")
    found = [VALIDATION / f"{name}.py" for name in SHARED if f"validation.{name} import" in text]
    return [*found, *(deeper for one in found for deeper in shared_by(one))]


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a module, less those that stand alone: docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def keys_of(path: Path) -> Iterator[str]:
    """The keys that a module writes into values: those of its dictionaries, and what is assigned by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        keys: list[ast.expr | None] = []
        if isinstance(node, ast.Dict):
            keys = list(node.keys)
        elif isinstance(node, ast.Assign):
            keys = [target.slice for target in node.targets if isinstance(target, ast.Subscript)]
        yield from (key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str))


def test_the_official_stop_is_known() -> None:
    assert OFFICIAL_STOP in rule_catalogue()


def test_a_missing_piece_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "rule.py"
    module.write_text('"""DOCSTRING"""\nx = {"A": 1, **y}\nx["B"] = "C"\nx[0] = f"{z}"\n', encoding="utf-8")
    assert sorted(keys_of(module)) == ["A", "B"]
    assert "DOCSTRING" not in set(texts_of(module))
    assert {"A", "B", "C"} <= set(texts_of(module))
