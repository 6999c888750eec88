"""A short run of scripts/fuzz: whatever comes in, an answer comes out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

CASES = 240
SEED = 20260


def fuzz(repository: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(repository / "scripts" / "fuzz"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_spoilt_deliveries_all_get_an_answer(repository: Path) -> None:
    done = fuzz(repository, "--count", CASES, "--seed", SEED)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == f"{CASES} cases: {CASES} answer"


def test_one_that_does_not_answer_in_time_is_said(repository: Path) -> None:
    done = fuzz(repository, "--count", 1, "--workers", 1, "--seed", SEED, "--time-limit", 0)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 cases: 1 hang"
