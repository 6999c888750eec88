"""A rule is one module, one line of ALL_RULES, one entry of the catalogue, one test module and one page a code."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from smica_qgis.core.validation import rules
from smica_qgis.core.validation.official_stop import CODE as OFFICIAL_STOP
from smica_qgis.core.validation.rule_texts import rule_catalogue

REPOSITORY = Path(__file__).resolve().parents[2]
CORE = REPOSITORY / "smica_qgis" / "core" / "validation"
TESTS = REPOSITORY / "tests" / "unit" / "core" / "validation" / "rules"
PAGES = REPOSITORY / "docs" / "reference" / "rules"
PACKAGE = rules.__name__

# Said by the operation: when a delivery cannot be opened at all there is nothing to show to a rule.
WITHOUT_A_RULE = {"DELIVERY_UNREADABLE"}
# Where several rules share the making of a fault.
SHARED = {
    f"{CORE.name}.contact_faults": "contact_faults",
    f"{CORE.name}.official_stop": "official_stop",
}
MODULES = sorted(
    path
    for room in CORE.joinpath("rules").iterdir()
    if room.is_dir() and room.name != "__pycache__"
    for path in room.glob("*.py")
    if path.name != "__init__.py"
)


def name_of(path: Path) -> str:
    """`cells/pattern`: room and rule."""
    return f"{path.parent.name}/{path.stem}"


def module_of(rule: object) -> str:
    return type(rule).__module__.removeprefix(f"{PACKAGE}.").replace(".", "/")


CODES = {module_of(rule): rule.codes for rule in rules.ALL_RULES}
every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)
