"""The styles of the plugin for the tables of the store, found by the name of the table.

`styles/<table>.qml` is what a layer is opened with; `styles/<table>.<style>.qml` are others that it may be switched to
in QGIS' own menu of styles. They may lie in a folder of their theme: `styles/cadastre/cad_parcelle.plan.qml`.
"""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsMapLayerStyle, QgsVectorLayer

from smica_qgis.host import log

STYLES = Path(__file__).resolve().parents[1] / "styles"
_EASEMENT = re.compile(r"[a-z0-9]+_((?:assiette|generateur)_sup_[slp])")
DEFAULT = ""
"""Name, in `style_files`, of the style that has none."""


def style_files(table: str, folder: Path = STYLES) -> dict[str, Path]:
    """Name of a style → its file, the default one first, then in the order of names."""
    found = {}
    for path in (*folder.glob(f"{table}*.qml"), *folder.glob(f"*/{table}*.qml")):
        name, _, style = path.name[: -len(".qml")].partition(".")
        if name == table:
            found[style] = path
    return dict(sorted(found.items()))


def standard_style(file_model: str, folder: Path = STYLES) -> Path | None:
    """The style of a table of a delivery, by its name in the standard: AC1_ASSIETTE_SUP_S is an assiette_sup_s."""
    name = file_model.lower()
    easement = _EASEMENT.fullmatch(name)
    return style_files(easement[1] if easement else name, folder).get(DEFAULT)


def apply_styles(layer: QgsVectorLayer, table: str, style: str = DEFAULT, folder: Path = STYLES) -> tuple[str, ...]:
    """Give a layer all the styles of its table, and make one current. The names that its menu of styles then shows.

    style: the one wanted; where the table does not have it, its default one, else its first. A table without any
    style is left as it is, and its answer is empty.
    """
    files = style_files(table, folder)
    if not files:
        return ()
    chosen = style if style in files else next(iter(files))
    message, loaded = layer.loadNamedStyle(str(files[chosen]))
    if not loaded:
        log.warning(f"{files[chosen].name}: {message}")
    manager = layer.styleManager()
    unnamed = manager.currentStyle()
    if chosen != DEFAULT:
        manager.renameStyle(unnamed, chosen)
    for name, path in files.items():
        if name != chosen:
            manager.addStyle(name or unnamed, QgsMapLayerStyle(path.read_text(encoding="utf-8")))
    return tuple(name or unnamed for name in files)
