"""The Python that has PyQGIS, to start other processes with.

Never `sys.executable` taken on trust: in QGIS it is QGIS itself, or whichever Python comes first on PATH. Imports
nothing of QGIS: it also serves machines of a cluster where only another Python has it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smica_qgis.core.errors import SmicaError

VARIABLE = "SMICA_PYTHON"
"""Environment variable by which a machine names its Python that has PyQGIS."""
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Creation flags that keep Windows from opening a console."""
_PATIENCE = 60.0
_PYTHON = re.compile(r"pythonw?[\d.]*(\.exe)?", re.IGNORECASE)


@dataclass(frozen=True)
class Interpreter:
    """executable: path of a Python that has PyQGIS; folders: what it must have on PYTHONPATH for that."""

    executable: str
    folders: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        """Environment of a process without a window."""
        environment = dict(os.environ)
        if self.folders:
            known = [path for path in (environment.get("PYTHONPATH"),) if path]
            environment["PYTHONPATH"] = os.pathsep.join([*self.folders, *known])
        environment["PYTHONIOENCODING"] = "utf-8"
        if sys.platform not in ("win32", "darwin"):
            environment["QT_QPA_PLATFORM"] = "offscreen"  # without a screen Qt ends the process at once
        return environment


def likely_interpreter() -> Interpreter:
    """The first Python to try. It is not tried here: whoever starts it sees whether it has PyQGIS.

    Raises SmicaError when this machine has no Python at all where it could be looked for.
    """
    trials = _trials()
    if not trials:
        raise _none_found(trials)
    return trials[0]


def search_interpreter() -> Interpreter:
    """The first Python that could import `qgis.core`, each being tried. Raises SmicaError when there is none."""
    trials = _trials()
    for interpreter in trials:
        if _has_qgis(interpreter):
            return interpreter
    raise _none_found(trials)


def _trials() -> list[Interpreter]:
    given = os.environ.get(VARIABLE)
    executables = [given] if given else list(_candidates())
    told = _folders_of_qgis()
    trials = [Interpreter(executable) for executable in executables]
    return trials + [Interpreter(executable, told) for executable in executables if told]


def _none_found(trials: list[Interpreter]) -> SmicaError:
    message = (
        "Aucun Python muni de PyQGIS n'a été trouvé pour contrôler les livraisons hors de QGIS : donnez son chemin "
        f"dans la variable d'environnement {VARIABLE}."
    )
    return SmicaError(message, f"tried: {', '.join(trial.executable for trial in trials)}")


def _candidates() -> Iterator[str]:
    """Paths of Pythons, the likeliest first, each once, only those that exist."""
    seen: set[str] = set()
    for path in _places():
        if str(path) not in seen and path.is_file():
            seen.add(str(path))
            yield str(path)


def _places() -> Iterator[Path]:
    exact = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for prefix in (sys.prefix, sys.exec_prefix, sys.base_prefix):
        if sys.platform == "win32":
            yield Path(prefix, "python.exe")  # OSGeo4W: apps\Python312
        else:
            yield Path(prefix, "bin", exact)
            yield Path(prefix, "bin", "python3")
    running = Path(sys.executable or "")
    if _PYTHON.fullmatch(running.name):
        yield running
    if sys.platform == "win32":
        yield running.parent / "python3.exe"
        yield running.parent / "python.exe"
        yield Path(os.environ.get("OSGEO4W_ROOT", ""), "bin", "python3.exe")
    elif sys.platform == "darwin":
        yield running.parent / "bin" / exact  # QGIS.app/Contents/MacOS/bin
        yield running.parent / "bin" / "python3"
        yield Path("/Applications/QGIS.app/Contents/MacOS/bin/python3")
    yield Path("/usr/bin/python3")
    on_path = shutil.which("python3")
    if on_path:
        yield Path(on_path)


def _folders_of_qgis() -> tuple[str, ...]:
    """Where this very process found PyQGIS, for a Python that is not told."""
    found = importlib.util.find_spec("qgis")
    places = found.submodule_search_locations if found is not None else None
    return tuple(str(Path(place).parent) for place in places or ())


def _has_qgis(interpreter: Interpreter) -> bool:
    command = [interpreter.executable, "-c", "import qgis.core"]
    try:
        done: subprocess.CompletedProcess[bytes] = subprocess.run(  # noqa: S603 # nosec B603
            command,
            env=interpreter.environment(),
            cwd=Path(interpreter.executable).parent,  # -c imports from where it runs: nothing of a stranger's folder
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            creationflags=NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
