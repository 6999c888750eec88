"""The French translation is whole and compiled (scripts/i18n check)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(shutil.which("pylupdate5") is None, reason="pylupdate5 is not installed")


def test_it_is_complete_and_compiled(repository: Path) -> None:
    answer = subprocess.run([repository / "scripts" / "i18n", "check"], capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    assert answer.returncode == 0


@pytest.fixture
def i18n(load_command: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return scripts/i18n at work on a small plugin of its own."""
    command = load_command("i18n")
    package = tmp_path / "smica_qgis"
    (package / "i18n").mkdir(parents=True)
    monkeypatch.setattr(command, "REPOSITORY", tmp_path)
    monkeypatch.setattr(command, "PACKAGE", package)
    monkeypatch.setattr(command, "SOURCE", package / "i18n" / "smica_qgis_fr.ts")
    monkeypatch.setattr(command, "COMPILED", package / "i18n" / "smica_qgis_fr.qm")
    return command


def write(command: ModuleType, source: str, french: dict[str, str]) -> None:
    """Write a module, read its texts, translate those given."""
    (command.PACKAGE / "texts.py").write_text(source, encoding="utf-8")
    command.update(command.SOURCE)
    text = command.SOURCE.read_text(encoding="utf-8")
    for english, translated in french.items():
        text = text.replace(
            f'<source>{english}</source>\n        <translation type="unfinished"></translation>',
            f"<source>{english}</source>\n        <translation>{translated}</translation>",
        )
    command.SOURCE.write_text(text, encoding="utf-8")
    command.compile_to(command.COMPILED)


def test_a_whole_translation_has_no_problem(i18n: ModuleType) -> None:
    write(
        i18n,
        'a = tr("Run {name}", name=1)\nb = N_("Stop")\n',
        {"Run {name}": "Lancer {name}", "Stop": "Arrêt"},
    )
    assert list(i18n.find_problems()) == []
    assert "<name>SmicaQgis</name>" in i18n.SOURCE.read_text(encoding="utf-8")


def test_an_untranslated_text_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run")\nb = tr("Stop")\n', {"Stop": "Arrêt"})
    assert list(i18n.find_problems()) == ["not translated: 'Run'"]


def test_a_new_text_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run")\n', {"Run": "Lancer"})
    (i18n.PACKAGE / "texts.py").write_text('a = tr("Run")\nb = tr("Stop")\n', encoding="utf-8")
    assert any("'Stop' is not in" in problem for problem in i18n.find_problems())


def test_a_text_that_is_gone_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run")\nb = tr("Stop")\n', {"Run": "Lancer", "Stop": "Arrêt"})
    (i18n.PACKAGE / "texts.py").write_text('a = tr("Run")\n', encoding="utf-8")
    assert any("gone from it" in problem and "'Stop'" in problem for problem in i18n.find_problems())


def test_a_lost_placeholder_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run {name}")\n', {"Run {name}": "Lancer {nom}"})
    assert any("placeholders" in problem for problem in i18n.find_problems())


def test_a_stale_compilation_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run")\n', {"Run": "Lancer"})
    i18n.SOURCE.write_text(i18n.SOURCE.read_text(encoding="utf-8").replace("Lancer", "Démarrer"), encoding="utf-8")
    assert any("run scripts/i18n compile" in problem for problem in i18n.find_problems())


def test_a_text_that_the_extraction_cannot_see_is_seen(i18n: ModuleType) -> None:
    write(i18n, 'a = tr("Run")\nb = f"{tr(\'Hidden\')}!"\n', {"Run": "Lancer"})
    assert any("'Hidden' is not in" in problem for problem in i18n.find_problems())
