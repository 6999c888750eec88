"""Where QGIS is on this machine, and how to start it without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MINIMUM_VERSION = (3, 40)
PROBE = "from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)"


@dataclass(frozen=True)
class QgisInstallation:
    """A QGIS that is recent enough: its interpreter, its command without a window, its version."""

    python: str
    qgis_process: str
    version: tuple[int, int, int]

    def __str__(self) -> str:
        """Say it as people do: ``QGIS 3.40.6 (/usr/bin/python3)``."""
        return f"QGIS {'.'.join(map(str, self.version))} ({self.python})"

    def environment(self, config_folder: Path) -> dict[str, str]:
        """Return an environment for a QGIS without a screen that leaves no trace outside ``config_folder``.

        ``config_folder`` holds the profiles (``profiles/default``). The Python inside QGIS takes its library
        from the first ``python3`` on PATH: QGIS' own has to be that one. Without a UTF-8 locale Qt would turn
        the accents of file names into question marks; hence C.UTF-8.
        """
        runtime = config_folder / "runtime"
        runtime.mkdir(parents=True, exist_ok=True)
        runtime.chmod(0o700)
        environment = _without_screen(os.environ)
        environment["PATH"] = os.pathsep.join([str(Path(self.python).parent), os.environ.get("PATH", os.defpath)])
        environment["QGIS_CUSTOM_CONFIG_PATH"] = str(config_folder)
        environment["XDG_RUNTIME_DIR"] = str(runtime)
        locale = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or ""
        if "utf" not in locale.lower():
            environment["LC_ALL"] = "C.UTF-8"
        return environment


def find_qgis() -> QgisInstallation | None:
    """Return the first QGIS of this machine that is recent enough, or None."""
    qgis_process = shutil.which("qgis_process")
    if qgis_process is None:
        return None
    for python in _interpreters():
        version = _pyqgis_version(python)
        if version is not None and version >= MINIMUM_VERSION:
            return QgisInstallation(python, qgis_process, version)
    return None


def require_qgis() -> QgisInstallation:
    """Return the QGIS of this machine; stop the command with advice when there is none."""
    qgis = find_qgis()
    if qgis is None:
        oldest = ".".join(map(str, MINIMUM_VERSION))
        message = f"No QGIS {oldest} or newer was found on this machine: run scripts/setup first."
        raise SystemExit(message)
    return qgis


def _interpreters() -> list[str]:
    """Interpreters that may have PyQGIS, the likeliest first.

    The ``python3`` found first on PATH is often another one than the distribution's, and the interpreter of
    this command may be any: neither is taken for granted.
    """
    named = os.environ.get("SMICA_QGIS_PYTHON")
    if named:
        return [named]
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    candidates = ["/usr/bin/python3", *(str(Path(folder, "python3")) for folder in folders)]
    return [python for python in dict.fromkeys(candidates) if os.access(python, os.X_OK)]


def _pyqgis_version(python: str) -> tuple[int, int, int] | None:
    answer = subprocess.run(
        [python, "-c", PROBE], capture_output=True, text=True, check=False, env=_without_screen(os.environ)
    )
    number = answer.stdout.strip()
    if answer.returncode != 0 or not number.isdigit():
        return None
    return int(number) // 10000, int(number) // 100 % 100, int(number) % 100


def _without_screen(environment: Mapping[str, str]) -> dict[str, str]:
    return {**environment, "QT_QPA_PLATFORM": "offscreen"}


def plugins_folder(config_folder: Path, profile: str = "default") -> Path:
    """Return where a profile keeps its Python plugins."""
    return config_folder / "profiles" / profile / "python" / "plugins"
