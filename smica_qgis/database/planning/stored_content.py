"""A document of the store as it was published: from the tables in force, or from the history."""

from __future__ import annotations

from pathlib import Path

from smica_qgis.core.errors import InvalidParameterError
from smica_qgis.core.planning.document_name import parse_document_name
from smica_qgis.core.publication.content import DocumentContent, WrittenPiece
from smica_qgis.database.planning.registry import DocumentState, PlanningRegistry
from smica_qgis.database.planning.rows import rows_in_place, rows_of_history
from smica_qgis.database.store import Store, StoreError
from smica_qgis.geodata.planning.content_hash import content_hash


def known_document(store: Store, document_id: str) -> DocumentState:
    """A document of the registry. Raises InvalidParameterError when there is none of that IDURBA."""
    found = PlanningRegistry(store).state(document_id.strip())
    if found is None:
        known = [state.document_id for state in PlanningRegistry(store).documents()]
        shown = ", ".join(known[:_MOST_SHOWN]) or "aucun"
        message = f"La base {store.name} n'a pas de document « {document_id} ». Documents connus : {shown}."
        raise InvalidParameterError(message)
    return found


_MOST_SHOWN = 10


def stored_content(store: Store, document_id: str, version: int = 0) -> DocumentContent:
    """A version of a document, whole; 0 = the one in force, or the last one that was.

    Its pieces are those that were kept, in a folder that this machine sees. Raises InvalidParameterError for a document
    or a version that is not there, StoreError for a history that is not what was published.
    """
    state = known_document(store, document_id)
    registry = PlanningRegistry(store)
    versions = registry.versions(state.document_id)
    wanted = version or state.version
    found = next((known for known in versions if known.version == wanted), None)
    if found is None:
        numbers = ", ".join(str(known.version) for known in reversed(versions)) or "aucune"
        message = f"La base {store.name} n'a pas de version {wanted} de {state.document_id} (connues : {numbers})."
        raise InvalidParameterError(message)
    columns = {name: table.columns for name, table in found.tables.items()}
    in_place = state.in_force and wanted == state.version
    if in_place:
        tables = rows_in_place(store, state.document_id, columns)
    else:
        tables = rows_of_history(store, state.document_id, wanted, columns)
    name = parse_document_name(state.document_id)
    if name is None:
        message = f"« {state.document_id} » n'est pas le nom d'un document d'urbanisme : il ne peut être publié."
        raise StoreError(message)
    metadata = registry.metadata(state.document_id, wanted)
    content = DocumentContent(
        name,
        found.standard,
        tables,
        title=found.title,
        metadata=metadata,
        pieces=_pieces(registry, state.document_id, wanted),
        crs=found.crs,
    )
    if not in_place and content_hash(content) != found.hash:
        message = f"L'histoire de {state.document_id}, version {wanted}, n'est plus ce qui a été publié."
        raise StoreError(message, found.hash)
    return content


def _pieces(registry: PlanningRegistry, document_id: str, version: int) -> tuple[WrittenPiece, ...]:
    kept = [piece for piece in registry.pieces(document_id, version) if piece.archive]
    return tuple(WrittenPiece(piece.path, piece.archive) for piece in kept if Path(piece.archive).is_file())
