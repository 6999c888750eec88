"""Entries that others put in a feed."""

from __future__ import annotations

from lxml import etree

from smica_qgis.core.progress import SilentProgress
from smica_qgis.publishing.feed.atom import ATOM, FeedHeading
from smica_qgis.publishing.feed.main_feed import MainFeed
from smica_qgis.publishing.feed.place import FeedPlace


def entry_of(name: str) -> etree._Element:
    entry = etree.Element(f"{{{ATOM}}}entry")
    for tag, text in (("id", f"urn:other:{name}"), ("title", "Autre"), ("updated", "2026-01-01T00:00:00Z")):
        etree.SubElement(entry, f"{{{ATOM}}}{tag}").text = text
    return entry


def add_entries(place: FeedPlace, public: str, count: int, size: int = 100) -> None:
    feed = MainFeed(place, public, FeedHeading(f"{public}/feed.xml", "Flux", "Syndicat"), size)
    new = [entry_of(str(number)) for number in range(count)]
    feed.change(lambda entries: [*entries, *new], "2026-01-01T00:00:00Z", SilentProgress())
