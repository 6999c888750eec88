"""Texts in the language of QGIS, formatted after the look-up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from smica_qgis.host import translation
from smica_qgis.host.translation import number, plural, tr
from smica_qgis.host.versions import versions


@pytest.fixture
def french(qgis_app: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:  # noqa: ARG001
    monkeypatch.setattr(translation, "language", lambda: "fr")
    translator = translation.install_translation()
    assert isinstance(translator, QTranslator)
    yield
    translation.remove_translation(translator)


def test_the_values_come_after_the_look_up(french: None) -> None:  # noqa: ARG001
    assert tr("row {number}", number=12) == "ligne 12"


def test_a_brace_in_a_value_is_left_alone(french: None) -> None:  # noqa: ARG001
    assert tr("row {number}", number="{VALUE}") == "ligne {VALUE}"


def test_without_a_translation_the_source_is_shown() -> None:
    assert tr("row {number}", number=12) == "row 12"


def test_a_language_that_is_not_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "language", lambda: "xx")
    assert translation.install_translation() is None
    translation.remove_translation(None)


def test_removed_it_speaks_english_again(french: None) -> None:  # noqa: ARG001
    assert QCoreApplication.translate(translation.CONTEXT, "Cancel") == "Annuler"


def test_zero_is_singular_in_french_and_plural_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {}
    for language in ("fr", "en"):
        monkeypatch.setattr(translation, "language", lambda chosen=language: chosen)
        counts[language] = [plural(count, "one", "many") for count in (0, 1, 2)]
    assert counts == {"fr": ["one", "one", "many"], "en": ["many", "one", "many"]}


def test_numbers_are_grouped_as_the_language_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "language", lambda: "fr")
    assert number(12400).replace("\u202f", " ").replace("\xa0", " ") == "12 400"
    monkeypatch.setattr(translation, "language", lambda: "en")
    assert number(12400) == "12,400"


def test_versions_are_those_of_this_qgis(repository: object) -> None:  # noqa: ARG001
    found = versions()
    assert list(found) == ["smica_qgis", "qgis", "gdal", "geos"]
    assert all(found.values())
