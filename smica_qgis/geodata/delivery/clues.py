"""What a delivery says of itself, from which its standard is detected."""

from __future__ import annotations

from smica_qgis.core.document_model.detection import Clues
from smica_qgis.core.errors import UnreadableFileError
from smica_qgis.geodata.delivery.opened_delivery import OpenedDelivery

_XML = "xml"


def clues_of(delivery: OpenedDelivery) -> Clues:
    """The clues of an opened delivery: name, files, declared specifications, columns of its tables."""
    path = "" if delivery.has_files else delivery.entries[0].path
    layers = {name: delivery.header(path, name) for name in delivery.layers(path)} if path else {}
    return Clues(delivery.name, delivery.entries, _specifications(delivery), delivery.header, layers)


def _specifications(delivery: OpenedDelivery) -> list[str]:
    """Titles of the specifications that the metadata declare, published ones first."""
    titles: list[tuple[bool, str]] = []
    for entry in delivery.entries:
        if entry.is_directory or entry.extension.lower() != _XML:
            continue
        try:
            metadata = delivery.read_metadata(entry.path)
        except UnreadableFileError:
            continue  # said by a finding, once the files are looked at
        if metadata is not None:
            titles.extend((s.date_type != "publication", s.title) for s in metadata.specifications if s.title)
    return [title for _, title in sorted(titles, key=lambda t: t[0])]
