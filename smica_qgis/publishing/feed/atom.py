"""The two kinds of ATOM feeds that the Géoportail harvests: the main one, and one for each data set.

What it reads of them: facts, endpoints §6.4 (IGNF/geoportail-urbanisme-dev, moissonnage). Entries of others are kept
as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.reference_systems import uri_of
from smica_qgis.geodata.metadata_xml import parse_xml_bytes

ATOM = "http://www.w3.org/2005/Atom"
OURS = "urn:smica:publication"
"""Names what only we read: from which content an entry was made."""
NAMESPACES = {"a": ATOM, "smica": OURS}
SHAPEFILE = "application/x-shapefile"
_DECLARED = cast("dict[str, str]", {None: ATOM, "smica": OURS})  # lxml takes None for the default one
_FEED_TYPE = "application/atom+xml"

Element = etree._Element  # noqa: SLF001 - lxml gives the class no other name


@dataclass(frozen=True)
class FeedEntry:
    """What the feeds say of one document. Addresses are those of the readers.

    identifier: of the entry, the same for all documents of a place; document: its name; updated: moment, RFC 3339;
    sheet, dataset, archive: addresses; signature: of the content that it was made from.
    """

    identifier: str
    document: str
    title: str
    summary: str
    updated: str
    sheet: str
    dataset: str
    archive: str
    crs: str
    signature: str
    former: tuple[str, ...] = ()
    """Documents of the place that it takes the place of: their files may still have to be removed."""


def main_feed(entries: Sequence[Element], heading: FeedHeading, updated: str, following: str = "") -> bytes:
    """One page of the main feed. following: address of the next page, empty for the last one."""
    feed = _feed(heading, heading.address, updated)
    if following:
        _link(feed, "next", following, _FEED_TYPE)
    for entry in entries:
        feed.append(entry)
    return _written(feed)


def dataset_feed(entry: FeedEntry, heading: FeedHeading, octets: int) -> bytes:
    """The feed of one data set: its archive, in its system. octets: of the archive."""
    feed = _feed(FeedHeading(heading.address, entry.title, heading.author), entry.dataset, entry.updated)
    _link(feed, "describedby", entry.sheet, "application/xml")
    _link(feed, "up", heading.address, _FEED_TYPE)
    item = _child(feed, "entry")
    _child(item, "title", f"{entry.document} (Shapefile, {entry.crs})")
    _child(item, "id", entry.archive)
    _child(item, "updated", entry.updated)
    category = _child(item, "category")
    # the harvest holds the label against its list of addresses of systems
    category.set("term", uri_of(entry.crs))
    category.set("label", uri_of(entry.crs))
    link = _link(item, "alternate", entry.archive, SHAPEFILE)
    link.set("length", str(octets))
    link.set("title", entry.document)
    return _written(feed)


@dataclass(frozen=True)
class FeedHeading:
    """What every page says of itself. address: of the main feed, for its readers."""

    address: str
    title: str
    author: str


def entry_element(entry: FeedEntry) -> Element:
    """An entry of the main feed."""
    item = etree.Element(f"{{{ATOM}}}entry", nsmap=_DECLARED)
    _child(item, "title", entry.title)
    _child(item, "id", entry.identifier)
    _child(item, "updated", entry.updated)
    _child(item, "summary", entry.summary)
    _link(item, "describedby", entry.sheet, "application/xml")
    _link(item, "alternate", entry.dataset, _FEED_TYPE)
    ours = etree.SubElement(item, f"{{{OURS}}}document", signature=entry.signature)
    ours.text = entry.document
    if entry.former:
        ours.set("former", " ".join(entry.former))
    return item


def read_feed(content: bytes, address: str) -> Element:
    """The root of a feed. Raises SmicaError for what is none: it is never written over."""
    root = parse_xml_bytes(content)
    if root is None or root.tag != f"{{{ATOM}}}feed":
        message = f"{address} n'est pas un flux ATOM lisible : il n'est pas modifié. Réparez-le ou déplacez-le."
        raise SmicaError(message)
    return root


def entries_of(feed: Element) -> list[Element]:
    """The entries of a page."""
    return list(feed.iterchildren(f"{{{ATOM}}}entry"))


def text_of(element: Element, path: str) -> str:
    """Text of the first element at a path, empty when there is none."""
    return str(element.findtext(path, "", NAMESPACES) or "").strip()


def link_of(element: Element, rel: str) -> str:
    """Address of a link, empty when there is none."""
    for link in element.iterchildren(f"{{{ATOM}}}link"):
        if link.get("rel", "alternate") == rel:
            return str(link.get("href", ""))
    return ""


def document_of(entry: Element) -> tuple[str, str]:
    """Name of the document of an entry of ours and signature of its content; empty for an entry of another."""
    ours = entry.find("smica:document", NAMESPACES)
    return ("", "") if ours is None else (str(ours.text or ""), str(ours.get("signature", "")))


def former_of(entry: Element) -> tuple[str, ...]:
    """The documents that an entry took the place of."""
    ours = entry.find("smica:document", NAMESPACES)
    return tuple(str(ours.get("former", "")).split()) if ours is not None else ()


def _feed(heading: FeedHeading, own: str, updated: str) -> Element:
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap=_DECLARED)
    _child(feed, "title", heading.title)
    _child(feed, "id", own)
    _link(feed, "self", own, _FEED_TYPE)
    _child(feed, "updated", updated)
    _child(_child(feed, "author"), "name", heading.author or heading.title)
    return feed


def _child(parent: Element, name: str, text: str | None = None) -> Element:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = text
    return child


def _link(parent: Element, rel: str, href: str, kind: str) -> Element:
    link = _child(parent, "link")
    link.set("rel", rel)
    link.set("href", href)
    link.set("type", kind)
    return link


def _written(feed: Element) -> bytes:
    content: bytes = etree.tostring(feed, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return content
