"""Every Qt name that the plugin takes from qgis.PyQt exists in Qt 6, on which QGIS 4 is built.

The names are looked up in PyQt6 itself: a class that is gone, an enumeration without its full name
(``Qt.AlignLeft`` instead of ``Qt.AlignmentFlag.AlignLeft``), ``exec_``.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PyQt6.QtWidgets", reason="PyQt6 does not start here")

# QGIS makes these importable from both modules, whatever the Qt
IN_BOTH_MODULES = {"QAction", "QActionGroup", "QShortcut", "QUndoStack", "QUndoCommand", "QFileSystemModel"}
# the types that QGIS 4 gives back to QVariant
VARIANT_TYPES = {
    "Bool", "ByteArray", "Date", "DateTime", "Double", "Int", "Invalid", "List", "LongLong", "Map", "String",
    "StringList", "Time", "UInt", "ULongLong",
}  # fmt: skip
# Qt Designer 6 writes Qt::Orientation::Horizontal, which the reader of Qt 5 does not understand
SCOPED_FORM_ENUM = re.compile(r"<(?:enum|set)>[^<]*\w+::\w+::\w+")


def unknown_names(source: str) -> Iterator[tuple[int, str]]:
    """Return what a module takes from Qt and Qt 6 does not have, with its line."""
    tree = ast.parse(source)
    imported: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            module = importlib.import_module((node.module or "").replace("qgis.PyQt", "PyQt6"))
            for alias in node.names:
                found = lookup(module, alias.name)
                if found is None:
                    yield node.lineno, f"{node.module}.{alias.name}"
                else:
                    imported[alias.asname or alias.name] = found
    unread = set(annotations(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node not in unread:
            if node.attr == "exec_":
                yield node.lineno, "exec_"
            yield from unknown_attribute(node, imported)


def annotations(tree: ast.Module) -> Iterator[ast.AST]:
    """Return the nodes of annotations: they are not evaluated, and follow the types of Qt 5."""
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            annotation = getattr(node, name, None)
            if annotation is not None:
                yield from ast.walk(annotation)


def lookup(module: object, name: str) -> object | None:
    found: object | None = getattr(module, name, None)
    if found is None and name in IN_BOTH_MODULES:
        found = getattr(importlib.import_module("PyQt6.QtGui"), name, None)
    return found


def unknown_attribute(node: ast.Attribute, imported: dict[str, object]) -> Iterator[tuple[int, str]]:
    """Follow a chain such as Qt.AlignmentFlag.AlignLeft from its imported first name."""
    names: list[str] = []
    start: ast.expr = node
    while isinstance(start, ast.Attribute):
        names.insert(0, start.attr)
        start = start.value
    if not isinstance(start, ast.Name) or start.id not in imported:
        return
    current = imported[start.id]
    for name in names:
        if start.id == "QVariant" and name in VARIANT_TYPES:
            return
        if not hasattr(current, name):
            yield node.lineno, ".".join([start.id, *names])
            return
        current = getattr(current, name)


def test_all_names_exist_in_qt6(python_files: list[Path], repository: Path) -> None:
    unknown = [
        f"{path.relative_to(repository)}:{line}: {name}"
        for path in python_files
        if repository / "smica_qgis" in path.parents
        for line, name in unknown_names(path.read_text(encoding="utf-8"))
    ]
    assert unknown == []


def test_forms_can_be_read_by_qt5(files: list[Path], repository: Path) -> None:
    scoped = [
        str(path.relative_to(repository))
        for path in files
        if path.suffix == ".ui" and SCOPED_FORM_ENUM.search(path.read_text(encoding="utf-8"))
    ]
    assert scoped == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.AlignLeft", "Qt.AlignLeft"),
        ("from qgis.PyQt.QtCore import Qt as Q\nx = Q.AlignLeft", "Q.AlignLeft"),
        ("from qgis.PyQt.QtWidgets import QMessageBox\nQMessageBox.Ok", "QMessageBox.Ok"),
        ("from qgis.PyQt.QtCore import QRegExp", "qgis.PyQt.QtCore.QRegExp"),
        ("dialog.exec_()", "exec_"),
    ],
)
def test_an_unknown_name_is_seen(source: str, name: str) -> None:
    assert [found for _, found in unknown_names(source)] == [name]


def test_known_names_are_not_complained_of() -> None:
    source = (
        "from qgis.PyQt.QtCore import Qt, QVariant\nfrom qgis.PyQt.QtWidgets import QAction\n"
        "Qt.AlignmentFlag.AlignLeft | Qt.ItemDataRole.UserRole\nQVariant.Int\nQAction.trigger\n"
        "def flags(f: Qt.ItemFlags) -> Qt.ItemFlags: ...\n"
    )
    assert list(unknown_names(source)) == []
