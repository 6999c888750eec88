"""scripts/typings: the same types whatever the generator that described QGIS."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.mark.parametrize(
    ("described", "kept"),
    [
        ("def instance() -> typing.Optional[QgsProject]: ...", "def instance() -> QgsProject: ..."),
        ("def f(self, e: typing.Optional[QEvent]) -> None: ...", "def f(self, e: QEvent) -> None: ..."),
        ("x: typing.Optional[typing.Dict[str, typing.List[int]]]", "x: typing.Dict[str, typing.List[int]]"),
        ("x: typing.Optional[typing.List[typing.Optional[A]]]", "x: typing.List[A]"),
        ("parent: typing.Optional[QWidget] = ...", "parent: typing.Optional[QWidget] = ..."),
    ],
)
def test_none_is_left_to_arguments_that_may_be_left_out(
    load_command: Callable[[str], ModuleType], described: str, kept: str
) -> None:
    assert load_command("typings").without_possible_none(described) == kept


def test_what_the_description_forgets_is_added(load_command: Callable[[str], ModuleType]) -> None:
    text = load_command("typings").module_text("core", {"QgsCsException": True, "NULL": False})
    assert text == "from qgis._core import *\nfrom typing import Any\nNULL: Any\nclass QgsCsException(Exception): ...\n"
