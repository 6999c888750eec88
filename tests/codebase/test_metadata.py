"""The sheet that QGIS and plugins.qgis.org read."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

# what plugins.qgis.org asks for
NEEDED = (
    *("name", "description", "about", "version", "qgisMinimumVersion", "tags", "icon", "category"),
    *("author", "email", "homepage", "tracker", "repository"),
)


@pytest.fixture(scope="module")
def metadata(repository: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()  # as QGIS does: a lone % in the file is an error
    parser.read(repository / "smica_qgis" / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_both_copies_are_equal(repository: Path) -> None:
    edited = (repository / "metadata.txt").read_bytes()
    assert edited == (repository / "smica_qgis" / "metadata.txt").read_bytes(), "run scripts/sync_metadata"


def test_nothing_is_missing(metadata: configparser.SectionProxy) -> None:
    assert [key for key in NEEDED if not metadata.get(key, "").strip()] == []


def test_the_versions_served(metadata: configparser.SectionProxy) -> None:
    assert metadata["qgisMinimumVersion"] == "3.40"
    assert metadata["qgisMaximumVersion"] == "4.99", "without it the site hides the plugin from QGIS 4"
    assert "supportsQt6" not in metadata, "QGIS and the site no longer read it"


def test_it_has_algorithms(metadata: configparser.SectionProxy) -> None:
    assert metadata["hasProcessingProvider"] == "yes", "without it qgis_process does not load the plugin"


def test_the_form_that_the_site_wants(metadata: configparser.SectionProxy) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"]), "the site compares versions as plain numbers"
    assert "/" not in metadata["author"]
    assert "\n" not in metadata["description"]
    assert all(metadata[key].startswith("https://") for key in ("homepage", "tracker", "repository"))


def test_the_icon_is_there(metadata: configparser.SectionProxy, repository: Path) -> None:
    assert (repository / "smica_qgis" / metadata["icon"]).is_file()


def test_the_changelog_knows_the_version(metadata: configparser.SectionProxy, repository: Path) -> None:
    text = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text, re.MULTILINE)
    assert versions
    assert versions[0] == metadata["version"]


def test_the_licence(repository: Path) -> None:
    text = (repository / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2" in text
