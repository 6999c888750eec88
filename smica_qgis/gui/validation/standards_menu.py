"""The standards to choose from, grouped so that a hundred and more names remain a short menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Callable

from qgis.PyQt.QtWidgets import QMenu

from smica_qgis.core.document_model.bundled_names import in_reading_order
from smica_qgis.core.planning.document_name import model_type, model_version

_MOST_AT_ONCE = 12
_LETTERS = re.compile(r"[A-Z]+")


def add_standards(menu: QMenu, names: Sequence[str], add: Callable[[QMenu, str], None]) -> None:
    """Add every name by `add(menu, name)`, in submenus by kind when there are many."""
    if len(names) <= _MOST_AT_ONCE:
        for name in names:
            add(menu, name)
        return
    submenus: dict[tuple[str, ...], QMenu] = {(): menu}
    for name in _in_order(names):
        path = submenu_path(name)
        for depth in range(1, len(path) + 1):
            if path[:depth] not in submenus:
                submenus[path[:depth]] = _submenu(submenus[path[: depth - 1]], path[depth - 1])
        add(submenus[path], name)


def empty(menu: QMenu) -> None:
    """Take everything out of a menu, its submenus too: `clear` leaves those alive."""
    submenus = menu.findChildren(QMenu)
    menu.clear()
    for submenu in submenus:
        submenu.deleteLater()


def submenu_path(name: str) -> tuple[str, ...]:
    """Titles of the submenus that lead to a name: its kind; for servitudes also the year and the category's letters."""
    kind = model_type(name)
    if kind.upper() != "SUP":
        return (kind,) if kind else ()
    letters = _LETTERS.match(name.split("_")[2])
    return (kind, model_version(name), letters.group() if letters else "")


def _submenu(parent: QMenu, title: str) -> QMenu:
    submenu = QMenu(title, parent)
    parent.addMenu(submenu)
    return submenu


def _in_order(names: Iterable[str]) -> list[str]:
    """The kinds by name, those without one last; the latest version first; A2 before A10."""
    return sorted(names, key=lambda n: (not model_type(n), model_type(n), _latest_first(n), in_reading_order(n)))


def _latest_first(name: str) -> int:
    return -int(model_version(name) or 0)
