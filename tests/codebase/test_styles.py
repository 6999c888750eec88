"""The styles of planning documents are those that their facts and the bundled standards make."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from drawing import planning

from smica_qgis.core.document_model.registry import bundled_registry


@pytest.fixture(scope="module")
def build_styles(load_command: Callable[[str], ModuleType]) -> ModuleType:
    return load_command("build_styles")


def test_styles_are_up_to_date(build_styles: ModuleType) -> None:
    assert list(build_styles.different_styles(build_styles.planning_styles())) == []


def test_a_style_that_differs_or_lacks_or_is_left_over_is_named(
    build_styles: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "same.qml").write_text("same", encoding="utf-8")
    (tmp_path / "old.qml").write_text("before", encoding="utf-8")
    (tmp_path / "left.qml").write_text("nobody writes me", encoding="utf-8")
    monkeypatch.setattr(build_styles, "STYLES", tmp_path)
    written = {"same.qml": "same", "old.qml": "now", "new.qml": "new"}
    assert [line.split()[0] for line in build_styles.different_styles(written)] == [
        "styles/planning/old.qml",
        "styles/planning/new.qml",
        "styles/planning/left.qml",
    ]


def test_a_code_that_nobody_drew_stops_the_making(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = json.loads(planning.FACTS.read_text(encoding="utf-8"))
    del facts["prescriptions"]["05"]
    changed = tmp_path / "drawing.json"
    changed.write_text(json.dumps(facts), encoding="utf-8")
    monkeypatch.setattr(planning, "FACTS", changed)
    with pytest.raises(KeyError, match="05"):
        planning.styles(bundled_registry())


@pytest.mark.parametrize("family", ["prescriptions", "informations", "servitudes"])
def test_no_two_codes_are_drawn_alike(family: str) -> None:
    facts = json.loads(planning.FACTS.read_text(encoding="utf-8"))[family]
    drawings = Counter(tuple(sorted(fact.items())) for code, fact in facts.items() if "-" not in code)
    assert [drawing for drawing, count in drawings.items() if count > 1] == []


def test_no_two_lines_of_a_legend_are_drawn_alike(build_styles: ModuleType) -> None:
    alike = {}
    for name, text in build_styles.planning_styles().items():
        symbols = re.findall(r"^<symbol type=.*$", text, re.MULTILINE)
        drawn = Counter(re.sub(r'(name="@?)\d+', r"\1", symbol) for symbol in symbols)
        alike[name] = sum(drawn.values()) - len(drawn)
    assert {name: count for name, count in alike.items() if count} == {}
