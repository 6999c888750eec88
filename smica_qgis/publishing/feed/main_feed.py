"""The main feed, all its pages: read, changed under the lock of its place, written again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.progress import Progress
from smica_qgis.publishing.feed.atom import (
    Element,
    FeedHeading,
    entries_of,
    link_of,
    main_feed,
    read_feed,
    text_of,
)
from smica_qgis.publishing.feed.place import FeedConflictError, FeedPlace, KeptFile

FIRST_PAGE = "feed.xml"
_MOST_PAGES = 10_000
_TRIES = 5

Change = Callable[[list[Element]], list[Element]]


@dataclass(frozen=True)
class ReadFeed:
    """first: the first page as it was read, None when there is no feed yet; entries: of all pages, in order."""

    entries: list[Element]
    pages: int = 0
    first: KeptFile | None = None


class MainFeed:
    """Its pages are `feed.xml`, `feed-2.xml`, `feed-3.xml` and so on.

    public: address of the place for the readers; size: entries of a page.
    """

    def __init__(self, place: FeedPlace, public: str, heading: FeedHeading, size: int) -> None:
        self._place = place
        self._public = public
        self._heading = heading
        self._size = size

    def read(self) -> ReadFeed:
        """Read all pages. Raises SmicaError when one is missing or is no feed: entries would be lost."""
        first = self._place.read(FIRST_PAGE)
        if first is None:
            return ReadFeed([])
        entries: list[Element] = []
        kept: KeptFile | None = first
        for number in range(1, _MOST_PAGES):
            path = page_path(number)
            if kept is None:
                message = f"Il manque la page {path} du flux {self._place.address} : il n'est pas modifié."
                raise SmicaError(message)
            root = read_feed(kept.content, self._place.address + path)
            entries += entries_of(root)
            if not link_of(root, "next"):
                return ReadFeed(entries, number, first)
            kept = self._place.read(page_path(number + 1))
        message = f"Le flux {self._place.address} a trop de pages : il n'est pas modifié."
        raise SmicaError(message)

    def change(self, change: Change, updated: str, progress: Progress) -> None:
        """Change the entries: what others put in meanwhile is kept. updated: moment of the change, RFC 3339.

        Raises SmicaError, CancelledError.
        """
        for attempt in range(_TRIES):
            with self._place.alone(progress):
                found = self.read()
                try:
                    self._write(change(list(found.entries)), found, updated)
                except FeedConflictError:
                    if attempt == _TRIES - 1:
                        raise
                    continue
                return

    def _write(self, entries: list[Element], found: ReadFeed, updated: str) -> None:
        """The last page first: the first one, which leads to the others, is what makes the change seen."""
        entries.sort(key=lambda entry: text_of(entry, "a:id"))
        pages = [entries[start : start + self._size] for start in range(0, len(entries), self._size)] or [[]]
        for number in range(len(pages), 0, -1):
            following = f"{self._public}/{page_path(number + 1)}" if number < len(pages) else ""
            content = main_feed(pages[number - 1], self._heading, updated, following)
            self._place.write(page_path(number), content, found.first if number == 1 else None)
        for number in range(len(pages) + 1, found.pages + 1):
            self._place.delete(page_path(number))


def page_path(number: int) -> str:
    """Path of a page in the place of the feed."""
    return FIRST_PAGE if number == 1 else f"feed-{number}.xml"
