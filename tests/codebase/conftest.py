"""What the tests about the code look at."""

from __future__ import annotations

import importlib.util
import subprocess
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def files(repository: Path) -> list[Path]:
    """Return the files of the project: those that git knows and new ones that it does not ignore."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True)
    names = sorted(set(listed.stdout.split("\0")) - {""})
    return [repository / name for name in names if (repository / name).is_file()]


@pytest.fixture(scope="session")
def commands(repository: Path) -> list[Path]:
    """Return the commands of scripts/."""
    return sorted(path for path in (repository / "scripts").iterdir() if path.is_file() and not path.suffix)


@pytest.fixture(scope="session")
def python_files(files: list[Path], commands: list[Path]) -> list[Path]:
    """Return all modules, and the commands, which have no extension."""
    return [path for path in files if path.suffix == ".py" or path in commands]


@pytest.fixture(scope="session")
def load_command(repository: Path) -> Callable[[str], ModuleType]:
    """Return a function that loads a command of scripts/ as a module."""

    def load(name: str) -> ModuleType:
        loader = SourceFileLoader(f"command_{name}", str(repository / "scripts" / name))
        spec = importlib.util.spec_from_loader(loader.name, loader)
        assert spec is not None
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        return module

    return load
