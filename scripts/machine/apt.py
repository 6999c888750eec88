"""Installing packages of the distribution with apt."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

APT_GET = ("apt-get", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300")


def as_root(command: list[str], text: str | None = None) -> int:
    """Run a command that needs root, through sudo when we are not; what it says is shown when it fails.

    text: what it reads from its standard input. Returns its exit code.
    """
    prefix = ["sudo"] if os.geteuid() != 0 else []
    done = subprocess.run(
        [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command],
        input=text or "",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout)
    return done.returncode


def update_lists() -> None:
    """Refresh the package lists; apt tells of a source that fails, what we need may be in another."""
    as_root([*APT_GET, "update", "-qq"])


def install(packages: list[str], suite: str | None = None) -> None:
    """Install packages, from a suite when one is named; stop the command when apt cannot."""
    target = ["-t", suite] if suite else []
    code = as_root([*APT_GET, "install", "-y", "-qq", "--no-install-recommends", *target, *packages])
    if code != 0:
        message = f"apt-get could not install {' '.join(packages)} (exit code {code})."
        raise SystemExit(message)


def missing(packages: list[str]) -> list[str]:
    """Return the packages of the list that are not installed."""
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in packages if package not in installed]


def available_versions(package: str) -> list[tuple[tuple[int, ...], str]]:
    """Return the (version, suite) pairs in which a package can be had, the newest first."""
    answer = subprocess.run(["apt-cache", "madison", package], capture_output=True, text=True, check=False)
    found = []
    for line in answer.stdout.splitlines():
        columns = [column.strip() for column in line.split("|")]
        if len(columns) == 3 and columns[2].endswith("Packages"):  # noqa: PLR2004 - package | version | origin
            suite = columns[2].split()[1].partition("/")[0]
            found.append((upstream_version(columns[1]), suite))
    return found


def upstream_version(version: str) -> tuple[int, ...]:
    """Return the numbers of a package version: ``1:3.40.6+dfsg-1~bpo12+1`` is (3, 40, 6)."""
    numbers = re.match(r"(?:\d+:)?(\d+(?:\.\d+)*)", version)
    return tuple(int(part) for part in numbers[1].split(".")) if numbers else ()


def release_codename(os_release: Path = Path("/etc/os-release")) -> str | None:
    """Return the code name of this Debian or Ubuntu release (``bookworm``), None elsewhere."""
    if shutil.which("apt-get") is None or not os_release.is_file():
        return None
    name = re.search(r'^VERSION_CODENAME="?([\w-]+)"?$', os_release.read_text(encoding="utf-8"), re.MULTILINE)
    return name[1] if name else None


def write_source(path: Path, stanza: str) -> None:
    """Write a source file of apt."""
    if as_root(["tee", str(path)], text=stanza) != 0:
        message = f"{path} could not be written."
        raise SystemExit(message)
