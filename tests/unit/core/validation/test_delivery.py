"""Names of files."""

from __future__ import annotations

import pytest

from smica_qgis.core.validation.delivery import Entry


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("d/e/a.tar.gz", ("a.tar.gz", "d/e", "gz", "a.tar")),
        ("a.PDF", ("a.PDF", "", "PDF", "a")),
        ("d/sans", ("sans", "d", "", "sans")),
        ("d.x/sans", ("sans", "d.x", "", "sans")),
        (".DS_Store", (".DS_Store", "", "DS_Store", "")),
    ],
)
def test_the_parts_of_a_path(path: str, parts: tuple[str, str, str, str]) -> None:
    entry = Entry(path)
    assert (entry.name, entry.parent, entry.extension, entry.stem) == parts
