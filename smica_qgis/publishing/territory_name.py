"""The name of the territory of a document, where the store has it: the communes of its cadastre."""

from __future__ import annotations

from smica_qgis.core.publication.content import DocumentContent
from smica_qgis.database.store import Store

_INSEE = 5


def territory_name(store: Store | None, content: DocumentContent) -> str:
    """Name of the commune of a document; empty for a body of communes, or when the store does not know."""
    code = content.name.territory.upper()
    if store is None or len(code) != _INSEE or content.name.type == "SUP":
        return ""
    for (name,) in store.rows("SELECT nom FROM cad_commune WHERE insee = :insee", {"insee": code}):
        return str(name or "")
    return ""
