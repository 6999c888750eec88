"""Texts of the interface: English in the source, looked up in one context, formatted after the look-up.

One module-level function for the whole plugin: the context that the extraction writes must be that of
the look-up (an inherited `self.tr` is extracted under the child and searched under the parent).
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "SmicaQgis"
FOLDER = Path(__file__).resolve().parents[1] / "i18n"


def tr(text: str, *args: object, **values: object) -> str:
    """Look a text up in the language of QGIS, then insert the values (`str.format` placeholders)."""
    translated: str = QCoreApplication.translate(CONTEXT, text)
    return translated.format(*args, **values) if args or values else translated


def N_(text: str) -> str:  # noqa: N802
    """Mark a text for translation where it is written; `tr` looks it up where it is shown."""
    return text


def plural(count: int, one: str, many: str) -> str:
    """Choose between two texts already looked up, as the language counts: French says "0 erreur"."""
    singular = count <= 1 if language() == "fr" else count == 1
    return one if singular else many


def number(count: int) -> str:
    """Write a count as the reader does: 12 400 in French, 12,400 in English."""
    return str(QLocale(language()).toString(count))


def language() -> str:
    """Two letters of the language of the interface of QGIS."""
    return str(QgsApplication.instance().locale())[:2] if QgsApplication.instance() else "en"


def install_translation() -> QTranslator | None:
    """Load the translation of the language of QGIS. The caller keeps it, and removes it when it leaves."""
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"smica_qgis_{language()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: QTranslator | None) -> None:
    """Undo `install_translation`."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
