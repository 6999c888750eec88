"""Nothing in the project belongs to one machine: no path of it, no mirror that it happens to use."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from machine.apt_sources import parse_deb822, parse_one_line, read_sources

PATH_OF_A_MACHINE = re.compile(r"(?<![\w.~$}/-])/(?:work|root|tmp|home/[a-z]\w*)/\w")


def texts(files: list[Path]) -> Iterator[tuple[Path, str]]:
    for path in files:
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode("utf-8", errors="replace")


def mirrors_of_this_machine() -> set[str]:
    """Return the hosts from which this machine installs Debian and Python packages."""
    addresses = [uri for source in read_sources() for uri in source.uris.split()]
    pip = subprocess.run([sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False)
    addresses += re.findall(r"https?://\S+", pip.stdout.replace("'", " "))
    addresses += [value for name, value in os.environ.items() if name.upper().endswith("_INDEX_URL")]
    return {host for address in addresses if (host := urlsplit(address).hostname) and "." in host}


def test_no_path_of_a_machine(files: list[Path], repository: Path) -> None:
    found = [
        f"{path.relative_to(repository)}:{number}: {line.strip()[:100]}"
        for path, text in texts(files)
        if path != Path(__file__)
        for number, line in enumerate(text.splitlines(), 1)
        if PATH_OF_A_MACHINE.search(line)
    ]
    assert found == []


def test_no_mirror_of_this_machine(files: list[Path], repository: Path) -> None:
    mirrors = mirrors_of_this_machine()
    found = [
        f"{path.relative_to(repository)}: {mirror}"
        for path, text in texts(files)
        for mirror in mirrors
        if mirror in text
    ]
    assert found == []


@pytest.mark.parametrize("line", ["see /work/x", "open('/tmp/a.txt')", "/home/anna/x", "cd /root/x"])
def test_a_path_of_a_machine_is_seen(line: str) -> None:
    assert PATH_OF_A_MACHINE.search(line)


@pytest.mark.parametrize("line", ["https://example.org/work/x", "docs/work/x", "$HOME/tmp/x", "/usr/bin/python3"])
def test_other_paths_are_not(line: str) -> None:
    assert not PATH_OF_A_MACHINE.search(line)


def test_the_mirrors_are_read_from_both_forms() -> None:
    line, stanza = (
        "deb https://mirror.example/debian x main",
        "Types: deb\nURIs: https://mirror.example/debian\nSuites: x",
    )
    assert parse_one_line(line)[0].uris == parse_deb822(stanza)[0].uris
