"""JSON with lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smica_qgis.core.source_profile.positioned_json import JsonSyntaxError, Node, read_positioned


def plain(node: Node) -> object:
    if isinstance(node.value, dict):
        return {key: plain(item) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        ' [1, -2.5e3, 0, true, false, null, "a\\n\\u00e9\\"b"] ',
        '{"a": {"b": [[], {}]}, "": ""}',
        '"\U0001f5fa"',
    ],
)
def test_the_values_are_those_of_json(text: str) -> None:
    assert plain(read_positioned(text)) == json.loads(text)


def test_the_bundled_profiles_are_read_as_json_reads_them(repository: Path) -> None:
    files = sorted((repository / "smica_qgis" / "sources").glob("*.json"))
    assert len(files) >= 3
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert plain(read_positioned(text)) == json.loads(text)


def test_each_value_knows_its_line() -> None:
    root = read_positioned('{\n "a": 1,\r\n\n "b": [\n  2,\n  "x"\n ]\n}')
    assert isinstance(root.value, dict)
    assert (root.line, root.value["a"].line, root.value["b"].line) == (1, 2, 4)
    assert [item.line for item in root.value["b"].value] == [5, 6]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n"a": 1,\n}', 3, "virgule de trop"),
        ('{\n"a" 1}', 2, "« : » est attendu"),
        ("[1\n2]", 2, "« , » est attendu"),
        ('{"a": 1,\n"a": 2}', 2, "écrite deux fois"),
        ('["a\nb"]', 1, "texte n'est pas fermé"),
        ("[NaN]", 1, "valeur est attendue"),
        ("[01]", 1, "« , » est attendu"),
        ("{}\n\nx", 3, "suit la fin"),
        ("", 1, "valeur est attendue"),
        ("[" * 100, 1, "niveaux"),
    ],
)
def test_what_is_not_json_is_said_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(JsonSyntaxError, match=words) as raised:
        read_positioned(text)
    assert raised.value.line == line
