"""Follows the feed as the Géoportail does, and compares what it leads to with what was meant."""

from __future__ import annotations

import hashlib
from pathlib import Path

from smica_qgis.core.errors import SmicaError
from smica_qgis.core.planning.reference_systems import uri_of
from smica_qgis.core.publication.outcome import Proof
from smica_qgis.publishing.archive.prepared_archive import PreparedArchive, file_hash
from smica_qgis.publishing.feed.atom import (
    SHAPEFILE,
    Element,
    document_of,
    entries_of,
    link_of,
    read_feed,
    text_of,
)
from smica_qgis.publishing.feed.place import FeedPlace

_ABSENT = "absent"
_PRESENT = "présent"
_SHOWN = 12


def absent_proofs(place: FeedPlace, archive: str, entry: Element | None, document: str) -> list[Proof]:
    """Neither the feed nor its place knows a document any more."""
    named = entry is not None and document_of(entry)[0].upper() == document.upper()
    there = place.exists(archive)
    return [
        Proof(f"Entrée du flux pour {document}", _ABSENT, _PRESENT if named else _ABSENT),
        Proof(f"Archive {archive}", _ABSENT, _PRESENT if there else _ABSENT),
    ]


def feed_proofs(
    place: FeedPlace, public: str, entry: Element | None, prepared: PreparedArchive, archive_hash: str, work: Path
) -> list[Proof]:
    """Entry, sheet, feed of the data set and archive. archive_hash: of the archive as it was meant."""
    document = prepared.content.idurba
    if entry is None:
        return [Proof("Entrée du flux", document, _ABSENT)]
    proofs = [
        Proof("Entrée du flux", document, document_of(entry)[0]),
        Proof("Contenu annoncé par le flux", prepared.signature[:_SHOWN], document_of(entry)[1][:_SHOWN]),
    ]
    sheet = _file(place, public, link_of(entry, "describedby"))
    proofs.append(Proof("Fiche de métadonnées", _short(prepared.content.metadata), _short(sheet)))
    content = _file(place, public, link_of(entry, "alternate"))
    if content is None:
        return [*proofs, Proof("Flux du jeu de données", _PRESENT, _ABSENT)]
    dataset = read_feed(content, link_of(entry, "alternate"))
    proofs.append(Proof("Date du jeu de données", text_of(entry, "a:updated"), text_of(dataset, "a:updated")))
    item = next(iter(entries_of(dataset)), None)
    if item is None:
        return [*proofs, Proof("Entrée du jeu de données", _PRESENT, _ABSENT)]
    category = item.find("{*}category")
    label = str(category.get("label", "")) if category is not None else _ABSENT
    proofs.append(Proof("Système de coordonnées", uri_of(prepared.content.crs), label))
    proofs.append(Proof("Archive", archive_hash[:_SHOWN], _archive(place, public, item, work)[:_SHOWN]))
    return proofs


def _archive(place: FeedPlace, public: str, item: Element, work: Path) -> str:
    for link in item.iterchildren("{*}link"):
        if link.get("type") == SHAPEFILE:
            target = work / "relue.zip"
            there = place.fetch(_path(public, str(link.get("href", ""))), target)
            return file_hash(target) if there else _ABSENT
    return _ABSENT


def _file(place: FeedPlace, public: str, address: str) -> bytes | None:
    kept = place.read(_path(public, address))
    return kept.content if kept is not None else None


def _path(public: str, address: str) -> str:
    """Path in the place of an address for the readers. Raises SmicaError for one that leads elsewhere."""
    if not address.startswith(f"{public}/"):
        message = f"Le flux mène à « {address} », hors de son adresse publique {public}."
        raise SmicaError(message)
    return address[len(public) + 1 :]


def _short(content: bytes | None) -> str:
    return hashlib.sha256(content).hexdigest()[:_SHOWN] if content else _ABSENT
