"""What a room may import from outside. Who may import whom inside is import-linter's (pyproject.toml)."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

NETWORK = ("requests", "urllib.request", "urllib3", "http.client", "socket", "qgis.PyQt.QtNetwork")
WIDGETS = ("qgis.gui", "qgis.PyQt.QtWidgets", "qgis.utils.iface")
# modules that only one room may import
OWNERS = {**dict.fromkeys(NETWORK, "host"), **dict.fromkeys(WIDGETS, "gui")}
# the frame hands the QGIS window to gui: its type is named there
FRAME = ("__init__.py", "plugin.py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Return the dotted names that a module imports: module and module.name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def is_part(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


def test_only_the_owner_imports_it(python_files: list[Path], repository: Path) -> None:
    plugin = repository / "smica_qgis"
    strangers = []
    for path in python_files:
        if plugin not in path.parents:
            continue
        room = path.relative_to(plugin).parts[0]
        for line, name in imports(path):
            for module, owner in OWNERS.items():
                allowed = room == owner or (room in FRAME and owner == "gui")
                if is_part(name, module) and not allowed:
                    strangers.append(f"{path.relative_to(repository)}:{line}: {name} belongs to {owner}/")
    assert strangers == []


@pytest.mark.skipif(sys.version_info < (3, 10), reason="Python 3.9 cannot list its own modules")
def test_the_core_imports_the_standard_library_only(python_files: list[Path], repository: Path) -> None:
    core = repository / "smica_qgis" / "core"
    foreign = [
        f"{path.relative_to(repository)}:{line}: {name}"
        for path in python_files
        if core in path.parents
        for line, name in imports(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not is_part(name, "smica_qgis.core")
    ]
    assert foreign == []


def test_nothing_imports_the_qt_of_one_version(python_files: list[Path], repository: Path) -> None:
    direct = [
        f"{path.relative_to(repository)}:{line}: {name}"
        for path in python_files
        if repository / "smica_qgis" in path.parents
        for line, name in imports(path)
        if name.partition(".")[0] in ("PyQt5", "PyQt6", "sip")
    ]
    assert direct == []
