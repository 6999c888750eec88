"""The packaged plugin in a QGIS profile of its own, driven from outside as a user's script would."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from machine.qgis_installation import QgisInstallation, require_qgis


@dataclass(frozen=True)
class Run:
    """How a run of an algorithm ended. results: its outputs, empty when it failed."""

    exit_code: int
    results: dict[str, Any]
    errors: str


RunAlgorithm = Callable[..., Run]


@pytest.fixture(scope="session")
def qgis() -> QgisInstallation:
    """Return the QGIS of this machine: without one there is nothing to prove, and the tests fail."""
    return require_qgis()


@pytest.fixture(scope="session")
def profile(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Package the plugin, install the zip in a new profile; return the folder of the profiles."""
    folder = tmp_path_factory.mktemp("qgis")
    archive = folder / "smica_qgis.zip"
    for command in (
        ["scripts/package", "--untracked", "--output", str(archive)],
        ["scripts/install", str(archive), "--config", str(folder / "config")],
    ):
        done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return folder / "config"


@pytest.fixture(scope="session")
def run_algorithm(qgis: QgisInstallation, profile: Path) -> RunAlgorithm:
    """Return a function that runs an algorithm of the plugin in a process of its own."""

    def run(name: str, **parameters: object) -> Run:
        inputs = {key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()}
        done = subprocess.run(
            [qgis.qgis_process, "run", f"smica:{name}", "-"],
            input=json.dumps({"inputs": inputs}),
            env=qgis.environment(profile),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        results = json.loads(done.stdout)["results"] if done.returncode == 0 else {}
        return Run(done.returncode, results, done.stderr)

    return run


@pytest.fixture(scope="session")
def sample(run_algorithm: RunAlgorithm, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample delivery that the plugin makes, with its deliberate defects."""
    run = run_algorithm("make_sample_delivery", OUTPUT=tmp_path_factory.mktemp("sample"))
    assert run.exit_code == 0, run.errors
    return Path(run.results["DELIVERY"])


def content_hash(path: Path) -> str:
    """Return a hash of a file, or of the names and contents of all files of a folder."""
    digest = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(path.rglob("*")):
        digest.update(str(file.relative_to(path)).encode())
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()


@pytest.fixture(scope="session")
def hash_of() -> Callable[[Path], str]:
    """Return the function that says whether an input was written to."""
    return content_hash
