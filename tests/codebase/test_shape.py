"""Sizes, names and rights of the files."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from pathlib import Path

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50
# names that say nothing of what is inside
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|common|misc|stuff)(_|$)")


def test_files_stay_short(python_files: list[Path], repository: Path) -> None:
    long = {
        str(path.relative_to(repository)): lines
        for path in python_files
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_A_FILE
    }
    assert long == {}


def test_functions_stay_short(python_files: list[Path], repository: Path) -> None:
    long = {}
    for path in python_files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                if lines > MOST_LINES_OF_A_FUNCTION:
                    long[f"{path.relative_to(repository)}:{node.lineno} {node.name}"] = lines
    assert long == {}


def test_names_say_what_is_inside(python_files: list[Path], repository: Path) -> None:
    vague = []
    for path in python_files:
        place = path.relative_to(repository)
        vague += [str(place) for part in place.with_suffix("").parts if EMPTY_NAMES.search(part)]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and EMPTY_NAMES.search(snake(node.name)):
                vague.append(f"{place}: class {node.name}")
    assert vague == []


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def test_commands_can_be_run_and_modules_cannot(files: list[Path], commands: list[Path], repository: Path) -> None:
    started = {path for path in files if os.access(path, os.X_OK)}
    assert started == {*commands, repository / ".ci" / "run"}


def test_every_command_explains_itself(commands: list[Path]) -> None:
    silent = []
    for command in commands:
        answer = subprocess.run([command, "--help"], capture_output=True, text=True, check=False)
        if answer.returncode != 0 or len(answer.stdout.splitlines()) < 3:
            silent.append(command.name)
    assert silent == []


def test_no_print_in_the_plugin(python_files: list[Path], repository: Path) -> None:
    # a print would corrupt the JSON that qgis_process writes; ruff says it too, this one has no noqa
    plugin = repository / "smica_qgis"
    printing = [
        f"{path.relative_to(repository)}:{node.lineno}"
        for path in python_files
        if plugin in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []
