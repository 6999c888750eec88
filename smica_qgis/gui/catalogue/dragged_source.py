"""A source under the mouse, between the catalogue or the browser and the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsMimeDataUtils

if TYPE_CHECKING:
    from smica_qgis.core.source_profile.profile import Source

DROP_PROVIDER = "smica_source"
"""What our items are dragged as: our own drop handler opens them."""


def drop_uri(source: Source) -> QgsMimeDataUtils.Uri:
    """What is dragged: the identifier of the source, for our drop handler."""
    uri = QgsMimeDataUtils.Uri()
    uri.layerType = "custom"
    uri.providerKey = DROP_PROVIDER
    uri.name = source.title
    uri.uri = source.id
    return uri
