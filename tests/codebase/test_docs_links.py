"""What the documentation points at exists: files, images, titles within a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

# [text](target) and ![text](target), outside code
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
ELSEWHERE = ("http://", "https://", "mailto:")


@pytest.fixture(scope="module")
def pages(files: list[Path]) -> list[Path]:
    return [path for path in files if path.suffix == ".md"]


def links(text: str) -> Iterator[str]:
    """Return the targets of the links of a page, those to other sites apart."""
    for match in LINK.finditer(CODE.sub(lambda code: "x" * len(code.group()), text)):
        if not match.group(1).startswith(ELSEWHERE):
            yield match.group(1)


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub makes of the titles of a page."""
    found = set()
    for title in HEADING.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        plain = re.sub(r"[`*\\]", "", title).strip().lower()
        found.add("".join(c for c in plain if c.isalnum() or c in " -_").replace(" ", "-"))
    return found


def has_title(path: Path, anchor: str) -> bool:
    """Say whether an anchor is one of the page's; other files have no titles to look for."""
    return not anchor or path.suffix != ".md" or anchor in anchors(path.read_text(encoding="utf-8"))


def broken(page: Path) -> Iterator[str]:
    """Say which links of a page lead nowhere."""
    for target in links(page.read_text(encoding="utf-8")):
        name, _, anchor = target.partition("#")
        path = (page.parent / unquote(name)).resolve() if name else page
        if not path.exists() or not has_title(path, unquote(anchor)):
            yield target


def test_links_lead_somewhere(pages: list[Path], repository: Path) -> None:
    found = {str(page.relative_to(repository)): missing for page in pages if (missing := list(broken(page)))}
    assert found == {}


def test_every_page_is_reached_from_the_readme(pages: list[Path], repository: Path) -> None:
    reached: set[Path] = set()
    waiting = [repository / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.is_file():
            continue
        reached.add(page)
        for target in links(page.read_text(encoding="utf-8")):
            path = (page.parent / unquote(target.partition("#")[0])).resolve()
            if path.suffix == ".md":
                waiting.append(path)
    lost = [str(page.relative_to(repository)) for page in pages if page not in reached]
    assert lost == []


def test_every_picture_of_the_guide_is_shown(files: list[Path], pages: list[Path], repository: Path) -> None:
    targets = [(page, target) for page in pages for target in links(page.read_text(encoding="utf-8"))]
    shown = {(page.parent / unquote(target)).resolve() for page, target in targets}
    images = repository / "docs" / "guide" / "images"
    # the dark ones are taken to look at them; the guide shows the light ones
    taken = {path for path in files if images in path.parents and not path.stem.endswith("_dark")}
    assert sorted(taken - shown) == []


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "# Un titre\n[x](b.md) ![y](no.png) [z](#un-titre) [w](#autre) `[not](a_link)` [far](https://example.org/)\n",
        encoding="utf-8",
    )
    assert list(broken(page)) == ["b.md", "no.png", "#autre"]
